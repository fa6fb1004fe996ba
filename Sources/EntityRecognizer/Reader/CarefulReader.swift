internal import CReaderKernels
internal import Synchronization

/// Reads the sentences of a text with a network that sees whole sentences, not only the words beside a word.
struct CarefulReader: Sendable {
  let model: ReaderModel
  let calibration: Calibration
  var settings: ReaderSettings { model.settings }
  private let encoders: Encoders

  init(_ model: ReaderModel, kernels: DossierKernels = Encoder.fastestKernels) throws(ModelFile.Problem) {
    guard let calibration = Calibration(model.settings.calibration, scale: .fourthRoot) else {
      throw .damaged
    }
    self.model = model
    self.calibration = calibration
    encoders = Encoders(model, kernels)
  }

  /// Returns what the network says of each token of the asked sentences; nothing of the others.
  ///
  /// - Parameters:
  ///   - reading: The text, its sentences looked at with hints.
  ///   - isAsked: Of each sentence whether it is to be read.
  ///   - answers: Earlier answers, and where new ones go.
  /// - Complexity: O(tokens).
  func read(_ reading: TextReading, isAsked: [Bool], answers: ReaderAnswers?) -> [ReaderScores?] {
    guard isAsked.contains(true) else { return [] }
    let text = PiecesOfText(reading, model.pieces)
    let units = text.units(reading, isAsked: isAsked)
    var scores = [ReaderScores?](repeating: nil, count: isAsked.count)
    let encoder = encoders.take()
    defer { encoders.giveBack(encoder) }
    for part in ReaderPlan.parts(of: units.map(\.unit)) {
      var window = ReaderWindow()
      for index in part.all {
        let unit = units[index].unit
        for token in unit.tokens {
          window.append(
            text.pieces(of: token), hints: reading.hints(of: token),
            isAsked: unit.isAsked && part.core.contains(index), isActive: text.isActive(token))
        }
      }
      window.close()
      let found = answer(window, encoder, answers)
      guard found.count == window.asked.count else { continue }
      var word = 0
      for index in part.core where units[index].unit.isAsked {
        let sentence = units[index].sentence
        var own = scores[sentence] ?? ReaderScores()
        for _ in units[index].unit.tokens {
          own.append(found[word])
          word += 1
        }
        scores[sentence] = own
      }
    }
    return scores
  }

  private func answer(_ window: ReaderWindow, _ encoder: Encoder, _ answers: ReaderAnswers?) -> ReaderScores {
    guard let answers else { return encoder.read(window) }
    let (first, second) = window.key(of: model.checksum)
    let key = ReaderAnswers.Key(first: first, second: second)
    if let bytes = answers.find(key), let kept = ReaderScores(bytes: bytes, words: window.asked.count) {
      return kept
    }
    let found = encoder.read(window)
    answers.keep(key, found.bytes)
    return found
  }
}

/// Where the careful reader's answers are kept, so that nothing is read twice.
public struct ReaderAnswers: Sendable {
  /// What an answer belongs to: a hash of the model, of the sentences that were read and of those beside them.
  public struct Key: Hashable, Sendable {
    /// One hash of it.
    public var first: UInt64
    /// Another.
    public var second: UInt64

    /// Creates a key.
    public init(first: UInt64, second: UInt64) {
      self.first = first
      self.second = second
    }
  }

  /// Returns the answer that was kept, if there is one. A damaged one is found out and does no harm.
  public var find: @Sendable (Key) -> [UInt8]?
  /// Keeps an answer.
  public var keep: @Sendable (Key, [UInt8]) -> Void

  /// Creates a place for answers.
  public init(
    find: @escaping @Sendable (Key) -> [UInt8]?, keep: @escaping @Sendable (Key, [UInt8]) -> Void
  ) {
    self.find = find
    self.keep = keep
  }
}

/// The word pieces of a text's tokens.
private struct PiecesOfText {
  private var pieces: [UInt16] = []
  private var ends: [UInt32] = [0]
  private var active: [Bool]
  /// More of one word are not read.
  private static let most = 8

  init(_ reading: TextReading, _ vocabulary: WordPieces) {
    active = [Bool](repeating: false, count: reading.tokens.count)
    for sentence in reading.sentences {
      active.replaceSubrange(sentence, with: Hints.active(sentence.map { reading.hints(of: $0) }))
    }
    ends.reserveCapacity(reading.tokens.count + 1)
    for token in reading.tokens {
      switch token.kind {
      case .lineEnd: break
      case .address, .code: pieces.append(WordPieces.unknown)
      default:
        vocabulary.append(
          of: Int(token.start)..<Int(token.end), in: reading.bytes, limit: PiecesOfText.most, to: &pieces)
      }
      ends.append(UInt32(pieces.count))
    }
  }

  func pieces(of token: Int) -> ArraySlice<UInt16> { pieces[Int(ends[token])..<Int(ends[token + 1])] }

  /// Whether a token goes through all layers.
  func isActive(_ token: Int) -> Bool { active[token] }

  /// Returns the sentences, or the parts of long ones.
  func units(_ reading: TextReading, isAsked: [Bool]) -> [(unit: ReaderPlan.Unit, sentence: Int)] {
    var units: [(unit: ReaderPlan.Unit, sentence: Int)] = []
    for (number, sentence) in reading.sentences.enumerated() {
      let startsParagraph =
        sentence.lowerBound == 0 || reading.tokens[sentence.lowerBound - 1].kind == .lineEnd
      var mayBegin = false
      if startsParagraph {
        var hash: UInt64 = 0
        for token in sentence { hash = WordHash.chain(hash, reading.tokens[token].lowerHash) }
        mayBegin = hash % 4 == 0
      }
      let size = Int(ends[sentence.upperBound] - ends[sentence.lowerBound])
      let most = size <= ReaderPlan.longestSentence ? size : ReaderPlan.context
      var start = sentence.lowerBound
      while start < sentence.upperBound {
        var end = start + 1
        while end < sentence.upperBound, Int(ends[end + 1] - ends[start]) <= most { end += 1 }
        let unit = ReaderPlan.Unit(
          tokens: start..<end, pieces: Int(ends[end] - ends[start]), isAsked: isAsked[number],
          mayBegin: mayBegin && start == sentence.lowerBound)
        units.append((unit, number))
        start = end
      }
    }
    return units
  }
}

/// The networks' working memory that no text is read in.
private final class Encoders: Sendable {
  private let free: Mutex<[Spare]>
  private let model: ReaderModel
  private let kernels: DossierKernels

  /// `@unchecked`, since an encoder is no value: who takes one has it alone, until it is given back.
  private struct Spare: @unchecked Sendable {
    var encoder: Encoder
  }

  init(_ model: ReaderModel, _ kernels: DossierKernels) {
    self.model = model
    self.kernels = kernels
    free = Mutex([])
  }

  func take() -> Encoder {
    free.withLock { $0.popLast() }?.encoder ?? Encoder(model, kernels: kernels)
  }

  func giveBack(_ encoder: Encoder) {
    let spare = Spare(encoder: encoder)
    free.withLock { $0.append(spare) }
  }
}
