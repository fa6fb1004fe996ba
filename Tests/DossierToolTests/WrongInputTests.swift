import DossierFiles
import Foundation
import Synchronization
import Testing

@testable import DossierTool

/// Every message as an author sees it, held against the table `Tests/Fixtures/messages/wrong-inputs.txt`.
@Suite struct WrongInputTests {
  /// A case of the table.
  private struct Case {
    var name: String
    var command: String
    /// The lines between the command and what is expected, as they are.
    var setUp: [String]
    var expected: String
  }

  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/messages/wrong-inputs.txt").path

  @Test func theTableHolds() async throws {
    let (head, cases) = try WrongInputTests.read()
    #expect(cases.count >= 60)
    var recorded = head
    for item in cases {
      let result = try await WrongInputTests.run(item)
      #expect(WrongInputTests.isRecording || result == item.expected, "\(item.name)")
      recorded += (["=== " + item.name, "$ " + item.command] + item.setUp).joined(separator: "\n")
      recorded += "\n" + result + "\n"
    }
    if WrongInputTests.isRecording {
      try Files.write(Array(recorded.dropLast().utf8), to: WrongInputTests.path)
    }
  }

  /// An author can do something about each.
  @Test func eachMessageHasAHint() throws {
    for item in try WrongInputTests.read().cases {
      let lines = item.expected.split(separator: "\n")
      let messages = lines.count {
        $0.contains("error: ") || $0.contains("warning: ") || $0.contains(" note: ")
      }
      let hints = lines.count { $0.hasPrefix("  hint: ") }
      #expect(messages == hints && (messages > 0 || item.expected.hasPrefix("--- exit 0")), "\(item.name)")
    }
  }

  private static let isRecording = ProcessInfo.processInfo.environment["DOSSIER_RECORD"] != nil

  private static func read() throws -> (head: String, cases: [Case]) {
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    let parts = text.components(separatedBy: "\n=== ")
    return (
      parts[0] + "\n",
      parts.dropFirst().map { part in
        let lines = part.components(separatedBy: "\n")
        let end = lines.firstIndex { $0.hasPrefix("--- exit ") } ?? lines.count
        var expected = lines[end...].joined(separator: "\n")
        if !expected.hasSuffix("\n") { expected += "\n" }
        return Case(
          name: lines[0], command: String(lines[1].dropFirst(2)), setUp: Array(lines[2..<end]),
          expected: expected)
      }
    )
  }

  /// Sets a case up, runs it, and returns the exit code and standard error as the table has them.
  private static func run(_ item: Case) async throws -> String {
    let folder = NSTemporaryDirectory() + "dossier-" + UUID().uuidString
    try Files.createFolder(folder)
    defer { try? Files.removeTree(folder) }
    try setUp(item.setUp, in: folder)
    var words = words(of: item.command, in: folder)
    if words[0] == "check" || words[0] == "build" { words += ["--recogniser", "fast"] }
    let recorder = Recorder()
    let code = await Program(recorder.surroundings()).run(words)
    let text = recorder.messages.replacing(folder + "/", with: "")
    let lines = text.components(separatedBy: "\n").filter {
      $0.wholeMatch(of: #/(read|annotate|link|check|render|write) +[0-9,]+ .* [0-9.,]+ m?s/#) == nil
    }
    return "--- exit \(code)\n" + lines.joined(separator: "\n")
  }

  /// The words of "dossier check @seeds ''".
  private static func words(of command: String, in folder: String) -> [String] {
    var words: [String] = []
    for (number, part) in command.components(separatedBy: "'").enumerated() {
      if number.isMultiple(of: 2) {
        words += part.split(separator: " ").map {
          $0.hasPrefix("@") ? folder + "/" + $0.dropFirst() : String($0)
        }
      } else {
        words.append(part)
      }
    }
    return Array(words.dropFirst())
  }

  private static func setUp(_ lines: [String], in folder: String) throws {
    var lines = lines[...]
    while let head = lines.popFirst() {
      let body = lines.prefix { !$0.hasPrefix("--- ") }
      lines = lines.dropFirst(body.count)
      var path = folder + "/" + head.dropFirst(4)
      if let link = path.firstRange(of: " -> ") {
        try FileManager.default.createSymbolicLink(
          atPath: String(path[..<link.lowerBound]), withDestinationPath: String(path[link.upperBound...]))
        continue
      }
      if path.hasSuffix("/") {
        try Files.createFolder(String(path.dropLast()))
        continue
      }
      var bytes = Array((body.joined(separator: "\n") + "\n").utf8)
      if path.hasSuffix(" in hex") {
        path.removeLast(7)
        let digits = Array(body.joined())
        bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
          UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
      }
      try Files.createFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      try Files.write(bytes, to: path)
    }
  }
}
