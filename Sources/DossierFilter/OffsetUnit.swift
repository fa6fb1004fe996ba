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

  /// Returns the byte offsets of offsets in this unit, or nil where one is outside the text or within a character.
  ///
  /// - Parameter offsets: In any order.
  /// - Complexity: O(bytes of `text` + n log n).
  func bytes(_ offsets: [Int], in text: String) -> [Int]? {
    let order = offsets.indices.sorted { offsets[$0] < offsets[$1] }
    var result = [Int](repeating: 0, count: offsets.count)
    var (position, count) = (0, 0)
    var scalars = text.unicodeScalars.makeIterator()
    for index in order {
      while count < offsets[index], let scalar = scalars.next() {
        let width = UTF8.width(scalar)
        position += width
        switch self {
        case .scalars: count += 1
        case .bytes: count += width
        case .utf16: count += UTF16.width(scalar)
        }
      }
      guard count == offsets[index] else { return nil }
      result[index] = position
    }
    return result
  }
}
