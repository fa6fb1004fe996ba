/// Returns the natural logarithm of a number, the same on every machine: unlike a C library's, it is made of
/// additions, multiplications and divisions alone, in a fixed order.
///
/// With x = 2ⁿm and s = (m - 1) / (m + 1), ln x = n ln 2 + 2 (s + s³/3 + s⁵/5 + …), Abramowitz and Stegun, "Handbook of
/// Mathematical Functions" (1964), 4.1.27. As m lies between √½ and √2, s² is below 0.03 and eleven terms are as many
/// as a `Double` can hold. The error is below 10⁻¹⁴ or, beside larger results, below 10⁻¹⁴ of them.
///
/// - Returns: -∞ for 0, and no number (`nan`) below.
public func naturalLogarithm(_ x: Double) -> Double {
  guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x < 0 ? .nan : x }
  var exponent = Double(x.exponent)
  var significand = x.significand
  if significand > 1.4142135623730951 {
    significand /= 2
    exponent += 1
  }
  let s = (significand - 1) / (significand + 1)
  let square = s * s
  var sum = 0.0
  var divisor = 23.0
  while divisor > 1 {
    sum = (sum + 1 / divisor) * square
    divisor -= 2
  }
  return exponent * 0.6931471805599453 + 2 * (s + s * sum)
}
