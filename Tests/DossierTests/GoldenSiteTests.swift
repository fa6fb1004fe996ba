import Dossier
import DossierFiles
import Foundation
import Testing

/// Whole folders and the sites that they give, in Tests/Fixtures/sites/CASE/{seeds,expected}. To write the expected
/// sites anew, run the tests with DOSSIER_RECORD=1 and read the difference.
@Suite("Golden sites")
struct GoldenSiteTests {
  static let fixtures = projectFolder + "/Tests/Fixtures/sites"
  static let cases = (try? Files.names(in: fixtures).map(\.text)) ?? []

  @Test("there are cases") func hasCases() { #expect(!Self.cases.isEmpty) }

  @Test("the site is as expected, byte for byte", arguments: cases)
  func site(name: String) async throws {
    let folder = try TemporaryFolder()
    let report = await folder.build {
      $0.folder = Self.fixtures + "/" + name + "/seeds"
      $0.isFrozen = true
      // Pages are held against the built-in templates, not against a folder Templates that may stand beside.
      $0.templates = nil
    }
    #expect(report.isWritten)
    let expected = Self.fixtures + "/" + name + "/expected"
    let built = try contents(of: folder.site)
    if ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1" {
      try Files.removeTree(expected)
      for (path, bytes) in built {
        let file = expected + "/" + path
        try Files.createFolder(String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]))
        try Files.write(bytes, to: file)
      }
    }
    let kept = try contents(of: expected)
    #expect(built.keys.sorted() == kept.keys.sorted())
    for (path, bytes) in kept where built[path] != bytes {
      Issue.record("\(name)/\(path) differs: \(firstDifference(bytes, built[path] ?? []))")
    }
  }

  private func firstDifference(_ expected: [UInt8], _ got: [UInt8]) -> String {
    let place =
      zip(expected, got).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(expected.count, got.count)
    func around(_ bytes: [UInt8]) -> String {
      String(decoding: bytes[max(0, place - 40)..<min(bytes.count, place + 60)], as: UTF8.self)
    }
    return "at byte \(place), expected …\(around(expected))…, got …\(around(got))…"
  }
}
