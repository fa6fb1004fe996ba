extension Set<String> {
  /// The words of a text, as a list in a source file has them.
  init(words: String) { self.init(words.split(whereSeparator: \.isWhitespace).map(String.init)) }
}

extension StringProtocol where SubSequence == Substring {
  /// The word without "'s" at its end.
  var withoutPossessive: Substring {
    for ending in ["'s", "\u{2019}s"] where hasSuffix(ending) { return dropLast(2) }
    return self[...]
  }
}
