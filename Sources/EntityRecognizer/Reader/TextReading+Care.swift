/// What the careful reader asks of a text, and what its answers change.
extension TextReading {
  /// Keeps the hints of the sentence that is looked at.
  mutating func keepHints() {
    while hintEnds.count <= view.sentence.lowerBound { hintEnds.append(UInt32(hints.count)) }
    for index in view.sentence {
      Hints.append(of: tokens[index], at: view.place(index), headline: view.headline, to: &hints)
      hintEnds.append(UInt32(hints.count))
    }
  }

  /// Returns the hints of a token of a sentence that was read.
  func hints(of token: Int) -> ArraySlice<UInt8> { hints[Int(hintEnds[token])..<Int(hintEnds[token + 1])] }

  /// Returns of each sentence how likely all its labels are, after the first look.
  func confidence(_ decoders: inout Decoders) -> [Float] {
    var confidence = [Float](repeating: 1, count: sentences.count)
    var sentence = 0
    for run in runs {
      while sentences[sentence].upperBound <= run.tokens.lowerBound { sentence += 1 }
      decoders.fast.sum(scores[run.scores..<run.scores + run.tokens.count], run.sides)
      confidence[sentence] *= decoders.fast.probability(of: labels[run.tokens])
    }
    return confidence
  }

  /// Takes what the careful reader says of some sentences: their tokens' scores become its and the tagger's together.
  mutating func take(_ answers: [ReaderScores?], _ settings: ReaderSettings, _ decoders: inout Decoders) {
    let tagged = (runs: runs, scores: scores)
    runs = []
    scores = []
    var next = 0
    for (sentence, answer) in zip(sentences, answers) {
      let first = next
      while next < tagged.runs.count, tagged.runs[next].tokens.lowerBound < sentence.upperBound { next += 1 }
      let own = tagged.runs[first..<next].map { (run: $0, scores: tagged.scores[$0.scoreRange]) }
      if let answer, answer.count == sentence.count {
        let together = settings.together(allScores(of: sentence, own), answer)
        for start in stride(from: 0, to: sentence.count, by: TextReading.longestRun) {
          let end = min(sentence.count, start + TextReading.longestRun)
          let sides = ChainDecoder.Sides(isAfterOutside: start > 0, isBeforeOutside: end < sentence.count)
          let tokens = sentence.lowerBound + start..<sentence.lowerBound + end
          let run = Run(
            tokens: tokens, scores: scores.count, sides: sides, sentence: sentence, isCareful: true)
          scores += together[start..<end]
          runs.append(run)
          decode(run, &decoders)
        }
      } else {
        for (run, kept) in own {
          runs.append(run)
          runs[runs.count - 1].scores = scores.count
          scores += kept
        }
      }
    }
  }

  /// Returns the tagger's scores of all tokens of a sentence; what it was sure of has none of its own.
  private func allScores(
    of sentence: Range<Int>, _ own: [(run: Run, scores: ArraySlice<LabelScores>)]
  ) -> [LabelScores] {
    var outside = LabelScores()
    outside[0] = Int16(tagger.unit * 8)
    var all = [LabelScores](repeating: outside, count: sentence.count)
    for (run, kept) in own {
      let start = run.tokens.lowerBound - sentence.lowerBound
      all.replaceSubrange(start..<start + run.tokens.count, with: kept)
    }
    return all
  }
}

extension TextReading.Run {
  /// Where its scores stand among all.
  fileprivate var scoreRange: Range<Int> { scores..<scores + tokens.count }
}
