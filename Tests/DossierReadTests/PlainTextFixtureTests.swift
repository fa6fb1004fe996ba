import DossierModel
import DossierRead
import Foundation
import Testing

/// Texts of many shapes, each with what is to be made of it. `DOSSIER_RECORD=1` writes the expectations anew.
@Suite struct PlainTextFixtureTests {
  @Test(arguments: fixtureNames(endingIn: ".txt"))
  func readsAsExpected(name: String) throws {
    let (document, diagnostics) = DocumentReader().read(
      SeedFile(path: name, location: fixtureFolder + "/" + name))
    #expect(diagnostics.isEmpty)
    let found = listing(try #require(document))
    let path = fixtureFolder + "/" + name.dropLast(4) + ".expected"
    if ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1" {
      try found.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try found == String(contentsOfFile: path, encoding: .utf8))
  }

  /// Line endings and a byte-order mark change offsets in the file, and nothing else.
  @Test(arguments: fixtureNames(endingIn: ".txt"), ["\r\n", "\r", "bom"])
  func readsTheSameWithOtherLineEndings(name: String, change: String) throws {
    let text = try String(contentsOfFile: fixtureFolder + "/" + name, encoding: .utf8)
    let changed =
      change == "bom"
      ? "\u{FEFF}" + text
      : text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: change)
    let plain = try #require(
      DocumentReader().document(path: name, location: name, bytes: Array(text.utf8)).document)
    let other = try #require(
      DocumentReader().document(path: name, location: name, bytes: Array(changed.utf8)).document)
    #expect(listing(plain) == listing(other))
    expectSourceAgrees(plain, Array(text.utf8))
    expectSourceAgrees(other, Array(changed.utf8))
  }

  @Test func readsTheSample() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../seeds")
      .standardized.path
    let (files, _) = SeedFolder.scan(folder, excluding: nil)
    let file = try #require(files.first { $0.path == "000_71f0816197f82e69.txt" })
    let document = try #require(DocumentReader().read(file).document)
    #expect(document.slug == "000-71f0816197f82e69")
    #expect(
      document.title == "Russia is planning to purchase “millions” of Soviet-era weapons from North Korea")
    #expect(document.titleOrigin == .firstSentence)
    #expect(document.record.authors == ["Barbara Yoxon"])
    #expect(document.record.affiliation == "Lecturer in International Politics, Lancaster University")
    #expect(document.record.publisher == "The Conversation")
    #expect(document.record.licence == "Creative Commons license")
    #expect(document.blocks.count == 22)
    #expect(
      document.blocks.filter { $0.kind == .heading(level: 2) }.map { document.text.slice($0.textRange) } == [
        "North Korea’s isolation"
      ])
    #expect(document.blocks.suffix(2).map(\.kind) == [.byline, .licence])
    #expect(document.blocks.dropLast(2).allSatisfy { !$0.isRecord })
  }
}

let fixtureFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/read")
  .standardized.path

func fixtureNames(endingIn ending: String) -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtureFolder)) ?? []
  return names.filter { $0.hasSuffix(ending) }.sorted()
}

/// A document in a form that a person can check: its title, record and blocks.
func listing(_ document: Document) -> String {
  var lines = ["title (\(document.titleOrigin)): \(document.title)"]
  let record = document.record
  if let date = record.date { lines.append("date: \(date.iso)") }
  if !record.authors.isEmpty { lines.append("authors: \(record.authors.joined(separator: " | "))") }
  if let affiliation = record.affiliation { lines.append("affiliation: \(affiliation)") }
  if let publisher = record.publisher { lines.append("publisher: \(publisher)") }
  if let licence = record.licence { lines.append("licence: \(licence)") }
  if let url = record.url { lines.append("url: \(url)") }
  for block in document.blocks {
    lines.append("[\(block.kind)]")
    lines.append(contentsOf: document.text.slice(block.textRange).split(separator: "\n").map { "  " + $0 })
  }
  return lines.joined(separator: "\n") + "\n"
}

/// Checks that the bytes of each block in the file are its text, but for space and line breaks.
func expectSourceAgrees(
  _ document: Document, _ source: [UInt8], sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  func folded(_ bytes: some Sequence<UInt8>) -> String {
    let spaces = " \t\n\u{B}\u{C}\r\u{A0}\u{3000}\u{200B}\u{FEFF}".unicodeScalars
    return String(
      String.UnicodeScalarView(
        String(decoding: Array(bytes), as: UTF8.self).unicodeScalars.filter {
          !spaces.contains($0)
        }))
  }
  for block in document.blocks {
    let range = block.sourceRange
    guard range.start >= 0, range.end <= source.count else {
      Issue.record("\(range) is outside of the file", sourceLocation: sourceLocation)
      return
    }
    #expect(
      folded(source[range.start..<range.end]) == folded(document.text.slice(block.textRange).utf8),
      sourceLocation: sourceLocation)
  }
}
