internal import DossierDeflate
internal import DossierHTML
internal import DossierModel

/// What a word processor or an e-book notes of a document in its package.
struct PackageMetadata {
  var title: String?
  var record = SourceRecord()
  /// How many comments of reviewers there are.
  var comments = 0

  init(_ info: RichTextInfo) {
    title = info.title
    record = info.record
  }

  init(_ package: ZipPackage, format: DocumentFormat) {
    switch format {
    case .word:
      // ECMA-376, part 2, core properties.
      read(package.file("docProps/core.xml"), date: ["dcterms:created", "dcterms:modified"])
      comments = count("w:comment", in: package.file("word/comments.xml", limit: 32 << 20))
    case .openDocument:
      // OpenDocument 1.2, part 1, 4.3.
      read(package.file("meta.xml"), date: ["meta:creation-date", "dc:date"])
      comments = count("office:annotation", in: package.file("content.xml", limit: 32 << 20))
    case .epub:
      guard let container = package.file("META-INF/container.xml"),
        let root = HTMLTree(parsing: container).nodes.lazy.first(where: { $0.element == "rootfile" }),
        let path = root["full-path"]
      else { return }
      read(package.file(path), date: ["dc:date"])
    default: break
    }
    // What programs write where nobody has named the document.
    if let stated = title, Self.isSenseless(stated) { title = nil }
  }

  private mutating func read(_ file: [UInt8]?, date keys: [String]) {
    guard let file else { return }
    let tree = HTMLTree(parsing: file)
    var values: [String: [String]] = [:]
    for index in tree.nodes.indices {
      // "title" alone would be raw text, as in HTML; here all have a prefix.
      guard let name = tree.nodes[index].element, name.contains(":") else { continue }
      let value = TitleText.normalised(tree.text(of: index).prefix(1_000))
      if !value.isEmpty, values[name, default: []].count < 50 { values[name, default: []].append(value) }
    }
    title = values["dc:title"]?.first
    let creators = values["dc:creator"] ?? []
    record.authors = (values["meta:initial-creator"] ?? creators).flatMap { Self.people($0) }
    record.publisher = values["dc:publisher"]?.first
    record.licence = values["dc:rights"]?.first
    record.language = values["dc:language"]?.first(where: LanguageTag.isGood)
    record.date = keys.lazy.compactMap { values[$0]?.first }.compactMap { CalendarDate(stated: $0) }.first
    record.url = values["dc:source"]?.first(where: WebAddress.isGood)
  }

  /// The people in a list such as "Jane Doe; John Smith".
  static func people(_ list: String) -> [String] {
    list.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty && !isSenselessAuthor($0) }
  }

  private func count(_ element: String, in file: [UInt8]?) -> Int {
    guard let file else { return 0 }
    return HTMLTree(parsing: file).nodes.lazy.filter { $0.element == element }.count
  }

  /// Whether a title is what a program makes up: "Microsoft Word - report.doc", "untitled", a file's name.
  static func isSenseless(_ title: String) -> Bool {
    let lower = title.lowercased()
    if lower.utf8.count < 3 { return true }
    if ["untitled", "document", "title", "slide 1", "powerpoint presentation", "about:blank", "unknown"]
      .contains(lower)
    {
      return true
    }
    if lower.hasPrefix("microsoft word") || lower.hasPrefix("microsoft powerpoint")
      || lower.hasPrefix("untitled")
    {
      return true
    }
    guard !lower.contains(" "), let dot = lower.lastIndex(of: ".") else { return false }
    return [
      "doc", "docx", "odt", "rtf", "pdf", "tex", "dvi", "indd", "qxd", "ppt", "pptx", "xls", "xlsx", "txt",
      "html",
    ]
    .contains(String(lower[lower.index(after: dot)...]))
  }

  /// Whether an author is no person: what a program or a computer is called.
  static func isSenselessAuthor(_ name: String) -> Bool {
    let lower = name.lowercased()
    let names: Set<String> = [
      "user", "admin", "administrator", "author", "owner", "unknown", "anonymous", "windows user",
      "microsoft office user",
      "python-docx", "root", "guest", "default", "pc", "office", "scanner", "un-named",
    ]
    return names.contains(lower) || lower.utf8.count < 2 || lower.hasPrefix("microsoft")
      || lower.hasPrefix("pandoc")
  }
}
