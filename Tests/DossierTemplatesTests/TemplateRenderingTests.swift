import DossierModel
import DossierTemplates
import Testing

/// What a bound template renders.
struct TemplateRenderingTests {
  private static let hostile = "<script>alert('1')</script> \"&\" {{title}} \u{0}\u{1B}]"

  @Test func outputIsAppended() throws {
    let template = try bind("[{{title}}]")
    var bytes = Array("before ".utf8)
    template.render(Sample.page(title: "a"), into: &bytes)
    template.render(Sample.page(title: "b"), into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "before [a][b]")
  }

  @Test func valuesOfEveryKind() throws {
    let source = """
      {{title}} {{body}} {{{body}}} {{&body}} {{frame.label}}
      {{#rows}}
      <a href="{{url}}"{{#current}} class="now"{{/current}}>{{label}} {{title}} {{frame.label}}</a>
      {{/rows}}
      {{#frame}}{{label}}{{/frame}}{{^frame}}none{{/frame}}
      """
    let rows = [Sample.row("1", url: "a?b&c"), Sample.row("2", current: true)]
    #expect(
      try render(source, [:], Sample.page(title: "<", rows: rows)) == """
        &lt; <p>b</p> <p>b</p> <p>b</p> f
        <a href="a?b&amp;c">1 &lt; f</a>
        <a href="u" class="now">2 &lt; f</a>
        f
        """)
    #expect(
      try render(source, [:], Sample.page(rows: [], frame: nil)) == "T <p>b</p> <p>b</p> <p>b</p> \nnone")
  }

  @Test func textBehindASectionIsAlwaysRendered() throws {
    let source = "a{{#on}}b{{/on}}c{{^on}}d{{/on}}e{{#rows}}f{{/rows}}g"
    #expect(try render(source) == "abceffg")
    #expect(try render(source, [:], Sample.page(on: false, rows: [])) == "acdeg")
  }

  @Test func partialsSeeTheRecordsAroundTheirTag() throws {
    let source =
      "{{#frame}}{{> p}}{{/frame}}{{#rows}}{{> p}}{{/rows}}{{#rows}}{{#frame}}{{> p}}{{/frame}}{{/rows}}"
    #expect(try render(source, ["p": "{{label}}{{title}};"]) == "fT;1T;2T;fT;fT;")
  }

  @Test func aListInsideATagIsCheckedForEachTurn() throws {
    #expect(
      try render("<p{{#rows}} {{> p}}{{/rows}}>", ["p": "data-x=\"{{label}}\""])
        == "<p data-x=\"1\" data-x=\"2\">")
  }

  @Test func conveniences() {
    let nothing: String? = nil
    let record = TemplateRecord(Sample.row, ["label": "text", "url": .url(nothing), "current": .flag(false)])
    let template = try? TemplateLibrary([
      TemplateFile(name: "r", path: "r", source: "{{label}}{{^url}}!{{/url}}")
    ])
    .bind("r", to: Sample.row)
    #expect(template.map { String(decoding: $0.render(record), as: UTF8.self) } == "text!")
  }

  /// Places in which text from a document may stand.
  @Test(arguments: [
    "{{title}}", "<p>{{title}}</p>", "<p title=\"{{title}}\">", "<p class='a {{title}} b'>",
    "<title>{{title}}</title>",
    "<textarea>{{title}}</textarea>", "{{#on}}{{title}}{{/on}}", "{{#rows}}{{label}}{{/rows}}",
    "{{frame.label}}",
    "{{> p}}", "  {{> p}}\n", "<a href=\"{{url}}\">", "<meta name=\"description\" content=\"{{title}}\">",
  ])
  func textArrivesEscaped(_ source: String) throws {
    let row = Sample.row(Self.hostile, url: Self.hostile)
    let record = Sample.page(title: Self.hostile, url: Self.hostile, rows: [row], frame: row)
    let parts = ["p": "{{title}}\n{{#rows}}{{label}}{{/rows}}"]
    let output = try render(source, parts, record)
    #expect(
      output.contains(
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;&amp;&quot; {{title}} \u{FFFD}\u{FFFD}]"))
    for raw in ["<script", "alert('", " \"&", "\u{0}", "\u{1B}"] { #expect(!output.contains(raw)) }
  }
}
