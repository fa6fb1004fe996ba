import DossierFiles
import DossierModel
import Foundation
import SeededGenerator
import Testing

@testable import DossierWrite

/// What somebody may have put into the output, or beside it.
@Suite struct HostileOutputTests {
  let site = ["index.html": "home", "people/a.html": "a"]

  @Test func theOutputMayBeALinkToAFolder() throws {
    let folder = try TestFolder()
    try Files.createFolder(folder.path + "/disk/real")
    try folder.link("site", to: "disk/real")
    try folder.build(site)
    #expect(Files.status(folder.site, followLinks: false)?.kind == .link)
    #expect(try folder.contents("disk/real") == site)
    #expect(try Files.names(in: folder.path + "/disk").map(\.text) == ["real"])
  }

  @Test func neverWritesThroughALinkToAFolder() throws {
    let folder = try TestFolder()
    try folder.build(["index.html": "home"])
    try folder.put("outside/a.html", "mine")
    try folder.link("site/people", to: "../outside")
    #expect(thrownID { try folder.build(site) } == "write.foreign-file")
    try folder.build(site, force: true)
    #expect(try folder.contents() == site)
    #expect(try folder.contents("outside") == ["a.html": "mine"])
  }

  @Test func equalFilesBehindALinkAreNotOurs() throws {
    let folder = try TestFolder()
    try folder.build(site)
    try Files.rename(folder.site + "/people", to: folder.path + "/outside")
    try folder.link("site/people", to: "../outside")
    #expect(thrownID { try folder.build(site) } == "write.foreign-file")
    // A stale file behind the link stays, and so does the link.
    try folder.build(["index.html": "home"])
    #expect(try folder.contents() == ["index.html": "home", "people": "-> ../outside"])
    #expect(try folder.contents("outside") == ["a.html": "a"])
  }

  @Test func replacesALinkAndNotWhatItNames() throws {
    let folder = try TestFolder()
    try folder.build(site)
    try folder.put("outside.html", "home")
    try Files.removeFile(folder.site + "/index.html")
    try folder.link("site/index.html", to: "../outside.html")
    try folder.build(["index.html": "new", "people/a.html": "a"])
    #expect(try folder.contents()["index.html"] == "new")
    #expect(try folder.contents(".")["outside.html"] == "home")
  }

  @Test func aPipeInThePlaceOfAFileDoesNotHang() throws {
    let folder = try TestFolder()
    try folder.build(site)
    try Files.removeFile(folder.site + "/index.html")
    #expect(mkfifo(folder.site + "/index.html", 0o600) == 0)
    try folder.build(site)
    #expect(try folder.contents() == site)
  }

  @Test func ignoresWhatAManifestMustNotName() throws {
    let folder = try TestFolder()
    try folder.put("outside.txt", "mine")
    try folder.put("site/old.html", "old")
    let lines = [
      "../outside.txt", folder.path + "/outside.txt", "..", "", ".", "a/../../outside.txt",
      "%2e%2e/outside.txt", "bad%",
      "bad%zz", ".dossier-manifest", "seeds//", "old.html",
    ]
    try folder.put("site/.dossier-manifest", "dossier-manifest 1\n" + lines.joined(separator: "\n") + "\n")
    let writer = try folder.writer()
    #expect(writer.warnings.map(\.id) == ["write.bad-manifest"])
    #expect(writer.warnings.first?.message.contains("'../outside.txt' and 9 more") == true)
    #expect(writer.manifest.paths == ["old.html"])
    #expect(try writer.commit([try writer.stage("index.html", [65])]).removed == 1)
    #expect(try folder.contents(".")["outside.txt"] == "mine")
    #expect(try folder.contents() == ["index.html": "A"])
    #expect(try folder.writer().warnings.isEmpty)
  }

  @Test func aManifestNeverLeadsThroughALink() throws {
    let folder = try TestFolder()
    try folder.put("outside/a.txt", "mine")
    try folder.put("site/.dossier-manifest", "dossier-manifest 1\nlink/a.txt\nfolder\n")
    try folder.put("site/folder/mine.txt", "mine")
    try folder.link("site/link", to: "../outside")
    #expect(try folder.build(["index.html": "home"]).removed == 0)
    #expect(
      try folder.contents() == ["index.html": "home", "folder/mine.txt": "mine", "link": "-> ../outside"])
    #expect(try folder.contents("outside") == ["a.txt": "mine"])
  }

  @Test func readsAnyManifest() {
    var generator = SeededGenerator(state: 7)
    let pieces: [[UInt8]] =
      [[10], [37], [0], [255], [13, 10]]
      + ["dossier-manifest 1\n", "a", "../", "/", "%4"].map { Array($0.utf8) }
    for _ in 0..<2000 {
      let bytes = Array(
        (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? []
        }.joined())
      var ignored: [String] = []
      guard let manifest = Manifest(parsing: bytes, ignored: &ignored) else { continue }
      #expect(manifest.paths.allSatisfy(SitePath.isValid))
      var none: [String] = []
      #expect(Manifest(parsing: manifest.bytes, ignored: &none) == manifest)
      #expect(none.isEmpty)
    }
  }

  // MARK: - The staging folder

  @Test func keepsASecondBuildOut() throws {
    let folder = try TestFolder()
    let first = try folder.writer()
    let staged = try folder.stage(site, with: first)
    #expect(thrownID { _ = try folder.writer() } == "write.busy")
    _ = try first.commit(staged)
    try folder.build(site)
    let again = try folder.writer()
    #expect(thrownID { _ = try folder.writer() } == "write.busy")
    again.abandon()
    try folder.build(site)
    #expect(try Files.names(in: folder.path).map(\.text) == ["seeds", "site"])
  }

  @Test func takesOverWhatAKilledBuildLeft() throws {
    let folder = try TestFolder()
    // The lock goes with the value, as it does with a killed process.
    _ = try folder.stage(["stale.html": "half", "people": "in the way"], with: try folder.writer())
    #expect(Files.status(folder.staging)?.kind == .folder)
    try folder.build(site)
    #expect(try folder.contents() == site)
    #expect(Files.status(folder.staging) == nil)
  }

  @Test func leavesAForeignStagingFolderAlone() throws {
    let folder = try TestFolder()
    try folder.put("site.partial/mine.txt", "mine")
    #expect(thrownID { try folder.build(site) } == "write.foreign-staging")
    #expect(try folder.contents("site.partial") == ["mine.txt": "mine"])
    try Files.removeTree(folder.staging)
    try folder.put("site.partial", "mine")
    #expect(thrownID { try folder.build(site) } == "write.foreign-staging")
    try Files.removeFile(folder.staging)
    try folder.put("outside/.dossier-staging", "")
    try folder.link("site.partial", to: "outside")
    #expect(thrownID { try folder.build(site) } == "write.foreign-staging")
    #expect(try folder.contents("outside") == [".dossier-staging": ""])
  }

  @Test func aLinkInALeftStagingFolderIsRemovedAndNotFollowed() throws {
    let folder = try TestFolder()
    try folder.put("outside/a.html", "mine")
    try folder.put("site.partial/.dossier-staging", "")
    try Files.createFolder(folder.staging + "/.new")
    try folder.link("site.partial/.new/people", to: "../../outside")
    try folder.link("site.partial/.old", to: "../outside")
    try folder.build(site)
    #expect(try folder.contents() == site)
    #expect(try folder.contents("outside") == ["a.html": "mine"])
  }
}
