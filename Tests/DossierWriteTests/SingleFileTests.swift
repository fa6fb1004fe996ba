import DossierWrite
import SeededGenerator
import Testing

@Suite struct SingleFileTests {
  private let files = [
    "assets/style.css": "a { content: \"</style><script>\" } b > c {}", "pictures/map.png": "PNG",
    "pictures/a b.svg": "<svg/>",
  ]

  private func made(_ html: String, path: String = "print.html") -> String {
    String(
      decoding: SingleFile.make(html: Array(html.utf8), path: path) { files[$0].map { Array($0.utf8) } },
      as: UTF8.self)
  }

  @Test func stylesAndPicturesComeIn() {
    #expect(
      made(#"<link rel="stylesheet" href="assets/style.css"><p>x"#)
        == #"<style>a { content: "<\/style><script>" } b > c {}</style><p>x"#)
    #expect(
      made(#"<img src="pictures/map.png" alt="a">"#) == #"<img src="data:image/png;base64,UE5H" alt="a">"#)
    #expect(made(#"<img src='pictures/a%20b.svg'>"#) == #"<img src="data:image/svg+xml;base64,PHN2Zy8+">"#)
    #expect(
      made(#"<img src=../pictures/map.png>"#, path: "a/b.html") == #"<img src="data:image/png;base64,UE5H">"#)
    #expect(made(#"<img src="data:image/gif;base64,AA==">"#) == #"<img src="data:image/gif;base64,AA==">"#)
  }

  @Test func nothingIsAskedFor() {
    for tag in [
      #"<img src="https://example.org/a.png" alt="a">"#, #"<img alt="a" src="//example.org/a.png">"#,
      #"<img src="none.png" alt="a">"#, #"<img SRC = '/a.png' alt="a">"#,
      #"<img srcset="a.png 1x, b.png 2x" alt="a">"#, #"<img src="../../etc/passwd" alt="a">"#,
    ] {
      let page = made(tag)
      #expect(!page.contains("rc") && page.contains(#"alt="a""#), "\(page)")
    }
    for tag in [
      #"<script src="assets/a.js" defer></script>"#, #"<script src="a.js">if (a < b) "</scrip"</script >"#,
      #"<link rel="preload" href="a.css">"#, #"<link rel="icon" href="https://example.org/a.ico">"#,
    ] { #expect(made("a" + tag + "b") == "ab") }
    // Data for machines is no program, and the page's own address no request.
    for tag in [
      #"<script type="application/ld+json">{"a": "<a href='x'>"}</script>"#,
      #"<link rel="canonical" href="https://example.org/">"#,
    ] { #expect(made(tag) == tag) }
    #expect(
      made(#"<meta charset="utf-8"><p>"#).contains(
        #"<meta charset="utf-8"><meta http-equiv="Content-Security-Policy""#))
  }

  @Test func linksStayInside() {
    for link in [
      ##"<a href="#p1">x</a>"##, #"<a href="https://example.org/">x</a>"#, #"<a href="mailto:a@b.c">x</a>"#,
    ] {
      #expect(made(link) == link)
    }
    for link in [
      #"<a href="sources.html">x</a>"#, #"<a href="">x</a>"#, #"<a href="/a">x</a>"#, #"<a href="..">x</a>"#,
    ] {
      #expect(made(link) == "<a>x</a>")
    }
    #expect(
      made(#"<a class="m" href="print.html#a%22b" id="i">"#) == ##"<a class="m" href="#a%22b" id="i">"##)
    #expect(made(#"<a href="x.html" class=m HREF="y.html" title='a "b"'>"#) == #"<a class=m title='a "b"'>"#)
    #expect(made(#"<use href="x.svg#a"/><br/>"#) == #"<use /><br/>"#)
    #expect(made(##"<a href="#a&quot;b&lt;">"##) == ##"<a href="#a&quot;b&lt;">"##)
  }

  @Test func anythingGoesThrough() {
    var random = SeededGenerator(state: 12)
    let pieces = [
      "<a href=", "\"", "'", ">", "<img src=", "x.png", "<script src=a>", "</script", "<style>", "<!--",
      "-->",
      "<link rel=stylesheet href=assets/style.css>", "#a", " ", "=", "</", "é", "<meta charset=x",
    ]
    for _ in 0..<5_000 {
      let html = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let links = LinkChecker.scan(path: "print.html", html: Array(made(html).utf8))
      let wrong = LinkChecker.findings([links], files: []).filter {
        $0.problem != .brokenFragment && $0.problem != .idTwice
      }
      #expect(wrong.isEmpty, "\(html)")
    }
  }
}
