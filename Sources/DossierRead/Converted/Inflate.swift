/// Unpacks a DEFLATE stream (RFC 1951).
///
/// For the small files in a document's package that tell who wrote it. It stops at a limit, whatever the stream promises.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private var index: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// Returns the unpacked bytes, or nothing where the stream is damaged or longer than `limit`.
  ///
  /// - Complexity: O(`limit`).
  static func unpack(_ input: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var inflate = Inflate(input, limit: limit)
    return inflate.run() ? inflate.output : nil
  }

  private init(_ input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
    index = input.startIndex
  }

  private mutating func run() -> Bool {
    while true {
      guard let isLast = read(1), let kind = read(2) else { return false }
      switch kind {
      case 0: guard stored() else { return false }
      case 1: guard block(Self.fixedLengths, Self.fixedDistances) else { return false }
      case 2:
        guard let (lengths, distances) = tables(), block(lengths, distances) else { return false }
      default: return false
      }
      if isLast == 1 { return true }
    }
  }

  private mutating func read(_ count: Int) -> Int? {
    while bitCount < count {
      guard index < input.endIndex else { return nil }
      bits |= UInt32(input[index]) << UInt32(bitCount)
      bitCount += 8
      index += 1
    }
    let value = bits & ((1 << UInt32(count)) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func stored() -> Bool {
    _ = read(bitCount % 8)
    guard let length = read(16), let check = read(16), length == check ^ 0xFFFF,
      index + length <= input.endIndex, output.count + length <= limit
    else { return false }
    // After whole bytes nothing is left in the bits.
    output += input[index..<index + length]
    index += length
    return true
  }

  private mutating func block(_ lengths: HuffmanTable, _ distances: HuffmanTable) -> Bool {
    while true {
      guard let symbol = self.symbol(lengths) else { return false }
      if symbol == 256 { return true }
      if symbol < 256 {
        guard output.count < limit else { return false }
        output.append(UInt8(symbol))
        continue
      }
      let place = symbol - 257
      guard place < 29, let extra = read(Self.lengthBits[place]), let code = self.symbol(distances),
        code < 30,
        let more = read(Self.distanceBits[code])
      else { return false }
      let length = Self.lengthBases[place] + extra
      let distance = Self.distanceBases[code] + more
      guard distance <= output.count, output.count + length <= limit else { return false }
      // The copy may reach into what it writes.
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func symbol(_ table: HuffmanTable) -> Int? {
    var (code, first, start) = (0, 0, 0)
    for length in 1...15 {
      guard let bit = read(1) else { return nil }
      code |= bit
      let count = table.counts[length]
      if code - count < first { return table.symbols[start + code - first] }
      start += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }

  private mutating func tables() -> (HuffmanTable, HuffmanTable)? {
    guard let lengthCount = read(5), let distanceCount = read(5), let codeCount = read(4) else { return nil }
    var codeLengths = [Int](repeating: 0, count: 19)
    for place in Self.codeOrder.prefix(codeCount + 4) {
      guard let length = read(3) else { return nil }
      codeLengths[place] = length
    }
    guard let codes = HuffmanTable(codeLengths) else { return nil }
    let all = lengthCount + 257 + distanceCount + 1
    var lengths: [Int] = []
    while lengths.count < all {
      guard let symbol = self.symbol(codes) else { return nil }
      switch symbol {
      case 0...15: lengths.append(symbol)
      case 16:
        guard let last = lengths.last, let more = read(2) else { return nil }
        lengths += [Int](repeating: last, count: 3 + more)
      default:
        guard let more = read(symbol == 17 ? 3 : 7) else { return nil }
        lengths += [Int](repeating: 0, count: (symbol == 17 ? 3 : 11) + more)
      }
    }
    guard lengths.count == all, let first = HuffmanTable(Array(lengths[..<(lengthCount + 257)])),
      let second = HuffmanTable(Array(lengths[(lengthCount + 257)...]))
    else { return nil }
    return (first, second)
  }

  private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227,
    258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097,
    6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  private static let fixedLengths = HuffmanTable(
    fixed: [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
      + [Int](repeating: 8, count: 8))
  private static let fixedDistances = HuffmanTable(fixed: [Int](repeating: 5, count: 30))
}

/// The symbols of a canonical Huffman code, by the length of their codes.
private struct HuffmanTable {
  var counts = [Int](repeating: 0, count: 16)
  var symbols: [Int]

  init(fixed lengths: [Int]) {
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    var places = [Int](repeating: 0, count: 16)
    for length in 1..<15 { places[length + 1] = places[length] + counts[length] }
    symbols = [Int](repeating: 0, count: lengths.count)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[places[length]] = symbol
      places[length] += 1
    }
  }

  /// Nothing where more codes are asked for than there are.
  init?(_ lengths: [Int]) {
    self.init(fixed: lengths)
    var left = 1
    for length in 1...15 {
      left = left * 2 - counts[length]
      if left < 0 { return nil }
    }
  }
}
