internal import DossierDeflate
internal import DossierHTML
internal import DossierModel
internal import DossierPrograms

/// Texts of word processors and books, which pandoc turns into a page of the web.
enum PandocText {
  private static let limits = Program.Limits(seconds: 60, output: 64 << 20)
  /// The most bytes that a package may have when it is unpacked.
  private static let mostUnpacked = 512 << 20

  /// Converts a file.
  ///
  /// - Parameter path: The file's absolute path: anything else could be an option or an address.
  static func convert(
    _ bytes: [UInt8], format: DocumentFormat, path: String, location: String, pandoc: Program
  ) throws(Diagnostic) -> ConvertedText {
    let metadata: PackageMetadata
    if format == .richText {
      guard bytes.starts(with: Array("{\\rtf".utf8)) else {
        throw .notWhatItsNameSays(location, format: format)
      }
      metadata = PackageMetadata(RichTextInfo(bytes))
    } else {
      guard let package = ZipPackage(bytes) else { throw .notWhatItsNameSays(location, format: format) }
      guard package.unpackedSize <= mostUnpacked else {
        throw .unpacksTooLarge(location, limit: mostUnpacked)
      }
      metadata = PackageMetadata(package, format: format)
    }
    let output: Program.Output
    do {
      output = try pandoc.run(arguments(format, path), limits)
    } catch {
      throw .conversionFailed(location, program: "pandoc", error)
    }
    guard String(validating: output.text, as: UTF8.self) != nil else {
      throw .conversionFailed(location, program: "pandoc", .failed("its output is no text"))
    }
    return text(output.text, metadata, format)
  }

  /// Nothing but the file itself is read, pandoc's heap is bounded, and tracked changes are taken as accepted.
  private static func arguments(_ format: DocumentFormat, _ path: String) -> [String] {
    let reader =
      switch format {
      case .word: "docx"
      case .openDocument: "odt"
      case .richText: "rtf"
      default: "epub"
      }
    return [
      "+RTS", "-M1g", "-RTS", "--sandbox", "--from=" + reader, "--to=html5", "--standalone", "--wrap=none",
      "--no-highlight", "--track-changes=accept", "--quiet", path,
    ]
  }

  /// What pandoc has written, with what the package says of itself.
  static func text(
    _ page: [UInt8], _ metadata: PackageMetadata, _ format: DocumentFormat
  ) -> ConvertedText {
    let tree = HTMLTree(parsing: page)
    var isDropped = [Bool](repeating: false, count: tree.nodes.count)
    var text = ConvertedText()
    text.record = metadata.record
    var authors: [String] = []
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      isDropped[index] = isDropped[node.parent]
      guard let name = node.element, !isDropped[index] else { continue }
      switch name {
      case "header" where node["id"] == "title-block-header":
        isDropped[index] = true
        text.title = heading(in: index, of: tree)
      case "meta": note(node, &text.record, &authors)
      case "figure", "nav": isDropped[index] = true
      default: break
      }
    }
    text.title = text.title ?? metadata.title
    // A book has its own list of authors, in their order.
    if !authors.isEmpty, format != .epub || text.record.authors.isEmpty { text.record.authors = authors }
    if metadata.comments > 0 { text.notes.append(.comments(metadata.comments)) }
    let body = tree.nodes.indices.first { tree.nodes[$0].element == "body" } ?? 0
    text.title = text.title ?? onlyTopHeading(in: body, of: tree, isDropped)
    var blocks = WebBlocks(tree, isDropped: isDropped, page: nil, title: text.title)
    text.markdown = blocks.markdown(of: body)
    return text
  }

  private static func heading(in header: Int, of tree: HTMLTree) -> String? {
    let found = (header..<tree.nodes[header].end).first { tree.nodes[$0].element == "h1" }
    let title = found.map { TitleText.normalised(tree.text(of: $0).prefix(1_000)) }
    return title.flatMap { $0.isEmpty || PackageMetadata.isSenseless($0) ? nil : $0 }
  }

  /// The heading that a text without a stated title begins with, where it is the only one of the first level: many write
  /// their title as a heading. Of several such headings the first is a chapter's.
  private static func onlyTopHeading(in body: Int, of tree: HTMLTree, _ isDropped: [Bool]) -> String? {
    var heading: Int?
    for index in (body + 1)..<max(body + 1, tree.nodes[body].end) where !isDropped[index] {
      if tree.nodes[index].element == "h1" {
        guard heading == nil else { return nil }
        heading = index
      } else if heading == nil, tree.nodes[index].text?.contains(where: { !$0.isWhitespace }) ?? false {
        return nil
      }
    }
    let title = heading.map { TitleText.normalised(tree.text(of: $0).prefix(1_000)) }
    return title.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What the text itself says of its author and date comes before what the program has noted.
  private static func note(_ node: HTMLTree.Node, _ record: inout SourceRecord, _ authors: inout [String]) {
    guard let content = node["content"].map({ TitleText.normalised($0.prefix(1_000)) }), !content.isEmpty
    else { return }
    switch node["name"] {
    case "author":
      for name in PackageMetadata.people(content) where !authors.contains(name) { authors.append(name) }
    case "dcterms.date": record.date = CalendarDate(stated: content) ?? record.date
    default: break
    }
  }
}
