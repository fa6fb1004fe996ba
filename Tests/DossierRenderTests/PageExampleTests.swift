import DossierTemplates
import Testing

@testable import DossierRender

/// The examples that are told of what templates are offered, held against what they are examples of.
struct PageExampleTests {
  @Test func everyFieldHasOneOfItsType() {
    var used: Set<String> = []
    var seen: Set<ObjectIdentifier> = []
    func check(_ schema: TemplateSchema) {
      guard seen.insert(ObjectIdentifier(schema)).inserted else { return }
      for (name, kind) in schema.fields {
        if let inner = kind.schema { check(inner) }
        let key = PageExamples.own["\(schema.name).\(name)"] == nil ? name : "\(schema.name).\(name)"
        let example = PageExamples.example(of: name, in: schema) ?? ""
        switch kind {
        case .text: #expect(!example.isEmpty && !example.contains("<"), "\(schema.name).\(name)")
        case .url:
          #expect(
            example.hasPrefix("https://") || example.hasPrefix("#") || example.contains(".html")
              || example.hasPrefix("assets/") || example.hasPrefix("feed."),
            "\(schema.name).\(name): \(example)")
          #expect(example.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"\"<>".utf8.contains($0) })
        case .html:
          #expect(
            example.hasPrefix("<") && example.count { $0 == "<" } == example.count { $0 == ">" },
            "\(schema.name).\(name): \(example)")
        case .flag, .list, .record: continue
        }
        used.insert(key)
      }
    }
    for page in PageTemplate.allCases { check(page.schema) }
    let declared = Set(PageExamples.own.keys).union(PageExamples.shared.keys)
    #expect(declared.subtracting(used).sorted() == [])
  }
}
