import EntityRecognizer
import Foundation
import Synchronization

/// How tagger and reader are put together: chosen on texts that neither has learned from.
struct ReaderChoice {
  let lists: ModelBytes
  let tagger: ModelBytes
  let network: ReaderFile
  let tests: [MarkedSets.Test]
  /// The network is run once; its answers serve all settings.
  private let kept = KeptAnswers()

  init(lists: ModelBytes, tagger: ModelBytes, network: ReaderFile, tests: [MarkedSets.Test]) {
    self.lists = lists
    self.tagger = tagger
    self.network = network
    self.tests = tests
  }

  /// Returns what settings are worth.
  func report(_ settings: ReaderSettings, _ care: EntityRecognizer.Care) throws -> Report {
    let recognizer = try EntityRecognizer(
      lists: lists, model: tagger, reader: ModelBytes(network.file(settings: settings)))
    return Report(of: recognizer, on: tests, care: care, answers: kept.answers)
  }

  /// Returns what settings are worth on texts that are set as headlines are.
  func headlines(_ settings: ReaderSettings) throws -> String {
    let recognizer = try EntityRecognizer(
      lists: lists, model: tagger, reader: ModelBytes(network.file(settings: settings)))
    return Report.headlines(of: recognizer, on: tests, care: .careful)
  }

  /// Returns the best settings, with the log of the search.
  func best(say: (String) -> Void) throws -> ReaderSettings {
    var best = (mean: 0.0, settings: settings(4, 4, 2))
    for weights in [(4, 0), (4, 1), (4, 2), (4, 3), (4, 4), (3, 3), (3, 4), (2, 4)] as [(Int16, Int16)] {
      let tried = settings(weights.0, weights.1, 2)
      let report = try report(tried, .thorough)
      say("reader \(weights.0) tagger \(weights.1) | \(report.row)")
      if report.mean > best.mean { best = (report.mean, tried) }
    }
    // The least reading that costs at most 0.15 points.
    let whole = best.mean
    var chosen = best.settings
    for sure in [0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995] as [Float] {
      var tried = best.settings
      tried.sureEnough = sure
      let report = try report(tried, .careful)
      say("surer than \(sure) is not read | \(report.row)")
      if chosen.sureEnough > 1, report.mean > whole - 0.0015 { chosen = tried }
    }
    chosen.calibration = try report(chosen, .thorough).calibration()
    return chosen
  }

  private func settings(_ reader: Int16, _ tagger: Int16, _ sure: Float) -> ReaderSettings {
    ReaderSettings(
      readerWeight: reader, taggerWeight: tagger, sureEnough: sure,
      calibration: Calibration.Scale.fourthRoot.identity)
  }
}

/// Answers in memory.
final class KeptAnswers: Sendable {
  private let all = Mutex<[ReaderAnswers.Key: [UInt8]]>([:])

  var answers: ReaderAnswers {
    ReaderAnswers(
      find: { [self] key in all.withLock { $0[key] } },
      keep: { [self] key, bytes in all.withLock { $0[key] = bytes } })
  }
}
