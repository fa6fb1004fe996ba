import DossierHTML
import SeededGenerator
import Testing

@Suite struct HTMLTreeTests {
  /// The tree with round brackets: "p(hello b(world))".
  private func outline(_ page: String) -> String {
    let tree = HTMLTree(parsing: Array(page.utf8))
    func node(_ index: Int) -> String {
      switch tree.nodes[index].content {
      case .text(let text): "\"\(text)\""
      case .comment(let text): "!\(text)"
      case .element(let name, let attributes):
        name + attributes.sorted { $0.key < $1.key }.map { "[\($0.key)=\($0.value)]" }.joined()
          + "(" + tree.children(of: index).map(node).joined(separator: " ") + ")"
      }
    }
    return tree.children(of: 0).map(node).joined(separator: " ")
  }

  @Test(arguments: [
    ("<p>a<p>b", "p(\"a\") p(\"b\")"),
    ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li(\"a\") li(\"b\" ul(li(\"c\"))) li(\"d\"))"),
    ("<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td(\"a\") td(\"b\")) tr(th(\"c\"))) \"d\""),
    ("<table><tr><td><p>a</div>b</table>", "table(tr(td(p(\"a\" \"b\"))))"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(\"a\") dd(\"b\") dt(\"c\"))"),
    ("a<br>b<img src=x>c", "\"a\" br() \"b\" img[src=x]() \"c\""),
    ("<b><i>x</b>y</i>", "b(i(\"x\")) \"y\""),
    ("<P CLASS='a b' id=c d e=\"&amp;\">x</P>", "p[class=a b][d=][e=&][id=c](\"x\")"),
    ("<a href=1 href=2>x", "a[href=1](\"x\")"),
    (
      "<script>if (a<b) \"</p>\"</script>x",
      "script(\"if (a<b) \\\"</p>\\\"\") \"x\"".replacing("\\\"", with: "\"")
    ),
    ("<title>a &amp; <b></title>", "title(\"a & <b>\")"),
    ("<!-- a --><!DOCTYPE html><?php x ?><!-->x", "! a  ! ! ! \"x\""),
    (
      "1 < 2 & 3 &lt; 4 &#233; &#x1F600; &nosuch; &copy=1 &#0; &#150;",
      "\"1 < 2 & 3 < 4 é 😀 &nosuch; &copy=1 \u{FFFD} –\""
    ),
    ("<script>never closed <p>x", "script(\"never closed \" p(\"x\"))"),
    ("</p></nosuch>x</", "\"x</\""),
    ("<w:t/>a", "w:t() \"a\""),
  ])
  func parses(page: String, expected: String) { #expect(outline(page) == expected) }

  @Test func deepPagesAreAsDeepAsAllowed() {
    let page = Array(
      (String(repeating: "<div>", count: 100_000) + "x" + String(repeating: "</div>", count: 100_000)).utf8)
    let tree = HTMLTree(parsing: page)
    var deepest = 0
    var depths = [0]
    for index in tree.nodes.indices.dropFirst() {
      depths.append(depths[tree.nodes[index].parent] + 1)
      deepest = max(deepest, depths[index])
    }
    #expect(deepest == HTMLTree.deepest)
    #expect(tree.text(of: 0) == "x")
  }

  @Test(arguments: [UInt64](1...6))
  func anyBytesMakeATree(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let pieces = [
      "<", ">", "/", "</", "<!--", "-->", "<!", "<?", "&", "&amp", ";", "&#", "&#x", "\"", "'", "=", " ",
      "\n", "a", "p",
      "<p>", "</p>", "<li>", "<td>", "<table>", "</table>", "<script>", "</script", "<title>", "<br/>", "é",
      "\u{0}",
      "<a href=", "<b", "text", "<svg:x/>", "]]>", "<![CDATA[",
    ]
    for _ in 0..<400 {
      var page: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        page += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
        if Int.random(in: 0..<20, using: &random) == 0 { page.append(.random(in: 0...255, using: &random)) }
      }
      let nodes = HTMLTree(parsing: page).nodes
      #expect(nodes[0].end == nodes.count)
      for index in nodes.indices.dropFirst() {
        let parent = nodes[nodes[index].parent]
        #expect(nodes[index].parent < index)
        #expect(nodes[index].end > index && nodes[index].end <= parent.end)
      }
    }
  }
}
