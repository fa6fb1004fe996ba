/// The lines of a PDF's pages with their places, as pdftotext writes them for `-bbox-layout`.
struct PDFPage {
  /// A line of text; lengths are in hundredths of a point, from the page's upper left corner.
  struct Line: Equatable {
    var text: String
    var left = 0
    var right = 0
    var top = 0
    var bottom = 0
    /// The number of its block on the page: lines that pdftotext holds for one.
    var block = 0
    var height: Int { bottom - top }
  }

  var height: Int
  var lines: [Line] = []

  /// Reads all pages.
  ///
  /// - Complexity: O(bytes).
  static func pages(of output: [UInt8]) -> [PDFPage] {
    var pages: [PDFPage] = []
    var block = 0
    var words: [String] = []
    var line: Line?
    for text in output.split(separator: 10) {
      let text = text.drop { $0 == 32 }
      if text.starts(with: "<page ".utf8) {
        pages.append(PDFPage(height: number("height", in: text)))
      } else if text.starts(with: "<block ".utf8) {
        block += 1
      } else if text.starts(with: "<line ".utf8) {
        words = []
        line = Line(
          text: "", left: number("xMin", in: text), right: number("xMax", in: text),
          top: number("yMin", in: text),
          bottom: number("yMax", in: text), block: block)
      } else if text.starts(with: "<word ".utf8) {
        guard let start = text.firstIndex(of: 0x3E), let end = text.lastIndex(of: 0x3C), start < end else {
          continue
        }
        let word = plain(text[(start + 1)..<end])
        if !word.isEmpty { words.append(word) }
      } else if text.starts(with: "</line>".utf8), var finished = line {
        finished.text = words.joined(separator: " ")
        line = nil
        if !words.isEmpty, !pages.isEmpty { pages[pages.count - 1].lines.append(finished) }
      }
    }
    return pages
  }

  /// An attribute's number in hundredths.
  private static func number(_ name: String, in text: ArraySlice<UInt8>) -> Int {
    let key = Array((name + "=\"").utf8)
    guard let start = text.indices.first(where: { text[$0...].starts(with: key) }) else { return 0 }
    var value = 0
    var decimals: Int?
    var isNegative = false
    for byte in text[(start + key.count)...] {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): decimals = 0
      case 0x30...0x39:
        if decimals == 2 { continue }
        guard value < 100_000_000 else { return 0 }
        value = value * 10 + Int(byte - 0x30)
        decimals = decimals.map { $0 + 1 }
      default:
        for _ in (decimals ?? 0)..<2 { value *= 10 }
        return isNegative ? -value : value
      }
    }
    return 0
  }

  /// A word without XML's references and without what cannot be seen; ligatures are taken apart.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var word = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\u{FB00}": word += "ff"
      case "\u{FB01}": word += "fi"
      case "\u{FB02}": word += "fl"
      case "\u{FB03}": word += "ffi"
      case "\u{FB04}": word += "ffl"
      case "\u{FB05}", "\u{FB06}": word += "st"
      case "\0"..." ", "\u{7F}"..."\u{A0}", "\u{200B}", "\u{FEFF}", "\u{FFFD}": break
      // Signs of symbol fonts, most of them bullets.
      case "\u{F0B7}", "\u{F0A7}": word += "•"
      case "\u{E000}"..."\u{F8FF}": break
      default: word.unicodeScalars.append(scalar)
      }
    }
    guard word.utf8.contains(UInt8(ascii: "&")) else { return word }
    return word.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
  }
}
