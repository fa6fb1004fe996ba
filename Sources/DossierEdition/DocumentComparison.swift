/// What is other in a document, and in its dates.
struct DocumentComparison {
  /// Nothing where the document says the same.
  private(set) var change: EditionChanges.DocumentChange?
  private(set) var dates: [EditionChanges.DateChange] = []

  /// How far a sentence looks for what it has become.
  private static let window = 8
  /// Sentences that have fewer words in common are two sentences.
  private static let leastLikeness = 0.5

  init(_ old: EditionContent.Document?, _ new: EditionContent.Document?) {
    guard let shown = new ?? old else { return }
    var change = EditionChanges.DocumentChange(
      kind: old == nil ? .new : new == nil ? .gone : .changed, path: shown.path, title: shown.title,
      url: new?.url ?? "", sentenceCount: shown.sentences.count)
    guard let old, let new else {
      self.change = change
      for sentence in shown.sentences {
        compareDates(old == nil ? nil : sentence, old == nil ? sentence : nil, in: shown)
      }
      return
    }
    change.facts = DocumentComparison.facts(old, new)
    compareSentences(old, new, &change)
    change.isDividedOtherwise =
      change.sentences.isEmpty && change.moved == 0 && old.paragraphs != new.paragraphs
    if !change.facts.isEmpty || !change.sentences.isEmpty || change.moved > 0 || change.isDividedOtherwise {
      self.change = change
    }
  }

  private static func facts(
    _ old: EditionContent.Document, _ new: EditionContent.Document
  ) -> [EditionChanges.FactChange] {
    func all(_ document: EditionContent.Document) -> [EditionContent.Fact] {
      [
        EditionContent.Fact(name: "file", value: document.path),
        EditionContent.Fact(name: "address", value: document.id),
        EditionContent.Fact(name: "title", value: document.title),
      ] + document.facts
    }
    let before = Dictionary(all(old).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return all(new).compactMap { fact in
      let value = before[fact.name] ?? ""
      return value == fact.value
        ? nil : EditionChanges.FactChange(name: fact.name, old: value, new: fact.value)
    }
  }

  // MARK: - Sentences

  private mutating func compareSentences(
    _ old: EditionContent.Document, _ new: EditionContent.Document,
    _ change: inout EditionChanges.DocumentChange
  ) {
    var numbers: [String: Int] = [:]
    func numbered(_ sentences: [EditionContent.Sentence]) -> [Int] {
      sentences.map { sentence in
        let number = numbers[sentence.text] ?? numbers.count
        numbers[sentence.text] = number
        return number
      }
    }
    let (a, b) = (numbered(old.sentences), numbered(new.sentences))
    let same = SequenceMatch.pairs(a, b)
    var pairs = same.map { (old: Optional($0.old), new: Optional($0.new)) }
    // What is the same sentence elsewhere has moved.
    var isFree = (old: [Bool](repeating: true, count: a.count), new: [Bool](repeating: true, count: b.count))
    for (i, j) in same { (isFree.old[i], isFree.new[j]) = (false, false) }
    var hasMoved = [Bool](repeating: false, count: a.count)
    var left: [Int: [Int]] = [:]
    for i in a.indices.reversed() where isFree.old[i] { left[a[i], default: []].append(i) }
    for j in b.indices where isFree.new[j] {
      guard let i = left[b[j]]?.popLast() else { continue }
      (isFree.old[i], isFree.new[j]) = (false, false)
      pairs.append((i, j))
      hasMoved[i] = true
      change.moved += 1
    }
    // Between two that are the same, each that is gone is held against the next few that are new.
    var (i, j) = (0, 0)
    for (m, n) in same + [(a.count, b.count)] {
      pairs += DocumentComparison.likest(
        (i..<m).filter { isFree.old[$0] }, old.sentences, (j..<n).filter { isFree.new[$0] }, new.sentences)
      (i, j) = (m + 1, n + 1)
    }
    // In the order of the new document; what is gone stands where it stood, after what came before it.
    var partner = [Int?](repeating: nil, count: a.count)
    for pair in pairs { if let i = pair.old, !hasMoved[i] { partner[i] = pair.new } }
    var place = -1
    let placeBefore = a.indices.map { i -> Int in
      place = partner[i] ?? place
      return place
    }
    func key(_ pair: (old: Int?, new: Int?)) -> (Int, Int) {
      if let j = pair.new { return (j, -1) }
      return pair.old.map { (placeBefore[$0], $0) } ?? (-1, -1)
    }
    for pair in pairs.sorted(by: { key($0) < key($1) }) {
      let (before, after) = (pair.old.map { old.sentences[$0] }, pair.new.map { new.sentences[$0] })
      if let sentence = DocumentComparison.change(before, after) { change.sentences.append(sentence) }
      compareDates(before, after, in: new)
    }
  }

  /// Pairs sentences that have become others, in order; those that are alone stand alone.
  private static func likest(
    _ old: [Int], _ oldSentences: [EditionContent.Sentence], _ new: [Int],
    _ newSentences: [EditionContent.Sentence]
  ) -> [(old: Int?, new: Int?)] {
    if old.isEmpty || new.isEmpty { return old.map { ($0, nil) } + new.map { (nil, $0) } }
    let words = new.map { WordDiff.words(newSentences[$0].text) }
    var pairs: [(old: Int?, new: Int?)] = []
    var next = 0
    for i in old {
      let own = WordDiff.words(oldSentences[i].text)
      var best: (likeness: Double, place: Int)?
      for place in next..<min(new.count, next + window) {
        let likeness = WordDiff.likeness(own, words[place])
        if likeness >= leastLikeness, likeness > best?.likeness ?? 0 { best = (likeness, place) }
      }
      guard let best else {
        pairs.append((i, nil))
        continue
      }
      pairs += new[next..<best.place].map { (nil, $0) }
      pairs.append((i, new[best.place]))
      next = best.place + 1
    }
    return pairs + new[next...].map { (nil, $0) }
  }

  private static func change(
    _ old: EditionContent.Sentence?, _ new: EditionContent.Sentence?
  ) -> EditionChanges.SentenceChange? {
    guard let old, let new else {
      guard let one = old ?? new else { return nil }
      let side: EditionChanges.Piece.Side = old == nil ? .new : .old
      return EditionChanges.SentenceChange(
        kind: old == nil ? .new : .gone,
        pieces: [EditionChanges.Piece(side: side, text: one.text, hasSpace: false)],
        paragraph: one.paragraph, url: new?.url ?? "")
    }
    if old.text == new.text { return nil }
    return EditionChanges.SentenceChange(
      kind: .changed, pieces: WordDiff.pieces(old.text, new.text), paragraph: new.paragraph, url: new.url)
  }

  // MARK: - Dates

  /// Compares the dates of a sentence with those of what it was: a date whose days are others has moved.
  private mutating func compareDates(
    _ old: EditionContent.Sentence?, _ new: EditionContent.Sentence?, in document: EditionContent.Document
  ) {
    var rest = new?.dates ?? []
    var gone: [EditionContent.Date] = []
    for date in old?.dates ?? [] {
      if let index = rest.firstIndex(where: { $0.days == date.days }) {
        rest.remove(at: index)
      } else {
        gone.append(date)
      }
    }
    let sentence = new ?? old
    func append(_ before: EditionContent.Date?, _ after: EditionContent.Date?) {
      dates.append(
        EditionChanges.DateChange(
          kind: before == nil ? .new : after == nil ? .gone : .changed, path: document.path,
          title: document.title, paragraph: sentence?.paragraph, url: new?.url ?? "",
          surface: (after ?? before)?.surface ?? "", old: before?.days ?? "", new: after?.days ?? ""))
    }
    for (before, after) in zip(gone, rest) { append(before, after) }
    for date in gone.dropFirst(rest.count) { append(date, nil) }
    for date in rest.dropFirst(gone.count) { append(nil, date) }
  }
}
