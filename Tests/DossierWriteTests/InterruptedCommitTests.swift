import DossierFiles
import DossierModel
import Foundation
import SeededGenerator
import Testing

@testable import DossierWrite

/// Builds that are killed or fail in the middle of a commit.
@Suite struct InterruptedCommitTests {
  static let old = [
    "index.html": "old home", "documents/a.html": "old a", "documents/gone.html": "gone", "people/b": "file",
    "places/c/d.html": "d", "assets/style.1.css": "old style", "same.html": "same",
  ]
  static let new = [
    "index.html": "new home", "documents/a.html": "new a", "people/b/e.html": "e", "places/c": "file",
    "assets/style.2.css": "new style", "same.html": "same", "documents/f.html": "f",
  ]

  /// How many steps the change has: the manifest twice, seven moves and removals, the end.
  static let stepCount = 13

  @Test func theStepsAreInOrder() throws {
    let folder = try TestFolder()
    try folder.build(Self.old)
    let writer = try folder.writer()
    let steps = try CommitStep.plan(try folder.stage(Self.new, with: writer), for: writer)
    let all = Manifest(paths: Self.old.keys + Array(Self.new.keys))
    #expect(
      steps == [
        .manifest(all), .remove("people/b"), .remove("places/c/d.html"), .move("assets/style.2.css"),
        .move("places/c"), .move("documents/a.html"), .move("documents/f.html"), .move("index.html"),
        .move("people/b/e.html"), .remove("assets/style.1.css"), .remove("documents/gone.html"),
        .manifest(Manifest(paths: Array(Self.new.keys))), .removeStaging,
      ])
    #expect(steps.count == Self.stepCount)
  }

  @Test(arguments: 0...stepCount)
  func killedAfterAStep(_ count: Int) throws {
    let folder = try TestFolder()
    try folder.build(Self.old)
    try folder.put("site/mine.txt", "mine")
    try interrupt(folder, Self.new, after: count)
    let contents = try folder.contents()
    for (path, text) in contents where path != "mine.txt" {
      #expect(text == Self.old[path] || text == Self.new[path], "'\(path)' is not whole")
    }
    let known = try folder.manifest()
    #expect(contents.keys.allSatisfy { known.contains($0) || $0 == "mine.txt" })
    // What is in both sites is there at any moment.
    for path in Self.old.keys where Self.new[path] != nil { #expect(contents[path] != nil) }
    // The next build gets to its end, to the new site and to the old one.
    let next = count % 2 == 0 ? Self.new : Self.old
    try folder.build(next)
    #expect(try folder.contents() == next.merging(["mine.txt": "mine"]) { $1 })
    #expect(try folder.manifest() == next.keys.sorted())
    #expect(try Files.names(in: folder.path).map(\.text) == ["seeds", "site"])
  }

  @Test(arguments: 0...3)
  func aFirstBuildKilledAfterAStep(_ count: Int) throws {
    let folder = try TestFolder()
    try interrupt(folder, Self.new, after: count)
    if count < 2 {
      #expect(Files.status(folder.site) == nil)
    } else {
      #expect(try folder.contents() == Self.new)
    }
    try folder.build(Self.old)
    #expect(try folder.contents() == Self.old)
    #expect(try Files.names(in: folder.path).map(\.text) == ["seeds", "site"])
  }

  @Test(arguments: 0..<4)
  func aForcedFirstBuildKilledAfterAStep(_ count: Int) throws {
    let folder = try TestFolder()
    try folder.put("site/mine.txt", "mine")
    try interrupt(folder, ["a.html": "a", "b.html": "b"], after: count, force: true)
    if count == 0 {
      try folder.build(["a.html": "a"], force: true)
    } else {
      try folder.build(["a.html": "a"])
    }
    #expect(try folder.contents() == ["a.html": "a", "mine.txt": "mine"])
  }

  @Test(arguments: [
    "assets/style.2.css", "places/c", "documents/a.html", "documents/f.html", "index.html", "people/b/e.html",
  ])
  func aFailingCommitLeavesTheLastSite(_ path: String) throws {
    let folder = try TestFolder()
    try folder.build(Self.old)
    try folder.put("site/mine.txt", "mine")
    let before = try folder.contents(".")
    let folders = try folder.folders()
    let inode = folder.status("documents/a.html")?.identity
    let writer = try folder.writer()
    let staged = try folder.stage(Self.new, with: writer)
    // The file is gone when its turn comes.
    try Files.removeFile(folder.staging + "/.new/" + path)
    #expect {
      try writer.commit(staged)
    } throws: { error in
      let error = error as? Diagnostic
      return error?.id == "write.failed" && error?.location?.path == folder.site + "/" + path
        && error?.message == "can't be written: no such file or directory"
        && error?.hint?.contains("nothing has been changed") == true
    }
    writer.abandon()
    #expect(try folder.contents(".") == before)
    #expect(try folder.folders() == folders)
    #expect(folder.status("documents/a.html")?.identity == inode)
  }

  @Test func aCommitThatCannotBeginSaysThatNothingHasChanged() throws {
    let folder = try TestFolder()
    try folder.build(Self.old)
    let writer = try folder.writer()
    let staged = try folder.stage(Self.new, with: writer)
    // Neither the new manifest nor the old one can be put here.
    try Files.removeFile(folder.site + "/" + Manifest.name)
    try folder.put("site/" + Manifest.name + "/mine.txt", "mine")
    let before = try folder.contents(".").filter { !$0.key.contains(".partial") }
    #expect {
      try writer.commit(staged)
    } throws: { error in
      (error as? Diagnostic)?.hint?.contains("nothing has been changed") == true
    }
    writer.abandon()
    #expect(try folder.contents(".") == before)
  }

  @Test func aFailingFirstBuildLeavesNothing() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    let staged = try folder.stage(Self.new, with: writer)
    // Somebody makes the folder meanwhile.
    try folder.put("site/mine.txt", "mine")
    #expect(thrownID { _ = try writer.commit(staged) } == "write.failed")
    writer.abandon()
    #expect(try folder.contents(".") == ["site/mine.txt": "mine"])
  }

  @Test func anyHistoryEndsInTheLastSite() throws {
    var generator = SeededGenerator(state: 42)
    for _ in 0..<12 {
      let folder = try TestFolder()
      for _ in 0..<15 {
        let next = randomSite(&generator)
        if Bool.random(using: &generator) {
          try interrupt(folder, next, after: Int.random(in: 0...14, using: &generator))
        } else {
          try folder.build(next)
          #expect(try folder.contents() == next)
          #expect(try folder.manifest() == next.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
          let needed = Set(next.keys.flatMap(SitePath.folders))
          #expect(try Set(folder.folders()) == needed)
        }
      }
    }
  }

  /// A site of few names, so that files and folders change places.
  private func randomSite(_ generator: inout SeededGenerator) -> [String: String] {
    var site: [String: String] = [:]
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        ["a", "b", "c.html"].randomElement(using: &generator) ?? ""
      }
      let path = parts.joined(separator: "/")
      let clashes = site.keys.contains {
        ($0 + "/").hasPrefix(path + "/") || (path + "/").hasPrefix($0 + "/")
      }
      if !clashes { site[path] = "\(Int.random(in: 0..<3, using: &generator))" }
    }
    return site
  }

  /// Runs the first steps of a commit and lets go of the lock, as a killed process does.
  private func interrupt(
    _ folder: TestFolder, _ files: [String: String], after count: Int, force: Bool = false
  ) throws {
    let writer = try folder.writer(force: force)
    let steps = try CommitStep.plan(try folder.stage(files, with: writer), for: writer)
    var commit = SiteCommit(writer)
    for step in steps.prefix(count) { try commit.perform(step) }
  }
}
