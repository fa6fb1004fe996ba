import DossierFiles
import DossierModel
import DossierRead
import Foundation
import Testing

@Suite struct SeedFolderTests {
  @Test func findsDocumentsInTheOrderOfTheirPaths() throws {
    try withFolder { folder in
      for path in [
        "b.txt", "a.MD", "z/c.markdown", "Z.txt", "a/x.txt", ".hidden.txt", ".git/x.txt", "dossier.yml",
        "entities.yml",
        "Templates/page.txt", "a/Templates/page.txt", "site/out.txt", "notes.json",
      ] {
        try write("x", folder + "/" + path)
      }
      let (files, diagnostics) = SeedFolder.scan(folder + "/", excluding: folder + "/site")
      #expect(
        files.map(\.path) == ["Z.txt", "a.MD", "a/Templates/page.txt", "a/x.txt", "b.txt", "z/c.markdown"])
      #expect(files.first?.location == folder + "/Z.txt")
      #expect(diagnostics.isEmpty)
    }
  }

  @Test func pagesOfABuiltSiteAreNoDocuments() throws {
    try withFolder { folder in
      for path in ["a.txt", "public/.dossier-manifest", "public/index.html", "public/documents/a.html"] {
        try write("x", folder + "/" + path)
      }
      #expect(SeedFolder.scan(folder, excluding: nil).files.map(\.path) == ["a.txt"])
      #expect(
        SeedFolder.scan(folder + "/public", excluding: nil).files.map(\.path)
          == ["documents/a.html", "index.html"])
    }
  }

  @Test func aMissingFolderIsAnError() {
    let (files, diagnostics) = SeedFolder.scan("/no/such/folder", excluding: nil)
    #expect(files.isEmpty)
    #expect(
      diagnostics.map(\.description) == [
        "/no/such/folder: error: there is no such folder\n  hint: create it and put .txt or .md files into it, or name another folder"
      ])
  }

  @Test func aFileIsNoFolder() throws {
    try withFolder { folder in
      try write("x", folder + "/a.txt")
      #expect(
        SeedFolder.scan(folder + "/a.txt", excluding: nil).diagnostics.map(\.id) == ["read.not-a-folder"])
    }
  }

  @Test func followsLinksWithinTheFolderOnly() throws {
    try withFolder { outer in
      let folder = outer + "/seeds"
      try write("x", folder + "/real/a.txt")
      try write("x", outer + "/outside/b.txt")
      let manager = FileManager.default
      try manager.createSymbolicLink(atPath: folder + "/again.txt", withDestinationPath: "real/a.txt")
      try manager.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: ".")
      try manager.createSymbolicLink(atPath: folder + "/real/up", withDestinationPath: "..")
      try manager.createSymbolicLink(atPath: folder + "/out", withDestinationPath: "../outside")
      try manager.createSymbolicLink(atPath: folder + "/out.txt", withDestinationPath: "../outside/b.txt")
      try manager.createSymbolicLink(atPath: folder + "/broken.md", withDestinationPath: "none.md")
      try manager.createSymbolicLink(atPath: folder + "/self.txt", withDestinationPath: "self.txt")
      let (files, diagnostics) = SeedFolder.scan(folder, excluding: nil)
      #expect(files.map(\.path) == ["again.txt", "real/a.txt"])
      #expect(
        Set(diagnostics.map { "\($0.id) \($0.location?.path.dropFirst(folder.count) ?? "")" }) == [
          "read.folder-read-twice /loop", "read.folder-read-twice /real/up", "read.link-outside /out",
          "read.link-outside /out.txt", "read.broken-link /broken.md", "read.broken-link /self.txt",
        ])
      #expect(diagnostics.count == 6)
    }
  }

  /// Folders that each link twice to the next would be read 2^30 times over, were they read once a path.
  @Test func manyPathsToOneFolderAreOne() throws {
    try withFolder { folder in
      for level in 0..<30 {
        try Files.createFolder(folder + "/.\(level)")
        for name in ["x", "y"] where level < 29 {
          try FileManager.default.createSymbolicLink(
            atPath: folder + "/.\(level)/\(name)", withDestinationPath: "../.\(level + 1)")
        }
      }
      try write("x", folder + "/.29/a.txt")
      try FileManager.default.createSymbolicLink(atPath: folder + "/start", withDestinationPath: ".0")
      #expect(SeedFolder.scan(folder, excluding: nil).files.count == 1)
    }
  }

  @Test func countsDocumentsInOtherFormats() throws {
    try withFolder { folder in
      for path in ["b/c.doc", "picture.png", "z.XLSX", "~$d.docx", "page.html", "page_files/ad.html"] {
        try write("x", folder + "/" + path)
      }
      let (files, diagnostics) = SeedFolder.scan(folder, excluding: nil)
      #expect(files.map(\.path) == ["page.html"])
      #expect(
        diagnostics.map(\.message) == [
          "2 documents in other formats are left out, such as '\(folder)/b/c.doc'"
        ])
      #expect(
        diagnostics.map(\.hint) == [
          "save them in a format that is read: .txt, .md, .html, .docx, .odt, .rtf, .epub, .eml, .pdf"
        ])
      #expect(diagnostics.map(\.severity) == [.note])
    }
  }

  @Test func aFileThatCannotBeReadIsAnError() {
    let (document, diagnostics) = DocumentReader().read(SeedFile(path: "a.txt", location: "/no/a.txt"))
    #expect(document == nil)
    #expect(
      diagnostics.map(\.description) == [
        "/no/a.txt: error: cannot be read: no such file or directory\n  hint: make it readable, or take it out of the folder"
      ])
  }

  @Test func addressesAreUnique() throws {
    let documents = try ["a b.txt", "c.txt", "a-b.md.txt", "a-b.txt", "A B.txt"].map { path in
      try #require(DocumentReader().document(path: path, location: path, bytes: Array("Text.".utf8)).document)
    }
    let (kept, diagnostics) = withUniqueAddresses(documents) { "seeds/" + $0.path }
    #expect(kept.map(\.path) == ["a b.txt", "c.txt", "a-b.md.txt"])
    #expect(diagnostics.map { $0.location?.path } == ["seeds/a-b.txt", "seeds/A B.txt"])
    #expect(
      diagnostics.first?.message
        == "the address 'a-b' is taken by 'seeds/a b.txt', so this document is left out")
  }

  private func write(_ text: String, _ path: String) throws {
    try Files.createFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    try Files.write(Array(text.utf8), to: path)
  }
}

/// Runs a test in a new folder, and removes it.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = NSTemporaryDirectory() + "dossier-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
