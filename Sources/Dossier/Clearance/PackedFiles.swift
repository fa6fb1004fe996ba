internal import DossierDeflate
internal import DossierFiles
internal import DossierHash
internal import DossierPrograms

/// What other files hold packed: archives, PDF, and data within pages.
enum PackedFiles {
  /// The files of a ZIP archive; one without bytes where there is something that can't be unpacked.
  static func zip(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8]?)] {
    guard let package = ZipPackage(bytes, most: .max) else { return [("!", nil)] }
    return package.names.map { ("!" + $0, package.file($0, limit: 1 << 30)) }
  }

  /// The text of a PDF, by poppler's program; nothing where that is not there or fails.
  /// Words that are divided at the end of a line stand in it whole, too.
  static func pdfText(_ bytes: [UInt8], scratch: String) -> [UInt8]? {
    guard let program = Program(named: "pdftotext") else { return nil }
    let file = scratch + "/.dossier-proof-" + SHA256.hexDigits(of: bytes) + ".pdf"
    defer { try? Files.removeFile(file) }
    do {
      try Files.createFolder(scratch)
      try Files.write(bytes, to: file)
      // Raw order keeps the words of a line together, whatever columns there are.
      let output = try program.run(
        ["-raw", "-q", "-enc", "UTF-8", file, "-"], Program.Limits(seconds: 300, output: 1 << 30, memory: nil)
      )
      return output.text + [10] + undivided(output.text)
    } catch {
      return nil
    }
  }

  /// A text without hyphens at the ends of its lines, and without the line feeds after them.
  private static func undivided(_ text: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(text.count)
    for byte in text {
      if byte == 10, joined.last == UInt8(ascii: "-") {
        joined.removeLast()
      } else if byte == 10, joined.suffix(2) == [0xC2, 0xAD] {
        joined.removeLast(2)
      } else {
        joined.append(byte)
      }
    }
    return joined
  }

  /// What stands in a page as base64: "data:text/html;base64,…".
  static func embedded(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8]?)] {
    let mark = Array("base64,".utf8)
    var found: [(name: String, bytes: [UInt8]?)] = []
    var index = 0
    while index + mark.count < bytes.count {
      guard bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      index += mark.count
      var inner: [UInt8] = []
      var (value, bits): (UInt32, UInt32) = (0, 0)
      while index < bytes.count, let digit = digit(bytes[index]) {
        value = value << 6 | digit
        bits += 6
        if bits >= 8 {
          bits -= 8
          inner.append(UInt8(truncatingIfNeeded: value >> bits))
        }
        index += 1
      }
      if !inner.isEmpty { found.append(("!data", inner)) }
    }
    return found
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
