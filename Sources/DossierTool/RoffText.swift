/// Text as the formatters of manual pages read it.
enum RoffText {
  /// Returns a text as one line of roff that shows exactly its characters; control characters are left out.
  static func escaped(_ text: String) -> String {
    // A point or quote at the beginning of a line would be a command.
    var escaped = text.first.map { ".'".contains($0) } == true ? "\\&" : ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case " "..."}": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0xA0: break
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return escaped
  }
}
