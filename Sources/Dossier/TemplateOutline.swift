internal import DossierRender
internal import DossierTemplates

/// What a template is, and the names that it can use.
public struct TemplateOutline: Sendable {
  /// The file's name: "home.mustache".
  public let file: String
  /// What it is, in the words of the file itself.
  public let summary: String
  /// What it makes.
  public let kind: Kind
  /// The templates whose pages a part is in.
  public let pages: [String]
  /// The names that it can use, wherever it is used; or the colours that it sets.
  public let names: [Name]

  /// The name by which a part is inserted, and by which the commands know the file.
  public var name: String { Self.name(ofFile: file) }

  /// What a file makes.
  public enum Kind: String, CaseIterable, Sendable {
    /// Pages.
    case page
    /// A part of pages.
    case part
    /// What stands beside the pages: style sheets and scripts.
    case asset
  }

  /// A name that a template can use.
  public struct Name: Sendable {
    /// The name.
    public let name: String
    /// What it stands for: text, address, markup, flag, list or record; or colour.
    public let type: String
    /// An example, of what is no list and no record.
    public let example: String
    /// The names of a record, or of each record of a list.
    public let names: [Name]
  }

  /// The built-in templates: the pages, their parts, and what stands beside them.
  public static var all: [TemplateOutline] {
    let files = builtInTemplates()
    let library = TemplateLibrary(
      files.filter { $0.name.hasSuffix(".mustache") }.map {
        TemplateFile(name: $0.name, path: $0.name, source: String(decoding: $0.bytes, as: UTF8.self))
      })
    var uses: [String: [(page: PageTemplate, use: TemplateUse)]] = [:]
    for page in PageTemplate.allCases {
      for use in library.uses(in: page.fileName, of: page.schema) {
        uses[use.partial, default: []].append((page, use))
      }
    }
    let pages = PageTemplate.allCases.map { page in
      TemplateOutline(
        file: page.fileName, summary: library.comment(of: page.fileName) ?? "", kind: .page, pages: [],
        names: page.schema.fields.map { Name($0.name, $0.kind, in: page.schema) })
    }
    let parts = uses.sorted { $0.key < $1.key }.map { file, uses in
      TemplateOutline(
        file: file, summary: library.comment(of: file) ?? "", kind: .part,
        pages: PageTemplate.allCases.filter { page in uses.contains { $0.page == page } }.map(\.rawValue),
        names: common(uses.map(\.use)))
    }
    let assets = files.filter { !$0.name.hasSuffix(".mustache") }.map { file in
      TemplateOutline(
        file: file.name, summary: comment(of: file.bytes), kind: .asset, pages: [],
        names: file.name == TemplateFiles.coloursName ? colours(in: file.bytes) : [])
    }
    return pages + parts + assets
  }

  /// The names of all files, by which the commands know them.
  public static var allNames: [String] { builtInTemplates().map { name(ofFile: $0.name) } }

  private static func name(ofFile file: String) -> String {
    file.hasSuffix(".mustache") ? String(file.dropLast(".mustache".utf8.count)) : file
  }

  /// Returns the first sentence of the comment that a style sheet or script begins with.
  private static func comment(of bytes: [UInt8]) -> String {
    let words = bytes.drop { "/* ".utf8.contains($0) }.prefix { !".\n".utf8.contains($0) }
    return String(decoding: words, as: UTF8.self) + "."
  }

  /// Returns the colours that a style sheet sets in its first rule, with what they are set to.
  private static func colours(in bytes: [UInt8]) -> [Name] {
    let rules = String(decoding: bytes, as: UTF8.self).split(separator: "*/", maxSplits: 1).last ?? ""
    let text = rules.drop { $0 != "{" }.dropFirst().prefix { $0 != "}" }
    return text.split(separator: ";").compactMap { declaration in
      let words = declaration.split { $0.isWhitespace || $0 == ":" }
      guard words.count == 2, words[0].hasPrefix("--") else { return nil }
      return Name(name: String(words[0]), type: "colour", example: String(words[1]), names: [])
    }
  }

  /// Returns the names that are offered, as the same thing, in all places where a part is used.
  private static func common(_ uses: [TemplateUse]) -> [Name] {
    let offers = uses.map(Offer.init)
    guard let first = offers.first else { return [] }
    return first.order.compactMap { name in
      guard let field = first.fields[name],
        offers.allSatisfy({ $0.fields[name].map { $0.kind.isLike(field.kind) } ?? false })
      else { return nil }
      return Name(name, field.kind, in: field.schema)
    }
  }

  /// What is offered in one place: the innermost of the names that are alike.
  private struct Offer {
    var order: [String] = []
    var fields: [String: (kind: TemplateField, schema: TemplateSchema)] = [:]

    init(_ use: TemplateUse) {
      for schema in use.schemas.reversed() {
        for (name, kind) in schema.fields where fields[name] == nil {
          order.append(name)
          fields[name] = (kind, schema)
        }
      }
    }
  }
}

extension TemplateOutline.Name {
  fileprivate init(_ name: String, _ kind: TemplateField, in schema: TemplateSchema) {
    self.init(
      name: name, type: kind.word,
      example: kind.isLeaf ? PageExamples.example(of: name, in: schema) ?? "" : "",
      names: kind.schema.map { inner in inner.fields.map { Self($0.name, $0.kind, in: inner) } } ?? [])
  }
}

extension TemplateField {
  fileprivate var word: String {
    switch self {
    case .text: "text"
    case .url: "address"
    case .html: "markup"
    case .flag: "flag"
    case .list: "list"
    case .record: "record"
    }
  }

  fileprivate var isLeaf: Bool {
    switch self {
    case .text, .url, .html: true
    case .flag, .list, .record: false
    }
  }

  /// Whether two fields are one thing to a template.
  fileprivate func isLike(_ other: TemplateField) -> Bool { word == other.word && schema === other.schema }
}
