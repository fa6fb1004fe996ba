/// Reading UTF-8 that is known to be valid, being a `String`'s: what both recognisers need below their tokens.
public enum UTF8Bytes {
  /// Returns the scalar that begins at `position`, and how many bytes it has. A cut or stray byte counts as one
  /// unknown scalar.
  @inlinable @inline(__always)
  public static func scalar(in bytes: [UInt8], at position: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[position])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard position + length <= bytes.count, length > 1 else { return (0xFFFD, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return (scalar, length)
  }

  /// Returns the ranges sorted, joined where they touch, cut to the text and grown to whole scalars.
  ///
  /// - Complexity: O(n log n) in the ranges.
  public static func merged(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      var start = min(max(0, range.lowerBound), bytes.count)
      var end = min(max(0, range.upperBound), bytes.count)
      while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      guard start < end else { continue }
      if let last = merged.last, start <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        merged.append(start..<end)
      }
    }
    return merged
  }
}
