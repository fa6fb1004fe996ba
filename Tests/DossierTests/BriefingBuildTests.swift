import Dossier
import DossierFiles
import DossierModel
import DossierWrite
import Foundation
import Testing

@Suite("The whole build")
struct BriefingBuildTests {
  static let texts = [
    "one.txt":
      "Vladimir Putin met Xi Jinping in Beijing.\nPutin left for Moscow. Iran and China were named.\n",
    "two.md":
      "---\ntitle: Second\ndate: 2022-08-15\n---\n\n# Part\n\nIran and **North Korea** signed. Iran paid.\n",
    "deep/down/three.txt": "The United Nations met in Geneva.\n\nThe UN left Geneva.\n",
  ]

  @Test("the same folder gives the same bytes, whatever the jobs and the place")
  func deterministic() async throws {
    let (first, second) = (try TemporaryFolder(Self.texts), try TemporaryFolder(Self.texts))
    _ = await first.build { $0.jobs = 1 }
    _ = await second.build { $0.jobs = 7 }
    #expect(try contents(of: first.site) == contents(of: second.site))
  }

  @Test("a build without changes touches no file")
  func noChange() async throws {
    let folder = try TemporaryFolder(Self.texts)
    #expect(await folder.build().written > 0)
    let before = Files.status(folder.site + "/index.html")?.modified
    let report = await folder.build()
    #expect(report.isWritten)
    #expect(report.written == 0)
    #expect(Files.status(folder.site + "/index.html")?.modified == before)
  }

  @Test("a document that goes takes its pages along")
  func removal() async throws {
    let folder = try TemporaryFolder(Self.texts)
    _ = await folder.build()
    #expect(Files.status(folder.site + "/documents/deep/down/three.html") != nil)
    try Files.removeFile(folder.seeds + "/deep/down/three.txt")
    let report = await folder.build()
    #expect(report.removed > 0)
    #expect(Files.status(folder.site + "/documents/deep") == nil)
  }

  @Test("a bad document is told and left out; the others are built")
  func badDocument() async throws {
    let folder = try TemporaryFolder(Self.texts)
    try folder.write("bad.txt", [0, 1, 2, 3, 0, 0, 255])
    let report = await folder.build()
    #expect(report.isWritten)
    #expect(report.documents == 3)
    #expect(report.count(of: .error) == 1)
    let message = try #require(report.diagnostics.first { $0.severity == .error })
    #expect(message.location?.path == folder.seeds + "/bad.txt")
  }

  @Test("with strict, an error leaves the last site as it was")
  func strict() async throws {
    let folder = try TemporaryFolder(Self.texts)
    _ = await folder.build()
    let before = try contents(of: folder.site)
    try folder.write("one.txt", "Changed.")
    try folder.write("bad.txt", [0, 1, 2, 3, 0, 0, 255])
    let report = await folder.build { $0.isStrict = true }
    #expect(!report.isWritten)
    #expect(report.diagnostics.last?.id == "build.strict")
    #expect(try contents(of: folder.site) == before)
  }

  @Test("a folder without documents does not empty the site")
  func empty() async throws {
    let folder = try TemporaryFolder(Self.texts)
    _ = await folder.build()
    let before = try contents(of: folder.site)
    for name in Self.texts.keys { try Files.removeFile(folder.seeds + "/" + name) }
    let report = await folder.build()
    #expect(report.diagnostics.last?.id == "build.no-documents")
    #expect(try contents(of: folder.site) == before)
  }

  @Test("a check finds the same and writes nothing")
  func check() async throws {
    let folder = try TemporaryFolder(Self.texts)
    let report = await folder.build { $0.isCheck = true }
    #expect(report.documents == 3)
    #expect(report.diagnostics.map(\.id) == ["check.no-date", "check.no-source"])
    #expect(Files.status(folder.site) == nil)
  }

  @Test("drafts are left out")
  func drafts() async throws {
    let folder = try TemporaryFolder(Self.texts)
    try folder.write("draft.md", "---\ndraft: true\n---\n\nCanary Zimbabwe.\n")
    #expect(await folder.build().documents == 3)
    for (path, bytes) in try contents(of: folder.site) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Canary"), "in \(path)")
    }
  }

  @Test("settings are read, and mistakes in them are told with their place")
  func settings() async throws {
    let folder = try TemporaryFolder(Self.texts)
    try folder.write("dossier.yml", "title: A <b>bold</b> title\ntitel: x\nbase_url: ftp://x\n")
    let report = await folder.build()
    #expect(report.diagnostics.map(\.id) == ["settings.unknown-key", "settings.bad-base-url"])
    #expect(report.diagnostics[0].location?.line == 2)
    #expect(report.diagnostics[0].hint == "did you mean 'title'?")
    #expect(try folder.page("index.html").contains("<h1>A &lt;b&gt;bold&lt;/b&gt; title</h1>"))
  }

  @Test("a slash at the end of a folder's name makes no difference")
  func trailingSlash() async throws {
    let folder = try TemporaryFolder(Self.texts)
    try Files.createFolder(folder.path + "/Templates")
    try Files.write(Array("<p>mine</p>\n".utf8), to: folder.path + "/Templates/about.mustache")
    try folder.write("bad.txt", [0, 1, 2, 3, 0, 0, 255])
    let report = await folder.build {
      $0.folder += "/"
      $0.output += "//"
    }
    #expect(report.diagnostics.first?.location?.path == folder.seeds + "/bad.txt")
    #expect(try folder.page("about.html") == "<p>mine</p>\n")
  }

  @Test("a template of the author's takes the place of the built-in one, and its mistakes are told")
  func templates() async throws {
    let folder = try TemporaryFolder(Self.texts)
    try Files.createFolder(folder.path + "/Templates")
    try Files.write(Array("<p>{{frame.site}}</p>\n".utf8), to: folder.path + "/Templates/about.mustache")
    #expect(await folder.build().isWritten)
    #expect(try folder.page("about.html") == "<p>Seeds</p>\n")
    try Files.write(Array("<p>{{frame.sight}}</p>\n".utf8), to: folder.path + "/Templates/about.mustache")
    let report = await folder.build()
    #expect(!report.isWritten)
    #expect(report.diagnostics.first?.location?.path == folder.path + "/Templates/about.mustache")
    #expect(try folder.page("about.html") == "<p>Seeds</p>\n")
  }

  @Test("a slash after the folder's name changes nothing", arguments: ["", "/", "//", "/.", "/deep/.."])
  func folderNames(_ ending: String) async throws {
    let folder = try TemporaryFolder(Self.texts)
    try folder.write("dossier.yml", "title: Given\n")
    try Files.createFolder(folder.path + "/Templates")
    try Files.write(Array("<p>{{frame.site}}</p>\n".utf8), to: folder.path + "/Templates/about.mustache")
    let report = await folder.build { $0.folder += ending }
    #expect(report.diagnostics.isEmpty)
    #expect(try folder.page("about.html") == "<p>Given</p>\n")
  }

  @Test("without the author's templates, the last site stays as it was")
  func missingTemplates() async throws {
    let folder = try TemporaryFolder(Self.texts)
    _ = await folder.build()
    let before = try contents(of: folder.site)
    try folder.write("one.txt", "Changed.")
    let missing = await folder.build { $0.templates = folder.path + "/none" }
    #expect(!missing.isWritten)
    #expect(missing.diagnostics.map(\.id) == ["build.no-template-folder"])
    try Files.createFolder(folder.path + "/Templates/about.mustache")
    let unreadable = await folder.build()
    #expect(!unreadable.isWritten)
    #expect(unreadable.diagnostics.map(\.id) == ["build.unreadable-template"])
    #expect(try contents(of: folder.site) == before)
  }

  @Test("the recogniser is chosen in the settings, and by the options first")
  func recogniser() async throws {
    let folder = try TemporaryFolder(Self.texts)
    let cache = folder.path + "/.dossier-cache"
    try folder.write("dossier.yml", "title: T\nrecogniser: fast\n")
    #expect(await folder.build().diagnostics.isEmpty)
    #expect(Files.status(cache) == nil)
    #expect(await folder.build { $0.recogniser = .careful }.isWritten)
    #expect(Files.status(cache) != nil)
    try folder.write("dossier.yml", "title: T\nrecogniser: carefull\n")
    let report = await folder.build()
    #expect(report.diagnostics.map(\.id) == ["settings.bad-recogniser"])
    #expect(report.diagnostics[0].hint == "did you mean 'careful'?")
  }

  @Test("what was read is kept for the next build, and changes nothing")
  func cache() async throws {
    let folder = try TemporaryFolder(Self.texts)
    let cache = folder.path + "/.dossier-cache"
    #expect(await folder.build { $0.cache = .none }.isWritten)
    #expect(Files.status(cache) == nil)
    let first = try contents(of: folder.site)
    for _ in 0..<2 {
      #expect(await folder.build().isWritten)
      #expect(try contents(of: folder.site) == first)
    }
    #expect(Files.status(cache) != nil)
    // A folder in its place, and one that can't be made: it is told, and the site is built all the same.
    let blocked = await folder.build { $0.cache = .file(folder.seeds) }
    #expect(blocked.isWritten)
    #expect(blocked.diagnostics.map(\.id) == ["build.no-cache"])
    #expect(try contents(of: folder.site) == first)
    // A check writes nothing.
    try Files.removeFile(cache)
    #expect(await folder.build { $0.isCheck = true }.diagnostics.allSatisfy { $0.severity == .note })
    #expect(Files.status(cache) == nil)
  }

  @Test("settings that a link brings in from outside are not read")
  func settingsOutside() async throws {
    let folder = try TemporaryFolder(Self.texts)
    try Files.write(Array("title: Canary\n".utf8), to: folder.path + "/secret.yml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.seeds + "/dossier.yml", withDestinationPath: "../secret.yml")
    let report = await folder.build()
    #expect(report.diagnostics.map(\.id) == ["settings.outside"])
    #expect(try folder.page("index.html").contains("<h1>Seeds</h1>"))
  }

  @Test("settings that are not UTF-8 are told, and not read")
  func settingsNotUTF8() async throws {
    let folder = try TemporaryFolder(Self.texts)
    try folder.write("dossier.yml", Array("title: Z".utf8) + [0xFC] + Array("rich\n".utf8))
    let report = await folder.build()
    #expect(report.diagnostics.map(\.id) == ["settings.not-utf8"])
    #expect(try folder.page("index.html").contains("<h1>Seeds</h1>"))
  }

  @Test("an empty title is as good as none")
  func emptyTitle() async throws {
    let folder = try TemporaryFolder(Self.texts)
    try folder.write("dossier.yml", "title: ' '\n")
    #expect(await folder.build().diagnostics.isEmpty)
    #expect(try folder.page("index.html").contains("<h1>Seeds</h1>"))
  }

  @Test("the documents' folder as the output is refused for what it is")
  func outputIsInput() async throws {
    let folder = try TemporaryFolder(Self.texts)
    let report = await folder.build { $0.output = $0.folder }
    #expect(!report.isWritten)
    #expect(report.diagnostics.map(\.id) == ["write.holds-input"])
  }
}
