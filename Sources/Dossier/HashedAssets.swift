internal import DossierEdition
internal import DossierModel
internal import DossierRender
internal import DossierWrite

/// The style sheet and the scripts of a site, each under a name with the hash of its content.
struct HashedAssets: Sendable {
  /// Where they stand in the site.
  let names: SiteAssets
  /// What they are.
  let files: [(path: String, bytes: [UInt8])]

  /// - Parameter hasBook: Whether the style sheet of the print edition is there, which has a rule for each document.
  init(_ library: TemplateFiles, _ briefing: Briefing, hasBook: Bool, edition: EditionMark? = nil) {
    func file(_ name: String, adding rules: [UInt8] = []) -> (path: String, bytes: [UInt8]) {
      let bytes = (library.assets[name] ?? []) + rules
      return (hashedName("assets/" + name, bytes), bytes)
    }
    let style = file("style.css", adding: MarkedSheets(briefing).styleRules + (edition?.sheetRules ?? []))
    let (start, script) = (file("start.js"), file("dossier.js"))
    let book = hasBook ? file("book.css", adding: BookSheets(briefing).styleRules()) : nil
    names = SiteAssets(
      style: style.path, start: start.path, script: script.path, book: book?.path ?? "")
    files = [style, start, script] + (book.map { [$0] } ?? [])
  }
}
