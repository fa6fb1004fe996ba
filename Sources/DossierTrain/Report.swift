import EntityRecognizer
import Foundation

/// What a recogniser is worth on marked texts that it has not learned from.
struct Report {
  private let scores: [(name: String, score: Score)]

  private let scale: Calibration.Scale

  init(
    of recognizer: EntityRecognizer, on tests: [MarkedSets.Test], care: EntityRecognizer.Care = .fast,
    answers: ReaderAnswers? = nil
  ) {
    scale = care == .fast ? .square : .fourthRoot
    scores = tests.map { test in
      var score = Score()
      for text in test.texts {
        score.add(text, recognizer.recognize(text.text, care: care, answers: answers).spans)
      }
      return (test.name, score)
    }
  }

  var mean: Double { scores.reduce(0) { $0 + $1.score.all.f1 } / Double(max(1, scores.count)) }

  /// The F1 of each test and their mean, in one line.
  var row: String {
    String(format: "%.2f | ", 100 * mean)
      + scores.map { String(format: "%.1f", 100 * $0.score.all.f1) }.joined(separator: " | ")
  }

  /// Precision, recall and F1 of each test, of all kinds and of each.
  var table: String {
    var lines = ["| set | P | R | F1 | people | organisations | places |", "|---|---|---|---|---|---|---|"]
    for (name, score) in scores {
      func row(_ counts: Score.Counts) -> String {
        String(format: "%.1f / %.1f / %.1f", 100 * counts.precision, 100 * counts.recall, 100 * counts.f1)
      }
      let all = score.all
      lines.append(
        "| \(name) | "
          + String(format: "%.1f | %.1f | **%.1f** | ", 100 * all.precision, 100 * all.recall, 100 * all.f1)
          + Score.kinds.map { row(score.byKind[$0] ?? Score.Counts()) }.joined(separator: " | ") + " |")
    }
    lines.append(String(format: "| mean | | | **%.2f** | | | |", 100 * mean))
    return lines.joined(separator: "\n")
  }

  /// Fits what scores mean.
  func calibration(of part: (Int) -> Bool = { _ in true }) -> [Float] {
    let said = scores.flatMap { $0.score.said }.enumerated().filter { part($0.offset / 50) }.map(\.element)
    return RecognizedSpan.Kind.allCases.flatMap { kind in
      Isotonic.fit(said.filter { $0.kind == kind }.map { ($0.probability, $0.isRight) }, scale)
    }
  }

  /// Of names with about the same score, how many are right: scores are fitted on one half of the names, and counted
  /// on the other, in turn.
  func reliability() -> String {
    var bins = [(count: Int, right: Int, score: Double)](repeating: (0, 0, 0), count: 10)
    let said = scores.flatMap { $0.score.said }
    for half in 0...1 {
      guard let fitted = Calibration(calibration { $0 % 2 != half }, scale: scale) else { continue }
      for (index, name) in said.enumerated() where index / 50 % 2 == half && Score.kinds.contains(name.kind) {
        let score = fitted.score(name.probability, of: name.kind)
        let bin = min(9, Int(score * 10))
        bins[bin].count += 1
        bins[bin].right += name.isRight ? 1 : 0
        bins[bin].score += Double(score)
      }
    }
    var lines = ["| score | names | mean score | right |", "|---|---|---|---|"]
    for (bin, (count, right, score)) in bins.enumerated() where count > 0 {
      lines.append(
        String(
          format: "| %.1f-%.1f | %d | %.1f %% | %.1f %% |", Double(bin) / 10, Double(bin + 1) / 10, count,
          100 * score / Double(count), 100 * Double(right) / Double(count)))
    }
    return lines.joined(separator: "\n")
  }

  /// The F1 of tests of single sentences, set as headlines are.
  static func headlines(
    of recognizer: EntityRecognizer, on tests: [MarkedSets.Test], care: EntityRecognizer.Care = .fast
  ) -> String {
    var lines = ["| set | CAPITALS | Title Case | small |", "|---|---|---|---|"]
    for test in tests where !test.isHeldOut {
      let cells = [MarkedText.Setting.capitals, .titleCase, .small].map { setting in
        let texts = test.texts.map { $0.set(setting) }
        let report = Report(
          of: recognizer, on: [MarkedSets.Test(name: test.name, texts: texts, isHeldOut: false)], care: care)
        return String(format: "%.1f", 100 * report.mean)
      }
      lines.append("| \(test.name) | \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n")
  }
}
