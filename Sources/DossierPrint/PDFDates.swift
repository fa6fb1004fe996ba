/// The moments in a PDF at which it was made.
public enum PDFDates {
  /// Puts a fixed moment in the place of each, so that the same pages are always the same bytes.
  ///
  /// Dates have a fixed form (ISO 32000-1, section 7.9.4), and the digits of one are as many as those of the other, so no
  /// offset in the file changes.
  ///
  /// - Complexity: O(bytes).
  public static func fix(_ bytes: inout [UInt8]) {
    let moment = Array("20000101000000".utf8)
    for key in ["/CreationDate", "/ModDate"] {
      let key = Array(key.utf8)
      var start = 0
      while let found = position(of: key, in: bytes, from: start) {
        start = found + key.count
        // A space, "(D:" and fourteen digits.
        guard let open = bytes[start...].prefix(4).firstIndex(of: UInt8(ascii: "(")) else { continue }
        let digits = open + 3
        guard digits + moment.count <= bytes.count, bytes[open + 1] == UInt8(ascii: "D") else { continue }
        let isDate = bytes[digits..<(digits + moment.count)].allSatisfy { (0x30...0x39).contains($0) }
        if isDate { bytes.replaceSubrange(digits..<(digits + moment.count), with: moment) }
      }
    }
  }

  private static func position(of key: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= key.count, start <= bytes.count - key.count else { return nil }
    var index = start
    while let slash = bytes[index...].firstIndex(of: key[0]) {
      guard slash + key.count <= bytes.count else { return nil }
      if bytes[slash..<(slash + key.count)].elementsEqual(key) { return slash }
      index = slash + 1
    }
    return nil
  }
}
