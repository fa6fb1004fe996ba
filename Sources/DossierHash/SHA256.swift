internal import CLibMD

/// Hashes that tell whether a file is still the same (FIPS 180-4).
public enum SHA256 {
  /// Returns the SHA-256 of bytes, as 64 lower-case hexadecimal digits: what `sha256sum` prints.
  ///
  /// - Complexity: O(bytes), about 3 ms a megabyte.
  public static func hexDigits(of bytes: [UInt8]) -> String {
    String(decoding: digits(of: bytes), as: UTF8.self)
  }

  /// Returns the SHA-256 of bytes in base64, as a page's policy names the scripts that it trusts.
  ///
  /// - Complexity: O(bytes), about 3 ms a megabyte.
  public static func base64(of bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    // 64 digits of 4 bits are 42 letters of 6 bits, and one of 4 bits and two zeros.
    let bits = digits(of: bytes).map { $0 <= UInt8(ascii: "9") ? $0 - 0x30 : $0 - 0x61 + 10 } + [0, 0]
    let letters = stride(from: 0, to: 64, by: 3).flatMap { place in
      let twelve = UInt16(bits[place]) << 8 | UInt16(bits[place + 1]) << 4 | UInt16(bits[place + 2])
      return [alphabet[Int(twelve >> 6)], alphabet[Int(twelve & 63)]]
    }
    return String(decoding: letters.prefix(43), as: UTF8.self) + "="
  }

  private static func digits(of bytes: [UInt8]) -> [UInt8] {
    var digits = [CChar](repeating: 0, count: 65)
    // libmd reads the bytes during the call only, and writes 64 digits and a zero.
    _ = bytes.withUnsafeBufferPointer { SHA256Data($0.baseAddress, $0.count, &digits) }
    return digits.prefix(64).map { UInt8(bitPattern: $0) }
  }
}
