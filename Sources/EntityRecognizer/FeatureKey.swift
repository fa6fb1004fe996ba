/// The hash of a feature: what it tells (its template), and of what.
enum FeatureKey {
  /// Returns the key of one value of a template.
  @inline(__always)
  static func key(_ template: Template, _ value: UInt64) -> UInt64 {
    mix(value &+ UInt64(template.rawValue) &* 0x9e37_79b9_7f4a_7c15)
  }

  @inline(__always)
  static func key(_ template: Template, _ a: UInt64, _ b: UInt64) -> UInt64 {
    key(template, mix(a) &+ b)
  }

  @inline(__always)
  static func key(_ template: Template, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    key(template, mix(mix(a) &+ b) &+ c)
  }

  /// Returns the key of a word's feature as seen from `offset` tokens before it.
  @inline(__always)
  static func key(_ wordKey: UInt64, at offset: Int) -> UInt64 {
    mix(wordKey &+ UInt64(bitPattern: Int64(offset)) &* 0xd6e8_feb8_6659_fd93)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 32)) &* 0xd6e8_feb8_6659_fd93
    mixed = (mixed ^ (mixed >> 29)) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ (mixed >> 32)
  }
}

/// The features of a token, as they are gathered.
struct FeatureList {
  private(set) var keys: [UInt64] = []
  /// Templates that are left out, one bit each: to see what they bring.
  let without: UInt64

  init(without: Set<Template> = []) {
    self.without = without.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  mutating func removeAll() { keys.removeAll(keepingCapacity: true) }

  @inline(__always)
  func leavesOut(_ template: Template) -> Bool { without & (1 << UInt64(template.rawValue)) != 0 }

  @inline(__always)
  mutating func add(_ template: Template, _ value: UInt64) {
    if !leavesOut(template) { keys.append(FeatureKey.key(template, value)) }
  }

  @inline(__always)
  mutating func add(_ template: Template, _ a: UInt64, _ b: UInt64) {
    if !leavesOut(template) { keys.append(FeatureKey.key(template, a, b)) }
  }

  @inline(__always)
  mutating func add(_ template: Template, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    if !leavesOut(template) { keys.append(FeatureKey.key(template, a, b, c)) }
  }

  /// Adds a feature that is there already as a key.
  mutating func add(key: UInt64) { keys.append(key) }
}
