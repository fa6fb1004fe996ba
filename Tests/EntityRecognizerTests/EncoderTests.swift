import CReaderKernels
import Foundation
import SeededGenerator
import Testing

@testable import EntityRecognizer

/// The network: the same bits with all kernels, whatever was read before, and the labels that it has in floating point.
struct EncoderTests {
  private struct Window: Decodable {
    var pieces: [[UInt16]]
    var hints: [[UInt8]]
    var active: [Bool]
    /// The likeliest label of each word, as the network gives it in floating point.
    var labels: [Int]

    var window: ReaderWindow {
      var window = ReaderWindow()
      for word in pieces.indices {
        window.append(pieces[word][...], hints: hints[word][...], isAsked: true, isActive: active[word])
      }
      window.close()
      return window
    }
  }

  private static func windows() throws -> [Window] {
    try Fixture.lines("reader/windows.jsonl").map {
      try JSONDecoder().decode(Window.self, from: Data($0.utf8))
    }
  }

  private static func encoder(_ kernels: DossierKernels = Encoder.fastestKernels) throws -> Encoder {
    Encoder(try ReaderModel(ModelFile(EntityRecognizer.readerFile)), kernels: kernels)
  }

  @Test func allKernelsGiveTheSameBytes() throws {
    let windows = try EncoderTests.windows().prefix(4).map(\.window) + [EncoderTests.window(words: 1)]
    let kernels = (0..<Int32(DOSSIER_KERNEL_COUNT)).compactMap { dossier_kernels($0)?.pointee }
    #expect(!kernels.isEmpty)
    let answers = try kernels.map { kernels in
      let encoder = try EncoderTests.encoder(kernels)
      return windows.map { encoder.read($0) }
    }
    for other in answers.dropFirst() { #expect(other == answers[0]) }
  }

  @Test func nothingIsLeftOfWhatWasReadBefore() throws {
    let windows = try EncoderTests.windows().prefix(6).map(\.window)
    let encoder = try EncoderTests.encoder()
    let first = windows.map { encoder.read($0) }
    let again = windows.indices.reversed().map { encoder.read(windows[$0]) }
    #expect(first == again.reversed())
    for (index, window) in windows.enumerated() {
      #expect(try EncoderTests.encoder().read(window) == first[index])
    }
  }

  @Test func agreesWithFloatingPoint() throws {
    let encoder = try EncoderTests.encoder()
    var words = 0
    var same = 0
    for window in try EncoderTests.windows() {
      let scores = encoder.read(window.window)
      #expect(scores.count == window.labels.count)
      for (word, label) in window.labels.enumerated() {
        words += 1
        let row = Array(scores[word])
        same += row.firstIndex(of: row.min() ?? 0) == label ? 1 : 0
      }
    }
    #expect(words > 500)
    #expect(Double(same) >= 0.99 * Double(words))
  }

  /// A window of many times one word.
  private static func window(words: Int) -> ReaderWindow {
    var window = ReaderWindow()
    for _ in 0..<words { window.append([2_000], hints: [0], isAsked: true, isActive: true) }
    window.close()
    return window
  }

  @Test func windowsOfAllSizes() throws {
    let encoder = try EncoderTests.encoder()
    for words in [1, 2, 61, 62, 63, 254] {
      #expect(encoder.read(EncoderTests.window(words: words)).count == words)
    }
    // One too long gets no answer, as one with no question.
    #expect(encoder.read(EncoderTests.window(words: 255)).count == 0)
    #expect(encoder.read(ReaderWindow()).count == 0)
  }

  @Test func windowsThatDifferHaveOtherKeys() throws {
    var keys = Set<UInt64>()
    var count = 0
    for (isAsked, isActive) in [(true, true), (true, false), (false, false)] {
      for hints in [[0], [1], [0, 72]] as [[UInt8]] {
        for pieces in [[5, 6], [6, 5], [5]] as [[UInt16]] {
          var window = ReaderWindow()
          window.append(pieces[...], hints: hints[...], isAsked: isAsked, isActive: isActive)
          window.append([9], hints: [3], isAsked: true, isActive: true)
          window.close()
          keys.insert(window.key(of: 1).0)
          keys.insert(window.key(of: 1).1)
          keys.insert(window.key(of: 2).0)
          keys.insert(window.key(of: 2).1)
          count += 4
        }
      }
    }
    #expect(keys.count == count)
  }
}

struct ReaderScoresTests {
  private func scores(_ rows: [[Float]]) -> ReaderScores {
    var scores = ReaderScores()
    for row in rows { row.withUnsafeBufferPointer { scores.append($0) } }
    return scores
  }

  @Test func rowsAreDistancesFromTheBest() {
    var row = [Float](repeating: -20, count: Label.count)
    row[3] = 2
    row[0] = 1
    let found = Array(scores([row])[0])
    #expect(found[3] == 0)
    #expect(found[0] == 8)
    #expect(found[5] == ReaderScores.least)
  }

  @Test func bytesComeBack() {
    var generator = SeededGenerator(state: 9)
    var rows: [[Float]] = []
    for word in 0..<700 {
      var row = (0..<Label.count).map { _ in Float.random(in: -9...9, using: &generator) }
      if word % 3 != 0 || word > 300 { row[0] = 30 }
      rows.append(row)
    }
    let all = scores(rows)
    #expect(ReaderScores(bytes: all.bytes, words: 700) == all)
    #expect(ReaderScores(bytes: scores([]).bytes, words: 0)?.count == 0)
  }

  @Test func damagedBytesAreNotRead() {
    let bytes = scores([[Float](repeating: 0, count: Label.count)]).bytes
    #expect(ReaderScores(bytes: bytes, words: 1) != nil)
    #expect(ReaderScores(bytes: bytes, words: 2) == nil)
    #expect(ReaderScores(bytes: bytes.dropLast(), words: 1) == nil)
    #expect(ReaderScores(bytes: [2] + bytes.dropFirst(), words: 1) == nil)
    #expect(ReaderScores(bytes: [0], words: 0) == nil)
    #expect(ReaderScores(bytes: [1] + [UInt8](repeating: 200, count: Label.count), words: 1) == nil)
  }
}
