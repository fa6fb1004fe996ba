/// A text as the trainer sees it: its tokens and sentences, and each token's features.
package struct TrainingText {
  /// The tokens, as bytes of the text.
  package let tokens: [Range<Int>]
  /// The sentences, as ranges of tokens.
  package let sentences: [Range<Int>]
  private let all: [Token]
  /// The listed names of several words, as ranges of tokens, with what they name; words for peoples name nothing.
  package private(set) var listed: [(tokens: Range<Int>, kind: RecognizedSpan.Kind)] = []
  /// What looks like an event: listed ones, and runs of capitals whose last word is that of an event ("Independence Day").
  package private(set) var events: [Range<Int>] = []
  /// What the careful reader is told of each token.
  package private(set) var hints: [[UInt8]]
  /// The features of all tokens, one after the other.
  package private(set) var keys: [UInt64] = []
  /// Where each token's features begin, and the end of the last.
  package private(set) var starts: [Int] = [0]

  package init(_ text: String, lists: NameLists, without: Set<Template> = []) {
    let bytes = Array(text.utf8)
    let all = Tokenizer.tokens(of: bytes, skipping: [], lists: lists)
    sentences = SentenceSplitter.sentences(of: all)
    self.all = all
    tokens = all.map { Int($0.start)..<Int($0.end) }
    hints = [[UInt8]](repeating: [], count: all.count)
    var view = SentenceView(bytes: bytes, tokens: all, lists: lists)
    let levels = lists.clusterLevels
    var features = FeatureList(without: without)
    let left = features
    var words: [[WordFeatures.Feature]] = []
    var position = 0
    for sentence in sentences {
      view.look(at: sentence)
      keepListed(view)
      findEvents(in: sentence, view)
      while position < sentence.lowerBound { starts.append(features.keys.count); position += 1 }
      words.removeAll(keepingCapacity: true)
      for index in sentence {
        var own: [WordFeatures.Feature] = []
        WordFeatures.append(of: all[index], in: bytes, clusters: levels, without: left, to: &own)
        words.append(own)
      }
      for index in sentence {
        Hints.append(of: all[index], at: view.place(index), headline: view.headline, to: &hints[index])
        for offset in -WordFeatures.reach...WordFeatures.reach where sentence.contains(index + offset) {
          for feature in words[index + offset - sentence.lowerBound]
          where feature.isSeen(from: offset) {
            features.add(key: FeatureKey.key(feature.key, at: offset))
          }
        }
        view.appendContext(of: index, clusters: levels, to: &features)
        starts.append(features.keys.count)
        position += 1
      }
    }
    while position < all.count { starts.append(features.keys.count); position += 1 }
    self.keys = features.keys
  }

  private mutating func keepListed(_ view: SentenceView) {
    for (range, entry) in view.listed where range.count > 1 {
      switch entry.group {
      case .country, .region: listed.append((range, .place))
      case .nationality: listed.append((range, .other))
      case .event: events.append(range)
      case .city, .organisation: break
      }
    }
  }

  private mutating func findEvents(in sentence: Range<Int>, _ view: SentenceView) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let place = view.place(index)
      guard place.isInRun, place.runEnd - place.runStart > 1 else {
        index += 1
        continue
      }
      let run = Int(place.runStart)..<Int(place.runEnd)
      if all[run.upperBound - 1].has(.eventHead), !all[run.upperBound - 1].has(.day) { events.append(run) }
      index = run.upperBound
    }
  }

  /// Forgets the features, which take most of the memory.
  package mutating func dropFeatures() {
    keys = []
    starts = []
  }

  /// Returns each token's features of the second look, after a first look that gave `labels`.
  package func memory(of labels: [Label], without: Set<Template> = []) -> (keys: [UInt64], starts: [Int]) {
    let memory = DocumentMemory(tokens: all, sentences: sentences, labels: labels)
    var features = FeatureList(without: without)
    var starts: [Int] = [0]
    for sentence in sentences {
      while starts.count - 1 < sentence.lowerBound { starts.append(features.keys.count) }
      for index in sentence {
        memory.append(of: index, in: sentence, tokens: all, labels: labels, to: &features)
        starts.append(features.keys.count)
      }
    }
    while starts.count - 1 < all.count { starts.append(features.keys.count) }
    return (features.keys, starts)
  }
}
