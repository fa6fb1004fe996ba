/// A run of tokens that may be a name.
struct Candidate: Sendable {
  /// The first token.
  var start: Int
  /// The token after the last.
  var end: Int
  /// What it names; nothing where the words are known to name nothing ("North Korean"), which keeps them from
  /// being read otherwise.
  var kind: RecognizedSpan.Kind?
  var score: Float
  var origin: RecognizedSpan.Origin
  /// The gazetteer's entry.
  var entry: Gazetteer.Entry?

  init(
    _ start: Int, _ end: Int, _ kind: RecognizedSpan.Kind?, _ score: Float,
    _ origin: RecognizedSpan.Origin = .shape, entry: Gazetteer.Entry? = nil
  ) {
    self.start = start
    self.end = end
    self.kind = kind
    self.score = score
    self.origin = origin
    self.entry = entry
  }
}
