import DossierFiles
import Foundation
import Testing

@Suite struct FilesTests {
  @Test func readsWhatItWrote() throws {
    try withFolder { folder in
      let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
      try Files.write(bytes, to: folder + "/a")
      #expect(try Files.read(folder + "/a") == bytes)
      try Files.write([], to: folder + "/a")
      #expect(try Files.read(folder + "/a").isEmpty)
    }
  }

  @Test func refusesAFileOverTheLimit() throws {
    try withFolder { folder in
      try Files.write([1, 2, 3], to: folder + "/a")
      #expect(try Files.read(folder + "/a", limit: 3) == [1, 2, 3])
      #expect { try Files.read(folder + "/a", limit: 2) } throws: { ($0 as? FileError)?.isTooLarge == true }
    }
  }

  @Test func namesWhatIsMissing() throws {
    try withFolder { folder in
      #expect { try Files.read(folder + "/none") } throws: { error in
        guard let error = error as? FileError else { return false }
        return error.isNotFound && error.path == folder + "/none"
          && error.reason == "no such file or directory"
      }
      #expect(Files.status(folder + "/none") == nil)
      #expect(Files.realPath(folder + "/none") == nil)
      try Files.removeFile(folder + "/none")
      try Files.removeTree(folder + "/none")
    }
  }

  @Test func aFolderIsNoFile() throws {
    try withFolder { folder in
      #expect(throws: FileError.self) { try Files.read(folder) }
      #expect(throws: FileError.self) { try Files.write([1], to: folder) }
    }
  }

  @Test func neverWritesThroughALink() throws {
    try withFolder { folder in
      try Files.write([1], to: folder + "/target")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: folder + "/target")
      #expect(throws: FileError.self) { try Files.write([2], to: folder + "/link") }
      #expect(try Files.read(folder + "/target") == [1])
      #expect(try Files.read(folder + "/link") == [1])
    }
  }

  @Test func doesNotHangOnAPipe() throws {
    try withFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(throws: FileError.self) { try Files.read(folder + "/pipe") }
      #expect(Files.status(folder + "/pipe")?.kind == .other)
    }
  }

  @Test func tellsWhatStandsAtAPath() throws {
    try withFolder { folder in
      try Files.write([1, 2], to: folder + "/a")
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "a")
      #expect(Files.status(folder)?.kind == .folder)
      #expect(Files.status(folder + "/a")?.kind == .file)
      #expect(Files.status(folder + "/a")?.size == 2)
      #expect(Files.status(folder + "/link")?.kind == .file)
      #expect(Files.status(folder + "/link", followLinks: false)?.kind == .link)
      #expect(Files.status(folder + "/link")?.identity == Files.status(folder + "/a")?.identity)
      #expect(Files.realPath(folder + "/link") == Files.realPath(folder + "/a"))
    }
  }

  @Test func listsNamesInTheOrderOfTheirBytes() throws {
    try withFolder { folder in
      for name in ["b", "a", "B", "é", ".c", "a b"] { try Files.write([], to: folder + "/" + name) }
      #expect(try Files.names(in: folder).map(\.text) == [".c", "B", "a", "a b", "b", "é"])
      #expect(try Files.names(in: folder).allSatisfy(\.isUTF8))
      #expect(throws: FileError.self) { try Files.names(in: folder + "/a") }
    }
  }

  @Test func createsFoldersAndThoseAbove() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/a/b/c")
      #expect(Files.status(folder + "/a/b/c")?.kind == .folder)
      try Files.createFolder(folder + "/a/b/c")
      try Files.createFolder(folder + "/d//e/")
      #expect(Files.status(folder + "/d/e")?.kind == .folder)
      try Files.write([], to: folder + "/file")
      #expect(throws: FileError.self) { try Files.createFolder(folder + "/file") }
      #expect(throws: FileError.self) { try Files.createFolder(folder + "/file/below") }
    }
  }

  @Test func renamesOverAFile() throws {
    try withFolder { folder in
      try Files.write([1], to: folder + "/a")
      try Files.write([2], to: folder + "/b")
      try Files.rename(folder + "/a", to: folder + "/b")
      #expect(try Files.read(folder + "/b") == [1])
      #expect(Files.status(folder + "/a") == nil)
      #expect(throws: FileError.self) { try Files.rename(folder + "/none", to: folder + "/c") }
    }
  }

  @Test func removesATreeButNotWhatItsLinksLeadTo() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/keep")
      try Files.write([1], to: folder + "/keep/file")
      try Files.createFolder(folder + "/tree/sub")
      try Files.write([1], to: folder + "/tree/sub/file")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/tree/link", withDestinationPath: folder + "/keep")
      try Files.removeTree(folder + "/tree")
      #expect(Files.status(folder + "/tree") == nil)
      #expect(try Files.read(folder + "/keep/file") == [1])
      // A link by itself goes; the folder behind it stays.
      try FileManager.default.createSymbolicLink(atPath: folder + "/l", withDestinationPath: folder + "/keep")
      try Files.removeTree(folder + "/l")
      #expect(Files.status(folder + "/l", followLinks: false) == nil)
      #expect(Files.status(folder + "/keep/file")?.kind == .file)
    }
  }

  @Test func removesOnlyEmptyFolders() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/a/b")
      #expect(!Files.removeEmptyFolder(folder + "/a"))
      #expect(Files.removeEmptyFolder(folder + "/a/b"))
      #expect(Files.removeEmptyFolder(folder + "/a"))
    }
  }

  #if os(Linux)
    @Test func aNameMayBeNoUTF8() throws {
      try withFolder { folder in
        let path = Array((folder + "/bad").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
        let descriptor = creat(path, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        let names = try Files.names(in: folder)
        #expect(names.map(\.isUTF8) == [false])
        #expect(names.map(\.text) == ["bad\u{FFFD}"])
        try Files.removeTree(folder)
        #expect(Files.status(folder) == nil)
      }
    }
  #endif
}

/// Runs a test in a new folder, and removes it.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = NSTemporaryDirectory() + "/dossier-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
