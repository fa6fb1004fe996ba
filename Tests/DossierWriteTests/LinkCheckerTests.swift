import DossierModel
import SeededGenerator
import Testing

@testable import DossierWrite

@Suite struct LinkCheckerTests {
  /// The ids of the diagnostics for a page "documents/a.html" in a small site.
  private func check(_ html: String, path: String = "documents/a.html") -> [String] {
    let pages = [
      LinkChecker.scan(path: path, html: Array(html.utf8)),
      LinkChecker.scan(path: "index.html", html: Array("<p id=top-news><h1 id='Ñ ü'>".utf8)),
      LinkChecker.scan(path: "people/index.html", html: Array("<a name=p1>".utf8)),
      LinkChecker.scan(path: "people/a & b.html", html: []),
    ]
    return LinkChecker.check(pages, files: ["assets/style.1f.css", "a.png"]).map(\.id)
  }

  @Test(arguments: [
    "a.html", "./a.html", "#here", "#", "", "#top", "#TOP", "a.html#here", "?q=1#here", "../index.html",
    "../index.html#top-news", "../index.html#%C3%91%20%C3%BC", "../index.html#Ñ ü", "..", "../", "../.",
    "../people/",
    "../people/#p1", "../people/../index.html", "../people/a%20&amp;%20b.html", "../people/a%20%26%20b.html",
    "../people/a &#38; b.html", "../people/a &#x26; b.html", "../assets/style.1f.css?v=2#x", "..\\index.html",
    "%2e%2e/index.html", " ../index.html\n", "..&#x2F;index.html", "https://example.org/x",
    "HTTPS://example.org",
    "//example.org/", "mailto:a@example.org", "tel:+44", "data:text/plain,a",
  ])
  func accepts(_ target: String) {
    #expect(check("<p id=here><a href=\"\(target)\">x</a>") == [])
  }

  @Test(arguments: [
    ("b.html", "links.broken"), ("../../index.html", "links.broken"), ("index.html", "links.broken"),
    ("../people", "links.broken"), ("../People/", "links.broken"), ("..//index.html", "links.broken"),
    ("a.html/", "links.broken"), ("../people%2Findex.html", "links.broken"), ("a.html%00", "links.broken"),
    ("a%2ehtml%", "links.broken"), ("1:2", "links.broken"), ("#there", "links.broken-fragment"),
    ("#Here", "links.broken-fragment"), ("../index.html#top-new", "links.broken-fragment"),
    ("../people/#p2", "links.broken-fragment"), ("/index.html", "links.rooted"), ("/", "links.rooted"),
    ("\\index.html", "links.rooted"),
  ])
  func refuses(_ target: String, _ id: String) {
    #expect(check("<p id=here><a href='\(target)'>x</a>") == [id])
  }

  @Test(arguments: [
    "<img src=http://example.org/a.png>", "<script src='//example.org/a.js'></script>",
    "<link rel=stylesheet href=https://example.org/a.css>",
    "<LINK HREF=https://example.org/a.css REL='alternate StyleSheet'>",
    "<link rel=preconnect href=https://example.org>",
    "<img srcset='../a.png 1x, http://example.org/b.png 2x'>",
    "<video poster=ftp://example.org/a>", "<object data=https://example.org/a>",
    "<img src=\\\\example.org\\a>",
    "<svg><use xlink:href='https://example.org/a.svg#b'/></svg>", "<iframe src=https://example.org></iframe>",
  ])
  func findsRequestsToOtherHosts(_ html: String) {
    #expect(check(html) == ["links.outside"])
  }

  @Test(arguments: [
    "<link rel=canonical href=https://example.org/a.html>", "<link rel=license href='https://example.org/'>",
    "<img src=data:image/gif;base64,R0lGOD>", "<img src=../a.png srcset='../a.png, ../a.png 2x'>",
    "<link rel=stylesheet href=../assets/style.1f.css>", "<blockquote cite='https://example.org/'>",
    "<form action=https://example.org/search>",
  ])
  func makesNoRequest(_ html: String) {
    #expect(check(html) == [])
  }

  @Test(arguments: [
    "<!-- <a href=x> -->", "<!--><!-- <a href=x> -->", "<!---><!--a--!>", "<!-- a -- > <a href=x> --!>",
    "<script>'<a href=x>'</script>", "<SCRIPT>'<a href=x>'</Script >", "<style></stylex><a href=x></style>",
    "<title><a href=x></title>", "<textarea><a href=x></textarea>", "<script><a href=x>",
    "<!doctype html a='<b'>",
    "<? <a href=x?>", "</ <a href=x>", "</p title='><a href=x>'>", "<p title='<a href=x>'>",
    "<p title=\"<a href=x>\">",
    "< a href=x>", "<a href=x", "<a", "<", "</", "<!", "<!-", "<!--", "<a b='", "<a href", "&lt;a href=x>",
    "<a data-href=x>",
    "<a href =  '#' href=x>", "<p/href=a.html>", "<1 href=x>",
  ])
  func passesOverWhatIsNoLink(_ html: String) {
    #expect(check(html) == [])
  }

  @Test(arguments: [
    "<!--><a href=x>", "<!---><a href=x>", "<!----><a href=x>", "<!-- --!><a href=x>", "<a\nhref\n=\nx\n>",
    "<A HREF=x>",
    "<a title='>' href='x'>", "<a title=a'b href=x>", "<a/href=x/>", "<a ='x' href=x>",
    "<script></script><a href=x>",
    "<script></SCRIPT\n><a href=x>", "<b<a><a href=x>", "<p a='\"' b=\"'\"><a href=x>",
  ])
  func findsALink(_ html: String) {
    #expect(check(html) == ["links.broken"])
  }

  @Test func tellsOfAnIdThatStandsTwice() {
    #expect(check("<p id=a><p id=b><p id=a><p id='a'>") == ["links.id-twice"])
    #expect(check("<a name=a id=a><a id=b name=b><p id=''><p id=''>") == [])
    #expect(check("<p id='a&amp;b'><p id='a&#38;b'>") == ["links.id-twice"])
  }

  @Test func namesThePageTheLineAndTheLink() {
    let broken = Array("<p>\n<a href='x.html'>1</a>\n<a href='x.html'>2</a> <a href='y.html'>".utf8)
    let pages = ["a.html", "b.html", "c.html"].map { LinkChecker.scan(path: $0, html: broken) }
    let fine = LinkChecker.scan(path: "x", html: [])
    #expect(
      LinkChecker.check([fine] + pages, files: ["y.html"]).map(\.description) == [
        """
        a.html:2: error: the link 'x.html' leads to no page; the same on 2 other pages
          hint: correct it in the document or the template
        """
      ])
    #expect(LinkChecker.check(Array(pages.prefix(1)), files: []).map { $0.location?.line } == [2, 3])
  }

  @Test func keepsTheOrderOfThePages() {
    let pages = [
      ("a.html", "<a href='#x'><a href='y'><p id=1><p id=1>"), ("b.html", "<a href='/'><a href='a.html#z'>"),
    ].map { LinkChecker.scan(path: $0.0, html: Array($0.1.utf8)) }
    let ids = [
      "links.id-twice", "links.broken-fragment", "links.broken", "links.rooted", "links.broken-fragment",
    ]
    #expect(LinkChecker.check(pages, files: []).map(\.id) == ids)
  }

  @Test func knowsWhereALinkStands() {
    let html = Array("<p>é</p><a class=b href=\"c.html\">".utf8)
    let page = LinkChecker.scan(path: "a.html", html: html)
    let offset = Int(page.links[0].offset)
    #expect(String(decoding: html[offset..<(offset + 6)], as: UTF8.self) == "c.html")
  }

  @Test func readsAnyBytes() {
    var generator = SeededGenerator(state: 3)
    let pieces = [
      "<a href='", "<", ">", "'", "\"", "=", "/", "!--", "--", "&#", "x41;", "\0", "é", " ", "id=a",
      "</script", "<script",
    ]
    for _ in 0..<3000 {
      var html: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<30, using: &generator) {
        html += Array((pieces.randomElement(using: &generator) ?? "").utf8)
      }
      if Bool.random(using: &generator) { html.append(UInt8.random(in: 0...255, using: &generator)) }
      let page = LinkChecker.scan(path: "a", html: html)
      #expect(page.links.allSatisfy { Int($0.offset) <= html.count })
      _ = LinkChecker.check([page], files: [])
    }
  }
}

@Suite struct CharacterReferenceTests {
  @Test(arguments: [
    ("a&amp;b", "a&b"), ("&lt;&gt;&quot;&apos;", "<>\"'"), ("&#39;&#x27;&#X27;", "'''"), ("&#39 &#39", "' '"),
    ("&", "&"), ("&;", "&;"), ("&#;", "&#;"), ("&#x;", "&#x;"), ("&amp", "&amp"), ("&copy=1", "&copy=1"),
    ("&amp;amp;", "&amp;"),
    ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ("&#233;&#x1F600;", "é😀"),
    ("&#3a;", "\u{3}a;"),
  ])
  func decodes(_ text: String, _ expected: String) {
    #expect(String(decoding: CharacterReference.decode(Array(text.utf8)[...]), as: UTF8.self) == expected)
  }
}

@Suite struct HashedNameTests {
  /// The vectors of the hash's authors (isthe.com/chongo/tech/comp/fnv).
  @Test(arguments: [
    ("", 0xCBF2_9CE4_8422_2325 as UInt64), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
  ])
  func hashes(_ text: String, _ hash: UInt64) {
    #expect(fnv1a(Array(text.utf8)) == hash)
  }

  @Test(arguments: [
    ("style.css", "style.296230c0.css"), ("assets/style.css", "assets/style.296230c0.css"),
    ("a.min.js", "a.min.296230c0.js"),
    ("a.b/c", "a.b/c.296230c0"), (".htaccess", ".htaccess.296230c0"), ("a.b/.c", "a.b/.c.296230c0"),
    ("", ".296230c0"),
  ])
  func names(_ name: String, _ expected: String) {
    // 0xAF63DC4C ^ 0x8601EC8C
    #expect(hashedName(name, Array("a".utf8)) == expected)
  }

  @Test func writesLeadingZeros() {
    let names = (1300..<1500).map { hashedName("a", Array("\($0)".utf8)) }
    #expect(names.allSatisfy { $0.utf8.count == 10 })
    #expect(names.contains { $0.hasPrefix("a.0") })
    #expect(Set(names).count == 200)
  }
}
