internal import DossierHash
internal import DossierModel

/// Texts of converted files, kept from one build to the next, by what the file holds and what has converted it.
public struct KeptTexts: Sendable {
  private let find: @Sendable (UInt64, UInt64) -> [UInt8]?
  private let keep: @Sendable (UInt64, UInt64, [UInt8]) -> Void

  /// Creates a store from its two calls. A key is two halves of a hash.
  public init(
    find: @escaping @Sendable (UInt64, UInt64) -> [UInt8]?,
    keep: @escaping @Sendable (UInt64, UInt64, [UInt8]) -> Void
  ) {
    self.find = find
    self.keep = keep
  }

  /// Goes up whenever the same output of a converter becomes another text.
  private static let version = 2

  /// Returns the kept text of a file, or else what `convert` makes of it.
  ///
  /// - Parameter hash: The SHA-256 of the file.
  func text<Failure: Error>(
    hash: String, converter: String, _ convert: () throws(Failure) -> ConvertedText
  ) throws(Failure) -> ConvertedText {
    let name = "converted text \(KeptTexts.version)\n\(hash)\n\(converter)"
    let digits = SHA256.hexDigits(of: Array(name.utf8))
    let first = UInt64(digits.prefix(16), radix: 16) ?? 0
    let second = UInt64(digits.dropFirst(16).prefix(16), radix: 16) ?? 0
    if let kept = find(first, second), let text = ConvertedText(decoding: kept) { return text }
    let text = try convert()
    keep(first, second, text.encoded())
    return text
  }
}

// Each value is its length in eight bytes, and itself.
extension ConvertedText {
  /// The text as bytes.
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ number: Int) {
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
    }
    func add(_ value: some Collection<UInt8>) {
      add(value.count)
      bytes += value
    }
    add(markdown)
    let fields = [
      title, record.publisher, record.licence, record.language, record.url, record.affiliation,
      record.date?.iso,
    ]
    for field in fields { add((field ?? "").utf8) }
    add(record.authors.count)
    for author in record.authors { add(author.utf8) }
    add(pageCount ?? 0)
    add(pages.count)
    for page in pages {
      add(page.offset)
      add(page.page)
    }
    add(notes.count)
    for note in notes {
      switch note {
      case .comments(let count):
        add(0)
        add(count)
      case .emptyPages(let count, let all):
        add(1)
        add(count)
        add(all)
      case .attachments(let names):
        add(2)
        add(names.count)
        for name in names { add(name.utf8) }
      }
    }
    return bytes
  }

  /// Reads what `encoded` has written; nothing where it is anything else.
  init?(decoding bytes: [UInt8]) {
    self.init()
    var index = 0
    func number() -> Int? {
      guard index + 8 <= bytes.count else { return nil }
      defer { index += 8 }
      return (0..<8).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }
    /// A number of values, each of which takes eight bytes or more.
    func count() -> Int? { number().flatMap { $0 >= 0 && $0 <= (bytes.count - index) / 8 ? $0 : nil } }
    func value() -> ArraySlice<UInt8>? {
      guard let length = number(), length >= 0, length <= bytes.count - index else { return nil }
      defer { index += length }
      return bytes[index..<index + length]
    }
    func texts(_ count: Int) -> [String]? {
      var texts: [String] = []
      for _ in 0..<count {
        guard let text = value().flatMap({ String(validating: $0, as: UTF8.self) }) else { return nil }
        texts.append(text)
      }
      return texts
    }
    guard let body = value(), String(validating: body, as: UTF8.self) != nil, let fields = texts(7),
      let authors = count().flatMap(texts), let pageCount = number(), let pageStarts = count()
    else { return nil }
    markdown = Array(body)
    let known = fields.map { $0.isEmpty ? nil : $0 }
    title = known[0]
    (record.publisher, record.licence, record.language) = (known[1], known[2], known[3])
    (record.url, record.affiliation) = (known[4], known[5])
    record.date = known[6].flatMap { CalendarDate(iso: $0) }
    record.authors = authors
    self.pageCount = pageCount > 0 ? pageCount : nil
    for _ in 0..<pageStarts {
      guard let offset = number(), let page = number() else { return nil }
      pages.append(PageStart(offset: offset, page: page))
    }
    guard let noteCount = count() else { return nil }
    for _ in 0..<noteCount {
      switch number() {
      case 0:
        guard let count = number() else { return nil }
        notes.append(.comments(count))
      case 1:
        guard let count = number(), let all = number() else { return nil }
        notes.append(.emptyPages(count, of: all))
      case 2:
        guard let names = count().flatMap(texts) else { return nil }
        notes.append(.attachments(names))
      default: return nil
      }
    }
    guard index == bytes.count else { return nil }
  }
}
