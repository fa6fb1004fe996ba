import DossierEdition
import Testing

@Suite struct EditionMarkTests {
  private let seal = String(repeating: "1a2b3c4d", count: 8)

  @Test func tagsArePlain() {
    for tag in ["3", "2024-05", "final_2.1", String(repeating: "a", count: 32)] {
      #expect(EditionTag(tag)?.text == tag)
    }
    for tag in ["", "-3", ".x", "a b", "é", "3\n", "a/b", "</style>", String(repeating: "a", count: 33)] {
      #expect(EditionTag(tag) == nil)
    }
  }

  @Test func aFootIsReadAgain() throws {
    for tag in ["3", "2024-05", "final_2.1"] {
      let mark = EditionMark(tag: try #require(EditionTag(tag)), sourceSeal: seal)
      #expect(mark.foot == "Edition \(tag) · 1a2b3c4d")
      #expect(EditionMark(lastIn: mark.foot) == mark)
      #expect(EditionMark(lastIn: "TLP:GREEN     \(mark.foot)      4 / 12\n") == mark)
      #expect(EditionMark(lastIn: "Edition 9 · 00000000\n\(mark.foot)") == mark)
      #expect(EditionMark(lastIn: "\(mark.foot) · A briefing · 3") == mark)
    }
    for text in [
      "", "Edition 3", "Edition 3 · 1a2b", "Edition 3 · 1a2b3c4d5", "3 · 1a2b3c4d", "Edition · 1a2b3c4d",
    ] {
      #expect(EditionMark(lastIn: text) == nil)
    }
  }

  @Test func aManifestIsReadAgainAndKnowsItsSeal() throws {
    let tag = try #require(EditionTag("3"))
    func file(_ path: String) -> EditionManifest.File { .init(path: path, hash: seal) }
    var manifest = EditionManifest(
      tag: tag, program: "1.0", sources: [file("b.md"), file("a\"\n</script>.md")],
      decisions: [file("dossier.yml")], templates: [])
    #expect(manifest.sources.map(\.path) == ["a\"\n</script>.md", "b.md"])
    let sourceSeal = manifest.sourceSeal
    manifest.files = [file("index.html")]
    // The pages have the source seal on them, so it can't be over the pages.
    #expect(manifest.sourceSeal == sourceSeal)
    #expect(manifest.seal != sourceSeal)
    #expect(EditionManifest(parsing: manifest.bytes) == manifest)
    let text = String(decoding: manifest.bytes, as: UTF8.self)
    for (old, new) in [("b.md", "c.md"), (#""3""#, #""4""#), ("index", "other"), ("1.0", "1.1")] {
      let changed = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      #expect(changed.count == 2)
      #expect(EditionManifest(parsing: Array(changed.joined(separator: new).utf8)) == nil)
    }
    for end in 0..<manifest.bytes.count - 1 {
      #expect(EditionManifest(parsing: Array(manifest.bytes[..<end])) == nil)
    }
  }

  @Test func damageIsTold() throws {
    var manifest = EditionManifest(
      tag: try #require(EditionTag("3")), program: "1.0", sources: [], decisions: [], templates: [])
    manifest.files = ["a", "b", "c"].map { .init(path: $0, hash: "hash of \($0)") }
    func damage(_ paths: [String], changed: Set<String> = []) -> EditionDamage {
      EditionDamage(manifest, paths: paths) { changed.contains($0) ? nil : "hash of \($0)" }
    }
    #expect(damage(["c", "a", "b"]).isNone)
    #expect(damage(["a", "b"]).missing == ["c"])
    #expect(damage(["a", "b", "c", "e", "d"]).added == ["d", "e"])
    #expect(damage(["a", "b", "c"], changed: ["b"]).changed == ["b"])
    #expect(damage([]).missing == ["a", "b", "c"])
  }
}
