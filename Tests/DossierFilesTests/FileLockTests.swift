import DossierFiles
import Foundation
import Testing

@Suite struct FileLockTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "dossier-lock-" + UUID().uuidString
    try Files.createFolder(folder)
    defer { try? Files.removeTree(folder) }
    try body(folder)
  }

  @Test func oneHoldsALockUntilItEnds() throws {
    try withFolder { folder in
      var held: FileLock?
      if case .locked(let lock) = try FileLock.attempt(folder + "/lock") { held = lock }
      #expect(held != nil)
      guard case .busy = try FileLock.attempt(folder + "/lock") else {
        Issue.record("two hold one lock")
        return
      }
      // Another file of the same name is another lock.
      try Files.removeFile(folder + "/lock")
      guard case .locked = try FileLock.attempt(folder + "/lock") else {
        Issue.record("a new file is not free")
        return
      }
      held = nil
      guard case .locked = try FileLock.attempt(folder + "/lock") else {
        Issue.record("the lock outlived its holder")
        return
      }
    }
  }

  @Test func neverLocksThroughALink() throws {
    try withFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/lock", withDestinationPath: folder + "/other")
      #expect(throws: FileError.self) { try FileLock.attempt(folder + "/lock") }
      #expect(Files.status(folder + "/other") == nil)
      #expect { try FileLock.attempt(folder + "/none/lock") } throws: {
        ($0 as? FileError)?.isNotFound == true
      }
    }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func comparesWholeFiles(_ count: Int) throws {
    try withFolder { folder in
      let file = folder + "/a"
      var bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      try Files.write(bytes, to: file)
      #expect(Files.holds(bytes, at: file))
      #expect(!Files.holds(bytes + [1], at: file))
      if count > 0 {
        #expect(!Files.holds(bytes.dropLast(), at: file))
        bytes[count - 1] ^= 1
        #expect(!Files.holds(bytes, at: file))
      }
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: file)
      #expect(!Files.holds(try Files.read(file), at: folder + "/link"))
      #expect(!Files.holds([], at: folder) && !Files.holds([], at: folder + "/none"))
    }
  }

  @Test func aSecondNameOutlivesTheFirst() throws {
    try withFolder { folder in
      try Files.write([1], to: folder + "/a")
      try Files.link(folder + "/a", as: folder + "/b")
      try Files.write([2], to: folder + "/c")
      try Files.rename(folder + "/c", to: folder + "/a")
      #expect(try Files.read(folder + "/a") == [2])
      #expect(try Files.read(folder + "/b") == [1])
      #expect(throws: FileError.self) { try Files.link(folder + "/a", as: folder + "/b") }
      #expect { try Files.link(folder + "/none", as: folder + "/d") } throws: {
        ($0 as? FileError)?.isNotFound == true
      }
    }
  }
}
