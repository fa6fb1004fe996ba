import DossierFiles
import DossierModel
import Foundation
import Testing

@testable import Dossier

@Suite("A new briefing")
struct NewBriefingTests {
  let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  private func check(_ briefing: String) async -> BuildReport {
    var options = BuildOptions()
    options.folder = briefing + "/seeds"
    options.output = briefing + "/site"
    options.cache = .none
    return await BriefingBuild(options).run()
  }

  @Test("it builds, and nothing is wrong with it")
  func builds() async throws {
    let folder = place.path + "/night-trains"
    #expect(
      try NewBriefing(folder: folder + "/").create() == [
        "seeds/night-train.md", "seeds/dossier.yml", "seeds/entities.yml", ".gitignore",
      ])
    #expect(try Files.names(in: place.path).map(\.text).sorted() == ["night-trains", "seeds"])
    let report = await check(folder)
    #expect(report.isWritten && report.diagnostics == [])
    #expect(report.entities >= 8)
    let home = String(decoding: try Files.read(folder + "/site/index.html"), as: UTF8.self)
    #expect(home.contains("<h1>Night trains</h1>"))
    #expect(Files.status(folder + "/site/people/ingrid-solheim.html") != nil)
  }

  @Test("every line that is kept away is right, and does something")
  func everyLine() async throws {
    let folder = place.path + "/all"
    _ = try NewBriefing(folder: folder).create()
    for file in ["dossier.yml", "entities.yml"] {
      let text = String(decoding: try Files.read(folder + "/seeds/" + file), as: UTF8.self)
      try Files.write(Array(uncommented(text).utf8), to: folder + "/seeds/" + file)
    }
    let report = await check(folder)
    #expect(report.isWritten && report.diagnostics == [])
    var diagnostics: [Diagnostic] = []
    let settings = Settings.read(folder: folder + "/seeds", &diagnostics)
    #expect(settings.keyPoints.count == 2 && settings.marking == "TLP:GREEN" && settings.baseURL != nil)
    #expect(settings.subtitle != nil)
    let decisions = try AuthorFile.decisions(folder: folder + "/seeds", &diagnostics)
    for list in [
      decisions.entities.count, decisions.same.count, decisions.different.count, decisions.never.count,
      decisions.always.count, decisions.pinned.count,
    ] { #expect(list == 1) }
  }

  @Test("the defaults that are told are those that hold")
  func defaults() throws {
    let text = SettingName.allCases.filter { $0.standard != nil }.flatMap(\.lines).joined(separator: "\n")
    var diagnostics: [Diagnostic] = []
    let plain = Settings.read(folder: place.seeds, &diagnostics)
    try place.write("dossier.yml", text)
    #expect(Settings.read(folder: place.seeds, &diagnostics) == plain)
    #expect(diagnostics == [])
    let file = SampleBriefing.settings(title: "T")
    for name in SettingName.allCases { #expect(file.contains("\n# \(name.rawValue): \(name.explanation)")) }
  }

  @Test(
    "a folder's name is a title, whatever it is", arguments: ["a: b # c", "it's", "- x", "\"q\"", "é\u{7}"])
  func titles(_ name: String) throws {
    _ = try NewBriefing(folder: place.path + "/" + name).create()
    var diagnostics: [Diagnostic] = []
    let settings = Settings.read(folder: place.path + "/" + name + "/seeds", &diagnostics)
    #expect(diagnostics == [])
    #expect(settings.title == Settings.title(ofFolder: place.path + "/" + name))
  }

  @Test("an empty folder is filled, folders above are made")
  func emptyAndDeep() throws {
    let empty = place.path + "/empty"
    try Files.createFolder(empty)
    _ = try NewBriefing(folder: empty).create()
    #expect(try Files.names(in: empty).map(\.text).sorted() == [".gitignore", "seeds"])
    _ = try NewBriefing(folder: place.path + "/a/b/c").create()
    #expect(try Files.names(in: place.path + "/a/b").map(\.text) == ["c"])
  }

  @Test("what is there is not touched")
  func refuses() throws {
    func refused(_ name: String) throws {
      let before = try contents(of: place.path)
      let error = #expect(throws: Diagnostic.self) {
        try NewBriefing(folder: place.path + "/" + name).create()
      }
      #expect(error?.id == "new.in-the-way")
      #expect(try contents(of: place.path) == before)
    }
    try Files.createFolder(place.path + "/full")
    try Files.write([], to: place.path + "/full/.hidden")
    try Files.write([1], to: place.path + "/file")
    try Files.createFolder(place.path + "/target")
    for name in ["full", "file"] { try refused(name) }
    for target in ["target", "none"] {
      let link = place.path + "/link-to-" + target
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: place.path + "/" + target)
      let error = #expect(throws: Diagnostic.self) { try NewBriefing(folder: link).create() }
      #expect(error?.id == "new.in-the-way")
    }
    #expect(Files.status(place.path + "/none") == nil)
    #expect(try Files.names(in: place.path + "/target").isEmpty)
  }

  @Test("it is made whole or not at all")
  func wholeOrNotAtAll() throws {
    try Files.write([1], to: place.path + "/file")
    let before = try contents(of: place.path)
    // The name is too long for a file, but the folders above it can be made.
    let long = String(repeating: "x", count: 300)
    for name in ["file/a", "a/b/" + long] {
      let error = #expect(throws: Diagnostic.self) {
        try NewBriefing(folder: place.path + "/" + name).create()
      }
      #expect(error?.id == "new.not-made" && error?.location?.path.isEmpty == false)
      #expect(try contents(of: place.path) == before)
      #expect(Files.status(place.path + "/a") == nil)
    }
  }

  /// Takes the "#" away that no blank follows.
  private func uncommented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") || line.hasPrefix("#  ") ? line.dropFirst() : line
    }.joined(separator: "\n")
  }
}
