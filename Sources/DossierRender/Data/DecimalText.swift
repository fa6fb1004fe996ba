/// Numbers as data has them.
enum DecimalText {
  /// Returns a number in decimal digits, rounded to so many after the point at the most: "0.97", "12".
  static func digits(of number: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (number * scale).rounded()
    // What is no number, or too large for all its digits, cannot come from counts.
    guard scaled.isFinite, abs(scaled) < 9e15 else { return "0" }
    let parts = (whole: Int(abs(scaled)) / Int(scale), rest: Int(abs(scaled)) % Int(scale))
    let sign = scaled < 0 ? "-" : ""
    guard parts.rest > 0 else { return parts.whole == 0 ? "0" : sign + String(parts.whole) }
    var rest = String(parts.rest)
    rest = String(repeating: "0", count: digits - rest.utf8.count) + rest
    while rest.utf8.last == UInt8(ascii: "0") { rest.removeLast() }
    return sign + String(parts.whole) + "." + rest
  }
}
