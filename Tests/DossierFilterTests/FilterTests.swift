import DossierModel
import EntityRecognizer
import Foundation
import Testing

@testable import DossierFilter

private struct Answer: Decodable {
  struct Entity: Decodable {
    var start: Int
    var end: Int
    var type: String
    var score: Double
    var surface: String
  }
  struct Dated: Decodable {
    var start: Int
    var end: Int
    var surface: String
    var value: String
    var from: String?
    var to: String?
    var missing: String?
  }
  var id: String
  var entities: [Entity]
  var dates: [Dated]
}

/// What a line becomes: the answer without its end, and what was wrong.
private func read(
  _ line: String, _ unit: OffsetUnit = .scalars, number: Int = 1, keepsEntities: Bool = false
) -> (line: [UInt8], problem: Diagnostic?) {
  let filter = LineFilter(
    annotator: TextAnnotator(recognizer: .builtIn, unit: unit), path: "-", keepsEntities: keepsEntities)
  let reading = filter.read(Array(line.utf8)[...], number: number)
  let answer = reading.line(unit)
  #expect(answer.isEmpty || answer.last == 10)
  return (answer.dropLast(), reading.problem)
}

private func answer(_ line: String, _ unit: OffsetUnit = .scalars) throws -> Answer {
  let found = read(line, unit)
  #expect(found.problem == nil)
  return try JSONDecoder().decode(Answer.self, from: Data(found.line))
}

struct LineFilterTests {
  private static let text =
    "👩‍👩‍👧 é e\u{301} \u{200F}م Vladimir Putin met Élodie Dupont in China on 3 May 2014 𝒳."

  @Test(arguments: OffsetUnit.allCases)
  func offsetsSliceToTheSurface(_ unit: OffsetUnit) throws {
    let text = LineFilterTests.text
    let json = String(decoding: try JSONEncoder().encode(["id": "a", "text": text]), as: UTF8.self)
    let found = try answer(json, unit)
    #expect(found.entities.map(\.type).contains("PER") && found.entities.map(\.surface).contains("China"))
    #expect(found.dates.map(\.value) == ["2014-05-03"])
    func slice(_ start: Int, _ end: Int) -> String {
      switch unit {
      case .scalars: String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
      case .bytes: String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
      case .utf16: String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
      }
    }
    for entity in found.entities { #expect(slice(entity.start, entity.end) == entity.surface) }
    for date in found.dates { #expect(slice(date.start, date.end) == date.surface) }
  }

  @Test func datesAreResolvedAgainstTheTextsDate() throws {
    let open = try answer("{\"id\":\"a\",\"text\":\"They met in June.\"}")
    #expect(open.dates.map(\.value) == ["XXXX-06"] && open.dates.first?.missing == "year")
    let known = try answer("{\"id\":\"a\",\"date\":\"2022-09-08\",\"text\":\"They met in June.\"}")
    #expect(known.dates.first?.from == "2022-06-01" && known.dates.first?.to == "2022-06-30")
  }

  @Test(arguments: ["2015-8-21", "soon", "2015-13", "2015-02-30", "", "20150821", "2015-08-21T10"])
  func badDateIsAWarningOnly(_ date: String) {
    let found = read("{\"id\":1,\"date\":\"\(date)\",\"text\":\"In China.\"}", number: 4)
    #expect(found.problem?.severity == .warning && found.problem?.location?.line == 4)
    #expect(String(decoding: found.line, as: UTF8.self).contains("China"))
  }

  @Test func badLineHasAnAnswerToo() {
    let found = read("{\"id\":\"x\\u0000\",\"tekst\":1}", number: 12)
    #expect(
      String(decoding: found.line, as: UTF8.self)
        == "{\"id\":\"x\\u0000\",\"error\":\"the line has no 'text'\"}")
    #expect(found.problem?.description.hasPrefix("-:12:1: error: the line has no 'text'") == true)
    let other = read("nonsense", number: 13)
    #expect(
      String(decoding: other.line, as: UTF8.self).hasPrefix("{\"id\":13,\"error\":\"the line is not JSON"))
  }

  @Test(arguments: ["", "  ", "\r", "\t"])
  func emptyLineHasNone(_ line: String) {
    let found = read(line, number: 1)
    #expect(found.line.isEmpty && found.problem == nil)
  }

  @Test func textWithoutIdIsKnownByItsLine() {
    let found = read("{\"text\":\"\"}", number: 5)
    #expect(String(decoding: found.line, as: UTF8.self) == "{\"id\":5,\"entities\":[],\"dates\":[]}")
  }
}

struct LinkedLineTests {
  private struct Linked: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var type: String
      var name: String?
      var score: Double?
      var surface: String
    }
    var id: String
    var entities: [Entity]
  }

  private func link(
    _ lines: [String], _ unit: OffsetUnit = .scalars, keepsEntities: Bool = true
  ) throws -> [Linked] {
    let filter = LineFilter(
      annotator: TextAnnotator(recognizer: .builtIn, unit: unit), path: "-", keepsEntities: keepsEntities)
    var readings = lines.enumerated().map { filter.read(Array($0.element.utf8)[...], number: $0.offset + 1) }
    LineFilter.Reading.link(&readings)
    return try readings.map { try JSONDecoder().decode(Linked.self, from: Data($0.line(unit))) }
  }

  @Test("given spans are named as they are, in their order, over all lines")
  func givenSpans() throws {
    let linked = try link([
      """
      {"id":"a","text":"é Putin met Vladimir Putin in the US.","entities":[{"start":12,"end":26,"type":"PER"},{"start":2,"end":7,"type":"PER"},{"start":34,"end":36,"type":"GPE"}]}
      """,
      "{\"id\":\"b\",\"text\":\"Putin left.\",\"entities\":[{\"start\":0,\"end\":5,\"type\":\"PERSON\"}]}",
    ])
    #expect(linked[0].entities.map(\.surface) == ["Vladimir Putin", "Putin", "US"])
    #expect(linked[0].entities.map(\.name) == ["Vladimir Putin", "Vladimir Putin", "United States"])
    #expect(linked[0].entities.map(\.type) == ["PER", "PER", "GPE"])
    #expect(linked[0].entities.allSatisfy { $0.score == nil })
    #expect(linked[1].entities.map(\.name) == ["Vladimir Putin"])
  }

  @Test("spans may overlap", arguments: OffsetUnit.allCases)
  func oddSpans(_ unit: OffsetUnit) throws {
    let linked = try link(
      [
        """
        {"id":"a","text":"UN Security Council","entities":[{"start":0,"end":2,"type":"ORG"},{"start":0,"end":19,"type":"ORG"}]}
        """
      ], unit)
    #expect(linked[0].entities.map(\.surface) == ["UN", "UN Security Council"])
    #expect(linked[0].entities[0].name != linked[0].entities[1].name)
  }

  @Test("found names are named too, words for peoples are not")
  func foundNames() throws {
    let linked = try link(
      ["{\"id\":\"a\",\"text\":\"The U.S. and Russian officials met Vladimir Putin in the United States.\"}"],
      keepsEntities: false)
    #expect(Set(linked[0].entities.filter { $0.type == "LOC" }.compactMap(\.name)) == ["United States"])
    #expect(linked[0].entities.first { $0.surface == "Russian" }?.name == nil)
  }

  @Test(
    "a line with bad spans has an answer",
    arguments: [
      "{\"id\":\"a\",\"text\":\"é\"}",
      "{\"id\":\"a\",\"text\":\"é\",\"entities\":1}",
      "{\"id\":\"a\",\"text\":\"é\",\"entities\":[{\"start\":0,\"end\":5,\"type\":\"PER\"}]}",
      "{\"id\":\"a\",\"text\":\"é\",\"entities\":[{\"start\":-1,\"end\":1,\"type\":\"PER\"}]}",
      "{\"id\":\"a\",\"text\":\"é\",\"entities\":[{\"start\":0,\"end\":1}]}",
      "{\"id\":\"a\",\"text\":\"é a\",\"entities\":[{\"start\":1,\"end\":0,\"type\":\"PER\"}]}",
      "{\"id\":\"a\",\"text\":\"é a\",\"entities\":[{\"start\":1,\"end\":2,\"type\":\"PER\"}]}",
    ])
  func badSpans(_ line: String) {
    let found = read(line, keepsEntities: true)
    #expect(found.problem?.severity == .error)
    #expect(String(decoding: found.line, as: UTF8.self).hasPrefix("{\"id\":\"a\",\"error\":"))
  }

  @Test("an offset within a character is an error")
  func offsetWithinACharacter() {
    let found = read(
      "{\"id\":1,\"text\":\"é\",\"entities\":[{\"start\":1,\"end\":2,\"type\":\"PER\"}]}", .bytes,
      keepsEntities: true)
    #expect(found.problem?.severity == .error)
  }
}

struct LineSplitterTests {
  /// Cuts `bytes` into pieces of `size` and returns the lines.
  private func lines(_ text: String, pieces size: Int, limit: Int = 100) -> [String] {
    var splitter = LineSplitter(limit: limit)
    var rest = Array(text.utf8)[...]
    var lines: [LineSplitter.Line] = []
    while !rest.isEmpty {
      lines += splitter.add(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    if let last = splitter.finish() { lines.append(last) }
    return lines.map {
      "\($0.number):" + ($0.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "too long")
    }
  }

  @Test(arguments: 1...9)
  func piecesDoNotMatter(_ size: Int) {
    #expect(lines("\u{FEFF}a\nbé\r\n\n👩 d", pieces: size) == ["1:a", "2:bé", "3:", "4:👩 d"])
    #expect(lines("a\n", pieces: size) == ["1:a"])
    #expect(lines("", pieces: size) == [])
    #expect(
      lines("12345\n123456\n1\n1234567", pieces: size, limit: 5) == [
        "1:12345", "2:too long", "3:1", "4:too long",
      ])
  }
}

struct OffsetUnitTests {
  @Test(arguments: OffsetUnit.allCases)
  func oneWalkIsAsGoodAsMany(_ unit: OffsetUnit) {
    let text = "aé€😀\u{301}z\u{10FFFF}ß"
    let starts = text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
    let offsets = starts + [text.utf8.count]
    let expected = offsets.map { offset in
      let head = String(decoding: Array(text.utf8)[..<offset], as: UTF8.self)
      return switch unit {
      case .bytes: head.utf8.count
      case .scalars: head.unicodeScalars.count
      case .utf16: head.utf16.count
      }
    }
    #expect(unit.converted(offsets, in: text) == expected)
  }
}
