internal import DossierModel

/// How sure each kind is, summed over mentions.
struct KindWeights: Sendable {
  // Eight numbers in place: an array would be a block of memory for each name.
  private var weights = SIMD8<Float>()

  subscript(_ kind: EntityKind) -> Float { weights[Int(kind.rawValue)] }

  var sum: Float { weights.sum() }

  mutating func add(_ kind: EntityKind, _ weight: Float) { weights[Int(kind.rawValue)] += weight }

  mutating func add(_ other: KindWeights) {
    weights += other.weights
  }

  /// The surest kind but for a person's; of equally sure ones the first.
  var thing: EntityKind {
    var best = EntityKind.other
    for kind in EntityKind.allCases where kind != .person && self[kind] > self[best] { best = kind }
    return best
  }

  /// The surest kind; of equally sure ones the first.
  var any: EntityKind { self[.person] > 0 && self[.person] >= self[thing] ? .person : thing }
}
