import DossierDeflate
import DossierModel
import Foundation
import SeededGenerator
import Testing

@testable import DossierRead

@Suite struct PackageTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../Fixtures/documents"
  )
  .standardized

  @Test func unpacksTheFilesOfAPackage() throws {
    let package = try #require(ZipPackage(Array(try Data(contentsOf: folder.appending(path: "report.docx")))))
    let core = String(decoding: try #require(package.file("docProps/core.xml")), as: UTF8.self)
    #expect(core.contains("<dc:title>The water supply of Halden valley</dc:title>"))
    #expect(package.file("word/document.xml").map { $0.count > 4_000 } ?? false)
    #expect(package.file("word/document.xml", limit: 1_000) == nil)
    #expect(package.file("nosuch") == nil)
  }

  @Test func damageIsNoFile() throws {
    let original = Array(try Data(contentsOf: folder.appending(path: "report.docx")))
    var random = SeededGenerator(state: 21)
    for _ in 0..<300 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      let package = ZipPackage(bytes)
      for name in ["docProps/core.xml", "word/document.xml", "word/comments.xml"] {
        #expect((package?.file(name, limit: 100_000)?.count ?? 0) <= 100_000)
      }
    }
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(ZipPackage(bytes) == nil || bytes.starts(with: [0x50, 0x4B]))
    }
  }

  @Test func namesThatProgramsMakeUpAreNone() {
    for title in ["Microsoft Word - report.doc", "untitled", "Document1.docx", "x", "scan_2019.pdf"] {
      #expect(PackageMetadata.isSenseless(title))
    }
    for title in ["Report", "The water of Halden", "Version 2.0 of the plan"] {
      #expect(!PackageMetadata.isSenseless(title))
    }
    #expect(PackageMetadata.people("Jane Doe; Administrator; John Smith") == ["Jane Doe", "John Smith"])
  }

  @Test func readsWhatRichTextNotes() {
    let text =
      #"{\rtf1\ansi{\info{\title Caf\'e9 \u8211\'96 a {\b plan}}{\author Jane Doe}{\creatim\yr2020\mo3\dy4\hr5}}Text}"#
    let info = RichTextInfo(Array(text.utf8))
    #expect(info.title == "Café – a plan")
    #expect(info.record.authors == ["Jane Doe"])
    #expect(info.record.date?.iso == "2020-03-04")
  }
}
