internal import DossierFiles
internal import DossierModel
internal import DossierRead
internal import DossierYAML

/// Adding lines to `entities.yml` without touching what the author wrote.
enum DecisionLines {
  /// Adds lines to the file of a folder, which is made where it is missing. What stands in it already is not added again.
  ///
  /// - Parameter remark: A comment above the lines of each section.
  /// - Throws: Why nothing was written: above all where the file would not say the same as before, and the lines.
  static func add(
    _ lines: [(section: String, line: String)], folder: String, remark: String?
  ) throws(Diagnostic) {
    let path = AuthorFile.path(EntitiesFile.name, in: folder)
    let old = Files.status(path, followLinks: false) == nil ? "" : try AuthorFile.text(of: path, in: folder)
    let known = try entries(of: old, path: path)
    let lines = lines.filter { known[$0.section]?.contains($0.line) != true }
    if lines.isEmpty { return }
    let new = try adding(lines, to: old, path: path, remark: remark)
    let before = try EntitiesFile.read(old, path: path).0
    let after = try? EntitiesFile.read(new, path: path)
    guard let after, after.1.isEmpty, after.0.count == before.count + lines.count else {
      throw .linesNotAdded(path)
    }
    try AuthorFile.replace(path, with: new)
  }

  /// Returns the text of the file with the lines added, each at the end of its section, or in a new section at the end.
  ///
  /// A section that is written in brackets, or as nothing by a word, has no place for lines, so the file is left as it is.
  static func adding(
    _ lines: [(section: String, line: String)], to text: String, path: String, remark: String? = nil
  ) throws(Diagnostic) -> String {
    var text = text
    // The line ends are those of the file.
    let end = text.utf8.contains(13) ? "\r\n" : "\n"
    if !text.isEmpty, text.utf8.last != 10 { text += end }
    for section in ["same", "different", "never", "always", "pinned"] {
      let own = lines.filter { $0.section == section }.map(\.line)
      guard !own.isEmpty else { continue }
      let added = remark.map { ["# \($0)"] + own } ?? own
      guard let place = try endOfSection(section, in: text, path: path) else {
        let head = (text.isEmpty ? [] : [""]) + ["\(section):"]
        text += (head + added.map { "  \($0)" }).map { $0 + end }.joined()
        continue
      }
      let more = added.map { place.indent + $0 + end }.joined()
      text.insert(contentsOf: more, at: text.utf8.index(text.utf8.startIndex, offsetBy: place.offset))
    }
    return text
  }

  /// The entries of each section, as they are written.
  private static func entries(of text: String, path: String) throws(Diagnostic) -> [String: Set<String>] {
    guard let root = try YAML.parse(text, path: path), case .map(let sections) = root.value else {
      return [:]
    }
    var found: [String: Set<String>] = [:]
    for section in sections {
      guard case .list(let items) = section.node.value else { continue }
      found[section.key] = Set(items.map { "- " + text.slice($0.range) })
    }
    return found
  }

  /// Returns where a section's last line ends, and how far its entries are indented; nothing where there is none.
  private static func endOfSection(
    _ section: String, in text: String, path: String
  ) throws(Diagnostic) -> (offset: Int, indent: String)? {
    guard let root = try YAML.parse(text, path: path), case .map(let entries) = root.value,
      let entry = entries.first(where: { $0.key == section })
    else { return nil }
    let brackets = Diagnostic.sectionInBrackets(
      section, SourceLocation(path: path, source: text, range: entry.keyRange))
    let bytes = Array(text.utf8)
    func endOfLine(_ offset: Int) -> Int { (bytes[offset...].firstIndex(of: 10) ?? bytes.count - 1) + 1 }
    switch entry.node.value {
    case .null where isBare(text.slice(TextRange(entry.keyRange.end, endOfLine(entry.keyRange.end)))):
      return (endOfLine(entry.keyRange.end), "  ")
    case .list(let items):
      guard let first = items.first, let last = items.last else { throw brackets }
      let lineStart = (bytes[..<first.range.start].lastIndex(of: 10) ?? -1) + 1
      let indent = bytes[lineStart...].prefix { $0 == 32 }
      guard bytes[lineStart + indent.count] == UInt8(ascii: "-"), lineStart > entry.keyRange.start else {
        throw brackets
      }
      return (endOfLine(max(last.range.start, last.range.end - 1)), String(decoding: indent, as: UTF8.self))
    case .null, .scalar, .map: throw brackets
    }
  }

  /// Whether nothing but a colon and a remark stands after a key.
  private static func isBare(_ rest: Substring) -> Bool {
    let words = rest.drop { $0 == ":" || $0.isWhitespace || $0 == "\"" || $0 == "'" }
    return words.isEmpty || words.first == "#"
  }
}
