import DossierFiles
import DossierModel
import Testing

@testable import Dossier

@Suite("Editions for a clearance hold nothing above it")
struct LeakTests {
  private func folder() throws -> (TemporaryFolder, CanaryFolder) {
    let canaries = CanaryFolder()
    let folder = try TemporaryFolder(canaries.files)
    for (number, picture) in canaries.pictures.enumerated() {
      try folder.write(
        picture, [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, UInt8(number)] + [UInt8](repeating: 0, count: 40))
    }
    return (folder, canaries)
  }

  @Test(
    "of 200 planted words and more, each edition has those that it may have and no byte of the others",
    arguments: 0..<5)
  func canaries(rank: Int) async throws {
    let (folder, planted) = try folder()
    #expect(planted.canaries.count >= 200)
    let addresses = try Files.read(folder.seeds + "/addresses.yml")
    let report = await folder.build {
      $0.clearance = CanaryFolder.marks[rank]
      $0.recogniser = .fast
    }
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(report.isWritten && errors.isEmpty, "\(errors.map(\.description).joined(separator: "\n"))")
    var found: Set<String> = []
    var places: [String: String] = [:]
    for (path, bytes) in try contents(of: folder.site) {
      for word in CanaryFolder.found(in: Array(path.utf8)).union(CanaryFolder.found(in: bytes)) {
        found.insert(word)
        places[word] = path
      }
    }
    for canary in planted.canaries {
      if canary.rank > rank {
        #expect(!found.contains(canary.word), "\(canary.place), \(canary.rank): \(places[canary.word] ?? "")")
      } else if canary.isShown {
        #expect(found.contains(canary.word), "\(canary.place), \(canary.rank) is not shown")
      }
    }
    #expect(try Files.read(folder.seeds + "/addresses.yml") == addresses)
    // The same marks on the home page as the edition was made for.
    #expect(try folder.page("index.html").contains(">" + CanaryFolder.marks[rank] + "</p>"))
  }

  @Test("paragraphs keep their numbers in every edition")
  func numbers() async throws {
    let folder = try TemporaryFolder([
      "a.md": "# {TLP:GREEN} Talks\n\nOne.\n\n{TLP:RED} Two of Zyqbado.\n\nThree.\n"
    ])
    #expect(await folder.build { $0.clearance = "tlp: green" }.isWritten)
    let page = try folder.page("documents/a.html")
    #expect(page.contains("id=\"p2\"") && !page.contains("id=\"p3\"") && page.contains("id=\"p4\""))
    #expect(page.contains(">TLP:GREEN</p>") && !page.contains("SHA-256"))
    #expect(await folder.build().isWritten)
    let full = try folder.page("documents/a.html")
    #expect(full.contains("<span class=\"portion\">TLP:RED</span> ") && full.contains("id=\"p4\""))
    #expect(full.contains(">TLP:RED</p>") && full.contains("SHA-256"))
  }

  @Test("a page that would say what it must not is not written, and the last site stays")
  func failure() async throws {
    let folder = try TemporaryFolder([
      "a.md": "---\nmarking: TLP:GREEN\n---\n\n# Talks\n\nAs [Night Heron](b.md) says, trains run.\n",
      "b.md":
        "---\nmarking: TLP:RED\n---\n\n# Night Heron\n\nThe account of Ivan Malkov is in Vaduz, he says.\n",
    ])
    #expect(await folder.build().isWritten)
    let before = try contents(of: folder.site)
    let report = await folder.build { $0.clearance = "TLP:GREEN" }
    let after = try contents(of: folder.site)
    #expect(!report.isWritten && after == before)
    #expect(report.diagnostics.contains { $0.id == "clearance.leak" && $0.message.contains("'Night Heron'") })
    #expect(report.diagnostics.contains { $0.id == "clearance.failed" })
    let check = await folder.build {
      $0.clearance = "TLP:GREEN"
      $0.isCheck = true
    }
    #expect(check.diagnostics.contains { $0.id == "clearance.failed" })
    try folder.write(
      "a.md", "---\nmarking: TLP:GREEN\n---\n\n# Talks\n\nAs [that paper](b.md) says, trains run.\n")
    #expect(await folder.build { $0.clearance = "TLP:GREEN" }.isWritten)
    #expect(try folder.page("documents/a.html").contains("As that paper says, trains run."))
  }

  @Test("an edition is, byte for byte, the site of a folder that never had what is withheld")
  func sameAsWithout() async throws {
    let shown = [
      "a.md": "# {TLP:GREEN} Talks\n\nAnna Keller met Tom Berg in Oslo on 2 May 2024.\n",
      "b.txt": "{TLP:CLEAR}\n\nTrains run to Bergen\n\nTom Berg says in Oslo that trains run.\n",
    ]
    let all = shown.merging([
      "c.md": "# {TLP:RED} Money\n\nAnna Keller met Ivan Malkov in Vaduz and Tom Berg in Oslo.\n"
    ]) { $1 }
    let (whole, part) = (try TemporaryFolder(all), try TemporaryFolder(shown))
    #expect(await whole.build { $0.clearance = "TLP:GREEN" }.isWritten)
    #expect(await part.build().isWritten)
    let (edition, site) = (try contents(of: whole.site), try contents(of: part.site))
    #expect(edition == site)
  }

  @Test("a preview has nothing above the clearance either")
  func preview() async throws {
    let folder = try TemporaryFolder([
      "a.md": "# {TLP:GREEN} Talks\n\nTrains run.\n\n{TLP:RED} Ivan Malkov drives.\n\n![[b]]\n",
      "b.md": "# {TLP:RED} Night Heron\n\nIn Vaduz.\n",
    ])
    var options = BuildOptions()
    (options.folder, options.output, options.cache) = (folder.seeds, folder.site, .none)
    options.clearance = "TLP:GREEN"
    let (updates, continuation) = AsyncStream.makeStream(of: LiveBriefing.Update.self)
    let briefing = LiveBriefing(options, news: { _ in }, publish: { continuation.yield($0) })
    await briefing.start()
    continuation.finish()
    var last: LiveSite?
    for await update in updates { last = update.site }
    let site = try #require(last)
    let page = String(decoding: try #require(site.file("documents/a.html")), as: UTF8.self)
    #expect(page.contains("Trains run.") && !page.contains("Malkov") && !page.contains("id=\"p4\""))
    #expect(site.file("documents/b.html") == nil)
  }

  @Test("where it can't be told who may see what, nothing is made")
  func unsure() async throws {
    let cases: [(files: [String: String], clearance: String, id: String)] = [
      (["a.md": "# {TLP:GREEN} A\n\nText.", "b.md": "# B\n\nText."], "TLP:GREEN", "marking.missing"),
      (["a.md": "# {TLP:GREEN} A\n\nText.\n\n{TLP:AMBR} More."], "TLP:GREEN", "marking.unknown"),
      (["a.md": "# {TLP:GREEN} A\n\nText and {TLP:RED} more."], "TLP:GREEN", "marking.inside"),
      (["a.md": "# {TLP:GREEN} A\n\n(TLP:RED) Text."], "TLP:GREEN", "marking.bare"),
      (["a.md": "# {TLP:GREEN} A\n\n- [TLP:AMBER+STRICT] Text."], "TLP:GREEN", "marking.bare"),
      (["a.txt": "{TLP:GREEN} A report\n\nTLP:RED\n\nText."], "TLP:GREEN", "marking.bare"),
      (["a.md": "# {TLP:GREEN} A\n\nText."], "TLP:GRN", "clearance.unknown"),
      (["a.md": "# {TLP:RED} A\n\nText."], "TLP:GREEN", "clearance.nothing"),
      (["a.md": "---\nmarking: INTERNAL\n---\n# A\n\nText."], "TLP:GREEN", "marking.unknown"),
      (
        ["a.md": "# {TLP:GREEN} A\n\nText.", "dossier.yml": "key_points: [Trains run.]"], "TLP:GREEN",
        "marking.key-point"
      ),
    ]
    for (files, clearance, id) in cases {
      let folder = try TemporaryFolder(files)
      let report = await folder.build { $0.clearance = clearance }
      #expect(
        !report.isWritten && report.diagnostics.contains { $0.id == id }, "\(id): \(report.diagnostics)")
    }
  }

  @Test("a mark that is code, or one among other words, is a text")
  func spokenOf() async throws {
    let folder = try TemporaryFolder([
      "a.md": "# {TLP:GREEN} A\n\n`TLP:RED` is the highest. Of TLP:RED nothing is told. (TLP: see below)"
    ])
    #expect(await folder.build { $0.clearance = "TLP:GREEN" }.isWritten)
  }

  @Test("a ladder of the author's own, and a default")
  func ownLadder() async throws {
    let folder = try TemporaryFolder([
      "dossier.yml": "markings: [OPEN, HOUSE USE, CLOSED]\ndefault_marking: open\n",
      "a.md": "# A\n\nTrains run.\n\n(closed) is no mark.\n\n{house  use} The driver is Ivan Malkov.\n",
      "b.txt": "{CLOSED} The last train of all\n\nIt is driven by Olga Zelenko, says the company.\n",
    ])
    #expect(await folder.build { $0.clearance = "House Use" }.isWritten)
    let page = try folder.page("documents/a.html")
    #expect(page.contains("<span class=\"portion\">HOUSE USE</span>") && page.contains(">HOUSE USE</p>"))
    #expect(try contents(of: folder.site)["documents/b.html"] == nil)
    #expect(await folder.build { $0.clearance = "OPEN" }.isWritten)
    #expect(!(try folder.page("documents/a.html")).contains("Malkov"))
  }

  @Test("a text that is no mark of a ladder is shown as it is, as long as nothing else has one")
  func freeText() async throws {
    let folder = try TemporaryFolder([
      "a.md": "---\nmarking: For the desk only\n---\n# A\n\nText {n} of {x}.", "b.md": "# B\n\n{n} items.",
    ])
    let report = await folder.build()
    #expect(report.isWritten && report.count(of: .error) == 0)
    #expect(try folder.page("documents/a.html").contains(">For the desk only</p>"))
    #expect(try folder.page("documents/b.html").contains("{n} items."))
  }
}
