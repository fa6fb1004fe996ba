internal import DossierModel

/// A mail: its text and what its header says (RFC 5322, RFC 2045–2049).
///
/// Of several versions of the text the plain one is taken. What is attached is named, not read.
struct MailMessage {
  private let headers: MailHeaders
  private var texts: [Part] = []
  private var attachments: [String] = []
  private var partCount = 0

  /// A text of the mail.
  private struct Part {
    var isHTML: Bool
    var isFlowed: Bool
    var text: String
  }

  /// The most parts of a mail, and the most levels of parts in parts.
  private static let (mostParts, deepest) = (1_000, 8)

  /// Reads a mail; nothing where the bytes are none.
  ///
  /// - Complexity: O(bytes) for each level of parts in parts.
  init?(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    headers = MailHeaders(bytes[start...])
    guard headers.areThose else { return nil }
    texts = read(headers, bytes[headers.bodyStart...], depth: 0)
  }

  /// The text with its record.
  func converted() -> ConvertedText {
    var text = ConvertedText()
    text.title = headers.words("subject")
    text.record.date = headers.date
    text.record.authors = headers.people("from")
    text.record.language = headers.words("content-language").flatMap { LanguageTag.isGood($0) ? $0 : nil }
    var writer = MarkdownWriter()
    for (field, label) in [("to", "To"), ("cc", "Copy to")] {
      let people = headers.people(field)
      guard !people.isEmpty else { continue }
      var line = MarkdownWriter.Inline()
      line.append("\(label): " + people.joined(separator: ", "))
      writer.paragraph(line)
    }
    for part in texts {
      if part.isHTML {
        let tree = WebPage(Array(part.text.utf8))
        writer.append(tree.wholeText())
      } else {
        MailText(part.text, isFlowed: part.isFlowed).write(to: &writer)
      }
    }
    text.markdown = writer.bytes
    if !attachments.isEmpty { text.notes.append(.attachments(attachments)) }
    return text
  }

  // MARK: - Parts

  private mutating func read(_ headers: MailHeaders, _ body: ArraySlice<UInt8>, depth: Int) -> [Part] {
    partCount += 1
    guard partCount <= MailMessage.mostParts else { return [] }
    let (type, parameters) = headers.parameters(of: "content-type")
    let disposition = headers.parameters(of: "content-disposition")
    if type.hasPrefix("multipart/"), depth < MailMessage.deepest, let boundary = parameters["boundary"] {
      return parts(type, boundary: boundary, body, depth)
    }
    let isText = type.isEmpty || type == "text/plain" || type == "text/html"
    guard isText, disposition.value != "attachment" else {
      noteAttachment(type, parameters, disposition.parameters, headers)
      return []
    }
    let bytes = MailEncoding.decode(body, encoding: headers["content-transfer-encoding"]?.trimmed ?? "")
    let text = MailEncoding.text(bytes, charset: parameters["charset"])
    return [
      Part(isHTML: type == "text/html", isFlowed: parameters["format"]?.lowercased() == "flowed", text: text)
    ]
  }

  private mutating func parts(
    _ type: String, boundary: String, _ body: ArraySlice<UInt8>, _ depth: Int
  ) -> [Part] {
    let parts = MailMessage.split(body, boundary: boundary).map { part in
      let headers = MailHeaders(part)
      return read(headers, part[headers.bodyStart...], depth: depth + 1)
    }.filter { !$0.isEmpty }
    switch type {
    case "multipart/alternative":
      let hasText: ([Part]) -> Bool = { $0.contains { $0.text.contains { !$0.isWhitespace } } }
      return parts.first { hasText($0) && !$0.contains(where: \.isHTML) } ?? parts.last(where: hasText) ?? []
    case "multipart/related": return parts.first ?? []
    default: return Array(parts.joined())
    }
  }

  /// The parts between the lines "--boundary", up to the line "--boundary--".
  private static func split(_ body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--".utf8) + Array(boundary.utf8)
    guard mark.count > 2, mark.count <= 202 else { return [] }
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var index = body.startIndex
    while index < body.endIndex {
      let end = body[index...].firstIndex(of: 10) ?? body.endIndex
      if body[index..<end].starts(with: mark) {
        let rest = body[(index + mark.count)..<end].filter { $0 != 13 && $0 != 32 && $0 != 9 }
        if rest.isEmpty || rest.starts(with: [0x2D, 0x2D]) {
          if let start { parts.append(body[start..<max(start, index)]) }
          start = min(body.endIndex, end + 1)
          if !rest.isEmpty || parts.count >= mostParts { return parts }
        }
      }
      index = end + 1
    }
    // A mail that was cut off.
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }

  private mutating func noteAttachment(
    _ type: String, _ parameters: [String: String], _ disposition: [String: String], _ headers: MailHeaders
  ) {
    let name =
      disposition["filename*"].map(MailEncoding.extendedValue)
      ?? (disposition["filename"] ?? parameters["name"]).map { MailEncoding.header($0) }
      ?? parameters["name*"].map(MailEncoding.extendedValue)
    // Pictures in the text have no names, or are known by an id.
    if type.hasPrefix("image/"), name == nil || headers["content-id"] != nil { return }
    attachments.append(
      TitleText.normalised((name ?? (type == "message/rfc822" ? "a mail" : type)).prefix(200)))
  }
}
