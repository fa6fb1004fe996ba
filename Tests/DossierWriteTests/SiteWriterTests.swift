import DossierFiles
import DossierModel
import Foundation
import Testing

@testable import DossierWrite

@Suite struct SiteWriterTests {
  let site = [
    "index.html": "home", "assets/style.css": "css", "documents/a.html": "a", "documents/b.html": "b",
  ]

  @Test func writesAFirstSite() throws {
    let folder = try TestFolder()
    let report = try folder.build(site)
    #expect(report == WriteReport(written: 4, unchanged: 0, removed: 0))
    #expect(try folder.contents() == site)
    #expect(try folder.manifest() == site.keys.sorted())
    #expect(try Files.names(in: folder.path).map(\.text) == ["seeds", "site"])
  }

  @Test func makesTheFoldersAboveTheOutput() throws {
    let folder = try TestFolder()
    let writer = try SiteWriter(
      output: folder.path + "/deep/er/site//", input: folder.path + "/seeds", force: false)
    _ = try writer.commit([try writer.stage("index.html", [1])])
    #expect(
      try folder.contents("deep/er") == [
        "site/index.html": "\u{1}", "site/.dossier-manifest": "dossier-manifest 1\nindex.html\n",
      ])
  }

  @Test func leavesAnEqualSiteAlone() throws {
    let folder = try TestFolder()
    try folder.build(site)
    let names = site.keys.sorted() + [Manifest.name, "documents", "."]
    let before = names.map { folder.status($0) }
    let report = try folder.build(site)
    #expect(report == WriteReport(written: 0, unchanged: 4, removed: 0))
    let after = names.map { folder.status($0) }
    #expect(before.map { $0?.identity } == after.map { $0?.identity })
    #expect(before.map { $0?.modified } == after.map { $0?.modified })
    #expect(try Files.names(in: folder.path).map(\.text) == ["seeds", "site"])
  }

  @Test func touchesOnlyWhatChanged() throws {
    let folder = try TestFolder()
    try folder.build(site)
    let before = folder.status("documents/a.html")
    var changed = site
    changed["documents/b.html"] = "B"
    changed["documents/c.html"] = "c"
    #expect(try folder.build(changed) == WriteReport(written: 2, unchanged: 3, removed: 0))
    #expect(try folder.contents() == changed)
    #expect(folder.status("documents/a.html")?.identity == before?.identity)
    #expect(folder.status("documents/a.html")?.modified == before?.modified)
  }

  @Test func removesWhatIsStaleAndItsEmptyFolders() throws {
    let folder = try TestFolder()
    try folder.build(["index.html": "home", "a/b/c.html": "c", "d/e.html": "e"])
    try folder.put("site/d/mine.txt", "mine")
    #expect(try folder.build(["index.html": "home"]) == WriteReport(written: 0, unchanged: 1, removed: 2))
    #expect(try folder.contents() == ["index.html": "home", "d/mine.txt": "mine"])
    #expect(try folder.folders() == ["d"])
    #expect(try folder.manifest() == ["index.html"])
  }

  @Test func refusesAForeignFolderUnlessForced() throws {
    let folder = try TestFolder()
    try folder.put("site/thesis.txt", "years of work")
    #expect(thrownID { try folder.build(site) } == "write.foreign")
    #expect(try Files.names(in: folder.path).map(\.text) == ["seeds", "site"])
    try folder.build(site, force: true)
    #expect(try folder.contents() == site.merging(["thesis.txt": "years of work"]) { $1 })
    // From now on the folder has a manifest, and the foreign file still survives.
    try folder.build(["index.html": "home"])
    #expect(try folder.contents() == ["index.html": "home", "thesis.txt": "years of work"])
  }

  @Test func aManifestOfAnotherFormatIsForeign() throws {
    let folder = try TestFolder()
    try folder.put("site/.dossier-manifest", "dossier-manifest 2\nindex.html\n")
    try folder.put("site/index.html", "old")
    #expect(thrownID { try folder.build(site) } == "write.foreign")
    try folder.build(site, force: true)
    #expect(try folder.contents() == site)
  }

  @Test func replacesAForeignFileOnlyIfForced() throws {
    let folder = try TestFolder()
    try folder.build(["index.html": "home"])
    try folder.put("site/about.html", "mine")
    let next = ["index.html": "new", "about.html": "theirs"]
    #expect(thrownID { try folder.build(next) } == "write.foreign-file")
    #expect(try folder.contents() == ["index.html": "home", "about.html": "mine"])
    // Where it is equal there is nothing to lose.
    try folder.build(["index.html": "new", "about.html": "mine"])
    #expect(try folder.manifest() == ["about.html", "index.html"])
    try folder.build(next)
    #expect(try folder.contents() == next)
  }

  @Test func neverRemovesAForeignFolder() throws {
    let folder = try TestFolder()
    try folder.build(["index.html": "home", "a/b.html": "b"])
    try folder.put("site/a/mine.txt", "mine")
    try Files.createFolder(folder.site + "/empty")
    for force in [false, true] {
      #expect(
        thrownID { try folder.build(["index.html": "x", "a": "file"], force: force) }
          == "write.foreign-folder")
      #expect(
        thrownID { try folder.build(["index.html": "x", "empty": "file"], force: force) }
          == "write.foreign-folder")
    }
    #expect(try folder.contents() == ["index.html": "home", "a/b.html": "b", "a/mine.txt": "mine"])
  }

  @Test(arguments: ["", ".", "seeds", "seeds/.", "file", "nowhere", "a/..", "missing/.."])
  func refusesAnOutput(_ name: String) throws {
    let folder = try TestFolder()
    try folder.put("file", "text")
    try folder.link("nowhere", to: "nothing")
    let output = name.isEmpty ? "" : folder.path + "/" + name
    #expect(throws: Diagnostic.self) {
      try SiteWriter(output: output, input: folder.path + "/seeds", force: true)
    }
    #expect(try Files.names(in: folder.path).map(\.text) == ["file", "nowhere", "seeds"])
  }

  @Test func refusesTheRootAndTheHomeFolder() throws {
    let folder = try TestFolder()
    try Files.createFolder(folder.path + "/homes/me")
    let home = folder.path + "/homes/me"
    let refused = { (output: String) in
      thrownID { _ = try SiteWriter(output: output, input: "", force: true, home: home) }
    }
    #expect(refused(home) == "write.holds-home")
    #expect(refused(folder.path + "/homes") == "write.holds-home")
    #expect(
      thrownID { _ = try SiteWriter(output: "/", input: "/nothing", force: true, home: nil) }
        == "write.holds-home")
    #expect(
      thrownID { _ = try SiteWriter(output: "//", input: folder.path, force: true, home: nil) }
        == "write.holds-input")
    let writer = try SiteWriter(output: home + "/site", input: "", force: false, home: home)
    writer.abandon()
  }

  @Test func mayLieAmongTheDocuments() throws {
    let folder = try TestFolder()
    let output = folder.path + "/seeds/site"
    let writer = try SiteWriter(output: output, input: folder.path + "/seeds", force: false)
    _ = try writer.stage("robots.txt", [1])
    // What a killed build leaves must not be read as a document.
    #expect(try Files.names(in: output + ".partial").allSatisfy { $0.text.hasPrefix(".") })
    writer.abandon()
    #expect(try Files.names(in: folder.path + "/seeds").isEmpty)
  }

  @Test func usesAnEmptyFolderAsItIs() throws {
    let folder = try TestFolder()
    try Files.createFolder(folder.site)
    let before = folder.status(".")?.identity
    try folder.build(site)
    #expect(try folder.contents() == site)
    #expect(folder.status(".")?.identity == before)
  }

  @Test func aSiteMayChangeFilesIntoFoldersAndBack() throws {
    let folder = try TestFolder()
    let files = ["index.html": "1", "a/b": "file", "c": "file"]
    let folders = ["index.html": "2", "a/b/d/e.html": "e", "a/b/f.html": "f", "c/g.html": "g"]
    for next in [files, folders, files, ["a": "file"], folders, ["a": "file", "c": "file"]] {
      try folder.build(next)
      #expect(try folder.contents() == next)
      #expect(try folder.manifest() == next.keys.sorted())
    }
    #expect(try folder.folders() == [])
  }

  @Test(arguments: [
    "", "/", "/etc/passwd", "a//b", "a/", "/a", ".", "..", "a/../b", "a/./b", "../a", "a/..", "a\0b",
    ".dossier-manifest", ".dossier-partial/a", String(repeating: "x", count: 256),
    "a/" + String(repeating: "é", count: 128), String(repeating: "a/", count: 2048) + "a",
  ])
  func refusesAPath(_ path: String) throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    defer { writer.abandon() }
    #expect { try writer.stage(path, [1]) } throws: { error in
      (error as? Diagnostic)?.id == "write.bad-path" && (error as? Diagnostic)?.location?.path == path
    }
  }

  @Test(arguments: [
    "..a", "a..b/c", ".htaccess", "a b", "a\nb", "100%", "%2e%2e/a", "é", "e\u{301}", "a\\b", "a:b",
    "b/.dossier-manifest", String(repeating: "x", count: 255),
  ])
  func writesAPath(_ path: String) throws {
    let folder = try TestFolder()
    try folder.build([path: "text", "z": "z"])
    #expect(try folder.manifest().contains(path))
    try folder.build(["z": "z"])
    #expect(try folder.contents() == ["z": "z"])
  }

  @Test func tellsNamesApartByTheirBytes() throws {
    // Equal to Swift, and two files to a Linux file system.
    let folder = try TestFolder()
    let writer = try folder.writer()
    let staged = try ["\u{E9}.html", "e\u{301}.html"].map { try writer.stage($0, Array($0.utf8)) }
    #expect(try writer.commit(staged).written == 2)
    let next = try folder.writer()
    #expect(try next.commit([try next.stage("e\u{301}.html", Array("e\u{301}.html".utf8))]).removed == 1)
    #expect(try Files.names(in: folder.site).map { Array($0.text.utf8) }.last == Array("e\u{301}.html".utf8))
  }

  @Test func refusesTwoFilesInOnePlace() throws {
    let folder = try TestFolder()
    try folder.build(["a": "old", "b": "b"])
    let writer = try folder.writer()
    defer { writer.abandon() }
    let twice = try [writer.stage("a", [1]), writer.stage("a", [2])]
    #expect(thrownID { _ = try writer.commit(twice) } == "write.path-twice")
    let clash = try [writer.stage("b/c", [1]), writer.stage("b", Array("b".utf8)), writer.stage("b!", [1])]
    #expect(thrownID { _ = try writer.commit(clash) } == "write.file-and-folder")
    #expect(try folder.contents() == ["a": "old", "b": "b"])
  }

  @Test func stagesFromManyTasksAtOnce() async throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    let staged = try await withThrowingTaskGroup(of: StagedFile.self) { group in
      for index in 0..<500 {
        group.addTask { try writer.stage("\(index % 7)/\(index % 3)/\(index).html", Array("\(index)".utf8)) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(try writer.commit(staged).written == 500)
    #expect(try folder.contents().allSatisfy { $0.key.hasSuffix("/\($0.value).html") })
    #expect(try folder.contents().count == 500)
  }

  @Test func theManifestDependsOnNothingButThePaths() throws {
    let folders = try [TestFolder(), TestFolder()]
    let paths = ["b.html", "a.html", "a/b.html", "a-b.html", "%\n.html"]
    for (folder, paths) in zip(folders, [paths, paths.reversed()]) {
      let writer = try folder.writer()
      _ = try writer.commit(try paths.map { try writer.stage($0, [1]) })
    }
    let text = "dossier-manifest 1\n%25%0A.html\na-b.html\na.html\na/b.html\nb.html\n"
    for folder in folders { #expect(try folder.contents(".")["site/.dossier-manifest"] == text) }
  }
}
