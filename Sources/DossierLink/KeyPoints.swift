internal import DossierModel

/// How many key points are chosen at most.
private let mostKeyPoints = 5
/// Of so many sentences of the pile one is chosen.
private let sentencesPerPoint = 4
/// What a word is worth in a name, beside what it is worth elsewhere.
private let nameWorth = 1.5
/// What a word is worth once it has been said.
private let saidWorth = 0.25
/// The words that are added to a sentence's length before it is divided by it.
private let lengthWorth = 8.0
/// A first sentence is worth three times a very late one, and one with so many before it twice as much.
private let positionWorth = 4.0

/// Returns what to take away from a pile, the most important first: the author's own words if there are any, or
/// sentences of the documents.
func keyPoints(of documents: [BriefingDocument], settings: BriefingSettings) -> [KeyPoint] {
  let own = AuthorKeyPoints.keyPoints(settings.keyPoints, in: documents)
  return own.isEmpty ? chosenKeyPoints(from: documents) : own
}

/// Chooses sentences, word for word, that together say most of what the pile is about.
///
/// The method is that of MEAD (Radev, Jing, Styś and Tam, "Centroid-based summarization of multiple documents", 2004): a
/// sentence is worth what its words weigh in the pile as a whole, the more the earlier it stands, and one that says what
/// has been chosen already is left out. It differs in four things:
///
/// - A word's weight (`SentencePool`) counts documents rather than words, as in Gillick and Favre, "A scalable global
///   model for summarization" (2009), so that no long document outvotes the others; and it is rare or frequent among
///   the pile's own sentences, not in another corpus, so that the subject of all documents keeps its weight. Words in
///   names weigh half as much again.
/// - The sum is divided by the words that count plus 8, for a plain sum prefers the longest sentence, a mean the shortest.
/// - After each choice the words of the chosen sentence weigh a quarter, after SumBasic (Nenkova and Vanderwende, "The
///   impact of frequency on summarization", 2005), so that the next one says something else.
/// - A document gives one sentence where five documents or more have any that will do. In all there are five at most,
///   and one for every four sentences of the pile.
///
/// The scores only sink, so that few are reckoned again (Minoux, "Accelerated greedy algorithms", 1978). The order of
/// the documents decides between equal scores alone.
///
/// - Complexity: O(bytes), and O(log sentences) for each sentence that is looked at.
func chosenKeyPoints(from documents: [BriefingDocument]) -> [KeyPoint] {
  let pool = SentencePool(documents)
  let wanted = min(mostKeyPoints, (pool.sentenceCount + sentencesPerPoint - 1) / sentencesPerPoint)
  // Which of the chosen sentences have said each word, a bit for each.
  var saidIn = [UInt8](repeating: 0, count: pool.weights.count)
  func score(_ candidate: SentencePool.Candidate) -> Double {
    var sum = 0.0
    for word in pool.words[candidate.words] {
      let number = Int(word.number)
      sum += pool.weights[number] * (word.isName ? nameWorth : 1) * (saidIn[number] != 0 ? saidWorth : 1)
    }
    let early = 1 + 2 * positionWorth / (positionWorth + Double(candidate.rank))
    return sum / (Double(candidate.words.count) + lengthWorth) * early
  }
  var chosen: [SentencePool.Candidate] = []
  /// Whether half of the words that count, of the shorter sentence, are those of one that is chosen.
  func isSaid(_ candidate: SentencePool.Candidate) -> Bool {
    chosen.indices.contains { place in
      let common = pool.words[candidate.words].reduce(0) { count, word in
        count + (saidIn[Int(word.number)] & 1 << UInt8(place) != 0 ? 1 : 0)
      }
      return common * 2 >= min(candidate.words.count, chosen[place].words.count)
    }
  }
  var queue = ScoreQueue(pool.candidates.map(score))
  var sources = 0
  for (place, candidate) in pool.candidates.enumerated()
  where place == 0 || pool.candidates[place - 1].evidence.document != candidate.evidence.document {
    sources += 1
  }
  let most = (mostKeyPoints + max(1, sources) - 1) / max(1, sources)
  while chosen.count < wanted, let (number, old) = queue.first {
    let candidate = pool.candidates[number]
    let now = score(candidate)
    if now < old {
      queue.lowerFirst(to: now)
      continue
    }
    queue.removeFirst()
    let document = candidate.evidence.document
    if isSaid(candidate) || chosen.reduce(0, { $0 + ($1.evidence.document == document ? 1 : 0) }) >= most {
      continue
    }
    for word in pool.words[candidate.words] { saidIn[Int(word.number)] |= 1 << UInt8(chosen.count) }
    chosen.append(candidate)
  }
  return chosen.map { KeyPoint(evidence: $0.evidence) }
}
