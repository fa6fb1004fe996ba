internal import DossierModel
internal import DossierRead
internal import DossierYAML

/// Adding lines to `entities.yml` without touching what the author wrote.
enum DecisionLines {
  /// Returns the text of the file with the lines added, each at the end of its section, or in a new section at the end.
  ///
  /// A section that is written in brackets has no place for lines, so the file is left as it is.
  static func adding(
    _ lines: [(section: String, line: String)], to text: String, path: String
  ) throws(Diagnostic) -> String {
    var text = text
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    for section in ["same", "different", "never", "always"] {
      let own = lines.filter { $0.section == section }.map(\.line)
      guard !own.isEmpty else { continue }
      let note = "added by 'dossier review --write': read them, and take out what is wrong"
      guard let end = try endOfSection(section, in: text, path: path) else {
        if !text.isEmpty { text += "\n" }
        text += "\(section):\n  # \(note)\n" + own.map { "  \($0)\n" }.joined()
        continue
      }
      let added = "\(end.indent)# \(note)\n" + own.map { end.indent + $0 + "\n" }.joined()
      text.insert(contentsOf: added, at: text.utf8.index(text.utf8.startIndex, offsetBy: end.offset))
    }
    return text
  }

  /// Returns where a section's last line ends, and how far its entries are indented; nothing where there is none.
  private static func endOfSection(
    _ section: String, in text: String, path: String
  ) throws(Diagnostic) -> (offset: Int, indent: String)? {
    guard let root = try YAML.parse(text, path: path), case .map(let entries) = root.value,
      let entry = entries.first(where: { $0.key == section })
    else { return nil }
    let bytes = Array(text.utf8)
    func endOfLine(_ offset: Int) -> Int { (bytes[offset...].firstIndex(of: 10) ?? bytes.count - 1) + 1 }
    switch entry.node.value {
    case .null: return (endOfLine(entry.keyRange.end), "  ")
    case .list(let items):
      guard let first = items.first, let last = items.last else {
        return (endOfLine(entry.keyRange.end), "  ")
      }
      let lineStart = (bytes[..<first.range.start].lastIndex(of: 10) ?? -1) + 1
      let indent = bytes[lineStart...].prefix { $0 == 32 }
      guard bytes[lineStart + indent.count] == UInt8(ascii: "-"), lineStart > entry.keyRange.start else {
        throw .sectionInBrackets(section, SourceLocation(path: path, source: text, range: entry.keyRange))
      }
      return (endOfLine(max(last.range.start, last.range.end - 1)), String(decoding: indent, as: UTF8.self))
    case .scalar, .map: return nil
    }
  }
}
