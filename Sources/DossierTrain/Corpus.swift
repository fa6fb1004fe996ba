import EntityRecognizer
import Foundation

/// A text with its names, as people marked them.
struct MarkedText {
  var id: String
  var text: String
  /// In order, none overlapping, ranges in bytes of the text.
  var names: [(range: Range<Int>, kind: RecognizedSpan.Kind)]
}

/// A set of marked texts, and how its marks are to be read.
///
/// The sets disagree on what a name is. The house style settles it: a span has no leading article and no possessive; a
/// word for a people is no place; a country that acts is a place still. Where a set says less than the house style, its
/// silence is taken as no answer, not as "no".
struct Corpus {
  var name: String
  /// How much a sentence of it counts.
  var weight: Float
  /// Whether the set leaves words for peoples, works and events unmarked, so that a token without a mark may be in one.
  var marksThingsOnly: Bool
  /// Whether it marks events as other things.
  var marksEventsAsOther: Bool
  /// Whether the marks were partly made by a machine, so that they cut listed names and miss events. Lists mend them.
  var isPartlyMachineMade: Bool
  /// Of how many documents one is held out; zero where the set has a part for that.
  var heldOut: UInt64

  init(
    _ name: String, weight: Float, marksThingsOnly: Bool = false, marksEventsAsOther: Bool = false,
    isPartlyMachineMade: Bool = false, heldOut: UInt64 = 0
  ) {
    self.name = name
    self.weight = weight
    self.marksThingsOnly = marksThingsOnly
    self.marksEventsAsOther = marksEventsAsOther
    self.isPartlyMachineMade = isPartlyMachineMade
    self.heldOut = heldOut
  }

  static let all = [
    Corpus("gmb", weight: 1, marksEventsAsOther: true, isPartlyMachineMade: true),
    Corpus("crossner-politics", weight: 3),
    Corpus("crossner-other", weight: 1),
    Corpus("gum", weight: 3, marksThingsOnly: true, heldOut: 5),
    Corpus("re3d", weight: 4, marksThingsOnly: true, heldOut: 4),
    Corpus("redocred", weight: 2, marksEventsAsOther: true, heldOut: 8),
    Corpus("uner-ewt", weight: 3, marksThingsOnly: true, heldOut: 5),
  ]

  /// Whether a document is one of those by which models are compared.
  func isHeldOut(_ text: MarkedText) -> Bool { heldOut > 0 && text.hash % heldOut == 0 }

  /// Whether its texts are sentences, not documents.
  var isOfSentences: Bool { heldOut == 0 }
}

extension MarkedText {
  /// How a headline is set.
  enum Setting: UInt64 {
    case capitals
    case titleCase
    case small
  }

  /// Returns the text with its ASCII letters set as in a headline, which leaves the ranges as they are.
  func set(_ setting: Setting) -> MarkedText {
    var copy = self
    var bytes = Array(text.utf8)
    var isFirst = true
    for index in bytes.indices {
      let isLetter = (bytes[index] | 0x20) &- 97 < 26
      switch setting {
      case .capitals where isLetter: bytes[index] &= 0xDF
      case .titleCase where isLetter && isFirst && !isShortWord(at: index, in: bytes): bytes[index] &= 0xDF
      case .small where isLetter: bytes[index] |= 0x20
      default: break
      }
      isFirst = !isLetter && bytes[index] < 0x80 && bytes[index] != UInt8(ascii: "'")
    }
    copy.text = String(decoding: bytes, as: UTF8.self)
    copy.id += "/\(setting)"
    return copy
  }

  /// Whether a word has at most three letters, as those that headlines leave small mostly have.
  private func isShortWord(at start: Int, in bytes: [UInt8]) -> Bool {
    var end = start
    while end < bytes.count, (bytes[end] | 0x20) &- 97 < 26 { end += 1 }
    return end - start <= 3 && start > 0
  }

  /// The hash of its name, by which documents are chosen.
  var hash: UInt64 {
    var hash = WordHash()
    for byte in id.utf8 { hash.add(byte) }
    return hash.value
  }

  /// Reads a file of JSON Lines; offsets in it count Unicode scalars.
  static func read(_ path: String) throws -> [MarkedText] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { try MarkedText(line: $0) }
  }

  private struct Line: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var type: String
    }
    var id: String
    var text: String
    var entities: [Entity]
  }

  private init(line: Substring) throws {
    let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
    id = line.id
    text = line.text
    var offsets = [0]
    for scalar in text.unicodeScalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    let bytes = Array(text.utf8)
    names = []
    for entity in line.entities.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
      guard entity.start >= 0, entity.start < entity.end, entity.end < offsets.count else { continue }
      let range = MarkedText.trimmed(offsets[entity.start]..<offsets[entity.end], in: bytes)
      guard !range.isEmpty, range.lowerBound >= names.last?.range.upperBound ?? 0 else { continue }
      names.append((range, MarkedText.kind(of: entity.type)))
    }
  }

  private static func kind(of type: String) -> RecognizedSpan.Kind {
    switch type {
    case "PER": .person
    case "ORG": .organisation
    case "LOC": .place
    case "EVENT": .event
    default: .other
    }
  }

  /// Returns a name without a leading article and a possessive ending.
  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var range = range
    for article in ["the ", "The ", "a ", "A ", "an ", "An "] where bytes[range].starts(with: article.utf8) {
      range = range.lowerBound + article.utf8.count..<range.upperBound
      break
    }
    for ending in ["'s", "’s"]
    where range.count > ending.utf8.count && bytes[range].reversed().starts(with: ending.utf8.reversed()) {
      range = range.lowerBound..<range.upperBound - ending.utf8.count
    }
    return range
  }
}
