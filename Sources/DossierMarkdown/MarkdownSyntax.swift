/// Which Markdown a source is written in.
public struct MarkdownSyntax: Hashable, Sendable {
  /// Whether tables, footnotes, links to notes and the rest of what authors use is read, or CommonMark alone.
  public var isExtended: Bool
  /// Whether straight quotation marks and hyphens in a row become typographic ones.
  public var isSmart: Bool

  /// CommonMark, and nothing else.
  public static let commonMark = MarkdownSyntax(isExtended: false, isSmart: false)

  /// CommonMark with what authors really use.
  public static func extended(isSmart: Bool = false) -> MarkdownSyntax {
    MarkdownSyntax(isExtended: true, isSmart: isSmart)
  }
}
