import Foundation
import Testing

@testable import DossierJSON

struct JSONTextTests {
  @Test(arguments: [
    ("", "\"\""), ("a\"b\\c/d", "\"a\\\"b\\\\c/d\""), ("a\nb\u{0}\u{7F}", "\"a\\u000ab\\u0000\\u007f\""),
    ("é 👩‍👩‍👧 \u{2028}\u{2029}\u{2027}", "\"é 👩‍👩‍👧 \\u2028\\u2029\u{2027}\""), ("¨©", "\"¨©\""),
  ])
  func writes(_ text: String, _ json: String) { #expect(JSONText.string(text) == json) }

  /// Any text comes back as it was, by another reader.
  @Test func comesBack() throws {
    var state: UInt64 = 7
    for _ in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let wide: UInt32 = [0x7F, 0xFF, 0x2FFF, 0x10FFFF][Int(state >> 62)]
        if let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: state >> 20) % wide) { text.append(scalar) }
      }
      let json = "[" + JSONText.string(String(text)) + "]"
      #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [String(text)])
      let record = try JSONRecord(line: Array("{\"text\":\(JSONText.string(String(text)))}".utf8)[...])
      #expect(record.text == String(text))
    }
  }
}

struct JSONRecordTests {
  private func record(_ line: String) throws(JSONRecord.Problem) -> JSONRecord {
    try JSONRecord(line: Array(line.utf8)[...])
  }

  @Test(arguments: [
    ("{\"id\":\"a\",\"text\":\"t\"}", JSONRecord(id: "\"a\"", text: "t")),
    ("{\"text\":\"t\",\"id\":7,\"other\":[{}]}", JSONRecord(id: "7", text: "t")),
    ("{\"id\":1.5,\"text\":\"\"}", JSONRecord(id: "1.5", text: "")),
    ("{\"id\":null,\"text\":\"a\\u0000b\"}", JSONRecord(text: "a\u{0}b")),
    ("{\"text\":\"t\",\"date\":\"2015-08-21\"}", JSONRecord(text: "t", date: "2015-08-21")),
    ("{\"text\":\"\\ud83d\\ude00 é\"}", JSONRecord(text: "😀 é")),
    ("  {\"id\":\"q\\\"\",\"text\":\"t\"}  ", JSONRecord(id: "\"q\\\"\"", text: "t")),
  ])
  func reads(_ line: String, _ expected: JSONRecord) throws { #expect(try record(line) == expected) }

  @Test(arguments: [
    ("{\"id\":\"a\"", nil, "the line is not JSON"), ("nonsense", nil, "the line is not JSON"),
    ("[1]", nil, "the line is no JSON object"), ("{\"id\":\"a\"}", "\"a\"", "the line has no 'text'"),
    ("{\"id\":2,\"text\":5}", "2", "'text' is no string"),
    ("{\"id\":2,\"text\":null}", "2", "the line has no 'text'"),
    ("{\"id\":{},\"text\":\"t\"}", nil, "'id' is neither a string nor a number"),
    ("{\"text\":\"\\ud83d\"}", nil, "the line is not JSON"),
    ("{\"text\":\"a\"} {}", nil, "the line is not JSON"),
    (String(repeating: "[", count: 100_000), nil, "the line is not JSON"),
    ("{\"id\":1e400,\"text\":\"t\"}", nil, "the line is not JSON"),
  ])
  func tellsWhatIsWrong(_ line: String, _ id: String?, _ reason: String) {
    let problem = #expect(throws: JSONRecord.Problem.self) { try record(line) }
    #expect(problem?.reason.hasPrefix(reason) == true && problem?.id == id, "\(String(describing: problem))")
  }

  @Test func bytesMustBeUTF8() {
    #expect(throws: JSONRecord.Problem.self) {
      try JSONRecord(line: Array("{\"text\":\"a".utf8) + [0xFF, 0xC3] + Array("\"}".utf8))
    }
  }
}
