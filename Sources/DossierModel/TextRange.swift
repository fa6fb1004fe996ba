/// A half-open range of UTF-8 bytes, counted from 0.
///
///     let name = TextRange(4, 10)
///     document.text.slice(name)  // "Russia"
public struct TextRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte; never below `start`.
  public var end: Int

  /// Creates the range of the bytes from `start` up to, not including, `end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The number of bytes.
  @inlinable public var length: Int { end - start }

  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { start == end }

  /// Returns whether every byte of `other` is in this range.
  @inlinable
  public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Returns whether the two ranges share a byte.
  @inlinable
  public func overlaps(_ other: TextRange) -> Bool {
    start < other.end && other.start < end
  }

  /// Returns the range moved by `distance` bytes.
  @inlinable
  public func shifted(by distance: Int) -> TextRange {
    TextRange(start + distance, end + distance)
  }
}

extension TextRange: Comparable {
  /// Orders by start, then the longer range first.
  @inlinable
  public static func < (a: TextRange, b: TextRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}

extension String {
  /// Returns the text of a byte range. The range is clamped to the text, and each end is moved back to the
  /// start of the scalar that it falls in.
  ///
  /// - Complexity: O(length of the slice).
  @inlinable
  public func slice(_ range: TextRange) -> Substring {
    let count = utf8.count
    let low = utf8.index(startIndex, offsetBy: Swift.min(Swift.max(0, range.start), count))
    let high = utf8.index(startIndex, offsetBy: Swift.min(Swift.max(0, range.end), count))
    return self[low..<high]
  }
}
