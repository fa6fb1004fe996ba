import Foundation
import Testing

@testable import DossierFiles

/// What a watch says of each way in which editors save. Nothing here depends on how long things take, but that no test
/// waits longer than a few seconds.
@Suite(.timeLimit(.minutes(1))) struct FolderWatchTests {
  /// A folder with a watch on it.
  private final class Watched {
    let path: String
    var watch: FolderWatch
    private let ends: [Int32]

    init(polls: Bool) throws {
      path = NSTemporaryDirectory() + "dossier-watch-" + UUID().uuidString
      try Files.createFolder(path + "/sub")
      try Files.createFolder(path + "/site")
      for name in ["a.md", "b.md", "sub/c.md", "site/index.html"] {
        try Files.write(Array("old".utf8), to: path + "/" + name)
      }
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw FileError(path: path, code: errno) }
      self.ends = ends
      watch = FolderWatch([FolderWatch.Folder(path)], excluding: path + "/site", isPolling: polls)
    }

    deinit {
      for end in ends { close(end) }
      try? Files.removeTree(path)
    }

    func write(_ name: String, _ text: String = "new") throws {
      try Files.write(Array(text.utf8), to: path + "/" + name)
    }

    /// What is told next, with the names only.
    func news(milliseconds: Int = 4_000) -> FolderWatch.News {
      guard case .files(let paths) = watch.next(wake: ends[0], milliseconds: milliseconds) else {
        return .everything
      }
      return .files(Set(paths.map { String($0.dropFirst(path.utf8.count + 1)) }))
    }

    /// Whether nothing more is told.
    func isQuiet() -> Bool { watch.next(wake: ends[0], milliseconds: 700) == .nothing }

    func wake() -> FolderWatch.News {
      var byte: UInt8 = 0
      write(ends[1], &byte, 1)
      return watch.next(wake: ends[0], milliseconds: 4_000)
    }

    private func write(_ descriptor: Int32, _ byte: UnsafePointer<UInt8>, _ count: Int) {
      _ = Foundation.write(descriptor, byte, count)
    }
  }

  @Test(arguments: [false, true]) func writingInPlaceIsOneChange(polls: Bool) throws {
    let folder = try Watched(polls: polls)
    #expect(folder.watch.isPolling == polls)
    try folder.write("a.md")
    #expect(folder.news() == .files(["a.md"]))
    #expect(folder.isQuiet())
  }

  @Test(arguments: [false, true]) func emptyingAndThenFillingIsOneChange(polls: Bool) throws {
    let folder = try Watched(polls: polls)
    try folder.write("a.md", "")
    Thread.detachNewThread { [path = folder.path] in
      usleep(40_000)
      try? Files.write(Array("new and longer".utf8), to: path + "/a.md")
    }
    #expect(folder.news() == .files(["a.md"]))
    #expect(try Files.read(folder.path + "/a.md").count == 14)
    #expect(folder.isQuiet())
  }

  @Test(arguments: [false, true]) func anotherFileMovedOverItIsOneChange(polls: Bool) throws {
    let folder = try Watched(polls: polls)
    try folder.write(".a.md.draft")
    try Files.rename(folder.path + "/.a.md.draft", to: folder.path + "/a.md")
    #expect(folder.news() == .files(["a.md"]))
    #expect(folder.isQuiet())
  }

  /// A test file, the old one moved away, a new one written, the old one removed.
  @Test(arguments: [false, true]) func movingAwayAndWritingAnewIsOneChange(polls: Bool) throws {
    let folder = try Watched(polls: polls)
    try folder.write("4913")
    try Files.removeFile(folder.path + "/4913")
    try Files.rename(folder.path + "/a.md", to: folder.path + "/a.md~")
    usleep(30_000)
    try folder.write("a.md")
    try Files.removeFile(folder.path + "/a.md~")
    #expect(folder.news() == .files(["a.md"]))
    #expect(folder.isQuiet())
  }

  @Test(arguments: [false, true]) func aBurstIsOneChange(polls: Bool) throws {
    let folder = try Watched(polls: polls)
    for round in 0..<20 {
      try folder.write("a.md", "round \(round)")
      try folder.write("sub/c.md", "round \(round)")
    }
    #expect(folder.news() == .files(["a.md", "sub/c.md"]))
    #expect(folder.isQuiet())
  }

  @Test(arguments: [false, true]) func aRemovedFileIsTold(polls: Bool) throws {
    let folder = try Watched(polls: polls)
    try Files.removeFile(folder.path + "/b.md")
    #expect(folder.news() == .files(["b.md"]))
    #expect(folder.isQuiet())
  }

  @Test(arguments: [false, true]) func whatDoesNotCountIsNotTold(polls: Bool) throws {
    let folder = try Watched(polls: polls)
    for name in [".a.md.swp", "#a.md#", "a.md~", "site/index.html"] { try folder.write(name) }
    #expect(folder.isQuiet())
  }

  @Test func aNewFolderIsLookedInto() throws {
    let folder = try Watched(polls: false)
    try Files.createFolder(folder.path + "/new/deep")
    #expect(folder.news() == .everything)
    try folder.write("new/deep/d.md")
    #expect(folder.news() == .files(["new/deep/d.md"]))
  }

  @Test func pollingSeesANewFolder() throws {
    let folder = try Watched(polls: true)
    try Files.createFolder(folder.path + "/new/deep")
    try folder.write("new/deep/d.md")
    #expect(folder.news() == .files(["new/deep/d.md"]))
  }

  @Test func onlyANameInAFolder() throws {
    let folder = try Watched(polls: false)
    folder.watch = FolderWatch([FolderWatch.Folder(folder.path, only: "Templates")])
    try folder.write("a.md")
    #expect(folder.isQuiet())
    try Files.createFolder(folder.path + "/Templates")
    #expect(folder.news() == .everything)
  }

  @Test func aFolderMayGoAndComeBack() throws {
    let folder = try Watched(polls: false)
    let sub = folder.path + "/sub"
    folder.watch = FolderWatch([
      FolderWatch.Folder(sub), FolderWatch.Folder(folder.path, only: "sub"),
      FolderWatch.Folder(folder.path + "/Templates"), FolderWatch.Folder(folder.path, only: "Templates"),
    ])
    try Files.removeTree(sub)
    #expect(folder.news() == .everything)
    for name in ["sub", "Templates"] {
      try Files.createFolder(folder.path + "/" + name)
      #expect(folder.news() == .everything)
      try folder.write(name + "/d.md")
      #expect(folder.news() == .files([name + "/d.md"]))
    }
    try Files.rename(sub, to: folder.path + "/old")
    #expect(folder.news() == .everything)
    try Files.createFolder(sub)
    #expect(folder.news() == .everything)
    try folder.write("sub/e.md")
    #expect(folder.news() == .files(["sub/e.md"]))
  }

  @Test func whatNeverEndsIsToldAllTheSame() throws {
    let folder = try Watched(polls: false)
    let log = folder.path + "/log.md"
    let writer = Thread {
      while !Thread.current.isCancelled {
        try? Files.write(Array("x".utf8), to: log)
        usleep(1_000)
      }
    }
    writer.start()
    defer { writer.cancel() }
    let start = ContinuousClock.now
    #expect(folder.news(milliseconds: 20_000) == .files(["log.md"]))
    #expect(start.duration(to: .now) < .seconds(8))
  }

  @Test(arguments: [false, true]) func theWaitingCanBeEnded(polls: Bool) throws {
    let folder = try Watched(polls: polls)
    #expect(folder.wake() == .woken)
  }

  @Test func aThreadRunsWhatItIsGiven() async {
    let value = await withCheckedContinuation { continuation in
      let isStarted = DetachedThread.start { continuation.resume(returning: 7) }
      if !isStarted { continuation.resume(returning: 0) }
    }
    #expect(value == 7)
  }
}
