internal import CPlaceList

/// The countries of large cities whose names tell them.
///
/// From GeoNames (geonames.org), CC BY 4.0: a name is here where one country has far more people in cities of that
/// name than all others together.
enum CityList {
  /// Returns the code of the country in which the city of a name lies.
  ///
  /// - Complexity: O(log cities); nothing is read beforehand.
  static func countryCode(of name: String) -> Substring? {
    guard let line = line(beginningWith: Array(name.utf8) + [tab]) else { return nil }
    return String(decoding: bytes[line].suffix(2), as: UTF8.self)[...]
  }

  /// Lines in the order of their bytes: a name, a tab, a code. A tab sorts before all that names hold.
  private static let bytes: [UInt8] = {
    let list = dossier_place_list()
    // The bytes are a constant of the program, never freed, and `size` is the size of the array.
    return Array(UnsafeBufferPointer(start: list.bytes, count: list.size))
  }()

  private static func line(beginningWith key: [UInt8]) -> Range<Int>? {
    // The first line that does not sort before the key begins between `low` and `high`, each a line's start.
    var (low, high) = (0, bytes.count)
    while low < high {
      var start = low + (high - low) / 2
      while start > low, bytes[start - 1] != newline { start -= 1 }
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      if bytes[start..<end].lexicographicallyPrecedes(key) { low = min(end + 1, high) } else { high = start }
    }
    let end = bytes[low...].firstIndex(of: newline) ?? bytes.count
    return bytes[low..<end].starts(with: key) ? low..<end : nil
  }

  private static let tab: UInt8 = 9
  private static let newline: UInt8 = 10
}
