/// Returns the natural logarithm of a positive number, the same on every machine.
///
/// The C library's may differ in the last digit from one system to the next, and then so would a site. This one uses
/// the four basic operations only, which IEEE 754 makes exact to the last digit: the number is brought to between 1/√2 and √2
/// by halving, and the rest is the series of 2·artanh((m − 1) / (m + 1)). It is right to 1e-14 of the result's size or of 1.
public func naturalLogarithm(_ number: Double) -> Double {
  guard number > 0, number.isFinite else { return number == 0 ? -.infinity : .nan }
  var exponent = Double(number.exponent)
  var mantissa = number.significand
  if mantissa > 1.4142135623730951 {
    mantissa /= 2
    exponent += 1
  }
  let ratio = (mantissa - 1) / (mantissa + 1)
  let square = ratio * ratio
  var sum = 0.0
  // |ratio| is at most 0.172, so the twelfth term is below 1e-18.
  for term in stride(from: 23.0, through: 1.0, by: -2.0) { sum = sum * square + 1 / term }
  return exponent * 0.6931471805599453 + 2 * ratio * sum
}
