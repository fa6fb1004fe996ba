/// Returns e to the power of each number, by a power of two and a polynomial on what is left: right to five digits, and
/// the same on every machine, which a system's library does not promise. Numbers beyond 87 count as 87.
@inline(__always)
func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
  let scaled = pointwiseMax(pointwiseMin(x, SIMD8(repeating: 87)), SIMD8(repeating: -87)) * 1.442_695
  // Added to a number below 2^22, it leaves the nearest whole number in the lowest bits of the fraction.
  let rounding = SIMD8<Float>(repeating: 12_582_912)
  let shifted = scaled + rounding
  let rest = (scaled - (shifted - rounding)) * 0.693_147_2
  var sum = SIMD8<Float>(repeating: 1 / 720)
  sum = sum * rest + 1 / 120
  sum = sum * rest + 1 / 24
  sum = sum * rest + 1 / 6
  sum = sum * rest + 1 / 2
  sum = sum * rest + 1
  sum = sum * rest + 1
  // The power of two goes into the exponent, above the 23 bits of fraction; both types are eight words of 32 bits.
  let power = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- Int32(bitPattern: Float(12_582_912).bitPattern)
  return unsafeBitCast(unsafeBitCast(sum, to: SIMD8<Int32>.self) &+ (power &<< 23), to: SIMD8<Float>.self)
}

/// Returns e to the power of `x`, as for eight numbers.
package func exponential(_ x: Float) -> Float { exponential(SIMD8(repeating: x))[0] }
