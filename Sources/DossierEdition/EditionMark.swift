/// The name of an edition: "3", "2024-05", "final". It is given by the author and stands on every sheet.
public struct EditionTag: Hashable, Sendable {
  /// The name.
  public let text: String

  /// The most characters.
  public static let limit = 32

  /// Takes a name of letters and digits of English, ".", "-" and "_", of which the first is a letter or digit; anything else
  /// is none, so that a foot can be read again from paper.
  public init?(_ text: String) {
    func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: false
      }
    }
    guard let first = text.utf8.first, isPlain(first), text.utf8.count <= EditionTag.limit,
      text.utf8.allSatisfy({ isPlain($0) || ".-_".utf8.contains($0) })
    else { return nil }
    self.text = text
  }
}

/// An edition as a printed sheet names it: its tag, and the beginning of the seal over what it was made from.
public struct EditionMark: Hashable, Sendable {
  /// The edition's name.
  public var tag: EditionTag
  /// The first eight digits of the source seal.
  public var seal: String

  /// How many digits of the seal are shown.
  public static let sealLength = 8
  private static let word = "Edition"
  private static let separator = " · "

  /// Creates a mark.
  ///
  /// - Parameter sourceSeal: At least eight hexadecimal digits; the first eight are shown.
  public init(tag: EditionTag, sourceSeal: String) {
    self.tag = tag
    seal = String(sourceSeal.prefix(EditionMark.sealLength))
  }

  /// The words in the foot of a printed sheet, and on the pages: "Edition 3 · 1a2b3c4d".
  public var foot: String { EditionMark.word + " " + tag.text + EditionMark.separator + seal }

  /// Finds the last foot in a text, as a program takes it out of a printed page; nothing where there is none.
  ///
  /// - Complexity: O(bytes of `text`).
  public init?(lastIn text: some StringProtocol) {
    let parts = text.split(separator: "·", omittingEmptySubsequences: false)
    for index in parts.indices.dropFirst().reversed() {
      let seal = parts[index].drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
      let before = parts[index - 1].split(whereSeparator: \.isWhitespace).suffix(2)
      guard before.count == 2, before.first?.elementsEqual(EditionMark.word) == true,
        let tag = before.last.flatMap({ EditionTag(String($0)) }), seal.utf8.count == EditionMark.sealLength,
        seal.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
      else { continue }
      self.init(tag: tag, sourceSeal: String(seal))
      return
    }
    return nil
  }
}
