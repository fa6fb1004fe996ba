/// One text while it is read: first each sentence by itself, then those with words of which other sentences know more.
struct TextReading {
  let bytes: [UInt8]
  let tokens: [Token]
  let sentences: [Range<Int>]
  private let lists: NameLists
  let tagger: Tagger
  private(set) var view: SentenceView
  private(set) var labels: [Label]
  /// The scores of the tokens that are not surely outside all names.
  var scores: [LabelScores] = []
  var runs: [Run] = []
  private var features = FeatureList()
  private var words: [Int32] = []
  /// The hints of all tokens, and where each token's end; empty where nobody asks for them.
  var hints: [UInt8] = []
  var hintEnds: [UInt32] = []
  private let keepsHints: Bool

  /// A name as it was read.
  struct Name {
    var tokens: Range<Int>
    var kind: RecognizedSpan.Kind
    var probability: Float
    /// Whether the careful reader read it too.
    var isCareful: Bool
  }

  /// A run is cut where it is longer than this, so that a text of capitals only takes no more memory than another.
  static let longestRun = 4_096

  /// Tokens in a row of which each may be in a name. What lies between runs is outside.
  struct Run {
    var tokens: Range<Int>
    /// Where the scores of its tokens begin.
    var scores: Int
    var sides: ChainDecoder.Sides
    var sentence: Range<Int>
    /// Whether its scores are the careful reader's and the tagger's together.
    var isCareful = false
  }

  init(bytes: [UInt8], skipping: [Range<Int>], lists: NameLists, tagger: Tagger, keepsHints: Bool = false) {
    self.keepsHints = keepsHints
    self.bytes = bytes
    self.lists = lists
    self.tagger = tagger
    tokens = Tokenizer.tokens(of: bytes, skipping: skipping, lists: lists)
    sentences = SentenceSplitter.sentences(of: tokens)
    labels = [Label](repeating: .outside, count: tokens.count)
    view = SentenceView(bytes: bytes, tokens: tokens, lists: lists)
  }

  /// Takes the first look at a sentence.
  mutating func read(
    _ sentence: Range<Int>, isHeading: Bool, _ memo: inout WordMemo, _ decoders: inout Decoders
  ) {
    view.look(at: sentence, isHeading: isHeading)
    if keepsHints { keepHints() }
    memo.makeRoom()
    words.removeAll(keepingCapacity: true)
    for index in sentence { words.append(memo.number(of: tokens[index], in: bytes, tagger, lists)) }
    // A lead by which no neighbour brings a token into a name: e to the eighth.
    let sure = Int32(tagger.unit * 8)
    var start: Int? = nil
    let firstRun = runs.count
    func close(at end: Int, _ runs: inout [Run], _ scores: [LabelScores]) {
      guard let begin = start else { return }
      runs.append(
        Run(
          tokens: begin..<end, scores: scores.count - (end - begin),
          sides: ChainDecoder.Sides(
            isAfterOutside: begin > sentence.lowerBound, isBeforeOutside: end < sentence.upperBound),
          sentence: sentence))
      start = nil
    }
    for index in sentence {
      let token = score(index, memo)
      let isSure =
        tokens[index].kind == .code || tokens[index].shape.isDisjoint(with: .capital) && token.lead > sure
      if isSure {
        close(at: index, &runs, scores)
      } else {
        if index - (start ?? index) == TextReading.longestRun { close(at: index, &runs, scores) }
        if start == nil { start = index }
        scores.append(token)
      }
    }
    close(at: sentence.upperBound, &runs, scores)
    for run in firstRun..<runs.count { decode(runs[run], &decoders) }
  }

  private mutating func score(_ index: Int, _ memo: WordMemo) -> LabelScores {
    var sum = LabelScores()
    let sentence = view.sentence
    let place = index - sentence.lowerBound
    for offset in max(-WordFeatures.reach, -place)...min(WordFeatures.reach, sentence.upperBound - 1 - index)
    {
      sum.add(memo.scores[Int(words[place + offset]) * WordMemo.width + WordFeatures.reach + offset])
    }
    features.removeAll()
    view.appendContext(of: index, clusters: lists.clusterLevels, to: &features)
    for key in features.keys { tagger.add(key, to: &sum) }
    sum.limit()
    return sum
  }

  mutating func decode(_ run: Run, _ decoders: inout Decoders) {
    decoders[isCareful: run.isCareful].decode(
      scores[run.scores..<run.scores + run.tokens.count], run.sides, into: &labels, at: run.tokens.lowerBound)
  }

  /// Takes the second look, with what the first one decided elsewhere in the text.
  mutating func readAgain(
    _ decoders: inout Decoders, _ settings: ReaderSettings? = nil
  ) {
    guard sentences.count > 1 else { return }
    let memory = DocumentMemory(tokens: tokens, sentences: sentences, labels: labels)
    let first = labels
    for run in runs {
      var isChanged = false
      for index in run.tokens {
        features.removeAll()
        memory.append(of: index, in: run.sentence, tokens: tokens, labels: first, to: &features)
        guard !features.keys.isEmpty else { continue }
        isChanged = true
        var sum = LabelScores()
        for key in features.keys { tagger.add(key, to: &sum) }
        if run.isCareful, let settings { sum = settings.tagged(sum) }
        scores[run.scores + index - run.tokens.lowerBound].add(sum)
      }
      if isChanged { decode(run, &decoders) }
    }
  }

  /// Returns the names, with how likely each is.
  func names(_ decoders: inout Decoders) -> [Name] {
    var names: [Name] = []
    for run in runs {
      var index = run.tokens.lowerBound
      var isSummed = false
      while index < run.tokens.upperBound {
        guard let kind = labels[index].kind else {
          index += 1
          continue
        }
        var end = index + 1
        while end < run.tokens.upperBound, !labels[end - 1].ends { end += 1 }
        if !isSummed {
          decoders[isCareful: run.isCareful].sum(
            scores[run.scores..<run.scores + run.tokens.count], run.sides)
        }
        isSummed = true
        let start = run.tokens.lowerBound
        names.append(
          Name(
            tokens: index..<end, kind: kind,
            probability: decoders[isCareful: run.isCareful].probability(
              of: index - start..<end - start, kind),
            isCareful: run.isCareful))
        index = end
      }
    }
    return names
  }
}
