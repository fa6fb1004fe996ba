/// A name by which documents link to each other.
public enum NoteName {
  /// Returns a name as it is compared: small and capital letters, straight and curved quotation marks, and all kinds of
  /// dashes and spaces are the same.
  public static func key(_ name: String) -> String {
    var key = ""
    var isAfterSpace = true
    for scalar in name.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019: key += "'"
      case 0x201C, 0x201D: key += "\""
      case 0x2013, 0x2014: key += "-"
      case 32, 9, 0xA0:
        if !isAfterSpace { key += " " }
        isAfterSpace = true
        continue
      default: key.unicodeScalars.append(scalar)
      }
      isAfterSpace = false
    }
    if key.hasSuffix(" ") { key.removeLast() }
    return key
  }
}
