/// The hash by which words and names are looked up: FNV-1a with 64 bits, its bits mixed at the end.
///
/// The tables keep hashes, not words. Two different words share a hash once in about 10^14 pairs; a text made
/// to do so gains a wrong name, nothing worse.
package struct WordHash {
  package private(set) var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  @inline(__always)
  package mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  @inline(__always)
  package var value: UInt64 {
    var mixed = state
    mixed ^= mixed >> 32
    mixed = mixed &* 0x9e37_79b9_7f4a_7c15
    mixed ^= mixed >> 29
    return mixed
  }

  /// Returns the hash of a name that begins with the words of `prefix` and goes on with a word.
  @inline(__always)
  static func chain(_ prefix: UInt64, _ word: UInt64) -> UInt64 {
    var mixed = (prefix ^ (word &+ 0x9e37_79b9_7f4a_7c15)) &* 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 33
    return mixed &* 0xc4ce_b9fe_1a85_ec53
  }
}
