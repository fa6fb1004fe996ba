internal import DossierCharset
internal import DossierHTML
internal import DossierModel

/// A page of the web, as browsers save it: its main text, and what it tells of itself.
///
/// What stands around the text (menus, banners, other articles, comments, buttons) is left out, and so are pictures.
struct WebPage {
  let tree: HTMLTree

  init(_ utf8: [UInt8]) { tree = HTMLTree(parsing: utf8) }

  /// Reads the bytes of a file.
  static func convert(
    _ bytes: [UInt8], location: String
  ) throws(Diagnostic) -> (text: ConvertedText, diagnostics: [Diagnostic]) {
    if let utf8 = declaredText(bytes) { return (WebPage(utf8).converted(), []) }
    let source = try SourceText.decode(bytes, location: location)
    return (WebPage(Array(source.utf8[source.start...])).converted(), source.diagnostics)
  }

  /// The main text with its record.
  func converted() -> ConvertedText {
    var text = ConvertedText()
    let metadata = WebMetadata(tree)
    text.record = metadata.record
    text.title = metadata.title
    let main = MainText(tree)
    var blocks = WebBlocks(
      tree, isDropped: main.isDropped, page: metadata.record.url, title: metadata.title)
    text.markdown = blocks.markdown(of: main.root)
    return text
  }

  /// All the text that is shown, as Markdown: of a page that is no article but a mail.
  func wholeText() -> [UInt8] {
    var blocks = WebBlocks(tree, isDropped: MainText(tree).isDropped, page: nil, title: nil)
    return blocks.markdown(of: 0)
  }

  /// The text by the character set that the page names; nothing where it names none, or where its bytes are good UTF-8
  /// whatever it says.
  private static func declaredText(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    guard let charset = declaredCharset(bytes.prefix(4_096)) else { return nil }
    let hasHighBytes = bytes.contains { $0 >= 0x80 || $0 == 0x1B }
    guard hasHighBytes, String(validating: bytes, as: UTF8.self) == nil || bytes.contains(0x1B) else {
      return nil
    }
    return Charset.decode(bytes, charset: charset)
  }

  /// What follows the first "charset=" within a tag.
  private static func declaredCharset(_ head: ArraySlice<UInt8>) -> String? {
    let text = String(
      decoding: head.map { $0 < 0x80 ? $0 | ($0 >= 0x41 && $0 <= 0x5A ? 32 : 0) : 63 }, as: UTF8.self)
    guard let key = text.range(ofFirst: ["charset"]) else { return nil }
    let value = text[key.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
    let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return name.isEmpty || name.hasPrefix("utf-16") ? nil : String(name)
  }
}
