/// The features of a word alone, without regard to its neighbours.
///
/// They depend on the token's own bytes and the lists only, so their scores are worked out once a word, not once
/// a token.
struct WordFeatures {
  /// A feature, and from which tokens it is seen: bit 3 + n of the mask for the token n places before the word.
  struct Feature {
    var key: UInt64
    var mask: UInt8

    /// Whether it is seen from the token `offset` places before the word.
    func isSeen(from offset: Int) -> Bool { mask & (1 << UInt8(WordFeatures.reach + offset)) != 0 }
  }

  static let reach = 3
  private static let here: UInt8 = 0b0001000
  private static let near: UInt8 = 0b0011100
  private static let around: UInt8 = 0b0111110
  private static let wide: UInt8 = 0b1111111

  /// Appends the features of a token.
  static func append(
    of token: Token, in bytes: [UInt8], clusters: ClusterLevels, without: FeatureList? = nil,
    to features: inout [Feature]
  ) {
    func add(_ template: Template, _ value: UInt64, _ mask: UInt8) {
      if let without, without.leavesOut(template) { return }
      features.append(Feature(key: FeatureKey.key(template, value), mask: mask))
    }
    let pattern = UInt64(token.pattern)
    add(.pattern, pattern, around)
    switch token.kind {
    case .word, .number: break
    case .code, .address:
      add(.lower, UInt64(token.kind.rawValue), around)
      return
    default:
      add(.lower, token.lowerHash, around)
      return
    }
    add(.shape, longShape(of: token, in: bytes), near)
    addClasses(of: token, add)
    if token.kind == .number {
      // Long numbers are all alike.
      add(.lower, token.end - token.start <= 4 ? token.lowerHash : 0, near)
      return
    }
    add(.lower, token.lowerHash, around)
    add(.lowerPattern, token.lowerHash &+ pattern, near)
    addClusters(of: token, clusters, pattern, add)
    if token.shape.contains(.lower), token.has([.common, .stop]) { return }
    addAffixes(of: token, in: bytes, add)
  }

  private static func addClasses(of token: Token, _ add: (Template, UInt64, UInt8) -> Void) {
    var rest = token.classes.rawValue
    guard rest != 0 else { return }
    add(.classSet, rest, near)
    while rest != 0 {
      add(.classes, UInt64(rest.trailingZeroBitCount), around)
      rest &= rest - 1
    }
  }

  private static func addClusters(
    of token: Token, _ levels: ClusterLevels, _ pattern: UInt64, _ add: (Template, UInt64, UInt8) -> Void
  ) {
    guard token.cluster > 0 else { return }
    let cluster = Int(token.cluster)
    add(.cluster, UInt64(cluster), near)
    add(.clusterFine, UInt64(levels.fine[cluster]), near)
    add(.clusterMiddle, UInt64(levels.middle[cluster]), around)
    add(.clusterCoarse, UInt64(levels.coarse[cluster]), wide)
    add(.clusterPattern, UInt64(levels.middle[cluster]) << 8 | pattern, near)
  }

  /// Adds the beginnings, ends and inner parts of the word, in small letters.
  private static func addAffixes(of token: Token, in bytes: [UInt8], _ add: (Template, UInt64, UInt8) -> Void)
  {
    let capital: UInt64 = token.shape.contains(.capital) ? 1 << 63 : 0
    let start = Int(token.start)
    var end = Int(token.end)
    if token.shape.contains(.fullStop), end > start { end -= 1 }
    let count = min(end - start, 48)
    guard count > 1 else { return }
    func lower(_ index: Int) -> UInt64 {
      let byte = bytes[start + index]
      return UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)
    }
    var prefix: UInt64 = capital
    for length in 1...min(4, count) {
      prefix = prefix << 8 &+ lower(length - 1)
      switch length {
      case 2: add(.prefix2, prefix, here)
      case 3: add(.prefix3, prefix, here)
      case 4: add(.prefix4, prefix, here)
      default: break
      }
    }
    var suffix: UInt64 = capital
    for length in 1...min(4, count) {
      suffix |= lower(count - length) << UInt64(8 * length)
      switch length {
      case 2: add(.suffix2, suffix, here)
      case 3: add(.suffix3, suffix, near)
      case 4: add(.suffix4, suffix, here)
      default: break
      }
    }
    guard capital != 0, count > 3 else { return }
    for index in 0..<count - 2 {
      add(.trigram, lower(index) << 16 | lower(index + 1) << 8 | lower(index + 2), here)
    }
  }

  /// The pattern of the word's letters, each sort of them at most three times in a row.
  private static func longShape(of token: Token, in bytes: [UInt8]) -> UInt64 {
    var shape: UInt64 = 0
    var last: UInt64 = 0
    var repeated = 0
    for index in Int(token.start)..<min(Int(token.end), Int(token.start) + 24) {
      let sort: UInt64 =
        switch bytes[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): 1
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): 2
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 3
        case 0x80...: 4
        case UInt8(ascii: "."): 5
        case UInt8(ascii: "'"): 6
        default: 7
        }
      repeated = sort == last ? repeated + 1 : 0
      last = sort
      if repeated < 3 { shape = shape &* 8 &+ sort }
    }
    return shape
  }
}

extension Token {
  /// The pattern of the word's capitals, or the sort of mark, as a number below 64.
  var pattern: UInt8 {
    switch kind {
    case .number: return 32 + (shape.contains(.year) ? 1 : end - start < 3 ? 2 : 3)
    case .word: break
    default: return kind.rawValue
    }
    if shape.contains(.initial) { return 36 }
    if shape.contains(.dotted) { return shape.contains(.capital) ? 37 : 38 }
    if shape.contains(.allCapitals) { return end - start < 5 ? 39 : 40 }
    if shape.contains(.single) { return shape.contains(.capital) ? 41 : 42 }
    if shape.contains(.capital) { return shape.contains(.mixed) ? 43 : 44 }
    if shape.contains(.lower) { return shape.contains(.mixed) ? 45 : 46 }
    return 47
  }
}
