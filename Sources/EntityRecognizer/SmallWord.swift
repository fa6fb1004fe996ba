/// The hashes of single words that rules ask for.
enum SmallWord {
  static let the = hash("the")

  private static func hash(_ word: String) -> UInt64 {
    var hash = WordHash()
    for byte in word.utf8 { hash.add(byte) }
    return hash.value
  }
}
