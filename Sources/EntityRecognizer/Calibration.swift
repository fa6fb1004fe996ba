/// From the model's own probability of a name to the share of such names that were right on texts that it had not
/// seen (isotonic regression; Zadrozny and Elkan, 2002).
package struct Calibration: Sendable {
  /// The shares at equal steps from 0 to 1, those of each kind of name after the other.
  private let shares: [Float]

  package static let steps = 20

  /// Where the steps are: they grow finer towards 1, where most names are.
  package enum Scale: Sendable {
    /// Probabilities are looked up by their square.
    case square
    /// By the fourth root of what they lack of 1: most names of a surer model are beyond 0.99.
    case fourthRoot

    /// Returns where a probability lies among the steps, from 0 to 1.
    package func position(of probability: Float) -> Float {
      let clamped = min(max(probability, 0), 1)
      return switch self {
      case .square: clamped * clamped
      case .fourthRoot: 1 - (1 - clamped).squareRoot().squareRoot()
      }
    }

    /// The calibration that leaves probabilities as they are.
    package var identity: [Float] {
      let shares = (0...Calibration.steps).map { step in
        let position = Float(step) / Float(Calibration.steps)
        let rest = 1 - position
        return self == .square ? position.squareRoot() : 1 - rest * rest * rest * rest
      }
      return RecognizedSpan.Kind.allCases.flatMap { _ in shares }
    }
  }

  private let scale: Scale

  package init?(_ numbers: [Float], scale: Scale = .square) {
    self.scale = scale
    let kinds = RecognizedSpan.Kind.allCases.count
    guard numbers.count == kinds * (Calibration.steps + 1) else { return nil }
    for number in numbers where !(0...1).contains(number) { return nil }
    shares = numbers
  }

  /// Returns the score of a name of the given kind and probability.
  package func score(_ probability: Float, of kind: RecognizedSpan.Kind) -> Float {
    let steps = Calibration.steps
    let position = scale.position(of: probability) * Float(steps)
    let step = min(Int(position), steps - 1)
    let first = Int(kind.rawValue) * (steps + 1) + step
    let share = shares[first] + (shares[first + 1] - shares[first]) * (position - Float(step))
    // Three decimals are more than is known.
    return (share * 1000).rounded() / 1000
  }
}
