internal import DossierModel

/// A piece of a template: text, or one tag.
struct TemplateToken: Sendable {
  var kind: Kind
  /// The bytes of the whole piece, braces included. Text has lost the line of a tag that stands alone.
  var range: TextRange
  /// What a tag names.
  var name = ""
  /// The bytes of the name.
  var nameRange = TextRange(0, 0)
  /// The white space before a tag that has the line to itself: what a partial is indented by.
  var indentation = ""
  /// Whether a line of the output begins here, so that the indentation of a partial goes before it.
  var startsLine = false
  /// A section's closing tag, as an index into the tokens; their number, where there is none.
  var close = 0

  enum Kind: Sendable { case text, variable, unescaped, section, inverted, close, partial, comment }
}
