internal import DossierModel

/// The header fields of a mail or of a part of one (RFC 5322, 2.2).
struct MailHeaders {
  private var fields: [String: String] = [:]
  /// Where the body starts.
  private(set) var bodyStart: Int

  /// So much of a field is read, and so many fields.
  private static let (longest, most) = (20_000, 1_000)

  /// Reads the fields at the start of bytes, up to the first empty line.
  ///
  /// - Complexity: O(bytes of the header).
  init(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    var name: String?
    var value: [UInt8] = []
    bodyStart = bytes.endIndex
    func finish(_ fields: inout [String: String]) {
      guard let key = name, fields[key] == nil, fields.count < MailHeaders.most else { return }
      fields[key] = MailEncoding.text(value, charset: nil)
    }
    while index < bytes.endIndex {
      let lineFeed = bytes[index...].firstIndex(of: 10) ?? bytes.endIndex
      var line = bytes[index..<lineFeed]
      if line.last == 13 { line = line.dropLast() }
      index = min(bytes.endIndex, lineFeed + 1)
      if line.isEmpty {
        bodyStart = index
        break
      }
      if line.first == 32 || line.first == 9 {
        if value.count < MailHeaders.longest { value += [32] + line.drop { $0 == 32 || $0 == 9 } }
        continue
      }
      finish(&fields)
      (name, value) = (nil, [])
      // "From jane Mon Mar 3" at the top of a mailbox has no colon after its first word.
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), !line[..<colon].contains(32) else { continue }
      name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      value = Array(line[(colon + 1)...].drop { $0 == 32 || $0 == 9 }.prefix(MailHeaders.longest))
    }
    finish(&fields)
  }

  /// A field as it is written.
  subscript(name: String) -> String? { fields[name] }

  /// A field in words, on one line.
  func words(_ name: String) -> String? {
    guard let value = fields[name] else { return nil }
    let text = TitleText.normalised(MailEncoding.header(value).prefix(4_000))
    return text.isEmpty ? nil : text
  }

  /// Whether these are the headers of a mail at all.
  var areThose: Bool { ["from", "date", "subject", "to", "received"].contains { fields[$0] != nil } }

  /// The names of people in a field: "Jane Doe" of "\"Doe, Jane\" <jane@example.org>", or else their addresses.
  func people(_ name: String) -> [String] {
    guard let value = fields[name] else { return [] }
    var people: [String] = []
    var (person, address) = ("", "")
    var (isQuoted, isAddress, depth) = (false, false, 0)
    func finish() {
      let words = TitleText.normalised(MailEncoding.header(person))
      let name = PersonName.inOrder(words)
      let shown = name.isEmpty ? address.trimmed : name
      if !shown.isEmpty, !shown.hasPrefix("undisclosed"), people.count < 50, !people.contains(shown) {
        people.append(shown)
      }
      (person, address) = ("", "")
    }
    for character in value.prefix(8_000) {
      switch character {
      case "\"": isQuoted.toggle()
      case "(" where !isQuoted: depth += 1
      case ")" where !isQuoted: depth = max(0, depth - 1)
      case _ where depth > 0: break
      case "<" where !isQuoted: isAddress = true
      case ">" where !isQuoted: isAddress = false
      case ",", ";":
        if isQuoted { person.append(character) } else { finish() }
      case "\\": break
      default: if isAddress { address.append(character) } else { person.append(character) }
      }
    }
    finish()
    return people
  }

  /// A value with parameters: "text/plain; charset=utf-8".
  func parameters(of name: String) -> (value: String, parameters: [String: String]) {
    guard let field = fields[name] else { return ("", [:]) }
    var pieces: [String] = [""]
    var isQuoted = false
    for character in field.prefix(4_000) {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted, pieces.count < 40 {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      let parts = piece.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let key = parts[0].trimmed.lowercased()
      parameters[key] = parts[1].trimmed.filter { $0 != "\"" }
    }
    return (pieces[0].trimmed.lowercased(), parameters)
  }

  /// The day on which the mail was sent, where it was sent: "Thu, 3 Mar 2016 10:30:00 +0100".
  var date: CalendarDate? {
    guard let text = words("date") else { return nil }
    let parts = text.split { $0 == " " || $0 == "," || $0 == "-" }.prefix(8)
    let months = CalendarDate.monthNames.map { $0.prefix(3).lowercased() }
    guard let month = parts.firstIndex(where: { months.contains($0.prefix(3).lowercased()) }),
      month > parts.startIndex, month + 1 < parts.endIndex, let day = Int(parts[month - 1]),
      let number = months.firstIndex(of: parts[month].prefix(3).lowercased()),
      var year = Int(parts[month + 1])
    else { return CalendarDate(stated: text) }
    // Two digits, as RFC 822 had them.
    if year < 50 { year += 2_000 } else if year < 1_000 { year += 1_900 }
    return CalendarDate(year: year, month: number + 1, day: day)
  }
}
