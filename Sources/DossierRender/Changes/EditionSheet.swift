public import DossierEdition

extension EditionMark {
  /// The rules for style sheets that put the mark into the foot of every printed sheet.
  public var sheetRules: [UInt8] {
    Array(
      // It begins where the text does, beside the paragraphs' numbers.
      "@page { @bottom-left { content: \(CSSString.quoted(foot)); font: 8pt sans-serif; color: #444; padding-left: 14mm; } }\n"
        .utf8)
  }
}
