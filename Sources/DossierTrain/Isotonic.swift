import EntityRecognizer

/// Fits what share of names is right to the model's probability of them: a curve that never falls (pool adjacent
/// violators; Ayer and others, 1955), read off at equal steps.
enum Isotonic {
  /// Returns the shares of a kind at the steps of `Calibration`.
  static func fit(_ said: [(probability: Float, isRight: Bool)], _ scale: Calibration.Scale) -> [Float] {
    let sorted = said.sorted { ($0.probability, $0.isRight ? 1 : 0) < ($1.probability, $1.isRight ? 1 : 0) }
    // A few made-up names at the ends keep a small sample from saying never or always.
    var blocks: [(position: Float, right: Float, count: Float)] = [(0, 0.5, 2)]
    func pool() {
      while blocks.count > 1 {
        let (a, b) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
        guard a.right / a.count >= b.right / b.count else { return }
        blocks.removeLast(2)
        blocks.append((a.position + b.position, a.right + b.right, a.count + b.count))
      }
    }
    for name in sorted {
      blocks.append((scale.position(of: name.probability), name.isRight ? 1 : 0, 1))
      pool()
    }
    blocks.append((2, 1.9, 2))
    pool()
    let points = blocks.map { ($0.position / $0.count, $0.right / $0.count) }
    return (0...Calibration.steps).map { step in
      let at = Float(step) / Float(Calibration.steps)
      guard let after = points.firstIndex(where: { $0.0 >= at }) else { return points[points.count - 1].1 }
      guard after > 0 else { return points[0].1 }
      let (a, b) = (points[after - 1], points[after])
      return a.1 + (b.1 - a.1) * (at - a.0) / max(b.0 - a.0, 1e-6)
    }
  }
}
