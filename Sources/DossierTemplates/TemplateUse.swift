/// Where a partial is used: the schemas in which its names are looked up, outermost first.
public struct TemplateUse: Sendable {
  /// The partial's name: "head.mustache".
  public let partial: String
  /// The schemas of the page, and of the lists and records around the tag.
  public let schemas: [TemplateSchema]
}

extension TemplateLibrary {
  /// The names of all partials that any template names.
  public var partials: Set<String> {
    var names: Set<String> = []
    for template in parsed.values {
      for token in template.tokens where token.kind == .partial { names.insert(partialFileName(token.name)) }
    }
    return names
  }

  /// Returns where a page uses partials, directly or inside others; what is wrong in them is left out.
  public func uses(in name: String, of schema: TemplateSchema) -> [TemplateUse] {
    guard let template = parsed[name] else { return [] }
    var binder = TemplateBinder(library: self)
    binder.addPage(template, schema)
    return binder.uses
  }

  /// Returns what a template says of itself: the comment at its beginning.
  public func comment(of name: String) -> String? {
    guard let bytes = parsed[name]?.bytes, bytes.starts(with: "{{!".utf8) else { return nil }
    let words = String(decoding: bytes.dropFirst(3).prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Returns the name of the file that a tag names as a partial.
func partialFileName(_ name: String) -> String { name.hasSuffix(".mustache") ? name : name + ".mustache" }
