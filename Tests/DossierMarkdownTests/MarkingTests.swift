import DossierMarkdown
import DossierModel
import Testing

/// A mark whose tags show which is which: `<a 1>`, in later parts `<a 1+>`, in links `<s 1>`.
func mark(_ start: Int, _ end: Int, _ name: String = "m") -> LeafEdit.Span {
  func tag(_ markup: String) -> HTML { HTML(trusted: markup) }
  return LeafEdit.Span(
    range: TextRange(start, end), open: tag("<a \(name)>"), reopen: tag("<a \(name)+>"), close: tag("</a>"),
    insideLink: (tag("<s \(name)>"), tag("<s \(name)+>"), tag("</s>")))
}

/// A sentence: `<q 1>`, in later parts and in links too.
func sentence(_ start: Int, _ end: Int, _ name: String) -> LeafEdit.Span {
  let tags = (
    open: HTML(trusted: "<q \(name)>"), reopen: HTML(trusted: "<q \(name)+>"), close: HTML(trusted: "</q>")
  )
  return LeafEdit.Span(
    range: TextRange(start, end), open: tags.open, reopen: tags.reopen, close: tags.close, insideLink: tags)
}

@Suite("Marking")
struct MarkingTests {
  func html(_ source: String, _ spans: LeafEdit.Span...) -> String {
    var tree = MarkdownTree(parsing: source)
    tree.apply([LeafEdit(leaf: 0, spans: spans)])
    return tree.html().markup
  }

  @Test("wraps a part of a text")
  func part() {
    #expect(html("One two three", mark(4, 7)) == "<p>One <a m>two</a> three</p>\n")
    #expect(html("One two", mark(0, 7)) == "<p><a m>One two</a></p>\n")
    #expect(html("A < B & C", mark(2, 5)) == "<p>A <a m>&lt; B</a> &amp; C</p>\n")
    #expect(html("é日😀x", mark(2, 5, "1"), mark(5, 9, "2")) == "<p>é<a 1>日</a><a 2>😀</a>x</p>\n")
    #expect(
      html("a b c d", mark(0, 1, "1"), mark(2, 3, "2"), mark(6, 7, "3"))
        == "<p><a 1>a</a> <a 2>b</a> c <a 3>d</a></p>\n")
  }

  @Test("goes on over a break within one element")
  func breaks() {
    #expect(html("in North\nKorea now", mark(3, 14)) == "<p>in <a m>North\nKorea</a> now</p>\n")
    #expect(html("North  \nKorea", mark(0, 11)) == "<p><a m>North<br />\nKorea</a></p>\n")
    #expect(html("a_b&amp;c\nd", mark(0, 7)) == "<p><a m>a_b&amp;c\nd</a></p>\n")
    #expect(html("North\nKorea", mark(5, 11)) == "<p>North\n<a m>Korea</a></p>\n")
    #expect(html("North\n*Korea*", mark(0, 11)) == "<p><a m>North</a>\n<em><a m+>Korea</a></em></p>\n")
  }

  @Test("is made in parts where an element begins or ends")
  func elements() {
    #expect(
      html("**Vladimir** Putin", mark(0, 14)) == "<p><strong><a m>Vladimir</a></strong><a m+> Putin</a></p>\n"
    )
    #expect(
      html("a *b **c** d* e", mark(0, 9))
        == "<p><a m>a </a><em><a m+>b </a><strong><a m+>c</a></strong><a m+> d</a></em><a m+> e</a></p>\n")
    #expect(
      html("x ![i](/i) y", mark(0, 4)) == "<p><a m>x </a><img src=\"/i\" alt=\"i\" /><a m+> y</a></p>\n")
    #expect(
      html("x<b>y", mark(0, 2)) == "<p><a m>x</a><!-- raw HTML omitted --><a m+>y</a></p>\n")
  }

  @Test("a sentence holds its marks, and is no link")
  func sentences() {
    func html(_ source: String, _ sentences: [LeafEdit.Span], _ spans: [LeafEdit.Span]) -> String {
      var tree = MarkdownTree(parsing: source)
      tree.apply([LeafEdit(leaf: 0, sentences: sentences, spans: spans)])
      return tree.html().markup
    }
    #expect(
      html("A b. C d.", [sentence(0, 4, "1"), sentence(5, 9, "2")], [mark(2, 3, "x"), mark(5, 6, "y")])
        == "<p><q 1>A <a x>b</a>.</q> <q 2><a y>C</a> d.</q></p>\n")
    #expect(
      html("In North\n*Korea* now.", [sentence(0, 19, "1")], [mark(3, 14, "x")])
        == "<p><q 1>In <a x>North</a>\n<em><a x+>Korea</a></em> now.</q></p>\n")
    #expect(
      html("A *b. C* `d` e. F", [sentence(0, 4, "1"), sentence(5, 11, "2")], [])
        == "<p><q 1>A </q><em><q 1+>b.</q> <q 2>C</q></em><q 2+> <code>d</code> e.</q> F</p>\n")
    #expect(
      html("[A b](/u) c.", [sentence(0, 6, "1")], [mark(2, 3, "x")])
        == "<p><q 1><a href=\"/u\">A <s x>b</s></a> c.</q></p>\n")
  }

  @Test("uses other tags in a link")
  func links() {
    #expect(html("[a b](/u)", mark(2, 3)) == "<p><a href=\"/u\">a <s m>b</s></a></p>\n")
    #expect(
      html("the [US](/u) army", mark(4, 11)) == "<p>the <a href=\"/u\"><s m>US</s></a><a m+> army</a></p>\n")
    #expect(html("[*a*](/u)", mark(0, 1)) == "<p><a href=\"/u\"><em><s m>a</s></em></a></p>\n")
  }

  @Test("leaves code spans whole")
  func code() {
    #expect(html("a `b` c", mark(0, 5)) == "<p><a m>a </a><code>b</code><a m+> c</a></p>\n")
    #expect(html("`abc`", mark(0, 3)) == "<p><code>abc</code></p>\n")
    #expect(html("`a` b", mark(0, 3)) == "<p><code>a</code><a m> b</a></p>\n")
  }

  @Test(
    "ignores spans that do not lie in the text",
    arguments: [
      [mark(-1, 2)], [mark(0, 99)], [mark(99, 100)], [mark(1, 1)], [mark(0, 1)], [mark(1, 3)], [mark(2, 1)],
      [mark(3, 100), mark(-5, -1)],
    ])
  func invalid(spans: [LeafEdit.Span]) {
    var tree = MarkdownTree(parsing: "é *日* b")
    tree.apply([LeafEdit(leaf: 0, spans: spans), LeafEdit(leaf: 7, spans: [mark(0, 1)]), LeafEdit(leaf: -1)])
    #expect(tree.html().markup == "<p>é <em>日</em> b</p>\n")
  }

  @Test("ignores a span that overlaps the one before")
  func overlap() {
    #expect(
      html("abcdef", mark(0, 4, "1"), mark(2, 6, "2"), mark(4, 5, "3")) == "<p><a 1>abcd</a><a 3>e</a>f</p>\n"
    )
  }

  @Test("puts no link into one made before")
  func twice() {
    var tree = MarkdownTree(parsing: "a b c")
    tree.apply([LeafEdit(leaf: 0, spans: [mark(0, 3, "1")])])
    tree.apply([LeafEdit(leaf: 0, spans: [mark(2, 5, "2")])])
    #expect(tree.html().markup == "<p><a 1>a <s 2>b</s></a><a 2+> c</a></p>\n")
  }

  @Test("puts the lead first in a leaf, and before a code block")
  func leads() {
    let lead = HTML(trusted: "<i></i>")
    var tree = MarkdownTree(parsing: "- a\n- # b\n      code\n")
    tree.apply((0..<3).map { LeafEdit(leaf: $0, lead: lead, spans: [mark(0, 1)]) })
    #expect(
      tree.html().markup
        == "<ul>\n<li><i></i><a m>a</a></li>\n<li>\n<h1><i></i><a m>b</a></h1>\n<i></i>\n<pre><code>code\n</code></pre>\n</li>\n</ul>\n"
    )
  }

  @Test("takes leaves out, once")
  func removal() {
    var tree = MarkdownTree(parsing: "# a\n\nb\n\n```\nc\n```\n")
    tree.apply([
      LeafEdit(leaf: 0, isRemoved: true), LeafEdit(leaf: 0, isRemoved: true),
      LeafEdit(leaf: 0, spans: [mark(0, 1)]),
      LeafEdit(leaf: 2, isRemoved: true), LeafEdit(leaf: 1, spans: [mark(0, 1)]),
    ])
    #expect(tree.html().markup == "<p><a m>b</a></p>\n")
    #expect(tree.leafBlocks().count == 1)
  }
}
