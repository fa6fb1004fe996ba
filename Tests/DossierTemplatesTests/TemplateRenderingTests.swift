import DossierModel
import Testing

@testable import DossierTemplates

private let item = TemplateSchema("item", ["name": .text, "url": .url, "last": .flag])
private let person = TemplateSchema("person", ["name": .text, "age": .text])
private let page = TemplateSchema(
  "page",
  [
    "title": .text, "empty": .text, "body": .html, "link": .url, "yes": .flag, "no": .flag,
    "items": .list(item),
    "none": .list(item), "person": .record(person), "nobody": .record(person),
  ])

private func row(_ name: String, last: Bool = false) -> TemplateRecord {
  TemplateRecord(item, ["name": .text(name), "url": .url(name + ".html"), "last": .flag(last)])
}

private let record = TemplateRecord(
  page,
  [
    "title": .text("A & \"B\" <c> 'd'"), "empty": .text(""), "body": .html(HTML(trusted: "<i>x</i>")),
    "link": .url("a.html?b&c"), "yes": .flag(true), "no": .flag(false),
    "items": .list([row("one"), row("two", last: true)]), "none": .list([]),
    "person": .record(TemplateRecord(person, ["name": .text("Ada"), "age": .text("36")])),
    "nobody": .record(nil),
  ])

func render(_ source: String, partials: [String: String] = [:]) throws -> String {
  var files = [TemplateFile(name: "main.mustache", path: "main.mustache", source: source)]
  for (name, text) in partials {
    files.append(TemplateFile(name: name + ".mustache", path: name + ".mustache", source: text))
  }
  var output: [UInt8] = []
  try TemplateLibrary(files).bind("main.mustache", to: page).render(record, into: &output)
  return String(decoding: output, as: UTF8.self)
}

func mistakes(_ source: String, partials: [String: String] = [:]) -> [Diagnostic] {
  do {
    _ = try render(source, partials: partials)
    return []
  } catch {
    return (error as? TemplateErrors)?.diagnostics ?? []
  }
}

/// The behaviour is that of the Mustache specification (MIT licence) for the forms that are offered: comments,
/// interpolation, sections, inverted sections and partials, white space around tags included.
@Suite("Rendering templates")
struct TemplateRenderingTests {
  @Test(
    "variables are escaped, markup is not",
    arguments: [
      ("{{title}}", "A &amp; &quot;B&quot; &lt;c&gt; &#39;d&#39;"),
      ("{{ title }}", "A &amp; &quot;B&quot; &lt;c&gt; &#39;d&#39;"),
      ("{{body}}", "<i>x</i>"), ("{{{body}}}", "<i>x</i>"), ("{{& body}}", "<i>x</i>"), ("|{{empty}}|", "||"),
      ("<a href=\"{{link}}\">", "<a href=\"a.html?b&amp;c\">"), ("  {{empty}}\n", "  \n"),
      ("{{person.name}}", "Ada"),
      ("a {{! a note }} b", "a  b"), ("a\n{{! alone }}\nb", "a\nb"),
      ("a\n  {{! many\nlines }}\nb\n", "a\nb\n"),
      ("a\r\n{{! alone }}\r\nb", "a\r\nb"), ("{ {title} }", "{ {title} }"), ("", ""), ("{", "{"),
      ("a}}b", "a}}b"),
    ])
  func variables(source: String, expected: String) throws {
    #expect(try render(source) == expected)
  }

  @Test(
    "sections and inverted sections",
    arguments: [
      ("{{#yes}}a{{/yes}}{{#no}}b{{/no}}", "a"), ("{{^yes}}a{{/yes}}{{^no}}b{{/no}}", "b"),
      ("{{#title}}t{{/title}}{{#empty}}e{{/empty}}{{^empty}}none{{/empty}}", "tnone"),
      ("{{#items}}({{name}}){{/items}}", "(one)(two)"), ("{{#none}}x{{/none}}{{^none}}y{{/none}}", "y"),
      ("{{#items}}{{name}}{{^last}}, {{/last}}{{/items}}.", "one, two."),
      ("{{#person}}{{name}} {{age}}{{/person}}", "Ada 36"),
      ("{{#nobody}}{{name}}{{/nobody}}{{^nobody}}nobody{{/nobody}}", "nobody"), ("{{nobody.name}}", ""),
      ("{{#items}}{{person.name}}{{/items}}", "AdaAda"), ("{{#body}}b{{/body}}{{#link}}l{{/link}}", "bl"),
      ("{{#items}}\n- {{name}}\n{{/items}}\n", "- one\n- two\n"),
      ("a\n  {{#yes}}\nb\n  {{/yes}}\nc", "a\nb\nc"),
      ("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"), (" {{#yes}}x{{/yes}} \n", " x \n"),
      ("{{#yes}}a{{#no}}b{{/no}}c{{/yes}}d", "acd"),
      ("{{#items}}{{#last}}{{name}}{{/last}}{{/items}}", "two"),
      ("{{#yes}}{{#yes}}a{{/yes}}{{/yes}}b", "ab"), ("{{#no}}a{{/no}}b{{#yes}}c{{/yes}}d", "bcd"),
    ])
  func sections(source: String, expected: String) throws {
    #expect(try render(source) == expected)
  }

  @Test(
    "partials",
    arguments: [
      ("[{{> part}}]", "part {{person.name}}", "[part Ada]"),
      ("{{#items}}{{> part}}{{/items}}", "{{name}};", "one;two;"),
      ("a\n  {{> part}}\nb\n", "x\ny\n", "a\n  x\n  y\nb\n"), ("a {{> part}} b", "x", "a x b"),
      ("\n{{> part.mustache}}\n", "x\n", "\nx\n"),
    ])
  func partials(source: String, partial: String, expected: String) throws {
    #expect(try render(source, partials: ["part": partial]) == expected)
  }

  @Test("hostile text stays text wherever it is put")
  func hostile() throws {
    let schema = TemplateSchema("hostile", ["text": .text])
    let library = TemplateLibrary([
      TemplateFile(name: "t", path: "t", source: "<p title=\"{{text}}\" lang='{{text}}'>{{text}}</p>")
    ])
    let template = try library.bind("t", to: schema)
    for text in [
      "<script>alert(1)</script>", "\" onclick=\"x", "' onclick='x", "</p>", "&lt;", "\u{0}\u{8}", "{{text}}",
    ] {
      var output: [UInt8] = []
      template.render(TemplateRecord(schema, ["text": .text(text)]), into: &output)
      let inside = String(decoding: output, as: UTF8.self).dropFirst("<p title=\"".count).dropLast(
        "</p>".count)
      #expect(!inside.contains("<"), "\(text)")
      #expect(inside.split(separator: "\"", omittingEmptySubsequences: false).count == 2, "\(text)")
      #expect(inside.split(separator: "'", omittingEmptySubsequences: false).count == 3, "\(text)")
    }
  }
}

@Suite("Mistakes in templates")
struct TemplateMistakesTests {
  @Test(
    "each mistake has its name",
    arguments: [
      ("{{titel}}", "unknown-name"), ("{{#no}}{{nmae}}{{/no}}", "unknown-name"),
      ("{{person.nam}}", "unknown-name"),
      ("{{title.name}}", "not-a-record"), ("{{{title}}}", "not-markup"),
      ("{{&title}}", "not-markup"),
      ("{{items}}", "not-text"), ("{{yes}}", "not-text"), ("{{person}}", "not-text"),
      ("{{title", "unclosed-tag"),
      ("{{#yes}}a", "unclosed-section"), ("a{{/yes}}", "not-open"),
      ("{{#yes}}{{/no}}", "mismatched"),
      ("{{=<% %>=}}", "not-offered"), ("{{<parent}}", "not-offered"), ("{{$block}}", "not-offered"),
      ("{{.}}", "not-offered"), ("{{a b}}", "bad-name"), ("{{}}", "bad-name"),
      ("{{> prat}}", "no-partial"),
      ("{{> loop}}", "partial-cycle"), ("<p class={{title}}>", "unquoted"),
      ("<p {{title}}>", "in-tag"),
      ("<{{title}}>", "in-tag"), ("<!-- {{title}} -->", "in-comment"),
      ("<script>{{title}}</script>", "in-raw-text"),
      ("<style>{{title}}</style>", "in-raw-text"), ("<a href=\"{{title}}\">", "address-needed"),
      ("<a href=\"x{{link}}\">", "glued-address"), ("<a href=\"{{link}}x\">", "glued-address"),
      ("<img src='{{title}}'>", "address-needed"),
      ("<p title=\"{{body}}\">", "markup-in-attribute"), ("<p style=\"x\">", "inline-style"),
      ("<p onclick=\"x\">", "inline-script"),
      ("<p class=x>", "unquoted"), ("<p {{#yes}}class=\"{{/yes}}\">", "cuts-markup"),
    ])
  func mistake(source: String, id: String) throws {
    let found = mistakes(source, partials: ["part": "x", "loop": "{{> loop}}"])
    let first = try #require(found.first)
    #expect(first.id == "template." + id)
    #expect(first.location?.line == 1)
  }

  @Test("all mistakes are told at once, and printed with the line")
  func all() {
    let found = mistakes("<p>\n  {{titel}} {{yes}}\n</p>")
    #expect(
      found.map(\.description) == [
        """
        main.mustache:2:5: error: unknown name 'titel'
              {{titel}} {{yes}}
                ^~~~~
          hint: did you mean 'title'?
        """,
        """
        main.mustache:2:13: error: 'yes' is a yes or no, which can't be inserted
              {{titel}} {{yes}}
                        ^~~~~~~
          hint: write '{{#yes}}' and '{{/yes}}'
        """,
      ])
  }

  @Test("a mistake in a partial is told once, in the partial")
  func inPartial() {
    let found = mistakes("{{> part}}{{> part}}", partials: ["part": "{{> other"])
    #expect(found.map { $0.location?.path } == ["part.mustache"])
  }

  @Test("text that is almost a template never crashes")
  func random() {
    let pieces = [
      "{{", "}}", "{{{", "}}}", "#", "/", "^", ">", "!", "title", "items", "yes", "part", "<a", " href=",
      "\"", "'", "<!--", "-->", "<script>", "</script>", "\n", " ", "é", ".", "=",
    ]
    var state: UInt64 = 42
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      for mistake in mistakes(text, partials: ["part": text]) {
        #expect(mistake.hint != nil || mistake.severity == .error)
      }
    }
  }
}
