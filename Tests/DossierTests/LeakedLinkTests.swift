import Dossier
import DossierFiles
import DossierModel
import Testing

@Suite("Links and older editions do not lead around a clearance")
struct LeakedLinkTests {
  private func texts(of folder: TemporaryFolder, _ paths: [String]) throws -> String {
    try paths.map { try folder.page($0) }.joined()
  }

  @Test("the print edition lists no link of a withheld paragraph")
  func printedLinks() async throws {
    let folder = try TemporaryFolder([
      "a.md": "# {TLP:GREEN} Talks\n\nSee [one](https://one.example/a).\n\n"
        + "{TLP:RED} See [two](https://two.example/b).\n\nSee [three](https://three.example/c).\n"
    ])
    let report = await folder.build { $0.clearance = "TLP:GREEN" }
    #expect(report.isWritten, "\(report.diagnostics)")
    let page = try folder.page("print.html")
    #expect(page.contains("one.example") && !page.contains("two.example") && page.contains("three.example"))
  }

  @Test("a link belongs to the paragraph that shows it, wherever its address is written")
  func definitions() async throws {
    let folder = try TemporaryFolder([
      "a.md": "# {TLP:GREEN} Talks\n\nSee [one][o].\n\n{TLP:RED} See ![two][t] and [three][h].\n\n"
        + "[t]: https://two.example/b.png\n\nTrains run.\n\n[o]: https://one.example/a\n\n"
        + "{TLP:RED} They stop.\n\n[h]: https://three.example/c\n\nThey go.\n"
    ])
    let report = await folder.build { $0.clearance = "TLP:GREEN" }
    #expect(report.isWritten, "\(report.diagnostics)")
    let pages = try texts(of: folder, ["print.html", "_headers", "documents/a.html"])
    #expect(pages.contains("one.example") && !pages.contains("two.example"))
    #expect(!pages.contains("three.example"))
  }

  @Test("the host of a withheld link is looked for by itself, but for the site's own")
  func hosts() async throws {
    let folder = try TemporaryFolder([
      "dossier.yml": "base_url: https://site.example/\n",
      "a.md": "# {TLP:GREEN} Talks\n\nTrains run.\n\n"
        + "{TLP:RED} See [two](https://two.example/b) and [us](https://site.example/x).\n",
    ])
    #expect(await folder.build { $0.clearance = "TLP:GREEN" }.isWritten)
    try folder.write("dossier.yml", "title: The two.example papers\n")
    let report = await folder.build { $0.clearance = "TLP:GREEN" }
    #expect(!report.isWritten && report.diagnostics.contains { $0.id == "clearance.leak" })
  }

  @Test("a key point without a mark is no leave to say what is withheld")
  func keyPoints() async throws {
    let folder = try TemporaryFolder([
      "dossier.yml": "default_marking: TLP:CLEAR\nkey_points: [Ivan Malkov paid the council in Vaduz.]\n",
      "a.md": "# {TLP:GREEN} Talks\n\nTrains run.\n",
      "b.md": "# {TLP:RED} Money\n\nIvan Malkov paid the council in Vaduz.\n",
    ])
    let report = await folder.build { $0.clearance = "TLP:GREEN" }
    #expect(!report.isWritten && report.diagnostics.contains { $0.id == "clearance.leak" })
  }

  @Test("changes are told since an edition for the same clearance only")
  func since() async throws {
    let folder = try TemporaryFolder([
      "a.md": "# {TLP:GREEN} Talks\n\nTrains run.\n",
      "b.md": "# {TLP:RED} Money\n\nIvan Malkov is in Vaduz.\n",
    ])
    #expect(await folder.build { $0.output = folder.path + "/whole" }.isWritten)
    #expect(await folder.build { ($0.output, $0.clearance) = (folder.path + "/part", "TLP:GREEN") }.isWritten)
    // What no document says any more is not known to be withheld.
    try Files.removeFile(folder.seeds + "/b.md")
    let refused = await folder.build { ($0.since, $0.clearance) = (folder.path + "/whole", "TLP:GREEN") }
    #expect(!refused.isWritten && refused.diagnostics.contains { $0.id == "clearance.since" })
    #expect(await folder.build { ($0.since, $0.clearance) = (folder.path + "/part", "TLP:GREEN") }.isWritten)
    #expect(await folder.build { $0.since = folder.path + "/whole" }.isWritten)
  }

  @Test("other writings of a name that may be said are no hit, also in the page's address")
  func writings() async throws {
    let folder = try TemporaryFolder([
      "a.md": "# {TLP:GREEN} Talks\n\nIbrahim al-Ja’afari met Tom Berg of Da'esh in Oslo. Da'esh fights.\n",
      "b.md": "# {TLP:RED} Money\n\nIbrahim al- Jaafari pays Dae’sh in Vaduz. Dae’sh fights.\n",
      "entities.yml": "entities:\n  - {name: Da'esh, kind: organisation}\n"
        + "  - {name: Dae’sh, kind: organisation}\n",
    ])
    let report = await folder.build { $0.clearance = "TLP:GREEN" }
    #expect(report.isWritten, "\(report.diagnostics)")
  }
}
