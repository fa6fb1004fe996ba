import Dispatch
import EntityRecognizer

/// Marked texts as the trainer needs them: flat arrays over all tokens.
struct TrainingSet {
  struct Sentence {
    var tokens: Range<Int>
    var weight: Float
  }
  struct Text {
    var tokens: Range<Int>
    var sentences: Range<Int>
    var tokenized: TrainingText
  }

  private(set) var texts: [Text] = []
  private(set) var sentences: [Sentence] = []
  /// Of each token, which labels its marks allow: one bit a label.
  private(set) var allowed: [UInt32] = []
  /// The features of all tokens by number, -1 for those that have none.
  private(set) var features: [Int32] = []
  private(set) var starts: [Int] = [0]
  /// The features of the second look.
  private(set) var memoryFeatures: [Int32] = []
  private(set) var memoryStarts: [Int] = []

  /// Reads texts of one corpus into the set, and returns the hashes of their features.
  mutating func add(_ marked: [MarkedText], of corpus: Corpus, lists: NameLists, without: Set<Template> = [])
    -> [UInt64]
  {
    var keys: [UInt64] = []
    for (text, tokenized) in zip(marked, TrainingSet.tokenized(marked, lists: lists, without: without)) {
      let base = allowed.count
      var labels = TrainingSet.labels(of: text, tokenized)
      if corpus.isPartlyMachineMade {
        for (tokens, kind) in tokenized.listed { TrainingSet.settle(tokens, kind, &labels) }
        for tokens in tokenized.events where tokens.allSatisfy({ labels[$0] == .outside }) {
          TrainingSet.mark(tokens, .event, &labels)
        }
      }
      let firstSentence = sentences.count
      for sentence in tokenized.sentences {
        sentences.append(
          Sentence(tokens: base + sentence.lowerBound..<base + sentence.upperBound, weight: corpus.weight))
      }
      allowed += labels.map { corpus.allowed($0) }
      let firstKey = starts[starts.count - 1]
      starts += tokenized.starts.dropFirst().map { firstKey + $0 }
      keys += tokenized.keys
      var light = tokenized
      light.dropFeatures()
      texts.append(
        Text(tokens: base..<allowed.count, sentences: firstSentence..<sentences.count, tokenized: light))
    }
    return keys
  }

  /// Sets the numbers of all features.
  mutating func setFeatures(_ keys: [UInt64], _ index: FeatureIndex) {
    features = keys.map { index.number(of: $0) }
  }

  /// Sets the features of the second look, after a first one that gave `labels`.
  mutating func setMemory(of labels: [Label], _ index: inout FeatureIndex, without: Set<Template> = []) {
    memoryFeatures = []
    memoryStarts = [0]
    for text in texts {
      let (keys, starts) = text.tokenized.memory(of: Array(labels[text.tokens]), without: without)
      for key in keys { index.add(key) }
      let base = memoryFeatures.count
      memoryStarts += starts.dropFirst().map { base + $0 }
      memoryFeatures += keys.map { index.number(of: $0) }
    }
  }

  private static func tokenized(_ texts: [MarkedText], lists: NameLists, without: Set<Template>)
    -> [TrainingText]
  {
    var tokenized = [TrainingText?](repeating: nil, count: texts.count)
    tokenized.withUnsafeMutableBufferPointer { buffer in
      // Each iteration writes one element of its own.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: texts.count) {
        slots[$0] = TrainingText(texts[$0].text, lists: lists, without: without)
      }
    }
    return tokenized.compactMap { $0 }
  }

  /// Returns the labels of a text's tokens. A token that is partly in a name is in it; a name that a sentence's end cuts
  /// becomes two.
  private static func labels(of text: MarkedText, _ tokenized: TrainingText) -> [Label] {
    var labels = [Label](repeating: .outside, count: tokenized.tokens.count)
    var sentence = 0
    var index = 0
    for name in text.names {
      while index < labels.count, tokenized.tokens[index].upperBound <= name.range.lowerBound { index += 1 }
      var start = index
      while index < labels.count, tokenized.tokens[index].lowerBound < name.range.upperBound {
        while sentence < tokenized.sentences.count, tokenized.sentences[sentence].upperBound <= index {
          sentence += 1
        }
        index += 1
        let isCut = sentence < tokenized.sentences.count && tokenized.sentences[sentence].upperBound == index
        if isCut || index == labels.count || tokenized.tokens[index].lowerBound >= name.range.upperBound {
          mark(start..<index, name.kind, &labels)
          start = index
        }
      }
    }
    return labels
  }

  /// Makes one name of a listed one of which the marks have only parts: "North" and "Korean" of "North Korean".
  private static func settle(_ range: Range<Int>, _ kind: RecognizedSpan.Kind, _ labels: inout [Label]) {
    let isMarked = range.contains { labels[$0] != .outside }
    let staysInside = labels[range.lowerBound].begins && labels[range.upperBound - 1].ends
    if isMarked, staysInside { mark(range, kind, &labels) }
  }

  private static func mark(_ range: Range<Int>, _ kind: RecognizedSpan.Kind, _ labels: inout [Label]) {
    for index in range { labels[index] = Label(Label.Part(of: index, in: range), of: kind) }
  }
}

extension Corpus {
  /// Returns the labels of a kind, one bit each.
  fileprivate static func bits(of kind: RecognizedSpan.Kind) -> UInt32 {
    ([.first, .inner, .last, .only] as [Label.Part]).reduce(0) {
      $0 | 1 << UInt32(Label($1, of: kind).rawValue)
    }
  }

  /// Returns the labels that a mark of this corpus allows.
  fileprivate func allowed(_ label: Label) -> UInt32 {
    guard let kind = label.kind, let part = label.part else {
      return marksThingsOnly ? 1 | Corpus.bits(of: .event) | Corpus.bits(of: .other) : 1
    }
    let own: UInt32 = 1 << UInt32(label.rawValue)
    guard marksEventsAsOther, kind == .other || kind == .event else { return own }
    return own | 1 << UInt32(Label(part, of: .event).rawValue) | 1 << UInt32(Label(part, of: .other).rawValue)
  }
}
