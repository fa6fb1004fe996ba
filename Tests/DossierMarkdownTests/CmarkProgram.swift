import Foundation
import Testing

/// The program `cmark`, of the same Debian source package as the library: what it prints is what we must give.
struct CmarkProgram {
  /// Returns the HTML of each document, or nothing where the program is missing, which is an error of the test.
  static func html(of documents: [[UInt8]], options: String = "") throws -> [[UInt8]]? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, document) in documents.enumerated() {
      try Data(document).write(to: folder.appendingPathComponent("\(number)"))
    }
    // One shell for all documents. The output never has a zero byte, so that one can stand after each.
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.currentDirectoryURL = folder
    shell.arguments = [
      "-c",
      """
      command -v cmark >/dev/null || exit 127
      n=0
      while [ $n -lt \(documents.count) ]; do cmark \(options) $n || exit 1; printf '\\0'; n=$((n + 1)); done > out
      """,
    ]
    try shell.run()
    shell.waitUntilExit()
    guard shell.terminationStatus == 0 else {
      Issue.record("the program 'cmark' is missing or failed: install Debian's package 'cmark'")
      return nil
    }
    let output = [UInt8](try Data(contentsOf: folder.appendingPathComponent("out")))
    return output.split(separator: 0, omittingEmptySubsequences: false).dropLast().map(Array.init)
  }
}
