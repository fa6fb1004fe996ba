internal import DossierCache
internal import DossierWeb

/// Good answers of the web, kept for a week; what is wrong is asked again each time, as someone may have mended it.
struct KeptAnswers {
  private let cache: AnswerCache?
  private let now: Int

  private static let longest = 7 * 24 * 3600

  /// - Parameter now: The seconds since the start of 1970.
  init(_ cache: AnswerCache?, now: Int) {
    self.cache = cache
    self.now = now
  }

  /// Returns the answer that is kept for an address, unless it is too old.
  func find(_ address: String) -> WebAnswer? {
    let key = KeptAnswers.key(of: address)
    guard let bytes = cache?.find(key.0, key.1), bytes.count >= 8 else { return nil }
    let time = bytes.prefix(8).reduce(0) { $0 << 8 | Int($1) }
    guard time <= now, now - time < KeptAnswers.longest else { return nil }
    let moved = String(decoding: bytes.dropFirst(8), as: UTF8.self)
    return WebAnswer(.good, moved: moved.isEmpty ? nil : moved)
  }

  /// Keeps an answer, if it is a good one.
  func keep(_ answer: WebAnswer, of address: String) {
    guard answer.state == .good else { return }
    let key = KeptAnswers.key(of: address)
    let time = (0..<8).map { UInt8(truncatingIfNeeded: now >> (56 - 8 * $0)) }
    cache?.keep(key.0, key.1, time + Array((answer.moved ?? "").utf8))
  }

  func flush() { cache?.flush() }

  /// FNV-1a twice, begun with different words, which also keep these answers apart from those of the recogniser.
  private static func key(of address: String) -> (UInt64, UInt64) {
    func hash(_ start: String) -> UInt64 {
      (start + address).utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
    return (hash("link "), hash("asked "))
  }
}
