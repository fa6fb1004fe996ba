import EntityRecognizer

/// From marked texts to weights.
struct Training {
  /// What is learned from.
  struct Source {
    var corpus: Corpus
    var texts: [MarkedText]
  }

  var options = RandomField.Options()
  /// Features seen less often are not learned.
  var least: Int32 = 2
  /// In how many parts the documents are cut, of which each is read once by a model that has not seen it.
  var parts = 3
  /// Features of these templates are not learned: to see what they bring.
  var without: Set<Template> = []
  var log: (String) -> Void = { _ in }

  /// The features with their weights.
  struct Result {
    var keys: [UInt64]
    var weights: [Float]
    var transitions: [Float]
  }

  /// Learns weights for both looks at a text. What the second look is told in training are the decisions of models that
  /// had not seen the text, as it will be later (stacking; Wolpert, 1992).
  func run(_ sources: [Source], lists: NameLists) -> Result {
    var set = TrainingSet()
    var keys: [UInt64] = []
    for source in sources { keys += set.add(source.texts, of: source.corpus, lists: lists, without: without) }
    var index = FeatureIndex(keys, least: least)
    set.setFeatures(keys, index)
    keys = []
    log("\(set.allowed.count) tokens, \(index.count) features")
    var labels = [Label](repeating: .outside, count: set.allowed.count)
    let documents = set.texts.indices.filter { set.texts[$0].sentences.count > 1 }
    for part in 0..<parts {
      let held = documents.indices.filter { $0 % parts == part }.map { documents[$0] }
      let isHeld = Set(held)
      var field = RandomField(
        features: Int(index.count), RandomField.Options(epochs: 2, dropout: options.dropout))
      field.fit(
        set, set.texts.indices.filter { !isHeld.contains($0) }.flatMap { Array(set.texts[$0].sentences) })
      for text in held {
        let range = set.texts[text].tokens
        labels.replaceSubrange(range, with: field.labels(of: set.texts[text], in: set))
      }
    }
    set.setMemory(of: labels, &index, without: without)
    log("\(index.count) features with those of the second look")
    var field = RandomField(features: Int(index.count), options)
    field.fit(set, Array(set.sentences.indices), log: log)
    return Result(keys: index.keysByNumber, weights: field.weights, transitions: field.transitions)
  }
}

extension Training.Result {
  /// Returns the weights as the program reads them: the features that tell labels apart the most, in whole numbers.
  ///
  /// A number added to all labels of a feature changes nothing, so each feature's weights are moved until the largest
  /// and the smallest are equally far from zero.
  func file(features limit: Int = 200_000, unit: Float = 30, calibration: [Float]) -> [UInt8] {
    var spans: [(span: Float, number: Int)] = []
    for number in keys.indices {
      let row = weights[number * rowWidth..<number * rowWidth + Label.count]
      spans.append(((row.max() ?? 0) - (row.min() ?? 0), number))
    }
    spans.sort { ($0.span, keys[$1.number]) > ($1.span, keys[$0.number]) }
    let kept = spans.prefix(limit).map(\.number).sorted { keys[$0] < keys[$1] }
    let features = kept.map { number -> (key: UInt64, row: [Int8]) in
      let row = weights[number * rowWidth..<number * rowWidth + Label.count]
      let middle = ((row.max() ?? 0) + (row.min() ?? 0)) / 2
      return (keys[number], row.map { Int8(max(-127, min(127, (($0 - middle) * unit).rounded()))) })
    }
    return Tagger.file(
      features: features,
      transitions: transitions.map { Int16(max(-30_000, min(30_000, ($0 * unit).rounded()))) },
      unit: unit, calibration: calibration)
  }
}
