import DossierJSON
import DossierModel
import Foundation
import Testing

@testable import Dossier

@Suite("The report for other programs")
struct ReportFormatTests {
  /// Messages with all that could end something too early.
  private static let messages = [
    Diagnostic(
      .error, id: "links.broken",
      at: SourceLocation(
        path: "a, b:c/%41 é.md", line: 3, column: 5, length: 4, excerpt: "e\u{301}e\u{301}😀 äöü\" x"),
      "odd '\"\n::error::x [a](b) {0} 100%'", hint: "do\r\nthis\u{1B}[2J"),
    Diagnostic(.warning, id: "read.empty", at: SourceLocation(path: "./x.md"), "empty"),
    Diagnostic(.note, id: "build.strict", "nowhere"),
    Diagnostic(
      .error, id: "links.broken", at: SourceLocation(path: "/abs/x.md", line: 9, column: 0), "a line"),
    Diagnostic(
      .error, id: "links.broken",
      at: SourceLocation(path: "long.md", line: 1, column: 500, length: 2, excerpt: "abc", cut: 498), "long"),
  ]

  @Test("workflow commands stay in their line")
  func github() {
    #expect(
      GitHubCommands.text(Self.messages) == """
        ::error file=a%2C b%3Ac/%2541 é.md,line=3,col=5,endColumn=8,title=links.broken::odd '"\u{FFFD}::error::x [a](b) {0} 100%25'%0Ahint: do\u{FFFD}\u{FFFD}this\u{FFFD}[2J
        ::warning file=x.md,title=read.empty::empty
        ::notice title=build.strict::nowhere
        ::error file=/abs/x.md,line=9,title=links.broken::a line
        ::error file=long.md,line=1,col=500,endColumn=501,title=links.broken::long

        """)
    #expect(GitHubText.property("\n\r%:,") == "%0A%0D%25%3A%2C")
    #expect(GitHubText.data("\n\r%:,") == "%0A%0D%25:,")
    #expect(GitHubText.property("\u{1B}[31m\u{202E}é") == "\u{FFFD}[31m\u{FFFD}é")
    let message = Diagnostic(.error, id: "a.b", at: SourceLocation(path: "./seeds/a.md"), "wrong")
    #expect(GitHubCommands.text([message]).hasPrefix("::error file=seeds/a.md,title=a.b::"))
  }

  @Test("the JSON has each message with its place")
  func json() throws {
    var report = BuildReport()
    report.diagnostics = Self.messages
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    #expect(object["errors"] as? Int == 3 && object["stages"] is [Any])
    let messages = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(messages.count == 5)
    #expect(messages[0]["message"] as? String == Self.messages[0].message)
    #expect(messages[0]["hint"] as? String == Self.messages[0].hint)
    #expect(messages[0]["path"] as? String == "a, b:c/%41 é.md")
    #expect(["line", "column", "length"].map { messages[0][$0] as? Int } == [3, 5, 4])
    #expect(Set(messages[1].keys) == ["severity", "id", "path", "message"])
    #expect(Set(messages[2].keys) == ["severity", "id", "message"])
    #expect(Set(messages[3].keys) == ["severity", "id", "path", "line", "message"])
    #expect(!report.json.contains("\n"))
  }

  @Test("SARIF has what the standard requires", arguments: [Self.messages, []])
  func sarif(_ diagnostics: [Diagnostic]) throws {
    let text = SARIFLog.text(diagnostics)
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    try checkStructure(of: log)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == diagnostics.count)
    guard results.count == 5 else { return }
    #expect(results.map { $0["level"] as? String } == ["error", "warning", "note", "error", "error"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1, 2, 0, 0])
    let uris = try results.map { try physical($0)?["artifactLocation"] as? [String: String] }
    #expect(
      uris.map { $0?["uri"] } == [
        "a%2C%20b%3Ac/%2541%20%C3%A9.md", "x.md", nil, "file:///abs/x.md", "long.md",
      ])
    let regions = try results.map { try physical($0)?["region"] as? [String: Int] }
    // Two letters with accents of their own and an emoji stand before: four characters, six scalars.
    #expect(
      regions == [
        ["startLine": 3, "startColumn": 7, "endColumn": 11], nil, nil, ["startLine": 9], ["startLine": 1],
      ])
    let message = (results[0]["message"] as? [String: String])?["text"]
    #expect(
      message
        == "odd '\"\n::error::x \\[a\\](b) {{0}} 100%'. Hint: do\r\nthis\u{1B}[2J".replacing(
          "[2J", with: "\\[2J"))
  }

  private func physical(_ result: [String: Any]) throws -> [String: Any]? {
    guard let locations = result["locations"] as? [[String: Any]] else { return nil }
    return try #require(locations.first?["physicalLocation"] as? [String: Any])
  }

  /// Holds a log against the schema of SARIF 2.1.0 as far as Dossier writes it: the properties that each object must have,
  /// those that it may, and what they are.
  private func checkStructure(of log: [String: Any]) throws {
    #expect(log["version"] as? String == "2.1.0")
    #expect(Set(log.keys) == ["$schema", "version", "runs"])
    for run in try #require(log["runs"] as? [[String: Any]]) {
      #expect(Set(run.keys).isSubset(of: ["tool", "invocations", "columnKind", "results"]))
      #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"] as? String))
      for invocation in try #require(run["invocations"] as? [[String: Any]]) {
        #expect(invocation["executionSuccessful"] is Bool)
      }
      let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
      #expect(driver["name"] as? String == "Dossier" && driver["version"] as? String == dossierVersion)
      let rules = try #require(driver["rules"] as? [[String: Any]])
      for rule in rules {
        #expect(Set(rule.keys) == ["id", "shortDescription", "help", "defaultConfiguration"])
        for key in ["shortDescription", "help"] {
          let sentence = try #require((rule[key] as? [String: String])?["text"])
          #expect(sentence.hasSuffix("."))
        }
      }
      #expect(Set(rules.map { $0["id"] as? String }).count == rules.count)
      for result in try #require(run["results"] as? [[String: Any]]) {
        #expect(Set(result.keys).isSubset(of: ["ruleId", "ruleIndex", "level", "message", "locations"]))
        #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
        #expect((result["message"] as? [String: Any])?["text"] is String)
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        guard let place = try physical(result) else { continue }
        let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
        #expect(uri.wholeMatch(of: #/(file:\/\/)?([A-Za-z0-9\-._~\/]|%[0-9A-F]{2})+/#) != nil, "\(uri)")
        guard let region = place["region"] as? [String: Int] else { continue }
        #expect(region.values.allSatisfy { $0 >= 1 } && region["startLine"] != nil)
        if let start = region["startColumn"], let end = region["endColumn"] { #expect(start < end) }
      }
    }
  }
}
