/// A place in a file that the author can open: path, line, column, and the line itself for the caret.
public struct SourceLocation: Hashable, Sendable {
  /// The file, relative to where the command ran.
  public var path: String
  /// The line, from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column in characters, from 1; 0 where the whole line is meant.
  public var column: Int
  /// How many characters the caret underlines; at least 1.
  public var length: Int
  /// The text of the line, without its end.
  public var excerpt: String

  /// Creates the location of a whole file.
  public init(path: String) {
    self.init(path: path, line: 0, column: 0, length: 1, excerpt: "")
  }

  /// Creates a location from its parts.
  public init(path: String, line: Int, column: Int, length: Int = 1, excerpt: String = "") {
    self.path = path
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.excerpt = excerpt
  }

  /// Creates the location of a byte range in `source`, the whole text of the file.
  ///
  /// - Complexity: O(bytes before the range), so only for messages.
  public init(path: String, source: String, range: TextRange) {
    let utf8 = source.utf8
    let offset = min(max(0, range.start), utf8.count)
    let start = utf8.index(utf8.startIndex, offsetBy: offset)
    var line = 1
    var lineStart = utf8.startIndex
    var index = utf8.startIndex
    while index < start {
      let byte = utf8[index]
      index = utf8.index(after: index)
      let isReturn = byte == 13 && (index == utf8.endIndex || utf8[index] != 10)
      if byte == 10 || isReturn {
        line += 1
        lineStart = index
      }
    }
    if lineStart > start { lineStart = start }
    var lineEnd = start
    while lineEnd < utf8.endIndex, utf8[lineEnd] != 10, utf8[lineEnd] != 13 {
      lineEnd = utf8.index(after: lineEnd)
    }
    let end = utf8.index(start, offsetBy: max(0, range.length), limitedBy: lineEnd) ?? lineEnd
    self.init(
      path: path, line: line, column: source[lineStart..<start].count + 1,
      length: max(1, source[start..<end].count), excerpt: String(source[lineStart..<lineEnd]))
  }
}
