import Dossier
import DossierDeflate
import DossierEdition
import DossierFiles
import DossierModel
import Foundation
import Testing

@Suite struct EditionTests {
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([
      "a.md": "---\ndate: 2024-03-12\n---\n# Night\n\nAngela Merkel slept in Oslo. ![a map](map.png)\n",
      "dossier.yml": "title: Night trains\nrecogniser: fast\nbase_url: https://example.org/b/\n",
      "map.png": "",
    ])
  }

  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0,
    1, 8, 2,
    0, 0, 0,
  ]

  @Test func theSameInputGivesTheSameEdition() async throws {
    let folder = try folder()
    try folder.write("map.png", Self.png)
    func build(_ name: String, jobs: Int) async throws -> [String: [UInt8]] {
      let report = await folder.build {
        $0.edition = EditionTag("3")
        $0.jobs = jobs
        $0.output = folder.path + "/" + name
        $0.zip = folder.path + "/" + name + ".zip"
        $0.singleFile = folder.path + "/" + name + ".html"
      }
      #expect(report.isWritten && report.count(of: .error) == 0, "\(report.diagnostics)")
      return try contents(of: folder.path + "/" + name)
    }
    let first = try await build("one", jobs: 1)
    let second = try await build("two", jobs: 7)
    #expect(first == second)
    for ending in [".zip", ".html"] {
      #expect(try Files.read(folder.path + "/one" + ending) == Files.read(folder.path + "/two" + ending))
      #expect(Files.status(folder.path + "/one" + ending + ".partial") == nil)
    }
    let manifest = try #require(EditionManifest(parsing: first["edition.json"] ?? []))
    #expect(manifest.sources.map(\.path) == ["a.md"])
    #expect(manifest.decisions.map(\.path) == ["addresses.yml", "dossier.yml"])
    #expect(manifest.templates.contains { $0.path == "document.mustache" })
    #expect(
      Set(manifest.files.map(\.path)) == Set(first.keys).subtracting(["edition.json", ".dossier-manifest"]))
    let foot = manifest.mark.foot
    for page in ["index.html", "about.html", "documents/a.html"] {
      #expect(String(decoding: first[page] ?? [], as: UTF8.self).contains(foot), "\(page)")
    }
    let style = try #require(first.first { $0.key.hasPrefix("assets/style.") }?.value)
    #expect(String(decoding: style, as: UTF8.self).contains("@bottom-left { content: \"Edition 3 \\b7  "))
    // The picture, and the whole text, are in the one page.
    let page = String(decoding: try Files.read(folder.path + "/one.html"), as: UTF8.self)
    #expect(page.contains("data:image/png;base64,iVBORw0KGgo"))
    #expect(page.contains("slept in") && page.contains(foot) && !page.contains("<script src"))
    // The archive has the site in a folder, and the page beside it.
    let package = try #require(ZipPackage(Files.read(folder.path + "/one.zip")))
    #expect(package.names.count == first.count)
    #expect(package.file("night-trains.html") == Array(page.utf8))
    #expect(package.file("night-trains/index.html") == first["index.html"])
    #expect(try EditionCheck.site(folder.path + "/one.zip").damage.isNone)
    #expect(try EditionDifference.between(folder.path + "/one.zip", folder.path + "/two").isNone)
  }

  @Test func anotherInputIsAnotherEdition() async throws {
    let folder = try folder()
    try folder.write("map.png", Self.png)
    func seal(_ tag: String = "3") async throws -> String {
      #expect(await folder.build { $0.edition = EditionTag(tag) }.isWritten)
      return try EditionCheck.site(folder.site).mark.seal
    }
    var seals = [try await seal(), try await seal("4")]
    try folder.write("entities.yml", "never: [Oslo]\n")
    seals.append(try await seal())
    try folder.write("a.md", "# Night\n\nAngela Merkel slept in Oslo.\n")
    seals.append(try await seal())
    try Files.createFolder(folder.path + "/Templates")
    try Files.write(Array(":root { --accent: navy; }".utf8), to: folder.path + "/Templates/colours.css")
    seals.append(try await seal())
    #expect(Set(seals).count == 5)
    try Files.removeTree(folder.path + "/Templates")
    #expect(try await seal() == seals[3])
  }

  @Test func eachDamageIsTold() async throws {
    let folder = try folder()
    try folder.write("map.png", Self.png)
    func build() async { _ = await folder.build { $0.edition = EditionTag("3") } }
    func damage() throws -> EditionDamage { try EditionCheck.site(folder.site).damage }
    await build()
    #expect(try damage().isNone)
    try Files.write(Array("x".utf8), to: folder.site + "/index.html", isAppended: true)
    try Files.removeFile(folder.site + "/documents/a.html")
    try Files.write([], to: folder.site + "/data/new.json")
    let found = try damage()
    #expect(found.changed == ["index.html"])
    #expect(found.missing == ["documents/a.html"])
    #expect(found.added == ["data/new.json"])
    try Files.removeFile(folder.site + "/data/new.json")
    await build()
    // A build touches only what it thinks is other, so the page that was changed is there again.
    #expect(try damage().isNone)
    // A link is no file of the site, whatever it leads to.
    try Files.rename(folder.site + "/about.html", to: folder.path + "/about.html")
    try FileManager.default.createSymbolicLink(
      atPath: folder.site + "/about.html", withDestinationPath: folder.path + "/about.html")
    #expect(try damage().changed == ["about.html"])
    // The manifest itself.
    let manifest = String(decoding: try Files.read(folder.site + "/edition.json"), as: UTF8.self)
    try Files.write(
      Array(manifest.replacingOccurrences(of: "a.md", with: "b.md").utf8), to: folder.site + "/edition.json")
    #expect(throws: (any Error).self) { try damage() }
  }

  @Test func theChangesAreAPageAndAFeed() async throws {
    let folder = try folder()
    try folder.write("map.png", Self.png)
    let old = folder.path + "/old"
    _ = await folder.build {
      $0.edition = EditionTag("2")
      $0.output = old
    }
    try folder.write(
      "a.md", "---\ndate: 2024-03-12\n---\n# Night\n\nAngela Merkel <b>woke</b> & left Oslo.\n")
    try folder.write(
      "b.txt", (0..<450).map { "Sentence number \($0) is not like any other." }.joined(separator: "\n\n"))
    let report = await folder.build {
      $0.edition = EditionTag("3")
      $0.since = old
    }
    #expect(report.isWritten && report.count(of: .error) == 0, "\(report.diagnostics)")
    let page = try folder.page("changes.html")
    #expect(page.contains("<h1>Changes since edition 2</h1>"))
    #expect(page.contains("<del>slept in</del>") && page.contains("<ins>woke"))
    #expect(try folder.page("index.html").contains("What changed since edition 2"))
    #expect(
      try folder.page("changes.xml").contains("<id>https://example.org/b/documents/a.html#edition-3</id>"))
    #expect(
      try folder.page("changes.json").contains("\"home_page_url\":\"https://example.org/b/changes.html\""))
    // What is in it is in the manifest too.
    #expect(try EditionCheck.site(folder.site).damage.isNone)
    // A long list has several pages.
    try folder.write("b.txt", "Nothing.")
    _ = await folder.build {
      $0.edition = EditionTag("4")
      $0.since = folder.site
      $0.output = folder.path + "/next"
    }
    let pages = try (1...3).map {
      String(
        decoding: try Files.read(folder.path + "/next/changes" + ($0 == 1 ? "" : "--\($0)") + ".html"),
        as: UTF8.self)
    }
    #expect(pages.map { count(of: "<b class=\"status gone\">", in: $0) }.reduce(0, +) == 450)
    #expect(pages[0].contains("changes--2.html") && pages[2].contains("Sentence number 449"))
  }

  @Test func aSiteThatIsNoEditionIsAsBefore() async throws {
    let folder = try folder()
    try folder.write("map.png", Self.png)
    #expect(await folder.build().isWritten)
    #expect(Files.status(folder.site + "/edition.json") == nil)
    #expect(Files.status(folder.site + "/changes.html") == nil)
    #expect(try !folder.page("index.html").contains("Edition"))
  }
}
