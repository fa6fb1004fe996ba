/// Writing YAML 1.1: the one way by which text reaches it.
public enum YAMLText {
  /// Returns a text as a scalar of one line: as it is where no reader could take it for anything else, or else in double
  /// quotes.
  public static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Whether a text is safe without quotes in a block and in a flow collection, and is no number, date or word of YAML's.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, !text.hasSuffix(" ") else {
      return false
    }
    if ["y", "n", "yes", "no", "true", "false", "on", "off", "null"].contains(text.lowercased()) {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == " " || $0 == "-" || $0 == "."
        || $0 == "'"
        || $0 == "/"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        // What YAML does not take, what ends a line in it, and what would hide or reorder text.
        switch scalar.value {
        case 0...31, 127...159, 0x2028, 0x2029, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
          0xFFFE, 0xFFFF:
          let digits = String(scalar.value, radix: 16, uppercase: true)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
