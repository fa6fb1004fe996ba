/// What the offsets of a text count.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode scalars, as Python counts.
  case scalars
  /// Bytes of UTF-8.
  case bytes
  /// Units of UTF-16, as JavaScript and Java count.
  case utf16

  /// Returns byte offsets in this unit.
  ///
  /// - Parameter offsets: Offsets in order, each at the start of a scalar or at the end.
  /// - Complexity: O(bytes of `text`): one walk for all of them.
  func converted(_ offsets: [Int], in text: String) -> [Int] {
    guard self != .bytes, !offsets.isEmpty else { return offsets }
    var converted: [Int] = []
    converted.reserveCapacity(offsets.count)
    var (position, count) = (0, 0)
    var bytes = text.utf8.makeIterator()
    for offset in offsets {
      while position < offset, let byte = bytes.next() {
        position += 1
        // Every scalar has one byte that continues none; those of four bytes are two units of UTF-16.
        if byte & 0xC0 != 0x80 { count += self == .utf16 && byte >= 0xF0 ? 2 : 1 }
      }
      converted.append(count)
    }
    return converted
  }
}
