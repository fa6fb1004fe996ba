/// Handling marks in their order, the lowest first: who may see a document is told by how high its mark stands.
public struct MarkingLadder: Hashable, Sendable {
  /// The marks, the lowest first.
  public let marks: [String]
  private let ranks: [String: Int]

  /// The Traffic Light Protocol, version 2.0 (FIRST, 2022).
  public static let tlp = MarkingLadder([
    "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED",
  ])

  /// The name that version 1.0 of the protocol has for its lowest mark.
  public static let oldName = "TLP:WHITE"

  /// Creates a ladder of marks, the lowest first. Of marks that differ in case or spaces only, the first counts.
  public init(_ marks: [String]) {
    var ranks: [String: Int] = [:]
    var kept: [String] = []
    for mark in marks where ranks[MarkingLadder.key(mark)] == nil {
      ranks[MarkingLadder.key(mark)] = kept.count
      kept.append(mark)
    }
    self.marks = kept
    self.ranks = ranks
  }

  /// Returns how high a mark stands, from 0; nothing where it is none of the ladder's.
  ///
  /// Case, and spaces around ":" and "+", make no difference.
  public func rank(of mark: String) -> Int? {
    let key = MarkingLadder.key(mark)
    if let rank = ranks[key] { return rank }
    return key == MarkingLadder.oldName ? ranks["TLP:CLEAR"] : nil
  }

  /// Returns a mark as the ladder writes it; as it is where it is none of the ladder's.
  public func name(of mark: String) -> String { rank(of: mark).map { marks[$0] } ?? mark }

  /// Returns the mark that a misspelt one may mean.
  public func nearest(to mark: String) -> String? { nearMiss(to: MarkingLadder.key(mark), among: marks) }

  /// Returns the higher of two marks. One that the ladder does not know stands above all: who may see it is not known.
  public func highest(_ first: String?, _ second: String?) -> String? {
    guard let first, let second else { return first ?? second }
    return (rank(of: first) ?? .max) >= (rank(of: second) ?? .max) ? first : second
  }

  /// Whether words are meant as a mark: one of the ladder's, or what begins like the protocol's.
  public func isMeant(_ words: String) -> Bool {
    let key = MarkingLadder.key(words)
    return key.hasPrefix("TLP:") || ranks[key] != nil || nearMiss(to: key, among: marks) != nil
  }

  /// Finds the mark at the start of a text, "{TLP:AMBER} The talks …".
  ///
  /// - Returns: The mark as the ladder writes it, or what is meant as one, and how many bytes it takes with the spaces after
  ///   it; nothing where the text begins with none.
  /// - Complexity: O(1).
  public func leadingMark(of text: some StringProtocol) -> (mark: String, length: Int)? {
    let utf8 = text.utf8
    guard utf8.first == UInt8(ascii: "{") else { return nil }
    let inner = utf8.dropFirst().prefix(MarkingLadder.longest + 1).prefix { $0 != UInt8(ascii: "}") }
    guard !inner.isEmpty, inner.count <= MarkingLadder.longest, inner.endIndex < utf8.endIndex,
      !inner.contains(where: { $0 < 32 || $0 == UInt8(ascii: "{") })
    else { return nil }
    let words = String(decoding: inner, as: UTF8.self)
    guard isMeant(words) else { return nil }
    let after = utf8[utf8.index(after: inner.endIndex)...].prefix { $0 == 32 || (9...13).contains($0) }
    return (name(of: words), inner.count + 2 + after.count)
  }

  /// The most bytes of a mark.
  private static let longest = 60

  /// A mark in capitals, without spaces at its ends and around ":" and "+", and with single ones elsewhere.
  private static func key(_ mark: String) -> String {
    var key = ""
    for word in mark.uppercased().split(whereSeparator: \.isWhitespace) {
      if let last = key.last, last != ":", last != "+", word.first != ":", word.first != "+" { key += " " }
      key += word
    }
    return key
  }
}
