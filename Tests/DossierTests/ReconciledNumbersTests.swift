import DossierFiles
import DossierModel
import Foundation
import Testing

@testable import Dossier

/// The same numbers everywhere: on pages, in the data of search and cards, and in JSON-LD, they are the model's.
@Suite("Numbers reconcile")
struct ReconciledNumbersTests {
  /// A pile with dates, ties, namesakes, a right-to-left passage and Markdown, and long enough for several pieces of data.
  private static let texts: [String: String] = {
    var texts = BuiltSiteTests.texts
    let people = ["Angela Merkel", "Vladimir Putin", "Xi Jinping", "Emmanuel Macron", "Joe Biden"]
    let places = ["Berlin", "Moscow", "Beijing", "Paris", "Geneva", "Iran", "Syria", "Iraq", "Turkey"]
    for number in 0..<30 {
      var lines = ["Report number \(number)", "\(number % 28 + 1) March \(2011 + number % 6)"]
      for line in 0..<12 {
        let (person, place) = (people[(number * 5 + line) % 5], places[(number * 7 + line * 3) % 9])
        let second = places[(number + line) % 9]
        lines.append(
          "\(person) went from \(place) to \(second) on \(line + 1) June \(2010 + line % 4), and said so. In May he was in Réunion and met \(people[line % 5])."
        )
      }
      texts["report-\(number).txt"] = lines.joined(separator: "\n")
    }
    texts["arabic.txt"] = "A note\nوصل فلاديمير بوتين إلى دمشق. Vladimir Putin came to Syria in 2015.\n"
    return texts
  }()

  private struct Built {
    var briefing: Briefing
    var pages: [String: String]
    var data: [String: Any]
  }

  private func built() async throws -> Built {
    let folder = try TemporaryFolder(Self.texts)
    let report = await folder.build { $0.recogniser = .fast }
    #expect(report.isWritten)
    var options = BuildOptions()
    (options.folder, options.output, options.recogniser) = (folder.seeds, folder.site, .fast)
    var unused = BuildReport()
    let briefing = try await BriefingBuild(options).briefing(&unused, StageClock(news: { _ in }))
    var pages: [String: String] = [:]
    var data: [String: Any] = [:]
    for (path, bytes) in try contents(of: folder.site) {
      let text = String(decoding: bytes, as: UTF8.self)
      if path.hasSuffix(".html") { pages[path] = text }
      guard path.hasPrefix("data/"), path.hasSuffix(".js") else { continue }
      let call = try #require(text.wholeMatch(of: /dossier\("([^"]+)",(.*)\);\n/.dotMatchesNewlines()))
      #expect("data/\(call.1).js" == path)
      data[String(call.1)] = try JSONSerialization.jsonObject(
        with: Data(String(call.2).utf8), options: .fragmentsAllowed)
    }
    return Built(briefing: briefing, pages: pages, data: data)
  }

  private func pieces(_ kind: String, of data: [String: Any]) -> [(number: Int, value: Any)] {
    data.compactMap { key, value in
      let parts = key.split(separator: "/")
      guard parts.count == 2, parts[0] == kind, let number = Int(parts[1]) else { return nil }
      return (number, value)
    }.sorted { $0.number < $1.number }
  }

  /// All pages of one thing: "people/a.html", "people/a--2.html" …
  private func pages(of path: String, in pages: [String: String]) -> [String] {
    let base = path.dropLast(".html".count)
    return ([path] + (2...50).map { "\(base)--\($0).html" }).compactMap { pages[$0] }
  }

  @Test("entities: mentions, sentences, documents, ties, and evidence that is listed")
  func entities() async throws {
    let built = try await built()
    #expect(!built.briefing.entities.isEmpty)
    for entity in built.briefing.entities {
      let path = "\(entity.kind.folder)/\(entity.slug).html"
      let own = pages(of: path, in: built.pages)
      let first = try #require(own.first)
      func fact(_ label: String) -> Int? {
        first.firstMatch(of: try! Regex("<dt>\(label)</dt><dd><a href=\"[^\"]+\">([0-9,]+)</a>"))
          .flatMap { $0[1].substring }.flatMap { Int($0.filter { $0 != "," }) }
      }
      #expect(fact("Mentions") == entity.mentionCount, "\(path)")
      #expect(fact("Sentences") == entity.evidence.count, "\(path)")
      #expect(fact("Documents") == entity.documentCount, "\(path)")
      #expect((fact("Named with") ?? 0) == entity.ties.count, "\(path)")
      let listed = own.reduce(0) { sum, page in
        let evidence = page.components(separatedBy: "<ul class=\"evidence\">").dropFirst()
          .map { $0.components(separatedBy: "</ul>")[0] }
        return sum + evidence.reduce(0) { $0 + count(of: "<li>", in: $1) }
      }
      #expect(listed == entity.evidence.count, "\(path)")
    }
  }

  @Test("pairs: every sentence that names both, and a page for just those that two sentences name")
  func pairs() async throws {
    let built = try await built()
    var expected = 0
    for (index, entity) in built.briefing.entities.enumerated() {
      for tie in entity.ties where tie.entity > index && tie.count >= 2 {
        expected += 1
        let slugs = [entity.slug, built.briefing.entities[Int(tie.entity)].slug].sorted()
        let own = pages(of: "ties/\(slugs[0])--\(slugs[1]).html", in: built.pages)
        #expect(!own.isEmpty, "\(slugs)")
        let listed = own.reduce(0) { $0 + count(of: "<span class=\"at\">", in: $1) }
        #expect(listed == Int(tie.count), "\(slugs)")
      }
    }
    let found = built.pages.keys.filter {
      $0.hasPrefix("ties/") && !$0.hasPrefix("ties/index") && !$0.contains(/--[0-9]+\.html$/)
    }
    #expect(found.count == expected)
    #expect(expected > 5)
  }

  @Test("the timeline has every date once, those that stay open apart")
  func timeline() async throws {
    let built = try await built()
    func listed(_ path: String) -> Int {
      pages(of: path, in: built.pages).reduce(0) { $0 + count(of: "<p class=\"when", in: $1) }
    }
    #expect(listed("timeline/index.html") == built.briefing.timeline.dated.count)
    #expect(listed("timeline/open.html") == built.briefing.timeline.undated.count)
    #expect(built.briefing.timeline.dated.count > 200)
    #expect(built.briefing.timeline.undated.count > 200)
  }

  @Test("search has every name, document and sentence, and leads to where they stand")
  func search() async throws {
    let built = try await built()
    let briefing = built.briefing
    let table = try #require(built.data["search"] as? [String: Any])
    var names: [String: Int] = [:]
    for piece in pieces("names", of: built.data) {
      for entry in try #require(piece.value as? [[Any]]) {
        names[try #require(entry[2] as? String)] = try #require(entry[3] as? Int)
      }
    }
    #expect(pieces("names", of: built.data).count == (table["names"] as? [String])?.count)
    #expect(names.count == briefing.entities.count + briefing.documents.count)
    for entity in briefing.entities {
      let address = "\(entity.kind.folder)/\(entity.slug).html"
      #expect(names[address] ?? names[percentEncoded(address)] == entity.mentionCount, "\(address)")
    }

    var sentences = 0
    var words: [String: Set<Int>] = [:]
    for piece in pieces("sentences", of: built.data) {
      let value = try #require(piece.value as? [String: Any])
      let documents = try #require(value["d"] as? [[Any]])
      for row in try #require(value["s"] as? [[Any]]) {
        let document = documents[try #require(row[0] as? Int)]
        let address = try #require(document[1] as? String).removingPercentEncoding ?? ""
        let fragment = try #require(row[1] as? String)
        #expect(built.pages[address]?.contains("id=\"\(fragment)\"") == true, "\(address)#\(fragment)")
        let first = try #require(document[3] as? Int)
        #expect((first..<first + (document[4] as? Int ?? 0)).contains(sentences))
        let text = try #require(row[2] as? String)
        for word in text.lowercased().folding(options: .diacriticInsensitive, locale: nil)
          .components(separatedBy: CharacterSet.alphanumerics.inverted)
        {
          words[word, default: []].insert(sentences)
        }
        sentences += 1
      }
    }
    #expect(sentences == briefing.sentenceCount)
    #expect(table["sentences"] as? Int == briefing.sentenceCount)
    #expect(table["documents"] as? Int == briefing.documents.count)

    var known = 0
    for piece in pieces("words", of: built.data) {
      let lines = try #require(piece.value as? String).split(separator: "\n")
      #expect(
        lines.first?.split(separator: "\t").first.map(String.init)
          == (table["words"] as? [String])?[piece.number])
      for line in lines {
        let parts = line.split(separator: "\t").map(String.init)
        #expect(words[parts[0]] == Set(decoded(parts[2])), "\(parts[0])")
        #expect(Int(parts[1]) == words[parts[0]]?.count)
        known += 1
      }
    }
    #expect(known > 60)
  }

  private func percentEncoded(_ text: String) -> String {
    text.addingPercentEncoding(
      withAllowedCharacters: CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")) ?? text
  }

  private func decoded(_ postings: String) -> [Int] {
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_")
    var (numbers, last, value, shift) = ([Int](), 0, 0, 0)
    for character in postings {
      let digit = alphabet.firstIndex(of: character) ?? 0
      value |= (digit & 31) << shift
      shift += 5
      if digit < 32 {
        last += value
        numbers.append(last)
        (value, shift) = (0, 0)
      }
    }
    return numbers
  }

  @Test("cards stand for every entity, in the piece that its address gives")
  func cards() async throws {
    let built = try await built()
    let pieces = pieces("cards", of: built.data)
    var found = 0
    for piece in pieces {
      for (address, card) in try #require(piece.value as? [String: [Any]]) {
        let hash = address.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        #expect(Int(hash) % pieces.count == piece.number)
        let path = address.removingPercentEncoding ?? ""
        let entity = try #require(
          built.briefing.entities.first { "\($0.kind.folder)/\($0.slug).html" == path })
        #expect(card[0] as? String == entity.name)
        let counts = try #require(card[4] as? String)
        #expect(counts.hasPrefix("\(entity.mentionCount) mention"))
        #expect(counts.contains(" in \(entity.documentCount) document"))
        found += 1
      }
    }
    #expect(found == built.briefing.entities.count)
  }

  @Test("JSON-LD mentions what the document names, each once")
  func linkedData() async throws {
    let built = try await built()
    for item in built.briefing.documents {
      let page = try #require(built.pages["documents/\(item.document.slug).html"])
      let text = try #require(
        page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/.dotMatchesNewlines())?.1)
      let article = try #require(
        try JSONSerialization.jsonObject(with: Data(String(text).utf8)) as? [String: Any])
      #expect(article["@type"] as? String == "Article")
      #expect(article["headline"] as? String == item.document.title)
      let mentions = try #require(article["mentions"] as? [[String: String]])
      #expect(mentions.count == Set(item.mentionEntities).count)
      #expect(
        Set(mentions.compactMap { $0["name"] })
          == Set(item.mentionEntities.map { built.briefing.entities[$0].name }))
    }
  }
}
