/// Cuts bytes that arrive in pieces into lines. It holds one unfinished line at most, and of one that is too long nothing.
public struct LineSplitter: Sendable {
  /// A line with its number, from 1.
  public struct Line: Sendable {
    /// The line without its end; nothing where it was too long.
    public var bytes: [UInt8]?
    /// Its number.
    public var number: Int
  }

  /// Lines longer than this many bytes are not kept.
  public let limit: Int
  private var rest: [UInt8] = []
  private var isTooLong = false
  private var number = 0

  /// Creates a splitter for lines of up to `limit` bytes.
  public init(limit: Int) { self.limit = limit }

  /// Returns the lines that end in `piece`.
  ///
  /// - Complexity: O(bytes of `piece`).
  public mutating func add(_ piece: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while let end = piece[start...].firstIndex(of: 10) {
      keep(piece[start..<end])
      lines.append(next())
      start = end + 1
    }
    keep(piece[start...])
    return lines
  }

  /// Returns the last line, which no line end closed.
  public mutating func finish() -> Line? { rest.isEmpty && !isTooLong ? nil : next() }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    if isTooLong || rest.count + bytes.count > limit {
      isTooLong = true
      rest = []
    } else {
      rest += bytes
    }
  }

  private mutating func next() -> Line {
    number += 1
    var bytes = rest
    rest = []
    defer { isTooLong = false }
    if isTooLong { return Line(bytes: nil, number: number) }
    // A byte order mark may open the first line.
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.last == 13 { bytes.removeLast() }
    return Line(bytes: bytes, number: number)
  }
}
