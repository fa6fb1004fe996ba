/// A token's part in a name, as the tagger decides it: outside, the first, an inner, the last or the only token of a
/// name of one kind (Ratinov and Roth, 2009).
package struct Label: Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package enum Part: UInt8, Sendable {
    case first, inner, last, only

    /// Creates the part that the token at `index` has in a name.
    package init(of index: Int, in name: Range<Int>) {
      if name.count == 1 {
        self = .only
      } else if index == name.lowerBound {
        self = .first
      } else {
        self = index == name.upperBound - 1 ? .last : .inner
      }
    }
  }

  /// Creates the label of a part of a name.
  package init(_ part: Part, of kind: RecognizedSpan.Kind) {
    rawValue = 1 + kind.rawValue * 4 + part.rawValue
  }

  package static let outside = Label(rawValue: 0)
  package static let count = 1 + RecognizedSpan.Kind.allCases.count * 4

  package var part: Part? { rawValue == 0 ? nil : Part(rawValue: (rawValue - 1) & 3) }
  package var kind: RecognizedSpan.Kind? {
    rawValue == 0 ? nil : RecognizedSpan.Kind(rawValue: (rawValue - 1) >> 2)
  }

  /// Whether a name may begin, or nothing stand, at the token.
  package var begins: Bool { rawValue == 0 || part == .first || part == .only }
  /// Whether no name goes on after the token.
  package var ends: Bool { rawValue == 0 || part == .last || part == .only }

  /// Whether `next` may follow.
  package func allows(_ next: Label) -> Bool {
    ends ? next.begins : !next.begins && kind == next.kind
  }
}
