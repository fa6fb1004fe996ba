import DossierModel
import DossierTemplates
import Testing

/// The messages, whole.
struct TemplateDiagnosticsTests {
  @Test(arguments: [
    (
      "<h1>{{titel}}</h1>",
      """
      page.mustache:1:7: error: unknown name 'titel'
          <h1>{{titel}}</h1>
                ^~~~~
        hint: did you mean 'title'?
      """
    ),
    (
      "{{#on}}\n{{/on}}{{^on}}\n  é {{ summary }}\n{{/on}}",
      """
      page.mustache:3:8: error: unknown name 'summary'
            é {{ summary }}
                 ^~~~~~~
        hint: use a name that 'page' offers: title, url, other, body, on, rows, frame
      """
    ),
    (
      "{{label}}",
      """
      page.mustache:1:3: error: unknown name 'label'
          {{label}}
            ^~~~~
        hint: put it between '{{#rows}}' and '{{/rows}}'
      """
    ),
    (
      "{{#on}}a{{else}}b{{/on}}",
      """
      page.mustache:1:11: error: unknown name 'else'
          {{#on}}a{{else}}b{{/on}}
                    ^~~~
        hint: end the section, and open its opposite with '{{^name}}'
      """
    ),
    (
      "{{#if on}}",
      """
      page.mustache:1:1: error: 'if on' is not a name
          {{#if on}}
          ^~~~~~~~~~
        hint: write '{{#on}}' and '{{/on}}'
      """
    ),
    (
      "{{frame.lable}}",
      """
      page.mustache:1:9: error: unknown name 'lable'
          {{frame.lable}}
                  ^~~~~
        hint: did you mean 'label'?
      """
    ),
    (
      "{{rows.label}}",
      """
      page.mustache:1:8: error: 'rows' is a list, so it has no 'label'
          {{rows.label}}
                 ^~~~~
        hint: open it with '{{#rows}}'
      """
    ),
    (
      "{{title.label}}",
      """
      page.mustache:1:9: error: 'title' is text, so it has no 'label'
          {{title.label}}
                  ^~~~~
        hint: remove '.label'
      """
    ),
    (
      "{{rows}}",
      """
      page.mustache:1:1: error: 'rows' is a list, which can't be inserted
          {{rows}}
          ^~~~~~~~
        hint: write '{{#rows}}' and '{{/rows}}'
      """
    ),
    (
      "{{{title}}}",
      """
      page.mustache:1:1: error: 'title' is not markup, so it can't be inserted unescaped
          {{{title}}}
          ^~~~~~~~~~~
        hint: write '{{title}}'
      """
    ),
    (
      "<ul>\n{{#rows}}\n<li>\n</ul>\n",
      """
      page.mustache:2:1: error: the section 'rows' is not closed
          {{#rows}}
          ^~~~~~~~~
        hint: close it with '{{/rows}}'
      """
    ),
    (
      "{{#rows}}\n\n{{/row}}",
      """
      page.mustache:1:1: error: the section 'rows' is closed as 'row' on line 3
          {{#rows}}
          ^~~~~~~~~
        hint: write '{{/rows}}' there
      """
    ),
    (
      "{{#rows}}{{#current}}{{/rows}}",
      """
      page.mustache:1:10: error: the section 'current' is not closed
          {{#rows}}{{#current}}{{/rows}}
                   ^~~~~~~~~~~~
        hint: close it with '{{/current}}'
      """
    ),
    (
      "a {{/on}}",
      """
      page.mustache:1:3: error: the section 'on' is closed but not open
          a {{/on}}
            ^~~~~~~
        hint: remove '{{/on}}', or open it with '{{#on}}'
      """
    ),
    (
      "a {{title}\n{{url}}",
      """
      page.mustache:1:3: error: the tag is not closed
          a {{title}
            ^~
        hint: end it with '}}'
      """
    ),
    (
      "{{{body}}",
      """
      page.mustache:1:1: error: the tag is not closed
          {{{body}}
          ^~~
        hint: end it with '}}}'
      """
    ),
    (
      "{{! a",
      """
      page.mustache:1:1: error: the tag is not closed
          {{! a
          ^~
        hint: end it with '}}'
      """
    ),
    (
      "{{ }}",
      """
      page.mustache:1:1: error: the tag has no name
          {{ }}
          ^~~~~
        hint: write a name between the braces
      """
    ),
    (
      "{{title..label}}",
      """
      page.mustache:1:1: error: 'title..label' is not a name
          {{title..label}}
          ^~~~~~~~~~~~~~~~
        hint: write letters, digits, '-' and '_', with a dot between a record and its field
      """
    ),
    (
      "{{.}}",
      """
      page.mustache:1:1: error: '{{.}}' is not offered
          {{.}}
          ^~~~~
        hint: name a field of the list's records
      """
    ),
    (
      "{{=<% %>=}}",
      """
      page.mustache:1:1: error: set-delimiter tags are not offered
          {{=<% %>=}}
          ^~~~~~~~~~~
        hint: write tags with '{{' and '}}'
      """
    ),
    (
      "{{<base}}",
      """
      page.mustache:1:1: error: template inheritance is not offered
          {{<base}}
          ^~~~~~~~~
        hint: use a partial: '{{> name}}'
      """
    ),
    (
      "{{> haed}}",
      """
      page.mustache:1:1: error: there is no partial 'haed'
          {{> haed}}
          ^~~~~~~~~~
        hint: did you mean 'head'?
      """
    ),
    (
      "{{> summary}}",
      """
      page.mustache:1:1: error: there is no partial 'summary'
          {{> summary}}
          ^~~~~~~~~~~~~
        hint: add the file 'summary.mustache'
      """
    ),
    (
      "{{> loop}}",
      """
      again.mustache:1:2: error: the partial is used inside itself: 'loop.mustache' uses 'again.mustache' uses \
      'loop.mustache'
           {{> loop}}
           ^~~~~~~~~~
        hint: remove one of these tags
      """
    ),
    (
      "<a href=\"/{{url}}\">",
      """
      page.mustache:1:11: error: an address must be the whole value of 'href'
          <a href="/{{url}}">
                    ^~~~~~~
        hint: remove what stands beside it in the quotes
      """
    ),
    (
      "<a href=\"{{title}}\">",
      """
      page.mustache:1:10: error: 'href' takes only an address
          <a href="{{title}}">
                   ^~~~~~~~~
        hint: use a name that offers an address: url, other
      """
    ),
    (
      "<p onclick=\"go()\">",
      """
      page.mustache:1:4: error: inline scripts such as 'onclick' are not offered
          <p onclick="go()">
             ^~~~~~~
        hint: remove the attribute
      """
    ),
    (
      "<p class=a>",
      """
      page.mustache:1:10: error: the attribute's value has no quotes
          <p class=a>
                   ^
        hint: put it in double quotes
      """
    ),
    (
      "<p{{#on}}>{{/on}}",
      """
      page.mustache:1:3: error: the section 'on' begins and ends in different markup
          <p{{#on}}>{{/on}}
            ^~~~~~~
        hint: put whole attributes or whole tags into the section
      """
    ),
    (
      "<p>\n1 < 2 <p title=\"",
      """
      page.mustache:2:7: error: this tag, comment or element such as 'script' is not closed before the template ends
          1 < 2 <p title="
                ^
        hint: close it
      """
    ),
    (
      "<p>{{> cut}}\n",
      """
      cut.mustache:2:1: error: this tag, comment or element such as 'script' is not closed before the template ends
          <script>a < b
          ^
        hint: close it
      """
    ),
    (
      "{{%x}}",
      """
      page.mustache:1:1: error: pragma tags are not offered
          {{%x}}
          ^~~~~~
        hint: remove the tag
      """
    ),
    (
      "{{> *name}}",
      """
      page.mustache:1:1: error: the names of partials can't be fields
          {{> *name}}
          ^~~~~~~~~~~
        hint: write the partial's own name
      """
    ),
    (
      "{{#unless on}}",
      """
      page.mustache:1:1: error: 'unless on' is not a name
          {{#unless on}}
          ^~~~~~~~~~~~~~
        hint: write '{{^on}}' and '{{/on}}'
      """
    ),
    (
      "<p {{title}}>",
      """
      page.mustache:1:4: error: a value can't be part of a tag
          <p {{title}}>
             ^~~~~~~~~
        hint: put it in an attribute's quoted value, or between tags
      """
    ),
    (
      "<!-- {{title}} -->",
      """
      page.mustache:1:6: error: a value can't stand in an HTML comment
          <!-- {{title}} -->
               ^~~~~~~~~
        hint: write '{{! … }}' for notes
      """
    ),
    (
      "<style>{{title}}</style>",
      """
      page.mustache:1:8: error: a value can't stand in '<style>'
          <style>{{title}}</style>
                 ^~~~~~~~~
        hint: put it in another element, or in a 'data-' attribute
      """
    ),
    (
      "<title>{{body}}</title>",
      """
      page.mustache:1:8: error: markup can't stand in '<title>'
          <title>{{body}}</title>
                 ^~~~~~~~
        hint: use a name that offers text
      """
    ),
    (
      "<p style=\"color: red\">",
      """
      page.mustache:1:4: error: inline styles are not offered
          <p style="color: red">
             ^~~~~
        hint: write a class here, and a rule for it in style.css
      """
    ),
  ])
  func messages(_ source: String, _ message: String) {
    let found = problems(
      source, ["head": "", "cut": "x\n<script>a < b", "loop": "{{> again}}", "again": " {{> loop}}"])
    #expect(found.map(\.description) == [message])
  }

  @Test func allMistakesAreToldAtOnce() {
    let source = "{{#on}}{{titel}}{{/on}}\n{{^on}}<p onclick=\"x\">{{rows}}{{/on}}\n{{> part}}"
    let found = problems(source, ["part": "{{#rows}}{{lable}}{{/rows}}{{#if x}}"])
    #expect(
      found.map(\.id) == [
        "template.unknown-name", "template.inline-script", "template.not-text", "template.bad-name",
        "template.unknown-name",
      ])
    #expect(found.last?.location?.path == "part.mustache")
  }

  @Test func aMistakeInAPartialIsToldOnce() {
    #expect(problems("{{> p}}{{> p}}{{#rows}}{{> p}}{{/rows}}", ["p": "{{titel}}"]).count == 1)
  }

  @Test func whatLiesInAMisspeltSectionIsChecked() {
    #expect(
      problems("{{#row}}{{lable}}{{/row}}").map(\.id) == ["template.unknown-name", "template.unknown-name"])
  }

  @Test func aMissingTemplateIsAnError() {
    do throws(TemplateErrors) {
      _ = try TemplateLibrary([TemplateFile(name: "hame.mustache", path: "p", source: "")])
        .bind("home.mustache", to: Sample.page)
      Issue.record("there is no such template")
    } catch {
      #expect(
        error.diagnostics.map(\.description) == [
          "error: there is no template 'home.mustache'\n  hint: rename 'hame.mustache'"
        ])
    }
  }

  @Test func nestingAndSizeAreLimited() {
    let deep = String(repeating: "{{#on}}", count: 33) + String(repeating: "{{/on}}", count: 33)
    #expect(problems(deep).map(\.id) == ["template.too-deep"])
    #expect(problems(String(repeating: "{{#on}}", count: 100_000)).first?.id == "template.too-deep")
    var parts: [String: String] = [:]
    for level in 0..<40 { parts["p\(level)"] = "{{> p\(level + 1)}}" }
    parts["p40"] = "x"
    #expect(problems("{{> p0}}", parts).map(\.id) == ["template.too-deep"])
  }

  @Test func partialsThatMultiplyAreLimited() {
    // Each uses the next in two records of different schemas, so the last is used in 2 to the 24th ways.
    let schema = TemplateSchema(
      "page",
      [
        "a": .record(TemplateSchema("a", ["x": .text])), "b": .record(TemplateSchema("b", ["y": .text])),
      ])
    var files = [TemplateFile(name: "p24.mustache", path: "p24", source: "x")]
    for level in 0..<24 {
      let next = "{{> p\(level + 1)}}"
      files.append(
        TemplateFile(
          name: "p\(level).mustache", path: "p\(level)", source: "{{#a}}\(next){{/a}}{{#b}}\(next){{/b}}"))
    }
    do throws(TemplateErrors) {
      _ = try TemplateLibrary(files).bind("p0.mustache", to: schema)
      Issue.record("binding took all the ways")
    } catch {
      #expect(Set(error.diagnostics.map(\.id)) == ["template.too-large"])
    }
  }

  @Test func moreThanAHundredMistakesAreNotTold() {
    #expect(problems(String(repeating: "{{ }}", count: 1000)).count == 100)
    #expect(problems((0..<1000).map { "{{nothing\($0)}}" }.joined()).count == 100)
    #expect(problems(String(repeating: "<p onx=\"\">", count: 1000)).count == 100)
  }
}
