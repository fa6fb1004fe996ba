import DossierModel
import Testing

@testable import Dossier

@Suite("Settings")
struct SettingsTests {
  @Test("key points are a list of texts, or one text")
  func keyPoints() throws {
    let folder = try TemporaryFolder()
    func read(_ yaml: String) throws -> (points: [String], diagnostics: [Diagnostic]) {
      try folder.write("dossier.yml", yaml)
      var diagnostics: [Diagnostic] = []
      let settings = Settings.read(folder: folder.seeds, &diagnostics)
      return (settings.keyPoints, diagnostics)
    }
    #expect(try read("title: T\nkey_points:\n  - One.\n  - 'Two: 2'\n").points == ["One.", "Two: 2"])
    #expect(try read("title: T\nkey_points: One.\n").points == ["One."])
    #expect(try read("key_points:\n  - One.\n  - Two.\n").diagnostics.isEmpty)
    let mixed = try read("title: T\nkey_points:\n  - One.\n  - two: 2\n  - ''\n  -\n  - [3]\n")
    #expect(mixed.points == ["One."])
    #expect(
      mixed.diagnostics.map(\.id) == [
        "settings.key-point-not-text", "settings.empty-key-point", "settings.empty-key-point",
        "settings.key-point-not-text",
      ])
    #expect(mixed.diagnostics.map(\.location?.line) == [4, 5, 6, 7])
    #expect(try read("key_points:\n").diagnostics.isEmpty)
    #expect(try read("key_points: ~\n").diagnostics.isEmpty)
    for empty in ["[]", "' '"] {
      let (points, diagnostics) = try read("key_points: \(empty)\n")
      #expect(points.isEmpty && diagnostics.map(\.id) == ["settings.empty-key-point"], "\(empty)")
    }
    #expect(try read("keypoints: One.\n").diagnostics.first?.hint == "did you mean 'key_points'?")
  }

  @Test("a slip in a setting's name is told with the right one", arguments: SettingName.allCases)
  func slips(_ name: SettingName) throws {
    let folder = try TemporaryFolder()
    for slip in [name.rawValue + "s", String(name.rawValue.dropFirst()), name.rawValue.uppercased()] {
      try folder.write("dossier.yml", "\(slip): x\n")
      var diagnostics: [Diagnostic] = []
      _ = Settings.read(folder: folder.seeds, &diagnostics)
      #expect(diagnostics.map(\.hint) == ["did you mean '\(name.rawValue)'?"], "\(slip)")
      #expect(diagnostics.first?.location?.line == 1)
    }
  }

  @Test(
    "the address of a site",
    arguments: [
      ("https://example.org", "https://example.org/"),
      ("http://a.example:8080/b/", "http://a.example:8080/b/"),
      // Every reader of a page could read who the user is.
      ("https://user:secret@example.org/", nil), ("https://user@example.org", nil),
      ("https://example.org/@user/x", "https://example.org/@user/x/"),
      // To a browser these are other addresses.
      ("https://example.org//a/", nil), ("https://example.org/a/../b", nil), ("https://example.org/./", nil),
      ("https:///a", nil), ("example.org", nil), ("https://example.org/?a", nil),
    ])
  func baseURL(text: String, address: String?) {
    #expect(Settings.baseURL(text) == address)
  }

  @Test("the path of a site on its host")
  func basePath() {
    var settings = BriefingSettings(title: "")
    #expect(settings.basePath == nil)
    settings.baseURL = "https://example.org/"
    #expect(settings.basePath == "/")
    settings.baseURL = "https://example.org/a/b/"
    #expect(settings.basePath == "/a/b/")
  }
}
