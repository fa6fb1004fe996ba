import DossierFiles
import DossierModel
import Foundation
import SeededGenerator
import Synchronization
import Testing

@testable import Dossier

@Suite("A briefing that follows its files", .timeLimit(.minutes(2)))
struct LiveBriefingTests {
  /// A live briefing, with all that it has told.
  private final class Live: Sendable {
    let folder: TemporaryFolder
    let briefing: LiveBriefing
    private let told: Told

    private final class Told: Sendable { let updates = Mutex<[LiveBriefing.Update]>([]) }

    init(_ files: [String: String]) throws {
      folder = try TemporaryFolder(files)
      var options = BuildOptions()
      (options.folder, options.output, options.jobs) = (folder.seeds, folder.site, 2)
      options.recogniser = .fast
      let told = Told()
      self.told = told
      briefing = LiveBriefing(options, news: { _ in }) { update in told.updates.withLock { $0.append(update) }
      }
    }

    var updates: [LiveBriefing.Update] { told.updates.withLock { $0 } }
    var site: LiveSite? { updates.last?.site }
    func page(_ path: String) -> String? { site?.file(path).map { String(decoding: $0, as: UTF8.self) } }

    /// Writes a file, and lets the briefing follow.
    func write(_ name: String, _ text: String) async throws {
      try folder.write(name, text)
      await briefing.change([folder.seeds + "/" + name])
      await briefing.settle()
    }

    /// The files that are, but for the version of the data, not what a build writes.
    func differences() async throws -> [String] {
      let report = await folder.build {
        $0.isFrozen = true
        $0.recogniser = .fast
      }
      guard report.isWritten, let site else { return ["nothing was built"] }
      let version = try folder.page("index.html").firstMatch(of: /data-version="([0-9a-f]+)"/)?.1 ?? ""
      return try contents(of: folder.site).filter { path, bytes in
        let built = String(decoding: bytes, as: UTF8.self).replacingOccurrences(
          of: "data-version=\"\(version)\"", with: "data-version=\"preview\"")
        let isText = String(validating: bytes, as: UTF8.self) != nil
        return !path.hasPrefix(".dossier") && site.file(path) != (isText ? Array(built.utf8) : bytes)
      }.keys.sorted()
    }
  }

  private static let talks =
    "Talks in Asia\n\nAngela Merkel met Vladimir Putin in Moscow. They spoke of Berlin.\n"
  private static let report = "A report\n\nVladimir Putin went to Beijing. Xi Jinping was there.\n"

  @Test("a change of a text shows at once, and then everywhere, as a build would have it")
  func text() async throws {
    let live = try Live(["talks.txt": Self.talks, "report.txt": Self.report])
    await live.briefing.start()
    #expect(try await live.differences() == [])
    let before = live.updates.count
    try await live.write(
      "talks.txt", Self.talks + "\nVladimir Putin left. Later Emmanuel Macron came to Paris.\n")
    let updates = live.updates.dropFirst(before)
    #expect(updates.map(\.isComplete) == [false, true])
    #expect(updates.allSatisfy { $0.files == [live.folder.seeds + "/talks.txt"] })
    let first = try #require(
      updates.first?.site.file("documents/talks.html").map { String(decoding: $0, as: UTF8.self) })
    // Who is known is linked at once, and who is new a little later.
    #expect(first.contains("Later Emmanuel Macron came"))
    #expect(first.contains("Putin</a>") && first.contains("<a class=\"m place\""))
    #expect(updates.first?.site.file("people/emmanuel-macron.html") == nil)
    #expect(live.page("people/emmanuel-macron.html") != nil)
    #expect(try await live.differences() == [])
  }

  @Test("a touch is no change, nor is a file that is none of ours")
  func touch() async throws {
    let live = try Live(["talks.txt": Self.talks])
    await live.briefing.start()
    let before = live.updates.count
    try await live.write("talks.txt", Self.talks)
    try await live.write("notes.log", "x")
    await live.briefing.change(nil)
    await live.briefing.settle()
    #expect(live.updates.count == before)
  }

  @Test("documents come, go, and are held back")
  func list() async throws {
    let live = try Live(["talks.txt": Self.talks])
    await live.briefing.start()
    try await live.write("report.md", "# News\n\nXi Jinping spoke in Beijing.\n")
    #expect(live.page("documents/report.html")?.contains("News") == true)
    #expect(try await live.differences() == [])
    try await live.write("report.md", "---\ndraft: true\n---\n# News\n\nXi Jinping spoke in Beijing.\n")
    #expect(live.page("documents/report.html") == nil)
    #expect(try await live.differences() == [])
    try await live.write("report.md", "# News\n\nXi Jinping spoke.\n")
    try Files.removeFile(live.folder.seeds + "/report.md")
    await live.briefing.change([live.folder.seeds + "/report.md"])
    await live.briefing.settle()
    #expect(live.page("documents/report.html") == nil)
    #expect(try await live.differences() == [])
  }

  @Test("what has become unreadable stays as it was, until it is mended")
  func lastGood() async throws {
    let live = try Live(["talks.md": "---\ntitle: Talks\n---\nAngela Merkel was in Moscow.\n"])
    await live.briefing.start()
    let good = live.page("documents/talks.html")
    try await live.write("talks.md", "---\ntitle: [\n---\nAngela Merkel was in Paris.\n")
    #expect(live.site?.diagnostics.contains { $0.severity == .error } == true)
    #expect(live.page("documents/talks.html") == good)
    try await live.write("talks.md", "---\ntitle: Talks\n---\nAngela Merkel was in Paris.\n")
    #expect(live.site?.diagnostics.isEmpty == true)
    #expect(live.page("documents/talks.html")?.contains("Paris") == true)
  }

  @Test("settings, decisions and templates are followed, and mistakes in them leave the last good site")
  func authorFiles() async throws {
    let live = try Live(["talks.txt": Self.talks])
    await live.briefing.start()
    try await live.write("dossier.yml", "title: Talks of the week\n")
    #expect(live.page("index.html")?.contains("Talks of the week") == true)
    try await live.write("dossier.yml", "title: [\n")
    #expect(live.site?.diagnostics.contains { $0.severity == .error } == true)
    #expect(live.page("index.html")?.contains("Talks of the week") == true)
    try await live.write("dossier.yml", "title: Talks of the week\n")
    try await live.write("entities.yml", "never:\n  - Berlin\n")
    #expect(live.page("places/berlin.html") == nil)
    try await live.write("entities.yml", "never: [\n")
    #expect(live.site?.diagnostics.contains { $0.severity == .error } == true)
    #expect(live.page("places/berlin.html") == nil && live.page("places/moscow.html") != nil)
    try await live.write("entities.yml", "")
    #expect(live.page("places/berlin.html") != nil)
    #expect(live.site?.diagnostics.isEmpty == true)

    let templates = live.folder.path + "/Templates"
    try Files.createFolder(templates)
    try Files.write(
      Array("<footer>{{frame.nothing}}</footer></body></html>".utf8), to: templates + "/foot.mustache")
    await live.briefing.change(nil)
    await live.briefing.settle()
    #expect(live.site?.diagnostics.contains { $0.severity == .error } == true)
    #expect(live.page("index.html")?.contains("machine’s draft") == true)
    try Files.write(Array("<footer>My foot</footer></body></html>".utf8), to: templates + "/foot.mustache")
    await live.briefing.change([templates + "/foot.mustache"])
    await live.briefing.settle()
    #expect(live.page("index.html")?.contains("My foot") == true)
    #expect(live.site?.diagnostics.isEmpty == true)
    #expect(live.briefing.folders.map(\.path).contains(templates))
  }

  @Test("a folder without documents shows none, until there is one")
  func empty() async throws {
    let live = try Live([:])
    await live.briefing.start()
    #expect(live.site?.hasPages == false && live.site?.diagnostics.map(\.id) == ["build.no-documents"])
    try await live.write("talks.txt", Self.talks)
    #expect(live.page("documents/talks.html") != nil && live.site?.diagnostics.isEmpty == true)
  }

  @Test("many changes, one after the other, end as a build would have them")
  func many() async throws {
    var generator = SeededGenerator(state: 12)
    let live = try Live(["talks.txt": Self.talks, "report.txt": Self.report])
    await live.briefing.start()
    let sentences = [
      "Angela Merkel spoke.", "Xi Jinping was in Paris.", "The Bank of Moscow closed.", "Nothing else.",
    ]
    for _ in 0..<12 {
      let name = Bool.random(using: &generator) ? "talks.txt" : "report.txt"
      let text =
        "A title\n\n"
        + (0..<4).compactMap { _ in sentences.randomElement(using: &generator) }.joined(separator: " ")
      try live.folder.write(name, text + "\n")
      await live.briefing.change([live.folder.seeds + "/" + name])
    }
    await live.briefing.settle()
    #expect(try await live.differences() == [])
  }

  /// A picture of one dot.
  private static let dot = Array(
    Data(base64Encoded: "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7") ?? Data())

  @Test("notes, pictures and what they quote are followed")
  func notes() async throws {
    let live = try Live([
      "a.md":
        "# First\n\nSee [[Second#Part]] and ![dot](dot.gif).\n\n![[b]]\n\n| a | b |\n|--|--|\n| Berlin | Paris |\n",
      "b.md": "---\ntitle: Second\n---\nAngela Merkel spoke.\n\n## Part\n\nIn Moscow.[^1]\n\n[^1]: A note.\n",
    ])
    try live.folder.write("dot.gif", Self.dot)
    await live.briefing.start()
    #expect(live.site?.diagnostics.isEmpty == true, "\(live.site?.diagnostics ?? [])")
    #expect(try await live.differences() == [])
    let picture = try #require(
      live.page("documents/a.html")?.firstMatch(of: /src="\.\.\/(assets\/dot\.[0-9a-f]+\.gif)"/)?.1)
    #expect(live.site?.file(String(picture)) == Self.dot)
    // Another text in one document, and in what quotes it.
    try await live.write("b.md", "---\ntitle: Second\n---\nXi Jinping spoke.\n\n## Part\n\nIn Moscow.\n")
    #expect(live.page("documents/a.html")?.contains("Xi Jinping") == true)
    #expect(try await live.differences() == [])
    // What is referred to keeps leading there in the first of the two steps.
    let before = live.updates.count
    try await live.write("a.md", "# First\n\nLook at [[Second#Part]] and ![dot](dot.gif).\n")
    let first = live.updates[before].site.file("documents/a.html").map { String(decoding: $0, as: UTF8.self) }
    #expect(live.updates[before].isComplete == false)
    #expect(first?.contains(String(picture)) == true && first?.contains("documents/b.html#p2\"") == true)
    // Another picture under the same name.
    try live.folder.write("dot.gif", Self.dot + [0])
    await live.briefing.change([live.folder.seeds + "/dot.gif"])
    await live.briefing.settle()
    #expect(live.page("documents/a.html")?.contains(String(picture)) == false)
    #expect(try await live.differences() == [])
    try Files.removeFile(live.folder.seeds + "/dot.gif")
    await live.briefing.change([live.folder.seeds + "/dot.gif"])
    await live.briefing.settle()
    #expect(live.site?.diagnostics.map(\.id) == ["read.no-picture"])
    try await live.write("dossier.yml", "smart_punctuation: true\n")
    try await live.write("a.md", "# First\n\n\"Quoted\" -- words.\n")
    #expect(live.page("documents/a.html")?.contains("“Quoted” – words.") == true)
    #expect(try await live.differences() == [])
  }

  @Test("a document that shrinks, in all its pages")
  func shrinks() async throws {
    let long =
      "# Long\n\n"
      + (1...30).map { "Angela Merkel met Vladimir Putin in Moscow on \($0) May 2014. Then they left.\n" }
      .joined(separator: "\n")
    let live = try Live([
      "long.md": long, "other.md": "![[long]]\n\n[x](long.md#p20)\n", "talks.txt": Self.talks,
    ])
    await live.briefing.start()
    #expect(try await live.differences() == [])
    let paths = try contents(of: live.folder.site).keys
    for text in ["# Long\n\nNothing.\n", "x", long, "| a |\n|---|\n| Moscow |\n"] {
      let before = live.updates.count
      try await live.write("long.md", text)
      // Every page of the first step can be made, though only the document's own is right.
      for path in paths { _ = live.updates[before].site.file(path) }
      #expect(try await live.differences() == [])
    }
  }

  @Test("a document that is a link to another changes with it, and a folder may go and come back")
  func linkedFile() async throws {
    let live = try Live(["talks.txt": Self.talks])
    try FileManager.default.createSymbolicLink(
      atPath: live.folder.seeds + "/other.txt", withDestinationPath: "talks.txt")
    await live.briefing.start()
    try await live.write("talks.txt", "Talks\n\nAngela Merkel saw a zebra.\n")
    #expect(live.page("documents/other.html")?.contains("zebra") == true)
    #expect(live.briefing.folders.contains(FolderWatch.Folder(live.folder.path + "/", only: "seeds")))
    try Files.removeTree(live.folder.seeds)
    await live.briefing.change(nil)
    await live.briefing.settle()
    #expect(live.site?.diagnostics.map(\.id) == ["read.folder-missing"])
    try Files.createFolder(live.folder.seeds)
    try live.folder.write("talks.txt", Self.talks)
    await live.briefing.change(nil)
    await live.briefing.settle()
    #expect(try await live.differences() == [])
  }

  @Test("no page goes back to an older text while others are linked")
  func whileLinking() async throws {
    // Many files, so that the second change falls into the linking of the first.
    let others = (0..<60).map {
      ("other\($0).txt", "Other \($0)\n\nAngela Merkel was in Paris. So was Xi Jinping.\n")
    }
    let live = try Live(
      Dictionary(others) { first, _ in first }.merging(["talks.txt": Self.talks, "report.txt": Self.report]) {
        $1
      })
    await live.briefing.start()
    let before = live.updates.count
    for (number, name) in ["talks.txt", "report.txt", "report.txt", "report.txt"].enumerated() {
      try live.folder.write(name, "News\n\nAngela Merkel saw a zebra, and \(number) more.\n")
      await live.briefing.change([live.folder.seeds + "/" + name])
    }
    await live.briefing.settle()
    var hasZebra = false
    for update in live.updates.dropFirst(before) {
      let page = update.site.file("documents/talks.html").map { String(decoding: $0, as: UTF8.self) }
      let isNew = page?.contains("zebra") == true
      #expect(isNew || !hasZebra)
      hasZebra = isNew
    }
    // Whether in one step or in two, what is told at the end of them tells of both.
    let complete = live.updates.dropFirst(before).filter(\.isComplete)
    let told = Set(complete.flatMap(\.files))
    #expect(complete.allSatisfy { Set($0.files).count == $0.files.count })
    #expect(told == [live.folder.seeds + "/talks.txt", live.folder.seeds + "/report.txt"])
    #expect(try await live.differences() == [])
  }

  @Test("where the whole can't be linked, a changed text shows all the same")
  func textBesideMistakes() async throws {
    let live = try Live(["talks.txt": Self.talks])
    await live.briefing.start()
    let templates = live.folder.path + "/Templates"
    try Files.createFolder(templates)
    try Files.write(Array("{{frame.nothing}}".utf8), to: templates + "/foot.mustache")
    await live.briefing.change(nil)
    await live.briefing.settle()
    try await live.write("talks.txt", "Talks in Asia\n\nAngela Merkel saw a zebra.\n")
    #expect(live.site?.diagnostics.contains { $0.severity == .error } == true)
    #expect(live.page("documents/talks.html")?.contains("zebra") == true)
  }

  // MARK: - Review

  private func review(_ live: Live) throws -> LiveReview {
    LiveReview(try #require(live.site), folder: live.folder.seeds)
  }

  @Test("a name can be refused in the page, and undone in the file")
  func never() async throws {
    let live = try Live(["talks.txt": Self.talks])
    await live.briefing.start()
    let page = "documents/talks.html"
    let id = try #require(live.page(page)?.firstMatch(of: /id="(p2m[0-9])" href="[^"]*berlin/)?.1)
    let question = try #require(try review(live).question(page: page, id: String(id)))
    #expect(question.contains("\"name\":\"Berlin\"") && question.contains("Taken for Berlin, a place."))
    let written = try review(live).decide(page: page, id: String(id), key: "never", name: "")
    #expect(written == "{\"written\":\"never: - Berlin\"}")
    let file = live.folder.seeds + "/entities.yml"
    #expect(try Files.read(file) == Array("never:\n  - Berlin\n".utf8))
    await live.briefing.change([file])
    await live.briefing.settle()
    #expect(live.page("places/berlin.html") == nil && live.page(page)?.contains("Berlin") == true)
    try await live.write("entities.yml", "")
    #expect(live.page("places/berlin.html") != nil)
  }

  @Test("each choice writes a line that the page then follows")
  func choices() async throws {
    let talks = "Talks\n\nVladimir Putin met Angela Merkel in Moscow. Putin left for Berlin.\n"
    let live = try Live(["talks.txt": talks])
    await live.briefing.start()
    let page = "documents/talks.html"
    let keys = [
      ("p2m1", "yes-person", "", "always: - {name: Vladimir Putin, kind: person}"),
      ("p2m4", "yes", "", "same: - [Vladimir Putin, Putin]"),
      ("p2m2", "same", "Angela Dorothea Merkel", "same: - [Angela Dorothea Merkel, Angela Merkel]"),
      ("p2m5", "never-here", "", "never: - {name: Berlin, in: talks.txt}"),
      (
        "p2m3", "here", "Moscow City",
        "pinned: - {in: talks.txt, quote: met Angela Merkel in Moscow., name: Moscow, is: Moscow City}"
      ),
    ]
    for (id, key, name, line) in keys {
      let written = try review(live).decide(page: page, id: id, key: key, name: name)
      #expect(written == "{\"written\":\"\(line)\"}", "\(id) \(key)")
      await live.briefing.change([live.folder.seeds + "/entities.yml"])
      await live.briefing.settle()
      #expect(live.site?.diagnostics.isEmpty == true, "\(live.site?.diagnostics ?? [])")
    }
    // An answer that is given again, as by a page that is not yet new, changes nothing.
    let file = try Files.read(live.folder.seeds + "/entities.yml")
    for (_, key, name, line) in keys where key == "never-here" || key == "here" {
      let (section, entry) = (line.prefix { $0 != ":" }, line.drop { $0 != "-" })
      try DecisionLines.add([(String(section), String(entry))], folder: live.folder.seeds, remark: nil)
      #expect(try Files.read(live.folder.seeds + "/entities.yml") == file, "\(key) \(name)")
    }
    #expect(live.page("people/angela-dorothea-merkel.html") != nil)
    #expect(live.page("places/moscow-city.html") != nil || live.page("organisations/moscow-city.html") != nil)
    #expect(try review(live).decide(page: page, id: "p9m9", key: "never", name: "") == nil)
    #expect(try review(live).decide(page: page, id: "p2m1", key: "nothing", name: "") == nil)
    for id in ["", "p", "p0m0", "pm", "p2m-1", "p2m99999999999999999999", "x1m1", "p2m1m1"] {
      #expect(try review(live).question(page: page, id: id) == nil, "\(id)")
    }
  }

  @Test("what is typed stays one name, whatever it is")
  func hostileName() async throws {
    let live = try Live(["talks.txt": Self.talks])
    await live.briefing.start()
    let name = "x]\nnever:\n  - Moscow # \"é\u{202E}"
    _ = try review(live).decide(page: "documents/talks.html", id: "p2m1", key: "same", name: name)
    await live.briefing.change([live.folder.seeds + "/entities.yml"])
    await live.briefing.settle()
    #expect(live.site?.diagnostics.contains { $0.severity == .error } == false)
    #expect(live.page("places/moscow.html") != nil)
  }

  @Test("dots in a text or a path ask for no name and stay what they are")
  func ellipsis() async throws {
    let live = try Live(["talks….txt": "Talks\n\nHe said … that Vladimir Putin … left for Berlin.\n"])
    await live.briefing.start()
    let path = "documents/talks.html"
    let question = try #require(try review(live).question(page: path, id: "p2m1"))
    #expect(
      question.contains("\"key\":\"never-here\",\"text\":\"Not a name in this document\",\"needsName\":false")
    )
    let written = try review(live).decide(page: path, id: "p2m1", key: "here", name: "Igor Putin")
    #expect(
      written?.contains(
        #"in: \"talks….txt\", quote: \"He said … that Vladimir Putin … left for Berlin.\", name: Vladimir Putin, is: Igor Putin}"#
      ) == true, "\(written ?? "")")
    await live.briefing.change([live.folder.seeds + "/entities.yml"])
    await live.briefing.settle()
    #expect(live.site?.diagnostics.isEmpty == true && live.page("people/igor-putin.html") != nil)
    #expect(try review(live).question(page: path, id: "p2m\(Int.max)") == nil)
  }

  @Test("names are offered by their beginning, the most named first")
  func names() async throws {
    let live = try Live(["talks.txt": Self.talks, "report.txt": Self.report])
    await live.briefing.start()
    #expect(try review(live).names(beginningWith: "b") == "[\"Beijing\",\"Berlin\"]")
    #expect(try review(live).names(beginningWith: "") == "[]")
  }

  @Test("possible names are marked, and can be taken for names")
  func suggestions() async throws {
    let live = try Live(["talks.txt": Self.talks, "dossier.yml": "threshold: 0.999\n"])
    await live.briefing.start()
    let page = try #require(live.page("documents/talks.html"))
    let id = try #require(page.firstMatch(of: /<span class="maybe" id="(p[0-9]+x[0-9]+)">([^<]+)</))
    let question = try #require(try review(live).question(page: "documents/talks.html", id: String(id.1)))
    #expect(question.contains("It is taken for no name.") && question.contains("\"key\":\"yes-person\""))
    _ = try review(live).decide(page: "documents/talks.html", id: String(id.1), key: "yes-event", name: "")
    await live.briefing.change([live.folder.seeds + "/entities.yml"])
    await live.briefing.settle()
    #expect(live.page("events/index.html")?.contains(id.2) == true)
    // No built site has such marks.
    #expect(await live.folder.build { $0.recogniser = .fast }.isWritten)
    #expect(try !live.folder.page("documents/talks.html").contains("class=\"maybe\""))
  }
}
