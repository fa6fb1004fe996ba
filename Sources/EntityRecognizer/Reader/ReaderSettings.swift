/// How the careful reader's answers are used; all of it was chosen on texts that no model had learned from.
package struct ReaderSettings: Hashable, Sendable {
  /// How much the reader's scores count, in units of the tagger's weights for each eighth of a natural logarithm.
  package var readerWeight: Int16
  /// How many eighths of the tagger's scores count.
  package var taggerWeight: Int16
  /// Sentences of which the tagger is at least this sure are not read carefully, in the cascade.
  package var sureEnough: Float
  /// What scores mean, as numbers of a `Calibration`.
  package var calibration: [Float]

  /// Creates settings.
  package init(readerWeight: Int16, taggerWeight: Int16, sureEnough: Float, calibration: [Float]) {
    self.readerWeight = readerWeight
    self.taggerWeight = taggerWeight
    self.sureEnough = sureEnough
    self.calibration = calibration
  }

  /// Reads them from a file's numbers.
  init?(_ numbers: [UInt32]) {
    guard numbers.count > 3, (0...64).contains(numbers[0]), (0...64).contains(numbers[1]) else { return nil }
    readerWeight = Int16(numbers[0])
    taggerWeight = Int16(numbers[1])
    sureEnough = Float(bitPattern: numbers[2])
    calibration = numbers.dropFirst(3).map { Float(bitPattern: $0) }
    guard Calibration(calibration, scale: .fourthRoot) != nil, sureEnough.isFinite else { return nil }
  }

  /// As numbers of a file.
  package var numbers: [UInt32] {
    [UInt32(readerWeight), UInt32(taggerWeight), sureEnough.bitPattern] + calibration.map(\.bitPattern)
  }
}

extension ReaderSettings {
  /// Returns the part of a tagger's scores that counts.
  func tagged(_ scores: LabelScores) -> LabelScores {
    var own = LabelScores()
    for label in 0..<Label.count { own[label] = Int16(Int(scores[label]) * Int(taggerWeight) / 8) }
    return own
  }

  /// Returns words' scores by the tagger and by the reader together: the product of what both hold likely, each to a
  /// power (Hinton, 2002). Where they disagree, no label is likely.
  func together(_ tagged: [LabelScores], _ read: ReaderScores) -> [LabelScores] {
    tagged.indices.map { word in
      var sum = self.tagged(tagged[word])
      for (label, behind) in read[word].enumerated() {
        sum[label] = Int16(clamping: Int(sum[label]) - Int(behind) * Int(readerWeight))
      }
      sum.limit()
      return sum
    }
  }
}
