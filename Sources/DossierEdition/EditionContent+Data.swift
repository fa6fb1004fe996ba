internal import DossierJSON

/// A file of an edition that is not there, or is not what it should be.
public struct EditionProblem: Error, Equatable, Sendable {
  /// The file's path in the site.
  public var path: String
  /// What is wrong: "no such file or directory".
  public var reason: String

  /// Creates a problem.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

extension EditionContent {
  /// The version of the tables of data that is read.
  private static let version = 1.0

  /// Reads an edition from the tables of data in its site (data/documents.json and others).
  ///
  /// - Parameters:
  ///   - mark: The edition's mark, where the site is one.
  ///   - read: Returns the content of a file of the site.
  /// - Complexity: O(bytes of the files), of which one is in memory at a time.
  public init(
    mark: EditionMark?, read: (_ path: String) throws(EditionProblem) -> [UInt8]
  ) throws(EditionProblem) {
    self.init(mark: mark)
    var places: [String: Int] = [:]
    try Self.rows(of: "documents", read) { row in
      let id = row.text("id")
      places[id] = documents.count
      var document = Document(
        id: id, path: row.text("path"), title: row.text("title"), url: row.text("url"),
        hash: row.text("sha256"))
      document.paragraphs = row.number("paragraphs")
      for name in ["date", "publisher", "authors", "source", "licence", "language", "marking"] {
        document.facts.append(Fact(name: name, value: row.text(name)))
      }
      documents.append(document)
    }
    var sentences: [String: (document: Int, sentence: Int)] = [:]
    try Self.rows(of: "sentences", read) { row in
      guard let document = places[row.text("document")] else { return }
      sentences[row.text("id")] = (document, documents[document].sentences.count)
      // How lines are broken in a file is nothing that it says.
      let text = row.text("text").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      documents[document].sentences.append(
        Sentence(text: text, paragraph: row.number("paragraph"), url: row.text("url")))
    }
    try Self.rows(of: "dates", read) { row in
      guard let place = sentences[row.text("sentence")], !row.text("from").isEmpty else { return }
      let words = row.text("words")
      documents[place.document].sentences[place.sentence].dates.append(
        Date(surface: row.text("surface"), days: words.isEmpty ? row.text("from") : words))
    }
    try Self.rows(of: "entities", read) { row in
      entities.append(
        Entity(
          id: row.text("id"), name: row.text("name"), kind: row.text("kind"), url: row.text("url"),
          aliases: row["aliases"]?.items.compactMap(\.text) ?? [], mentions: row.number("mentions")))
    }
    try Self.rows(of: "ties", read) { row in
      guard case .bool(true)? = row["isBeyondChance"] else { return }
      ties.append(Tie(first: row.text("a"), second: row.text("b"), count: row.number("count")))
    }
  }

  /// Calls `body` with each row of a table, which may stand in several files.
  private static func rows(
    of table: String, _ read: (String) throws(EditionProblem) -> [UInt8], _ body: (JSONValue) -> Void
  ) throws(EditionProblem) {
    var part = 1
    var parts = 1
    repeat {
      let path = "data/\(table)" + (part == 1 ? "" : "--\(part)") + ".json"
      let bytes = try read(path)
      guard let root = JSONValue(parsing: bytes), case .list(let rows)? = root[table] else {
        throw EditionProblem(path: path, reason: "it is no table of data")
      }
      guard case .number(version)? = root["version"] else {
        throw EditionProblem(path: path, reason: "another version of Dossier wrote it")
      }
      rows.forEach(body)
      if case .number(let count)? = root["parts"], let count = Int(exactly: count) { parts = count }
      part += 1
    } while part <= parts
  }
}

extension JSONValue {
  /// The text of a key; a list's texts one after the other; empty where there is none.
  fileprivate func text(_ key: String) -> String {
    guard let value = self[key] else { return "" }
    if case .list(let items) = value { return items.compactMap(\.text).joined(separator: ", ") }
    return value.text ?? ""
  }

  /// The number of a key; 0 where there is none.
  fileprivate func number(_ key: String) -> Int {
    if case .number(let number)? = self[key] { Int(exactly: number) ?? 0 } else { 0 }
  }
}
