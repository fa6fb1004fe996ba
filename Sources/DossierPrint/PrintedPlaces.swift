public import DossierPrograms

/// Where the places of a printed page have fallen: the named destinations of a PDF (ISO 32000-1, section 12.3.2.3).
public struct PrintedPlaces: Equatable, Sendable {
  /// A place on a sheet.
  public struct Place: Hashable, Sendable {
    /// The sheet, from 1.
    public var sheet: Int
    /// The distance from the sheet's lower edge, in points.
    public var height: Int
  }

  /// The places by the ids of their elements. Engines name those only to which a link leads.
  public var places: [String: Place] = [:]
  /// How many sheets there are.
  public var sheets = 0

  /// Creates places of no sheets.
  public init() {}

  /// Reads them from a PDF.
  ///
  /// - Parameters:
  ///   - file: The PDF's absolute path.
  ///   - info: Poppler's `pdfinfo`.
  public init(of file: String, by info: Program) throws(Program.Failure) {
    let limits = Program.Limits(seconds: 300, output: 1 << 28)
    self.init(
      destinations: try info.run(["-dests", file], limits).text, facts: try info.run([file], limits).text)
  }

  /// Reads what `pdfinfo` writes: lines such as `   4 [ XYZ   56  792 null      ] "d1-p3"`, and `Pages:  112`.
  init(destinations: [UInt8], facts: [UInt8]) {
    for line in destinations.split(separator: 10) {
      guard let open = line.firstIndex(of: UInt8(ascii: "\"")),
        let close = line.lastIndex(of: UInt8(ascii: "\"")), open < close
      else { continue }
      let words = String(decoding: line[..<open], as: UTF8.self).split(separator: " ")
      guard let sheet = words.first.flatMap({ Int($0) }) else { continue }
      // "[", "XYZ", the distance from the left, the one from below.
      let height = words.count > 4 && words[2] == "XYZ" ? Int(words[4]) ?? 0 : 0
      places[String(decoding: line[(open + 1)..<close], as: UTF8.self)] = Place(sheet: sheet, height: height)
    }
    for line in String(decoding: facts, as: UTF8.self).split(separator: "\n") where line.hasPrefix("Pages:") {
      sheets = line.dropFirst(6).split(separator: " ").first.flatMap { Int($0) } ?? 0
    }
  }
}
