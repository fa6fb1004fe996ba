internal import DossierMarkdown
internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// A document, or some of its blocks, with the addresses of its links as notes.
  func bookDocument(_ index: Int, _ shown: Range<Int>?, _ places: BookPlaces, nameIDs: Set<String>)
    -> TemplateRecord
  {
    let item = briefing.documents[index]
    let prefix = BookPlaces.prefix(index)
    let notes = LinkNotes(prefix: prefix)
    // Only a page of the site knows the way to its files; a book on paper has none.
    let body = DocumentBody(
      site: site, index: index, document: item, up: up, idPrefix: prefix,
      placeIDs: .names(nameIDs), headingShift: 1, section: shown,
      link: { link(.entity($0, page: 0)) },
      noteLink: { document, block in link(.document(document), block.map { "p\($0 + 1)" } ?? "") },
      fileLink: { target, document in
        let printed = site.fileLinks.printed(target, in: document)
        return printed.map { places.isInSite || $0.hasPrefix("#") ? $0 : "" }
      },
      book: DocumentBody.BookStyle(
        atFoot: places.book.putsNotesAtFoot,
        after: { target, text in
          if target.hasPrefix("#") {
            return reference(to: target.dropFirst(), from: index)
          }
          return notes.mark(for: target, text: text)
        }))
    let titleBlock = item.document.blocks.firstIndex { $0.kind == .title }
    let markup = body.body()
    let stated = shown == nil ? body.statedRecord() : HTML(trusted: "")
    return TemplateRecord(
      BookSchema.document,
      [
        "id": .text(BookPlaces.documentID(index)),
        "sheet": .text(site.bookSheets.className(of: .document(index))),
        "number": .text(briefing.documents.count > 1 ? "\(index + 1)" : ""),
        "title": .text(item.document.title),
        "titleID": .text(titleBlock.map { prefix + "p\($0 + 1)" } ?? ""),
        "details": .list(bookDetails(of: index, shown)), "body": .html(markup), "stated": .html(stated),
        "hasLinks": .flag(!notes.addresses.isEmpty),
        "links": .list(
          notes.addresses.enumerated().map { number, address in
            TemplateRecord(
              BookSchema.note,
              [
                "id": .text("\(prefix)link-\(number + 1)"), "number": .text("\(number + 1)"),
                "address": .text(address),
              ])
          }),
      ])
  }

  private func bookDetails(of index: Int, _ shown: Range<Int>?) -> [TemplateRecord] {
    let record = briefing.documents[index].document.record
    var details = details(of: index)
    if record.date == nil { details.append(detail("no date stated", vague: true)) }
    if let shown { details.append(detail("¶\(shown.lowerBound + 1)–\(shown.upperBound)")) }
    return details
  }

  /// Where a link within the book leads, in the words of paper: "p. 12", or "3 ¶4" where the sheet is not known.
  private func reference(to id: Substring, from document: Int) -> HTML? {
    if let pages = book?.book.pages {
      return pages.words(for: id).map { HTML(trusted: " \($0.room)<span class=\"pg\">(\($0.text))</span>") }
    }
    guard id.first == "d", let number = Int(id.dropFirst().prefix(while: \.isNumber)) else { return nil }
    let rest = id.dropFirst(1 + String(number).count)
    let paragraph = rest.hasPrefix("-p") ? Int(rest.dropFirst(2).prefix(while: \.isNumber)) : nil
    let words = [number == document + 1 ? nil : "\(number)", paragraph.map { "¶\($0)" }].compactMap { $0 }
    return words.isEmpty
      ? nil : HTML(trusted: " <span class=\"pg\">(\(words.joined(separator: "&nbsp;")))</span>")
  }
}

/// The addresses that a document's links lead to, each with its number.
private final class LinkNotes {
  private let prefix: String
  private(set) var addresses: [String] = []
  private var numbers: [String: Int] = [:]

  init(prefix: String) { self.prefix = prefix }

  /// Returns the mark after a link; nothing where its words are the address, or it leads nowhere outside.
  func mark(for target: String, text: String) -> HTML? {
    guard target.contains(":"), target != text, target != "mailto:" + text else { return nil }
    let number = numbers[target] ?? addresses.count + 1
    if numbers[target] == nil {
      addresses.append(target)
      numbers[target] = number
    }
    return HTML(
      trusted: "<sup class=\"fn\"><a href=\"#\(prefix)link-\(number)\">[\(number)]</a></sup>")
  }
}
