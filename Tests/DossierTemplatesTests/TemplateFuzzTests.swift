import DossierModel
import DossierTemplates
import SeededGenerator
import Testing

/// Random templates.
struct TemplateFuzzTests {

  private static let pieces = [
    "{{title}}", "{{url}}", "{{other}}", "{{body}}", "{{{body}}}", "{{&title}}", "{{#on}}", "{{/on}}",
    "{{^on}}", "{{#rows}}",
    "{{label}}", "{{/rows}}", "{{#frame}}", "{{frame.label}}", "{{/frame}}", "{{> p}}", "{{> q}}", "{{! c }}",
    "{{=", "{{.}}",
    "{{", "}}", "{", "}", "{{#if on}}", "{{ }}", "\n", "\r\n", "  ", "\t", "<p", "<a href=\"", "\"", "'", ">",
    "<", "</p>",
    " class=\"", "='", "<script>", "</script>", "<!--", "-->", "<title>", "</title>", "é", "\u{0}", "text",
    "/", "=", "-", "!",
  ]

  /// Pieces that fit together more often.
  private static let tame = [
    "{{title}}", "{{body}}", "{{#on}}{{title}}{{/on}}", "{{^on}}x{{/on}}", "{{#rows}}{{label}}{{/rows}}",
    "{{> p}}", "\n",
    "  ", "<p class=\"{{title}}\">", "<a href=\"{{url}}\"", " title='{{title}}'", ">", "</a>", "<!-- ",
    " -->", "<title>",
    "</title>", "{{#on}} class=\"{{title}}\"{{/on}}", "{{#rows}}\n", "{{/rows}}\n", "text", "\"", "{{! c }}",
    "<textarea>",
    "</textarea>",
  ]

  private static func template(_ pieces: [String], _ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...14, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
      .joined()
  }

  private static let mark = "<X'\"&>"
  private static let record = Sample.page(
    title: mark, url: mark, other: mark, body: "<i>b</i>",
    rows: [Sample.row(mark, url: mark), Sample.row(mark)],
    frame: Sample.row(mark))

  @Test(arguments: [1, 2, 3, 4])
  func randomTemplatesAreBoundOrRefused(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    var bound = 0
    for turn in 0..<1000 {
      let pieces = turn % 2 == 0 ? Self.pieces : Self.tame
      let source = Self.template(pieces, &generator)
      let parts = ["p": Self.template(pieces, &generator), "q": Self.template(Self.pieces, &generator)]
      do throws(TemplateErrors) {
        let template = try bind(source, parts)
        bound += 1
        let output = String(decoding: template.render(Self.record), as: UTF8.self)
        #expect(!output.contains("<X"), "\(source) \(parts)")
        #expect(!output.contains("X'"), "\(source) \(parts)")
      } catch {
        #expect(!error.diagnostics.isEmpty)
        for diagnostic in error.diagnostics {
          #expect(diagnostic.id.hasPrefix("template."))
          #expect(diagnostic.hint?.isEmpty == false)
          #expect(!diagnostic.description.isEmpty)
        }
      }
    }
    #expect(bound > 100)
  }

  @Test func randomBytesAreBoundOrRefused() {
    var generator = SeededGenerator(state: 5)
    let bytes = Array("{{{}}}#^/>!&.=<\"' \n\rab\u{E9}".utf8) + [0, 255]
    for _ in 0..<3000 {
      let source = (0..<40).map { _ in bytes.randomElement(using: &generator) ?? 0 }
      let text = String(decoding: source, as: UTF8.self)
      for diagnostic in problems(text) { #expect(diagnostic.severity == .error) }
    }
  }
}
