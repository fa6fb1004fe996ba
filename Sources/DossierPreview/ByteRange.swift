/// A `Range` header, held against the size of a file (RFC 9110, section 14.2). What is not one range of bytes is
/// ignored, as the standard allows: several ranges, other units, mistakes.
enum ByteRange: Equatable {
  /// The whole file.
  case all
  case part(first: Int, last: Int)
  case unsatisfiable

  init(_ header: String, size: Int) {
    self = .all
    guard header.utf8.count > 6, header.prefix(6).lowercased() == "bytes=" else { return }
    let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else { return }
    switch (ends[0].isEmpty, ends[1].isEmpty) {
    case (true, true): return
    case (true, false):
      guard let length = ByteRange.number(ends[1]) else { return }
      self = length == 0 || size == 0 ? .unsatisfiable : .part(first: max(0, size - length), last: size - 1)
    case (false, let isOpen):
      guard let first = ByteRange.number(ends[0]), let last = isOpen ? .max : ByteRange.number(ends[1]),
        first <= last
      else { return }
      self = first < size ? .part(first: first, last: min(last, size - 1)) : .unsatisfiable
    }
  }

  /// Returns the number that digits stand for; one that is too large is the largest there is.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
      return nil
    }
    return Int(text) ?? .max
  }
}
