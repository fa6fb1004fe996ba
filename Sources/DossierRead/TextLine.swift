/// A line of plain text that is not blank, measured once so that every rule on shape is a comparison.
///
/// Offsets are 32 bits: a text is at most three times `SourceText.limit`, and millions of lines may be held.
struct TextLine {
  /// Where the line starts, indentation included.
  var start: Int32
  /// Where its first character that is no space stands.
  var textStart: Int32
  /// After its last character that is no space.
  var end: Int32
  /// The width in scalars from `textStart` to `end`.
  var width: Int32
  /// The spaces before `textStart`; a tab counts to the next multiple of 8.
  var indent: UInt16
  /// What else is seen in the line.
  var traits: Traits

  /// What else is seen in a line.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// A blank line, or the start of the text, stands before it.
    static let afterBlank = Traits(rawValue: 1)
    /// Spaces stand before its end.
    static let trailingSpace = Traits(rawValue: 2)
    /// It has runs of spaces or tabs that make columns.
    static let columns = Traits(rawValue: 4)
    /// It starts with a bullet or a number, as an item of a list does.
    static let listItem = Traits(rawValue: 8)
    /// It has punctuation only: "-----".
    static let rule = Traits(rawValue: 16)
    /// It starts with ">" or "|": a quotation in a letter, a row of a table.
    static let marked = Traits(rawValue: 32)
    /// Its first character is a bullet that never stands within a sentence.
    static let bullet = Traits(rawValue: 64)
    /// It has tabs, vertical tabs or form feeds between its words.
    static let otherSpace = Traits(rawValue: 128)
  }

  /// The bytes of the line without the spaces around it.
  var text: Range<Int> { Int(textStart)..<Int(end) }
}
