internal import CEntityModel
internal import CReaderModel
internal import Synchronization
internal import UTF8Text

/// Finds the sentences of a text and the names in them: people, organisations, places and events.
///
///     let found = EntityRecognizer.builtIn.recognize("Vladimir Putin arrived in China.")
///     found.spans.map(\.kind)  // [.person, .place]
///
/// A linear-chain tagger whose features are words, their shapes, affixes and neighbours, name lists and clusters of
/// words; a second look uses what the first decided elsewhere in the text. It is immutable in what it finds; one is
/// shared by all tasks.
public struct EntityRecognizer: Sendable {
  private let lists: NameLists
  private let tagger: Tagger
  /// Opened at the first careful reading, which the fast ones need not wait for.
  private let openReader: @Sendable () -> CarefulReader?
  private let workspaces: Workspaces

  /// How much care is taken.
  public enum Care: String, Sendable {
    /// By the tagger alone.
    case fast
    /// Sentences of which the tagger is not sure are read by a network too.
    case careful
    /// All sentences are.
    case thorough
  }

  /// The recogniser from inside the program, made at first use.
  public static let builtIn: EntityRecognizer = {
    do {
      return try EntityRecognizer(
        lists: constant(dossier_entity_lists()), model: constant(dossier_entity_model())
      ) { builtInReader }
    } catch {
      // The files are a part of the program and held by its tests: this is no input.
      preconditionFailure("the recogniser inside this program cannot be read: \(error)")
    }
  }()

  private static let builtInReader: CarefulReader = {
    do {
      return try CarefulReader(ReaderModel(ModelFile(readerFile)))
    } catch {
      // As above.
      preconditionFailure("the careful reader inside this program cannot be read: \(error)")
    }
  }()

  /// The network inside the program.
  static var readerFile: ModelBytes {
    let blob = dossier_reader_model()
    // As below.
    return ModelBytes(constant: UnsafeRawBufferPointer(start: blob.bytes, count: blob.size))
  }

  private static func constant(_ blob: DossierBlob) -> ModelBytes {
    // The blob is the C target's constant, as long as it says.
    ModelBytes(constant: UnsafeRawBufferPointer(start: blob.bytes, count: blob.size))
  }

  /// Creates a recogniser from a file of lists, a file of weights and, if it can read with care, a network.
  ///
  /// - Throws: `ModelFile.Problem` where a file is damaged, or of another version.
  package init(
    lists: ModelBytes, model: ModelBytes, reader: ModelBytes? = nil
  ) throws(ModelFile.Problem) {
    var network: CarefulReader?
    if let reader { network = try CarefulReader(ReaderModel(ModelFile(reader))) }
    let opened = network
    try self.init(lists: lists, model: model) { opened }
  }

  private init(
    lists: ModelBytes, model: ModelBytes, openReader: @escaping @Sendable () -> CarefulReader?
  ) throws(ModelFile.Problem) {
    self.lists = try NameLists(ModelFile(lists))
    tagger = try Tagger(ModelFile(model))
    self.openReader = openReader
    workspaces = Workspaces(tagger)
  }

  /// Returns the sentences of `text` and the names in them.
  ///
  /// - Parameters:
  ///   - text: Paragraphs, one a line: a line's end ends a sentence.
  ///   - skipping: Byte ranges that are never read, such as code. They belong to the sentence around them.
  ///   - headings: Byte ranges of headlines and headings, where a capital is weaker evidence of a name.
  ///   - care: Whether sentences are read by the network too.
  ///   - answers: Where the network's answers are kept, if they are.
  /// - Complexity: O(bytes of `text`), plus the sorting of the ranges.
  public func recognize(
    _ text: String, skipping: [Range<Int>] = [], headings: [Range<Int>] = [], care: Care = .fast,
    answers: ReaderAnswers? = nil
  ) -> Recognition {
    let bytes = Array(text.utf8)
    // Tokens count bytes in 32 bits.
    guard bytes.count < Int(UInt32.max) else { return Recognition() }
    let reader = care == .fast ? nil : openReader()
    var workspace = workspaces.take()
    defer { workspaces.giveBack(workspace) }
    if let reader { workspace.decoders.prepare(tagger, reader.settings) }
    var reading = TextReading(
      bytes: bytes, skipping: UTF8Bytes.merged(skipping, in: bytes), lists: lists, tagger: tagger,
      keepsHints: reader != nil)
    let headingRanges = UTF8Bytes.merged(headings, in: bytes)
    var heading = 0
    for sentence in reading.sentences {
      let start = Int(reading.tokens[sentence.lowerBound].start)
      while heading < headingRanges.count, headingRanges[heading].upperBound <= start { heading += 1 }
      let isHeading = heading < headingRanges.count && headingRanges[heading].lowerBound <= start
      reading.read(sentence, isHeading: isHeading, &workspace.memo, &workspace.decoders)
    }
    if let reader {
      let isAsked =
        care == .thorough
        ? reading.sentences.map { _ in true }
        : reading.confidence(&workspace.decoders).map { $0 < reader.settings.sureEnough }
      let said = reader.read(reading, isAsked: isAsked, answers: answers)
      if !said.isEmpty { reading.take(said, reader.settings, &workspace.decoders) }
    }
    reading.readAgain(&workspace.decoders, reader?.settings)
    return Recognition(
      sentences: reading.sentences.map { reading.byteRange(of: $0) },
      spans: reading.names(&workspace.decoders).compactMap { span(of: $0, in: reading, reader) })
  }

  /// Returns the sentences of `text` and the given names, each with the usual name that a list gives it.
  ///
  /// - Parameter given: Ranges in UTF-8 bytes, in any order, with their kinds. They are taken as they are.
  /// - Complexity: O(bytes of `text` + names · log tokens).
  public func recognize(_ text: String, given: [(range: Range<Int>, kind: RecognizedSpan.Kind)])
    -> Recognition
  {
    let bytes = Array(text.utf8)
    guard bytes.count < Int(UInt32.max) else { return Recognition() }
    let reading = TextReading(bytes: bytes, skipping: [], lists: lists, tagger: tagger)
    func known(_ range: Range<Int>, _ kind: RecognizedSpan.Kind) -> RecognizedSpan {
      let first = reading.tokens.firstIndex(inOrder: { Int($0.start) >= range.lowerBound })
      let end = reading.tokens.firstIndex(inOrder: { Int($0.start) >= range.upperBound })
      var canonicalName: String?
      if first < end, let trimmed = reading.trimmed(first..<end),
        let entry = entry(of: trimmed, in: reading.tokens),
        entry.group.kind == kind || entry.group == .country && kind != .person
      {
        canonicalName = lists.canonicalName(of: entry)
      }
      return RecognizedSpan(range: range, kind: kind, score: 1, probability: 1, canonicalName: canonicalName)
    }
    return Recognition(
      sentences: reading.sentences.map { reading.byteRange(of: $0) },
      spans: given.map { known($0.range, $0.kind) })
  }

  private func span(
    of name: TextReading.Name, in reading: TextReading, _ reader: CarefulReader?
  ) -> RecognizedSpan? {
    guard let trimmed = reading.trimmed(name.tokens) else { return nil }
    let entry = entry(of: trimmed, in: reading.tokens)
    // A word for a people is no thing, and no event either; a country or region that acts or plays is a place still.
    let isNationality = entry?.group == .nationality && (name.kind == .other || name.kind == .event)
    let isPlace =
      entry?.group == .country && name.kind != .person
      || entry?.group == .region && name.kind == .organisation
    let kind: RecognizedSpan.Kind = isNationality ? .other : isPlace ? .place : name.kind
    let calibration = name.isCareful ? reader?.calibration : nil
    return RecognizedSpan(
      range: reading.byteRange(of: trimmed), kind: kind,
      score: (calibration ?? tagger.calibration).score(name.probability, of: kind),
      probability: name.probability, isNationality: isNationality,
      canonicalName: entry.flatMap { $0.group.kind == kind ? lists.canonicalName(of: $0) : nil })
  }

  /// Returns what the lists know of just these tokens.
  private func entry(of range: Range<Int>, in tokens: [Token]) -> Gazetteer.Entry? {
    guard tokens[range.lowerBound].has(.startsName),
      let (end, entry) = lists.gazetteer.longestMatch(
        in: tokens, from: range.lowerBound, to: range.upperBound),
      end == range.upperBound
    else { return nil }
    return entry
  }
}

extension Gazetteer.Group {
  /// What the names of the group name.
  fileprivate var kind: RecognizedSpan.Kind? {
    switch self {
    case .country, .region, .city: .place
    case .organisation: .organisation
    case .event: .event
    case .nationality: nil
    }
  }
}

extension TextReading {
  /// Returns the bytes from a range's first token to its last.
  fileprivate func byteRange(of range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// Returns a name without "the" and small words before it, "'s" after it and marks at its ends.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, tokens[start].lowerHash == SmallWord.the || !tokens[start].mayBegin { start += 1 }
    // "united Korea": a common word in small letters is no part of a name with capitals.
    if tokens[start..<end].contains(where: \.isCapital) {
      while start < end, tokens[start].shape.contains(.lower), tokens[start].has(.common),
        !tokens[start].has([.particle, .direction])
      {
        start += 1
      }
    }
    while start < end, !tokens[end - 1].mayEnd { end -= 1 }
    return start < end ? start..<end : nil
  }
}

extension Token {
  /// Whether a name may begin with it.
  fileprivate var mayBegin: Bool { kind == .word || kind == .number }
  /// Whether a name may end with it: "Yahoo!", "Congo (Kinshasa)".
  fileprivate var mayEnd: Bool { mayBegin || kind == .closer || kind == .terminator }
}

/// What one text needs while it is read, kept for the next one.
private struct Workspace {
  var memo = WordMemo()
  var decoders: Decoders
}

/// The workspaces that no text is read in.
private final class Workspaces: Sendable {
  private let free: Mutex<[Workspace]>
  private let tagger: Tagger

  init(_ tagger: Tagger) {
    self.tagger = tagger
    free = Mutex([])
  }

  func take() -> Workspace {
    free.withLock { $0.popLast() } ?? Workspace(decoders: Decoders(tagger))
  }

  func giveBack(_ workspace: Workspace) {
    free.withLock { $0.append(workspace) }
  }
}

extension Array {
  /// Returns the index of the first element for which the condition holds, where it holds for all after it too.
  fileprivate func firstIndex(inOrder isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
