/// Text broken into lines between its words.
enum WrappedText {
  /// Returns lines of at most `width` characters, those after the first indented. A longer word has a line to itself.
  static func lines(_ words: some Sequence<some StringProtocol>, width: Int = 80, indent: Int = 0) -> [String]
  {
    var lines: [String] = []
    for word in words {
      if let line = lines.last, line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append((lines.isEmpty ? "" : String(repeating: " ", count: indent)) + word)
      }
    }
    return lines
  }
}
