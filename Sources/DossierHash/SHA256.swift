internal import CLibMD

/// Hashes that tell whether a file is still the same (FIPS 180-4).
public enum SHA256 {
  /// Returns the SHA-256 of bytes, as 64 lower-case hexadecimal digits: what `sha256sum` prints.
  ///
  /// - Complexity: O(bytes), about 3 ms a megabyte.
  public static func hexDigits(of bytes: [UInt8]) -> String {
    var digits = [CChar](repeating: 0, count: 65)
    // libmd reads the bytes during the call only, and writes 64 digits and a zero.
    _ = bytes.withUnsafeBufferPointer { SHA256Data($0.baseAddress, $0.count, &digits) }
    return String(decoding: digits.prefix(64).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
