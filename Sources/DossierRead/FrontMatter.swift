internal import DossierModel

/// What an author says of a Markdown document at its top, between two lines "---".
struct FrontMatter {
  /// The title.
  var title: String?
  /// The address, in place of the one made from the path.
  var slug: String?
  /// Whether punctuation becomes typographic, where it says so.
  var hasSmartPunctuation: Bool?
  /// The rest.
  var record = SourceRecord()

  /// What stands at the top of a file.
  enum Extent: Equatable {
    /// No front matter.
    case none
    /// A line "---", and no other to close it.
    case open
    /// Front matter, in these bytes of the file, the lines "---" left out.
    case closed(Range<Int>)
  }

  /// Finds the front matter of a file, and where the body starts: at the top where there is none or no end.
  static func split(_ source: SourceText) -> (frontMatter: Extent, bodyStart: Int) {
    let bytes = source.utf8
    guard let start = afterFence(bytes, source.start) else { return (.none, source.start) }
    var line = start
    while line < bytes.count {
      if let end = afterFence(bytes, line) ?? afterFence(bytes, line, of: UInt8(ascii: ".")) {
        return (.closed(start..<line), end)
      }
      while line < bytes.count, bytes[line] != 10, bytes[line] != 13 { line += 1 }
      line = afterLineEnd(bytes, line)
    }
    return (.open, source.start)
  }

  /// Where the next line starts, if the line at an offset is "---" with at most spaces after it. Front matter may end
  /// as a YAML document does, with "...".
  private static func afterFence(
    _ bytes: [UInt8], _ start: Int, of mark: UInt8 = UInt8(ascii: "-")
  ) -> Int? {
    guard start + 3 <= bytes.count, bytes[start..<start + 3].allSatisfy({ $0 == mark }) else { return nil }
    var index = start + 3
    while index < bytes.count, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
    guard index == bytes.count || bytes[index] == 10 || bytes[index] == 13 else { return nil }
    return afterLineEnd(bytes, index)
  }

  private static func afterLineEnd(_ bytes: [UInt8], _ index: Int) -> Int {
    guard index < bytes.count else { return index }
    return bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? index + 2 : index + 1
  }
}
