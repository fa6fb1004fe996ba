internal import DossierModel
internal import DossierPrograms

/// The text of a PDF, page by page, which poppler's programs take out of it.
enum PDFText {
  /// The most pages.
  static let mostPages = 5_000
  private static let memory = 2 << 30

  /// Converts a file.
  ///
  /// - Parameter path: The file's absolute path: anything else could be an option.
  static func convert(
    _ bytes: [UInt8], path: String, location: String, text program: Program, info: Program
  ) throws(Diagnostic) -> ConvertedText {
    // Some programs write a few bytes before the mark.
    guard bytes.prefix(1_024).indices.contains(where: { bytes[$0...].starts(with: "%PDF-".utf8) }) else {
      throw .notWhatItsNameSays(location, format: .pdf)
    }
    let information = try run(
      info, ["-isodates", "-enc", "UTF-8", path],
      Program.Limits(seconds: 20, output: 1 << 20, memory: memory), location)
    var text = ConvertedText()
    let pageCount = note(information, &text)
    guard pageCount <= mostPages else { throw .tooManyPages(location, count: pageCount, limit: mostPages) }
    let output = try run(
      program, ["-bbox-layout", "-enc", "UTF-8", path, "-"],
      Program.Limits(seconds: 120, output: 128 << 20, memory: memory), location)
    let pages = PDFPage.pages(of: output)
    let empty = pages.count { $0.lines.isEmpty }
    guard empty < pages.count else { throw .pagesAreImages(location) }
    if empty > 0 { text.notes.append(.emptyPages(empty, of: pages.count)) }
    text.pageCount = pages.count
    write(pages, &text)
    return text
  }

  private static func run(
    _ program: Program, _ arguments: [String], _ limits: Program.Limits, _ location: String
  ) throws(Diagnostic) -> [UInt8] {
    do {
      return try program.run(arguments, limits).text
    } catch {
      throw .conversionFailed(
        location, program: program.path.split(separator: "/").last.map(String.init) ?? "", error)
    }
  }

  /// Notes what pdfinfo says ("Title:          Annual report"), and returns the number of pages.
  private static func note(_ information: [UInt8], _ text: inout ConvertedText) -> Int {
    var values: [String: String] = [:]
    for line in information.split(separator: 10) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = String(decoding: line[..<colon], as: UTF8.self)
      let value = TitleText.normalised(String(decoding: line[(colon + 1)...].prefix(1_000), as: UTF8.self))
      if values[key] == nil, !value.isEmpty { values[key] = value }
    }
    if let title = values["Title"], !PackageMetadata.isSenseless(title) { text.title = title }
    text.record.authors = values["Author"].map(PackageMetadata.people) ?? []
    text.record.date = values["CreationDate"].flatMap { CalendarDate(stated: $0) }
    return values["Pages"].flatMap { Int($0) } ?? 0
  }

  private static func write(_ pages: [PDFPage], _ text: inout ConvertedText) {
    let heads = RunningHeads(pages)
    let made = PDFParagraphs(
      pages.enumerated().map { ($0.offset + 1, heads.body(of: $0.element, number: $0.offset + 1)) })
    let paragraphs = made.paragraphs
    let title = title(paragraphs, text.title)
    if let title { text.title = TitleText.normalised(paragraphs[title].text) }
    // The title's height is no heading's.
    let heights = made.headingHeights().filter { height in
      title.map { abs(paragraphs[$0].height - height) * 14 > height } ?? true
    }
    var writer = MarkdownWriter()
    var wasItem = false
    for (index, paragraph) in paragraphs.enumerated() {
      if text.pages.last?.page != paragraph.page {
        text.pages.append(ConvertedText.PageStart(offset: writer.bytes.count, page: paragraph.page))
      }
      var line = MarkdownWriter.Inline()
      switch paragraph.kind {
      case .item:
        line.append(PDFParagraphs.itemText(paragraph.text) ?? Substring(paragraph.text))
        writer.beginItem("-", isFirst: !wasItem)
        writer.paragraph(line)
        writer.end()
      case .heading:
        line.append(paragraph.text)
        let level = heights.firstIndex { paragraph.height * 14 >= $0 * 13 } ?? heights.count
        writer.heading(line, level: index == title ? 1 : min(6, level + 2))
      case .prose, .small:
        line.append(paragraph.text)
        writer.paragraph(line)
      }
      wasItem = paragraph.kind == .item
    }
    text.markdown = writer.bytes
  }

  /// The heading that is the title: the one that the file states, or else the largest on the first page, where it is among
  /// the first and alone.
  private static func title(_ paragraphs: [PDFParagraphs.Paragraph], _ stated: String?) -> Int? {
    let headings = paragraphs.indices.prefix(40).filter {
      paragraphs[$0].kind == .heading && paragraphs[$0].page == 1
    }
    if let stated {
      return headings.first { TitleText.normalised(paragraphs[$0].text).lowercased() == stated.lowercased() }
    }
    guard let largest = headings.map({ paragraphs[$0].height }).max() else { return nil }
    let found = headings.filter { paragraphs[$0].height == largest }
    return found.count == 1 && found[0] < 8 ? found[0] : nil
  }
}
