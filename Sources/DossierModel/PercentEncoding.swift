/// Returns `bytes` with "%41" as "A".
///
/// - Parameter isStrict: Whether a "%" without two hexadecimal digits makes the result nothing; else it stays.
/// - Complexity: O(bytes).
public func percentDecoded(_ bytes: ArraySlice<UInt8>, isStrict: Bool) -> [UInt8]? {
  guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
  func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
  var decoded: [UInt8] = []
  decoded.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "%") {
      if index + 2 < bytes.endIndex, let high = value(bytes[index + 1]), let low = value(bytes[index + 2]) {
        decoded.append(high << 4 | low)
        index += 3
        continue
      }
      if isStrict { return nil }
    }
    decoded.append(bytes[index])
    index += 1
  }
  return decoded
}

/// Returns a path as a relative URL reference: everything but unreserved characters and slashes percent-encoded (RFC 3986,
/// section 2).
public func percentEncoded(_ path: String) -> String {
  if path.utf8.allSatisfy(isUnreserved) { return path }
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(path.utf8.count + 16)
  for byte in path.utf8 {
    if isUnreserved(byte) {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
    UInt8(ascii: "~"), UInt8(ascii: "/"):
    true
  default: false
  }
}
