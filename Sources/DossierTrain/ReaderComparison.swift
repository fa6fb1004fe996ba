import EntityRecognizer
import Foundation

/// Answers the questions of `reader/compare.py`, which holds the program against the network as it was trained: a JSON
/// object a line, with either words to cut into pieces or a window to read.
enum ReaderComparison {
  private struct Question: Decodable {
    var words: [String]?
    var pieces: [[UInt16]]?
    var hints: [[UInt8]]?
    var active: [Bool]?
  }

  static func answer(_ path: String) throws {
    let probe = try ReaderProbe(ModelBytes(Array(Data(contentsOf: URL(fileURLWithPath: path)))))
    let encoder = JSONEncoder()
    while let line = readLine() {
      let question = try JSONDecoder().decode(Question.self, from: Data(line.utf8))
      let answer: Data
      if let words = question.words {
        answer = try encoder.encode(words.map { probe.pieces(of: $0) })
      } else {
        let words = zip(zip(question.pieces ?? [], question.hints ?? []), question.active ?? []).map {
          (pieces: $0.0, hints: $0.1, isActive: $1)
        }
        answer = try encoder.encode(probe.scores(of: words))
      }
      FileHandle.standardOutput.write(answer + Data("\n".utf8))
    }
  }
}
