import DossierModel
import DossierRender
import DossierTemplates
import Foundation

/// A briefing of hostile texts, with its files of data.
struct ExportedBriefing {
  let briefing: Briefing
  let site: Site

  /// What nobody writes by chance: formulas, markup, quotes, ends of lines and of scripts, other scripts, control characters.
  static let hostile = [
    "=1+2", "+cmd", "-2+3", "@SUM(A1)", "\tTab", "'quoted", "\"double\", and, commas", "two\nlines", "a\r\nb",
    "</script><script>alert(1)</script>", "<b>&amp;</b>", "]]>", "Zoë", "דוד", "😀 Emoji 👩‍👩‍👧", "e\u{301}a",
    "\u{2028}separator", "＝wide", "null", "true", "0012", "[1]", "{\"a\":1}", "a;b", "\u{1}control\u{FFFE}",
  ]

  /// Each text names the entity of its number and the two after it, in two sentences; the last two entities are an unclear name
  /// and what it may stand for.
  init(_ texts: [String] = ExportedBriefing.hostile, rowsPerFile: Int? = 20_000, baseURL: String? = nil)
    throws
  {
    var documents: [BriefingDocument] = []
    var evidence = [[Evidence]](repeating: [], count: texts.count)
    for (number, text) in texts.enumerated() {
      let named = [number, (number + 1) % texts.count, (number + 2) % texts.count]
      var body = ""
      var (sentences, mentions): ([TextRange], [Mention]) = ([], [])
      var (entities, places): ([Int], [Int]) = ([], [])
      for (sentence, group) in [[named[0], named[1]], [named[1], named[2]]].enumerated() {
        let start = body.utf8.count
        for entity in group {
          body += "é \(sentence) "
          let from = body.utf8.count
          body += texts[entity]
          mentions.append(
            Mention(range: TextRange(from, body.utf8.count), kind: .person, score: 0.9876, origin: .model))
          entities.append(entity)
          places.append(sentence)
          let place = Evidence(document: number, sentence: sentence)
          if evidence[entity].last != place { evidence[entity].append(place) }
        }
        body += " \(text)."
        sentences.append(TextRange(start, body.utf8.count))
        body += " "
      }
      let whole = TextRange(0, body.utf8.count)
      var document = Document(
        path: text, slug: "d\(number)", title: text, titleOrigin: .fileName, text: body,
        blocks: [Block(kind: .paragraph, textRange: whole, sourceRange: whole)])
      document.record.publisher = text
      document.record.authors = [text, "B"]
      document.record.licence = text
      documents.append(
        BriefingDocument(
          document: document,
          annotation: Annotation(
            sentences: sentences, mentions: mentions,
            dates: [
              DateMention(
                range: TextRange(0, 2), kind: .date, unit: .month, value: "XXXX-06", missing: .year, rule: "r"
              ),
              DateMention(
                range: TextRange(3, 4), kind: .date, unit: .day, value: "2015-08-21", modifier: .approximate,
                first: CalendarDate(year: 2015, month: 8, day: 21),
                last: CalendarDate(year: 2015, month: 8, day: 22),
                rule: "r"),
            ]),
          mentionEntities: entities, mentionSentences: places))
    }
    var entities = texts.enumerated().map { number, text in
      Entity(
        kind: EntityKind.allCases[number % 5], name: text, slug: "e\(number)",
        aliases: [Alias(name: text + " II", reason: .spelling)], evidence: evidence[number].sorted(),
        mentionCount: documents.reduce(0) { $0 + $1.mentionEntities.count { $0 == number } },
        documentCount: Set(evidence[number].map(\.document)).count)
    }
    for index in entities.indices {
      entities[index].ties = Self.ties(of: index, in: documents)
      entities[index].description = Description(text: entities[index].name)
    }
    entities[texts.count - 2].candidates = [texts.count - 1]
    var briefing = Briefing(
      settings: BriefingSettings(title: texts[0]), documents: documents, entities: entities)
    briefing.settings.baseURL = baseURL
    for index in documents.indices {
      let evidence = Evidence(document: index, sentence: 0)
      briefing.timeline.undated.append(DatedStatement(evidence: evidence, date: 0))
      briefing.timeline.dated.append(DatedStatement(evidence: evidence, date: 1))
    }
    self.briefing = briefing
    site = try Site(
      briefing, templates: Self.templates(),
      assets: SiteAssets(style: "style.css", start: "start.js", script: "dossier.js", book: "book.css"),
      rowsPerExport: rowsPerFile)
  }

  private static func ties(of index: Int, in documents: [BriefingDocument]) -> [Tie] {
    var counts: [Int: Int32] = [:]
    for item in documents {
      for sentence in item.annotation.sentences.indices {
        let named = Set(
          item.mentionEntities.indices.filter { item.mentionSentences[$0] == sentence }
            .map { item.mentionEntities[$0] })
        guard named.contains(index) else { continue }
        for other in named where other != index { counts[other, default: 0] += 1 }
      }
    }
    return counts.map { Tie(entity: Int32($0.key), count: $0.value) }.sorted { $0.entity < $1.entity }
  }

  private static func templates() throws -> TemplateLibrary {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates")
    return TemplateLibrary(
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "mustache" }
        .map {
          TemplateFile(
            name: $0.lastPathComponent, path: $0.path, source: try String(contentsOf: $0, encoding: .utf8))
        })
  }

  /// The content of each file of data, by its name; those that scripts load left out.
  func files() -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for key in site.pages {
      guard case .export = key else { continue }
      let page = site.render(key)
      files[String(page.path.dropFirst("data/".count))] = page.bytes
    }
    return files
  }
}

/// Reads CSV as RFC 4180 has it, and takes the apostrophe of defused cells away where `isText` says so.
func csvRows(_ bytes: [UInt8]) -> [[String]] {
  var rows: [[String]] = []
  var (row, cell): ([String], [UInt8]) = ([], [])
  var (index, isQuoted) = (0, false)
  func end() {
    row.append(String(decoding: cell, as: UTF8.self))
    cell = []
  }
  while index < bytes.count {
    let byte = bytes[index]
    if isQuoted {
      if byte == UInt8(ascii: "\""), index + 1 < bytes.count, bytes[index + 1] == byte {
        cell.append(byte)
        index += 1
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = false
      } else {
        cell.append(byte)
      }
    } else {
      switch byte {
      case UInt8(ascii: "\""): isQuoted = true
      case UInt8(ascii: ","): end()
      case 13 where index + 1 < bytes.count && bytes[index + 1] == 10:
        end()
        rows.append(row)
        row = []
        index += 1
      default: cell.append(byte)
      }
    }
    index += 1
  }
  return rows
}
