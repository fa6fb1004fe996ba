internal import DossierModel
internal import DossierYAML

extension FrontMatter {
  /// The keys that front matter may have.
  static let keys = [
    "title", "date", "author", "authors", "affiliation", "publisher", "url", "licence", "license", "marking",
    "language", "slug", "draft", "aliases", "tags", "smart_punctuation",
    "noindex",
  ]

  /// Keys that note-taking tools write for themselves. They say nothing that a briefing shows.
  private static let othersKeys: Set<String> = [
    "banner", "cover", "created", "created_at", "cssclass", "cssclasses", "date created", "date modified",
    "id", "kanban-plugin",
    "lastmod", "modified", "position", "publish", "status", "toc", "type", "uid", "updated", "updated_at",
  ]

  /// Words of other tools for the same thing.
  private static let otherWords = [
    "byline": "author", "by": "author", "categories": "tags", "category": "tags", "classification": "marking",
    "href": "url", "keywords": "tags", "lang": "language", "link": "url", "locale": "language",
    "organisation": "affiliation", "organization": "affiliation", "permalink": "slug", "published": "date",
    "rights": "licence", "source": "publisher", "tag": "tags", "alias": "aliases",
  ]

  /// Reads the values between the lines "---", which stand at `range` in `source`, and returns what is wrong
  /// with them. A value in error is left out; the others count.
  mutating func read(_ source: String, range: Range<Int>, location: String) -> [Diagnostic] {
    let root: YAMLNode?
    do {
      root = try YAML.parse(source, range: TextRange(range.lowerBound, range.upperBound), path: location)
    } catch {
      var problem = error
      problem.message += ", so nothing in this front matter is used"
      return [problem]
    }
    guard let root, root.value != .null else { return [] }
    var reading = FrontMatterReading(source: source, path: location, result: self)
    if case .map(let entries) = root.value {
      for entry in entries { reading.read(entry) }
    } else {
      reading.diagnostics.append(.frontMatterNoKeys(reading.place(root.range)))
    }
    self = reading.result
    return reading.diagnostics
  }

  /// Whether a key is another tool's own.
  static func isOthers(_ key: String) -> Bool { othersKeys.contains(key.lowercased()) }

  /// The known key that an author may have meant.
  static func nearestKey(to key: String) -> String? {
    otherWords[key.lowercased()] ?? nearMiss(to: key, among: keys)
  }
}

/// Front matter while it is read.
private struct FrontMatterReading {
  let source: String
  let path: String
  var result: FrontMatter
  var diagnostics: [Diagnostic] = []

  init(source: String, path: String, result: FrontMatter) {
    self.source = source
    self.path = path
    self.result = result
  }

  func place(_ range: TextRange) -> SourceLocation {
    SourceLocation(path: path, source: source, range: range)
  }

  mutating func read(_ entry: YAMLEntry) {
    let node = entry.node
    guard FrontMatter.keys.contains(entry.key) else {
      if FrontMatter.isOthers(entry.key) { return }
      let nearest = FrontMatter.nearestKey(to: entry.key)
      diagnostics.append(.unknownKey(place(entry.keyRange), key: entry.key, nearest: nearest))
      return
    }
    if node.value == .null { return }
    switch entry.key {
    case "title": result.title = text(entry) ?? result.title
    case "affiliation": result.record.affiliation = text(entry)
    case "publisher": result.record.publisher = text(entry)
    case "licence", "license": result.record.licence = text(entry)
    case "marking": result.record.marking = text(entry)
    case "author", "authors":
      for author in texts(entry) where !result.record.authors.contains(author.text) {
        result.record.authors.append(author.text)
      }
    case "tags":
      result.record.tags = texts(entry, separatedByCommas: true).map(\.text)
    case "aliases": result.record.aliases = texts(entry).map(\.text)
    case "date": if let text = text(entry) { result.record.date = date(text, node.range) }
    case "url": if let text = text(entry) { result.record.url = url(text, node.range) }
    case "language": if let text = text(entry) { result.record.language = language(text, node.range) }
    case "slug": if let text = text(entry) { result.slug = slug(text, node.range) }
    case "draft": result.record.isDraft = flag(entry) ?? false
    case "noindex": result.record.isUnindexed = flag(entry) ?? false
    case "smart_punctuation": result.hasSmartPunctuation = flag(entry)
    default: break
    }
  }

  /// A value that is one text, in one line.
  private mutating func text(_ entry: YAMLEntry) -> String? {
    guard case .scalar(let value, _) = entry.node.value else {
      diagnostics.append(.badValue(place(entry.node.range), key: entry.key, expected: "a single text"))
      return nil
    }
    let text = FrontMatterReading.words(of: value)
    return text.isEmpty ? nil : text
  }

  /// A text without the brackets of a link to a note: "[[Jane Doe]]" is an author too.
  private static func words(of value: String) -> String {
    let text = TitleText.normalised(value)
    guard text.hasPrefix("[["), text.hasSuffix("]]"), text.utf8.count > 4 else { return text }
    let inside = text.dropFirst(2).dropLast(2)
    return inside.contains("[") ? text : String(inside.split(separator: "|").last ?? inside)
  }

  private mutating func flag(_ entry: YAMLEntry) -> Bool? {
    switch text(entry) {
    case "true": return true
    case "false": return false
    case nil: return nil
    default:
      diagnostics.append(.badValue(place(entry.node.range), key: entry.key, expected: "true or false"))
      return nil
    }
  }

  /// A value that is one text or a list of texts.
  private mutating func texts(
    _ entry: YAMLEntry, separatedByCommas: Bool = false
  ) -> [(text: String, range: TextRange)] {
    switch entry.node.value {
    case .list(let items):
      var texts: [(String, TextRange)] = []
      for item in items {
        switch item.value {
        case .scalar(let value, _):
          let text = FrontMatterReading.words(of: value)
          if !text.isEmpty { texts.append((text, item.range)) }
        case .null: break
        case .list, .map:
          diagnostics.append(
            .badValue(place(item.range), key: entry.key, expected: "a text or a list of texts"))
        }
      }
      return texts
    case .scalar(let value, _):
      let parts = separatedByCommas ? value.split(separator: ",").map(String.init) : [value]
      return parts.map(FrontMatterReading.words).filter { !$0.isEmpty }.map { ($0, entry.node.range) }
    case .null: return []
    case .map:
      diagnostics.append(
        .badValue(place(entry.node.range), key: entry.key, expected: "a text or a list of texts"))
      return []
    }
  }

  private mutating func date(_ text: String, _ range: TextRange) -> CalendarDate? {
    if let date = CalendarDate(iso: text) { return date }
    let parts = text.split(separator: "-").map { Int($0) }
    if parts.count == 3, let year = parts[0], let month = parts[1], parts[2] ?? 0 > 28,
      let days = (28...31).last(where: { CalendarDate(year: year, month: month, day: $0) != nil })
    {
      diagnostics.append(.noSuchDay(place(range), text: text, month: month, year: year, days: days))
      return nil
    }
    // "15 Augst 2022" is understood well enough to say how it is written.
    let words = text.split(separator: " ").map { word in
      word.allSatisfy(\.isLetter)
        ? nearMiss(to: String(word), among: CalendarDate.monthNames) ?? String(word) : String(word)
    }
    let suggestion = DateLine(words.joined(separator: " "))?.date?.iso
    diagnostics.append(.badDate(place(range), text: text, suggestion: suggestion))
    return nil
  }

  private mutating func url(_ text: String, _ range: TextRange) -> String? {
    if WebAddress.isGood(text) { return text }
    diagnostics.append(.badAddress(place(range), text: text))
    return nil
  }

  private mutating func language(_ text: String, _ range: TextRange) -> String? {
    if LanguageTag.isGood(text) { return text }
    diagnostics.append(.badLanguage(place(range), text: text))
    return nil
  }

  private mutating func slug(_ text: String, _ range: TextRange) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ $0 == Slug.make($0) && $0 != "untitled" }) else {
      let suggestion = parts.map { Slug.make($0) }.filter { $0 != "untitled" }.joined(separator: "/")
      diagnostics.append(
        .badSlug(place(range), text: text, suggestion: suggestion.isEmpty ? "north-korea" : suggestion))
      return nil
    }
    if parts.last == "index" {
      diagnostics.append(.indexSlug(place(range), text: text))
      return nil
    }
    return text
  }
}

extension CalendarDate {
  /// Reads "2015", "2015-08", "2015-08-21", and the day of a time after it ("2015-08-21T10:30:00Z").
  init?(iso text: String) {
    let bytes = Array(text.utf8)
    let digits = bytes.prefix { $0 != UInt8(ascii: "T") && $0 != 32 }
    if digits.count < bytes.count {
      guard digits.count == 10, bytes.count >= 16,
        bytes[11...].allSatisfy({ $0 >= 0x2B && $0 <= 0x5A || $0 == 32 })
      else { return nil }
    }
    let parts = digits.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil
    )
  }
}
