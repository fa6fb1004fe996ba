internal import DossierModel

/// A line on republication, licence or the original's place: "This article is republished from ...",
/// "© 2016 Crown copyright", "Source: Reuters".
struct LicenceLine: Equatable {
  /// Who published the original.
  var publisher: String?
  /// The licence, as stated.
  var licence: String?
  /// The original's address, `http` or `https`.
  var url: String?

  /// Reads a whole line, or returns nothing.
  init?(_ line: String) {
    guard line.utf8.count <= 400, let first = line.utf8.first, LicenceLine.firstBytes.contains(first | 0x20)
    else {
      return nil
    }
    // Most lines are told from their first words.
    guard LicenceLine.start(of: LicenceLine.asciiLowered(line.utf8.prefix(64))) != nil else { return nil }
    let lower = LicenceLine.asciiLowered(line.utf8.prefix(400))
    guard let start = LicenceLine.start(of: lower) else { return nil }
    url = LicenceLine.address(in: line)
    switch start {
    case .label:
      let value = line[(line.firstIndex(of: ":") ?? line.startIndex)...].dropFirst().trimmed
      guard !value.isEmpty, value.utf8.count <= 120 else { return nil }
      if url == nil { publisher = value.hasSuffix(".") ? String(value.dropLast()) : value }
    case .licenceLabel:
      let value = line[(line.firstIndex(of: ":") ?? line.startIndex)...].dropFirst().trimmed
      guard !value.isEmpty else { return nil }
      licence = LicenceLine.withoutStop(value)
    case .licenceItself:
      licence = LicenceLine.withoutStop(line)
    case .republication:
      publisher = LicenceLine.phrase(
        in: line, lower,
        after: [
          "published from ", "published by ", "published in ", "published on ", "published at ",
          "appeared in ", "appeared on ", "appeared at ", "printed from ", "produced from ", "courtesy of ",
        ])
      licence = LicenceLine.phrase(
        in: line, lower,
        after: [
          " under a ", " under an ", " under the ", " under ", " underneath a ", " underneath an ",
          " underneath the ",
          " underneath ",
        ])
      guard publisher != nil || licence != nil || url != nil || lower.hasPrefix("read the original") else {
        return nil
      }
    case .address:
      guard url != nil, !line.contains(" ") else { return nil }
    }
  }

  private enum Start { case label, licenceLabel, licenceItself, republication, address }

  private static let firstBytes: Set<UInt8> = [
    // Both "©" (C2 A9) and the letters that the words below start with, in either case.
    0xC2 | 0x20, 0x28, UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "f"), UInt8(ascii: "h"),
    UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "s"),
    UInt8(ascii: "t"), UInt8(ascii: "u"),
  ]

  private static func start(of lower: String) -> Start? {
    func has(_ starts: [String]) -> Bool { starts.contains { lower.hasPrefix($0) } }
    if has(["source: ", "sources: ", "link: ", "url: ", "original: ", "publisher: "]) { return .label }
    if has(["licence: ", "license: "]) { return .licenceLabel }
    if has(["https://", "http://"]) { return .address }
    if has([
      "© ", "©2", "©1", "(c) 1", "(c) 2", "copyright ©", "copyright (c)", "crown copyright",
      "all rights reserved",
      "cc by", "cc-by", "cc0", "creative commons", "open government licence", "copyright 1", "copyright 2",
    ]) {
      return lower.utf8.count <= 200 ? .licenceItself : nil
    }
    if has([
      "republished ", "reprinted ", "reproduced ", "originally published ", "first published ",
      "published under ",
      "licensed under ", "released under ", "available under ", "originally appeared ", "first appeared ",
      "read the original", "used under ", "contains public sector information", "this work is licensed",
    ]) {
      return .republication
    }
    let works = [
      "article", "story", "report", "piece", "post", "text", "work", "document", "column", "essay",
      "analysis",
    ]
    for work in works where has(["this \(work) ", "the \(work) "]) {
      let words = lower.split(separator: " ").prefix(6)
      guard words.count > 3, ["is", "was", "has", "originally", "first", "appeared"].contains(words[2]) else {
        return nil
      }
      // "The report was published on Monday" is news; only of "this report" it is a record.
      let isSure = words.contains { sure.contains($0) }
      let isSaid = words.contains { said.contains($0) }
      return isSure || (isSaid && words[0] == "this") ? .republication : nil
    }
    return nil
  }

  private static let sure: Set<Substring> = [
    "republished", "reprinted", "reproduced", "licensed", "originally", "first", "reposted",
  ]
  private static let said: Set<Substring> = [
    "published", "appeared", "released",
  ]

  /// The words after one of `leads`, up to the end of the phrase.
  private static func phrase(in line: String, _ lower: String, after leads: [String]) -> String? {
    var best: Int?
    for lead in leads {
      guard let range = lower.range(ofFirst: [lead]) else { continue }
      best = max(best ?? 0, lower.utf8.distance(from: lower.startIndex, to: range.upperBound))
    }
    guard let best else { return nil }
    let text = String(line.slice(TextRange(best, line.utf8.count)))
    let stop = text.range(ofFirst: [
      " under ", " underneath ", ". ", " with ", ", ", ": ", " on ", " and ", " http", " (",
    ])
    let phrase = withoutStop(String(text[..<(stop?.lowerBound ?? text.endIndex)]))
    guard !phrase.isEmpty, phrase.utf8.count <= 100, !phrase.hasPrefix("http"), DateLine(phrase) == nil else {
      return nil
    }
    return phrase
  }

  /// The text with the capitals of ASCII made small, so that its offsets stay.
  private static func asciiLowered(_ text: Substring.UTF8View) -> String {
    String(decoding: text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func withoutStop(_ text: String) -> String {
    let trimmed = text.trimmed
    return trimmed.hasSuffix(".") && !trimmed.hasSuffix("..") ? String(trimmed.dropLast()) : trimmed
  }

  /// The first `http` or `https` address in a text.
  static func address(in line: String) -> String? {
    guard let start = line.range(ofFirst: ["https://", "http://"]) else { return nil }
    let rest = line[start.lowerBound...].prefix { !$0.isWhitespace && !"<>\"”“".contains($0) }
    var address = rest
    while let last = address.last, ".,;:!?'’".contains(last) || (last == ")" && !address.contains("(")) {
      address = address.dropLast()
    }
    return WebAddress.isGood(String(address)) ? String(address) : nil
  }
}

/// Addresses that may become links.
enum WebAddress {
  /// Whether a text is an address of the web: `http` or `https`, a host, and no space or control character.
  static func isGood(_ text: String) -> Bool {
    let lower = text.prefix(8).lowercased()
    let rest =
      lower.hasPrefix("https://") ? text.dropFirst(8) : lower.hasPrefix("http://") ? text.dropFirst(7) : ""
    guard let first = rest.first, first.isLetter || first.isNumber || first == "[", text.utf8.count <= 2000
    else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.value > 32 && $0.value != 127 && !$0.properties.isWhitespace
        && !"<>\"\\^`{|}".unicodeScalars.contains($0)
    }
  }
}
