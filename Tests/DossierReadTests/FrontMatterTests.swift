import DossierModel
import DossierRead
import Testing

@Suite struct FrontMatterTests {
  private func read(_ text: String) -> (document: Document?, messages: [String]) {
    let (document, diagnostics) = DocumentReader().document(
      path: "a.md", location: "seeds/a.md", bytes: Array(text.utf8))
    return (document, diagnostics.map(\.description))
  }

  @Test func readsEveryKey() throws {
    let (document, messages) = read(
      """
      ---
      title: "  Talks at   the river "
      date: 2016-03-03
      authors: [Jane Doe, John Smith]
      affiliation: Elm Institute
      publisher: Elmstadt Post
      url: https://example.org/a
      licence: CC BY 4.0
      marking: TLP:GREEN
      language: en-GB
      slug: talks/at-the-river
      draft: true
      aliases: [/old/place/, older]
      tags: river, talks
      ---
      Body.
      """)
    #expect(messages == [])
    let found = try #require(document)
    #expect(found.title == "Talks at the river")
    #expect(found.titleOrigin == .frontMatter)
    #expect(found.slug == "talks/at-the-river")
    var record = SourceRecord()
    record.date = CalendarDate(year: 2016, month: 3, day: 3)
    record.authors = ["Jane Doe", "John Smith"]
    record.affiliation = "Elm Institute"
    record.publisher = "Elmstadt Post"
    record.url = "https://example.org/a"
    record.licence = "CC BY 4.0"
    record.marking = "TLP:GREEN"
    record.language = "en-GB"
    record.isDraft = true
    record.aliases = ["/old/place/", "older"]
    record.tags = ["river", "talks"]
    #expect(found.record == record)
    #expect(found.text == "Body.")
    #expect(found.markup == .markdown(source: "Body."))
  }

  @Test(arguments: [
    ("2016", "2016"), ("2016-03", "2016-03"), ("2016-03-03", "2016-03-03"),
    ("2016-03-03T10:30:00Z", "2016-03-03"),
    ("2016-03-03 10:30:00 +01:00", "2016-03-03"), ("'2016-03-03'", "2016-03-03"),
  ])
  func dates(text: String, iso: String) {
    let (document, messages) = read("---\ndate: \(text)\n---\nBody.")
    #expect(messages == [])
    #expect(document?.record.date?.iso == iso)
  }

  @Test(arguments: [
    (
      "tile: A",
      """
      seeds/a.md:2:1: error: unknown key 'tile'
          tile: A
          ^~~~
        hint: did you mean 'title'?
      """
    ),
    (
      "lang: en",
      """
      seeds/a.md:2:1: error: unknown key 'lang'
          lang: en
          ^~~~
        hint: did you mean 'language'?
      """
    ),
    (
      "date: 15 Augst 2022",
      """
      seeds/a.md:2:7: error: unknown date '15 Augst 2022'
          date: 15 Augst 2022
                ^~~~~~~~~~~~~
        hint: write it as 2022-08-15
      """
    ),
    (
      "date: soon",
      """
      seeds/a.md:2:7: error: unknown date 'soon'
          date: soon
                ^~~~
        hint: write it as 2022-08-15, 2022-08 or 2022
      """
    ),
    (
      "url: javascript:alert(1)",
      """
      seeds/a.md:2:6: error: 'javascript:alert(1)' is not an address of the web
          url: javascript:alert(1)
               ^~~~~~~~~~~~~~~~~~~
        hint: write it with http:// or https://
      """
    ),
    (
      "slug: Größe & Co",
      """
      seeds/a.md:2:7: error: 'Größe & Co' cannot be an address
          slug: Größe & Co
                ^~~~~~~~~~
        hint: use small letters, digits and single hyphens, such as 'grosse-co'
      """
    ),
    (
      "slug: ../../reports",
      """
      seeds/a.md:2:7: error: '../../reports' cannot be an address
          slug: ../../reports
                ^~~~~~~~~~~~~
        hint: use small letters, digits and single hyphens, such as 'reports'
      """
    ),
    (
      "slug: reports/index",
      """
      seeds/a.md:2:7: error: 'reports/index' is kept for the page that lists the others
          slug: reports/index
                ^~~~~~~~~~~~~
        hint: choose another last part
      """
    ),
    (
      "draft: perhaps",
      """
      seeds/a.md:2:8: error: 'draft' is not true or false
          draft: perhaps
                 ^~~~~~~
        hint: write true or false
      """
    ),
    (
      "language: English please",
      """
      seeds/a.md:2:11: error: unknown language 'English please'
          language: English please
                    ^~~~~~~~~~~~~~
        hint: write a language tag such as en, fr or pt-BR
      """
    ),
  ])
  func mistakesCostTheirValueOnly(line: String, message: String) throws {
    let (document, messages) = read("---\n\(line)\npublisher: Post\n---\nBody.")
    #expect(messages == [message])
    let found = try #require(document)
    #expect(found.record.publisher == "Post")
    #expect(found.slug == "a")
    var record = SourceRecord()
    record.publisher = "Post"
    #expect(found.record == record)
  }

  @Test(arguments: ["title: [a, b]", "authors: {a: b}", "tags: [[a]]", "url: [https://example.org]"])
  func valuesOfTheWrongKindAreErrors(line: String) throws {
    let (document, diagnostics) = DocumentReader().document(
      path: "a.md", location: "a.md", bytes: Array("---\n\(line)\n---\nBody.".utf8))
    #expect(document?.text == "Body.")
    #expect(diagnostics.map(\.id) == ["read.bad-value"])
    #expect(diagnostics.first?.location?.line == 2)
  }

  @Test func brokenYAMLCostsTheFrontMatterOnly() {
    let (document, messages) = read("---\ntitle: a: b\n---\nBody.")
    #expect(document?.text == "Body.")
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix("seeds/a.md:2:") == true)
  }

  @Test func frontMatterWithoutEndIsBody() {
    let (document, messages) = read("---\ntitle: A\n\nBody.\n")
    #expect(
      messages == [
        """
        seeds/a.md:1:1: error: the front matter has no end
            ---
            ^~~
          hint: close it with a line '---'
        """
      ])
    #expect(document?.markup == .markdown(source: "---\ntitle: A\n\nBody.\n"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func placesCountTheFrontMatter(ending: String, mark: String) throws {
    let text =
      mark
      + ["---", "title: Über", "---", "", "First *one*.", "", "- Second", "  line", ""].joined(
        separator: ending)
    let (document, messages) = read(text)
    #expect(messages == [])
    let found = try #require(document)
    #expect(found.title == "Über")
    #expect(found.text == "First one.\nSecond line")
    let bytes = Array(text.utf8)
    let sources = found.blocks.map {
      String(decoding: bytes[$0.sourceRange.start..<$0.sourceRange.end], as: UTF8.self)
    }
    #expect(sources == ["First *one*.", "Second" + ending + "  line"])
  }

  @Test(arguments: ["---\n---\nBody.", "---\n# nothing here\n---\nBody.", "--- \n---\t\nBody."])
  func emptyFrontMatterIsNothing(text: String) {
    let (document, messages) = read(text)
    #expect(messages == [])
    #expect(document?.text == "Body.")
  }

  @Test func onlyTheFirstLineOpensFrontMatter() {
    let (document, messages) = read("\n---\ntitle: A\n---\nBody.")
    #expect(messages == [])
    #expect(document?.titleOrigin != .frontMatter)
  }

  @Test func aDocumentWithoutBodyIsLeftOut() {
    #expect(read("---\ntitle: A\n---\n\n").document == nil)
    #expect(read("---\ntitle: A\n---\n\n").messages.count == 1)
  }
}
