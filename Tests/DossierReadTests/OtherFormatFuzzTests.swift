import DossierModel
import Foundation
import SeededGenerator
import Testing

@testable import DossierRead

/// Whatever pages and mails are made of, they give a document that fits together, or a message.
@Suite struct OtherFormatFuzzTests {
  private static let pagePieces = [
    "<p>", "</p>", "<div>", "</div>", "<ul>", "<ol start=7>", "<li>", "</ul>", "<table>", "<tr>", "<td>",
    "<th>", "</table>",
    "<h1>", "</h1>", "<h3>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<em>", "</em>", "<b>",
    "</b>", "<code>",
    "<a href='https://example.org/a b|<>`\\'>", "<a href='#n'>", "</a>", "<sup>", "</sup>", "<p id=n>",
    "<br>", "<hr>",
    "<dl><dt>", "<dd>", "<script>", "</script>", "<title>", "</title>", "<meta name=author content='", "'>",
    "<article>",
    "</article>", "<nav>", "</nav>", "text", " ", "\n", "*", "_", "`", "[", "]", "(", ")", "#", "1. ", "- ",
    "|", "\\", "~~",
    "[[Name]]", "![x](y)", "---", "&amp;", "&lt;", "é", "\u{202E}", "\u{0}", "[^1]", ": ",
    "A longer run of words, with commas, so that it counts as prose and not as a menu of the page. ",
  ]

  @Test(arguments: [UInt64](1...6))
  func pages(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    for _ in 0..<200 {
      var page = ""
      for _ in 0..<Int.random(in: 0...80, using: &random) {
        page += Self.pagePieces[Int.random(in: 0..<Self.pagePieces.count, using: &random)]
      }
      check(Array(page.utf8), "a.html")
    }
  }

  /// Words without any markup must come out as they went in, whatever signs they hold.
  @Test(arguments: [UInt64](1...4))
  func textStaysText(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let signs = Array("ab1 .-+*_`[]()#|\\~!^:=<>&'\"é{}$%@/;,?")
    for _ in 0..<400 {
      var line = "x"
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        line.append(signs[Int.random(in: 0..<signs.count, using: &random)])
      }
      for lead in [
        "", "- ", "1. ", "# ", "> ", "+ ", "10) ", "=", ": ", "[^1]: ", "~~~", "```", "| a |", "---",
      ] {
        let words = lead + line
        let escaped = words.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let document = DocumentReader().document(
          path: "a.html", location: "a.html", bytes: Array("<h2>t</h2><p>\(escaped)</p>".utf8)
        ).document
        let text = document.map { String($0.text.split(separator: "\n").last ?? "") }
        #expect(text == TitleText.normalised(words))
      }
    }
  }

  @Test(arguments: [UInt64](1...6))
  func mails(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let pieces = [
      "From: ", "Subject: ", "Date: ", "To: ", "\n", "\r\n", "\n\n", " ", "\t", "=?utf-8?q?a=C3=A9?=",
      "=?iso-8859-1?b?6Q==?=",
      "=?x?y?", "Thu, 3 Mar 2016 10:30:00 +0100", "\"Doe, Jane\" <jane@example.org>", ",", "<", ">", "(", ")",
      "\"", ";",
      "Content-Type: multipart/alternative; boundary=b", "Content-Type: text/html; charset=utf-16",
      "Content-Type: text/plain; format=flowed",
      "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable", "--b\n", "--b--\n",
      "=\n", "=E9", "=Z",
      "> ", ">> ", "-- \n", "---- Forwarded message ----", "- item", "1. item", "<p>Hello <b>you",
      "Words in a line", "\u{0}", "é",
    ]
    for _ in 0..<300 {
      var mail = "From: a@example.org\n"
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        mail += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      check(Array(mail.utf8), "a.eml")
    }
  }

  @Test func changedFixtures() throws {
    var random = SeededGenerator(state: 12)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/documents")
      .standardized
    for name in ["newspaper.html", "encyclopaedia.html", "plain.eml", "html-only.eml"] {
      let original = Array(try Data(contentsOf: folder.appending(path: name)))
      for _ in 0..<100 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...20, using: &random) {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          if Bool.random(using: &random) {
            bytes[index] = .random(in: 0...255, using: &random)
          } else {
            bytes.remove(at: index)
          }
        }
        check(bytes, name)
      }
    }
  }

  private func check(_ bytes: [UInt8], _ path: String) {
    let (document, diagnostics) = DocumentReader().document(path: path, location: path, bytes: bytes)
    #expect(document != nil || !diagnostics.isEmpty)
    guard let document else { return }
    expectInvariants(document)
    #expect(document.handLinks.isEmpty)
    if case .markdown(let source, _) = document.markup { #expect(!source.contains("<script")) }
    #expect(document.blocks.allSatisfy { $0.kind != .html })
  }
}
