internal import DossierModel

/// What a file in another format says: Markdown, and what its format tells of it.
struct ConvertedText: Equatable {
  /// CommonMark without raw HTML; what was no markup in the file is escaped.
  var markdown: [UInt8] = []
  /// The title, where the file has one.
  var title: String?
  /// The rest.
  var record = SourceRecord()
  /// Where each page starts in `markdown`, in order; empty where the file has no pages.
  var pages: [PageStart] = []
  /// How many pages the file has, with those without text.
  var pageCount: Int?
  /// What the author should know.
  var notes: [Note] = []

  /// The start of a page's text.
  struct PageStart: Equatable {
    var offset: Int
    var page: Int
  }

  /// What is not in the text.
  enum Note: Equatable {
    /// So many comments of reviewers.
    case comments(Int)
    /// The files that came with a mail.
    case attachments([String])
    /// The pages that have no text, of how many.
    case emptyPages(Int, of: Int)
  }

  /// Returns the document.
  ///
  /// - Parameter path: The path in the folder.
  func document(
    path: String, location: String, format: DocumentFormat, ladder: MarkingLadder = .tlp
  ) -> (Document?, [Diagnostic]) {
    var reader = MarkdownReader(
      SourceText(utf8: markdown, start: 0), path: path, location: location, ladder: ladder)
    var front = FrontMatter()
    front.title = title
    front.record = record
    guard var document = reader.document(front, bodyStart: 0, takesHandLinks: false) else {
      return (nil, reader.diagnostics)
    }
    document.format = format
    let marking = document.record.marking
    document.record = record
    document.record.marking = marking
    // Web pages and mails state themselves when they were published, and by whom; other files know who made them, and when.
    if format != .html, format != .mail { Self.takeStated(&document) }
    document.pageCount = pageCount
    if !pages.isEmpty {
      var page = 0
      for index in document.blocks.indices {
        while page + 1 < pages.count, pages[page + 1].offset <= document.blocks[index].sourceRange.start {
          page += 1
        }
        document.blocks[index].page = pages[page].page
      }
    }
    return (document, reader.diagnostics + notes.map { $0.diagnostic(location) })
  }
}

extension ConvertedText {
  /// Takes the date and the authors that short lines at the top of a text state: they come before what the program has noted.
  private static func takeStated(_ document: inout Document) {
    for block in document.blocks.prefix(6) where block.kind != .title {
      guard block.kind == .paragraph, block.textRange.length <= 100 else { break }
      let line = String(document.text.slice(block.textRange))
      if let stated = DateLine(line), !stated.isUpdate, let date = stated.date {
        document.record.date = date
      }
      // Both may stand in one line: "By Jane Doe, 2 March 2023".
      if document.record.authors.isEmpty, let byline = Byline(line), byline.strength == .by {
        document.record.authors = byline.authors
      }
    }
  }
}

extension ConvertedText.Note {
  func diagnostic(_ location: String) -> Diagnostic {
    switch self {
    case .comments(let count): .commentsLeftOut(location, count: count)
    case .attachments(let names): .attachmentsLeftOut(location, names: names)
    case .emptyPages(let count, let all): .pagesWithoutText(location, count: count, of: all)
    }
  }
}
