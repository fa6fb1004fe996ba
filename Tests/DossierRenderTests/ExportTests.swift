import DossierModel
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import DossierRender

@Suite("Data for other programs")
struct ExportTests {
  private func rows(_ table: ExportTable, in files: [String: [UInt8]]) throws -> [[String: Any]] {
    var rows: [[String: Any]] = []
    var part = 1
    while let bytes = files[table.rawValue + (part == 1 ? "" : "--\(part)") + ".json"] {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      #expect(object["version"] as? Int == 1 && object["part"] as? Int == part)
      rows += try #require(object[table.rawValue] as? [[String: Any]])
      part += 1
    }
    return rows
  }

  private func lines(_ bytes: [UInt8]?) throws -> [[String: Any]] {
    try #require(bytes).split(separator: 10).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }

  @Test("each mention and date is where its offsets say, by Unicode scalars")
  func slices() throws {
    let exported = try ExportedBriefing()
    let files = exported.files()
    let sentences = Dictionary(
      uniqueKeysWithValues: try rows(.sentences, in: files).map {
        ($0["id"] as? String ?? "", $0["text"] as? String ?? "")
      })
    #expect(sentences.count == exported.briefing.sentenceCount)
    for table in [ExportTable.mentions, .dates] {
      let all = try rows(table, in: files)
      #expect(!all.isEmpty)
      for row in all {
        let text = Array((sentences[row["sentence"] as? String ?? ""] ?? "").unicodeScalars)
        let (start, end) = (try #require(row["start"] as? Int), try #require(row["end"] as? Int))
        var surface = String.UnicodeScalarView()
        surface += text[start..<end]
        #expect(Array(String(surface).utf8) == Array((row["surface"] as? String ?? "").utf8))
      }
    }
  }

  @Test("counts can be told from the rows, and are the briefing's")
  func counts() throws {
    let exported = try ExportedBriefing()
    let files = exported.files()
    var mentions: [String: Int] = [:]
    for row in try rows(.mentions, in: files) {
      mentions[row["entity"] as? String ?? "", default: 0] += 1
    }
    let entities = try rows(.entities, in: files)
    #expect(entities.count == exported.briefing.entities.count)
    for (row, entity) in zip(entities, exported.briefing.entities) {
      #expect(row["name"] as? String == entity.name)
      #expect(row["mentions"] as? Int == entity.mentionCount)
      #expect(mentions[row["id"] as? String ?? ""] == entity.mentionCount)
      #expect(row["isUnclear"] as? Bool == !entity.candidates.isEmpty)
    }
    let ties = try rows(.ties, in: files)
    #expect(ties.count * 2 == exported.briefing.entities.reduce(0) { $0 + $1.ties.count })
    #expect(ties.allSatisfy { ($0["sentences"] as? [String])?.count == $0["count"] as? Int })
    #expect(ties.allSatisfy { !($0["isUnclear"] as? Bool == true && $0["isBeyondChance"] as? Bool == true) })
  }

  @Test("CSV has the same rows as JSON, and no cell that is a formula")
  func table() throws {
    let files = try ExportedBriefing().files()
    for table in ExportTable.allCases {
      let cells = csvRows(files[table.rawValue + ".csv"] ?? [])
      #expect(cells.first == table.columns.map(\.name))
      let expected = try rows(table, in: files)
      #expect(cells.count == expected.count + 1)
      for (row, object) in zip(cells.dropFirst(), expected) {
        #expect(row.count == table.columns.count)
        for (cell, column) in zip(row, table.columns) {
          #expect(!"=+-@\t\r\n＝＋－＠".unicodeScalars.contains(cell.unicodeScalars.first ?? "a"), "\(cell)")
          switch column.type {
          case .string:
            let text = cell.hasPrefix("'") ? String(cell.unicodeScalars.dropFirst()) : cell
            #expect(Array(text.utf8) == Array((object[column.name] as? String ?? "").utf8))
            #expect(column.isOptional || object[column.name] is String, "\(table) \(column.name)")
          case .array:
            let list = try JSONSerialization.jsonObject(with: Data(cell.utf8)) as? [String]
            #expect(list == object[column.name] as? [String])
          case .integer: #expect(Int(cell) == object[column.name] as? Int)
          case .number: #expect(Double(cell) == object[column.name] as? Double)
          case .boolean: #expect(cell == (object[column.name] as? Bool == true ? "true" : "false"))
          }
        }
      }
    }
  }

  @Test("dates that are open or vague do not look exact")
  func dates() throws {
    let all = try rows(.dates, in: try ExportedBriefing().files())
    let open = all.filter { $0["value"] as? String == "XXXX-06" }
    let vague = all.filter { $0["modifier"] as? String == "approximate" }
    #expect(open.count == vague.count && open.count + vague.count == all.count)
    for row in open {
      #expect(row["from"] is NSNull && row["to"] is NSNull && row["words"] is NSNull)
      #expect(row["open"] as? String == "year not stated")
    }
    for row in all { #expect(row["isExact"] as? Bool == false) }
  }

  @Test("a table in several files is the same table", arguments: [1, 2, 7, 30, 49, 50, 51])
  func parts(rowsPerFile: Int) throws {
    let (whole, cut) = (
      try ExportedBriefing().files(), try ExportedBriefing(rowsPerFile: rowsPerFile).files()
    )
    // Each row is a line, the last of a file without a comma.
    func all(_ name: String, _ ending: String, in files: [String: [UInt8]]) -> [[UInt8]] {
      var lines: [[UInt8]] = []
      for part in 1...200 {
        guard let bytes = files[part == 1 ? name + ending : "\(name)--\(part)\(ending)"] else { break }
        for line in bytes.split(separator: 10) {
          lines.append(Array(line.last == UInt8(ascii: ",") ? line.dropLast() : line))
        }
      }
      return lines
    }
    for table in ExportTable.allCases {
      let isRow = { (line: [UInt8]) in !line.starts(with: "{\"schema".utf8) && line.count > 2 }
      let one = all(table.rawValue, ".json", in: whole).filter(isRow)
      #expect(one == all(table.rawValue, ".json", in: cut).filter(isRow))
      #expect(try rows(table, in: cut).count == one.count)
      let files = (one.count + rowsPerFile - 1) / rowsPerFile
      #expect(cut.keys.count { $0.hasPrefix(table.rawValue) && $0.hasSuffix(".csv") } == max(1, files))
    }
    for name in ["documents", "entities"] {
      #expect(all(name, ".ftm.json", in: whole) == all(name, ".ftm.json", in: cut))
    }
    let edges = { (line: [UInt8]) in line.starts(with: "<edge ".utf8) }
    #expect(
      all("ties", ".graphml", in: whole).filter(edges) == all("ties", ".graphml", in: cut).filter(edges))
  }

  @Test("an unclear name is resolved to nobody in FollowTheMoney, and counts for none")
  func unclear() throws {
    let exported = try ExportedBriefing()
    let entities = try lines(exported.files()["entities.ftm.json"])
    let index = exported.briefing.entities.count - 2
    let unclear = MoneyEntity.id(of: "\(exported.briefing.entities[index].kind.folder)/e\(index)")
    #expect(!entities.contains { $0["id"] as? String == unclear })
    for entity in entities {
      let properties = try #require(entity["properties"] as? [String: [String]])
      #expect(properties["topics"] == nil)
      #expect(!properties.values.contains { $0.contains(unclear) })
    }
    let documents = exported.briefing.entities[index].documentCount
    #expect(
      entities.count {
        $0["schema"] as? String == "Mention"
          && ($0["properties"] as? [String: [String]])?["resolved"] == nil
      } == documents)
  }

  @Test("hostile text does not leave its place in XML and JSON-LD")
  func hostile() throws {
    let files = try ExportedBriefing(baseURL: "https://example.org/a/").files()
    let xml = try XMLDocument(data: Data(files["ties.graphml"] ?? []))
    let names = try xml.nodes(forXPath: "//*[local-name()='node']/*[@key='name']").compactMap {
      $0.stringValue
    }
    #expect(names.count == ExportedBriefing.hostile.count)
    for (name, text) in zip(names, ExportedBriefing.hostile) where !text.contains("\u{1}") {
      #expect(Array(name.utf8) == Array(text.utf8))
    }
    let graph = try #require(
      try JSONSerialization.jsonObject(with: Data(files["graph.jsonld"] ?? [])) as? [String: Any])
    let nodes = try #require(graph["@graph"] as? [[String: Any]])
    let known = Set(nodes.compactMap { $0["@id"] as? String })
    #expect(known.count == nodes.count)
    for node in nodes {
      for reference in node["mentions"] as? [[String: String]] ?? [] {
        #expect(known.contains(reference["@id"] ?? ""))
      }
    }
  }

  @Test("texts are cut to what FollowTheMoney takes, without losing any of it")
  func pieces() {
    let limit = MoneyEntity.Limit.text.rawValue
    let line = String(repeating: "é", count: limit / 5)
    for text in ["", "a\nb", Array(repeating: line, count: 9).joined(separator: "\n") + "\n\nend"] {
      let pieces = ExportRows.pieces(of: text)
      #expect(pieces.allSatisfy { $0.unicodeScalars.count <= limit })
      #expect(pieces.joined(separator: "\n") == text)
    }
    let long = String(repeating: "😀", count: limit)
    #expect(ExportRows.pieces(of: long).joined() == long)
    #expect(ExportRows.pieces(of: long).allSatisfy { $0.unicodeScalars.count <= limit })
  }

  @Test(
    "numbers have no more digits than they need",
    arguments: [
      (0, 2, "0"), (1, 2, "1"), (0.5, 3, "0.5"), (0.9876, 3, "0.988"), (0.004, 2, "0"), (12.345, 2, "12.35"),
      (12.3, 2, "12.3"), (0.9996, 3, "1"), (1234567.891, 2, "1234567.89"), (-0.5, 1, "-0.5"),
      (-0.001, 2, "0"),
      (Double.nan, 2, "0"), (Double.infinity, 2, "0"), (1e300, 2, "0"),
    ])
  func decimals(number: Double, digits: Int, expected: String) {
    #expect(DecimalText.digits(of: number, digits: digits) == expected)
  }

  @Test(
    "cells of CSV",
    arguments: [
      ("", ""), ("a", "a"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("=1", "'=1"), ("'a", "''a"),
      ("-", "'-"), ("\n", "\"'\n\""), ("a=1", "a=1"), ("＝1", "'＝1"), ("@a,b", "\"'@a,b\""),
    ])
  func cells(text: String, expected: String) {
    var bytes: [UInt8] = []
    CSVText.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test("a site without data has no such file, and does not speak of it")
  func none() throws {
    let exported = try ExportedBriefing(rowsPerFile: nil)
    #expect(exported.files().isEmpty)
    #expect(exported.site.dataPackage(of: []) == nil)
    #expect(
      !String(decoding: exported.site.render(.about).bytes, as: UTF8.self).contains("datapackage.json"))
  }

  @Test("the guide tells of every column")
  func guide() {
    let text = String(decoding: ExportGuide.bytes, as: UTF8.self)
    for table in ExportTable.allCases {
      for column in table.columns { #expect(text.contains("| `\(column.name)` |")) }
    }
  }
}
