import DossierModel
import SeededGenerator
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    ("North Korea", "north-korea"),
    ("Ibrahim Al-Ja’afari", "ibrahim-al-jaafari"),
    ("Ja'afari", "jaafari"),
    ("São Tomé & Príncipe", "sao-tome-principe"),
    ("Łódź", "lodz"),
    ("Straße", "strasse"),
    ("Ærø", "aero"),
    ("Nguyễn Phú Trọng", "nguyen-phu-trong"),
    ("cafe\u{301}", "cafe"),
    ("  --  UN  --  ", "un"),
    ("a -- b", "a-b"),
    ("Владимир Путин", "владимир-путин"),
    ("金正恩", "金正恩"),
    ("سامراء", "سامراء"),
    ("हिन्दी", "हिन्दी"),
    ("3rd Battalion, 321st", "3rd-battalion-321st"),
    ("a\u{AD}b\u{200B}c", "abc"),
    ("!?", "untitled"),
    ("", "untitled"),
    ("İstanbul", "istanbul"),
  ])
  func slugs(text: String, slug: String) {
    #expect(Slug.make(text) == slug)
  }

  @Test(arguments: [
    ("syria/Statement One.txt", "syria/statement-one"),
    ("000_71f0.txt", "000-71f0"),
    ("index.md", "index-page"),
    ("a/Index.txt", "a/index-page"),
    ("index/a.txt", "index/a"),
    ("archive.2016.md", "archive-2016"),
    (".hidden", "hidden"),
    ("no extension", "no-extension"),
  ])
  func paths(path: String, slug: String) {
    #expect(Slug.make(path: path) == slug)
  }

  @Test func isCutAtAHyphenWithinTheLimit() {
    let long = Array(repeating: "word", count: 40).joined(separator: " ")
    let slug = Slug.make(long)
    #expect(slug.utf8.count <= 80)
    #expect(slug.hasSuffix("-word"))
    #expect(Slug.make(String(repeating: "x", count: 200)).utf8.count == 80)
    #expect(Slug.make(String(repeating: "金", count: 100)).utf8.count <= 80)
    #expect(Slug.make("one two three", limit: 7).utf8.count <= 7)
  }

  @Test func aCutSlugEndsInAWord() {
    #expect(Slug.make("one two three", limit: 4) == "one")
    #expect(Slug.make("one two three", limit: 8) == "one-two")
    // Twenty letters of four bytes, so that the limit falls on the hyphen after them.
    let gothic = String(repeating: "\u{10330}", count: 19)
    #expect(Slug.make(gothic + "ab ab cd").hasSuffix("ab"))
  }

  /// A slug has no double hyphen, none at its ends, no capital and no character that an address would escape;
  /// making it again changes nothing.
  @Test func holdsItsPropertiesOnRandomText() {
    var random = SeededGenerator(state: 7)
    let pool: [Unicode.Scalar] = Array(
      " -_./'’&AZaz09éÉßŁøİıДж金ا\u{301}\u{64E}\u{200D}\u{AD}—“”🎉²½Ⅷ\u{0}\n\t".unicodeScalars)
    for _ in 0..<2000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        view.append(pool[Int.random(in: 0..<pool.count, using: &random)])
      }
      let text = String(view)
      let slug = Slug.make(text)
      #expect(!slug.isEmpty)
      #expect(slug.utf8.count <= 80)
      #expect(!slug.contains("--"), "\(text.debugDescription)")
      #expect(!slug.hasPrefix("-") && !slug.hasSuffix("-"), "\(text.debugDescription)")
      #expect(slug == Slug.make(text))
      #expect(slug == Slug.make(slug), "\(text.debugDescription)")
      #expect(!slug.unicodeScalars.contains { " /.?#%&\"'<>\\".unicodeScalars.contains($0) || $0.value < 33 })
    }
  }
}
