internal import DossierModel

/// The words of a line, read one after the other.
struct DateTokens {
  /// The words, without the punctuation around them.
  private(set) var words: [Substring] = []
  private var index = 0
  /// Whether a comma stands after the word.
  private var hasComma: [Bool] = []

  init(_ line: ArraySlice<UInt8>) {
    func isEdge(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "-"): true
      default: false
      }
    }
    func isBetween(_ index: Int) -> Bool {
      switch line[index] {
      case 32, 9, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "["),
        UInt8(ascii: "]"):
        true
      default: false
      }
    }
    var start = line.startIndex
    while start < line.endIndex {
      if isBetween(start) {
        start += 1
        continue
      }
      var end = start
      while end < line.endIndex, !isBetween(end) { end += 1 }
      var word = line[start..<end]
      start = end
      let isBeforeComma = word.last == UInt8(ascii: ",")
      while let first = word.first, isEdge(first) { word.removeFirst() }
      while let last = word.last, isEdge(last) { word.removeLast() }
      // A dash, a bullet or a no-break space by itself is no word.
      if word.isEmpty || word.elementsEqual([0xE2, 0x80, 0x93]) || word.elementsEqual([0xE2, 0x80, 0x94])
        || word.elementsEqual([0xC2, 0xB7]) || word.elementsEqual([0xE2, 0x80, 0xA2])
      {
        continue
      }
      words.append(Substring(String(decoding: word, as: UTF8.self)))
      hasComma.append(isBeforeComma)
    }
  }

  var isAtEnd: Bool { index >= words.count }
  var next: Substring? { isAtEnd ? nil : words[index] }

  /// Skips "Published on", "Last updated:" and the like.
  mutating func skipLead() -> (any: Bool, isUpdate: Bool) {
    var any = false
    var isUpdate = false
    while let word = next?.lowercased() {
      switch word {
      case "updated", "modified", "revised", "amended": isUpdate = true
      case "published", "posted", "date", "dated", "issued", "released", "created", "filed", "last", "first",
        "originally", "publication", "release", "issue", "on", "of", "and":
        break
      default: return (any, isUpdate)
      }
      any = true
      index += 1
    }
    return (any, isUpdate)
  }

  /// Skips a place of one to three capitalised words with a comma, where a date and nothing else comes after.
  mutating func skipPlace() -> Bool {
    var end = index
    while end < words.count, end - index < 4, !hasComma[end] { end += 1 }
    guard end < words.count, end - index < 3, hasComma[end],
      DateTokens.weekdays[words[end].lowercased()] == nil
    else { return false }
    for word in words[index...end] {
      guard word.first?.isUppercase == true, month(word) == nil, !word.contains(where: \.isNumber) else {
        return false
      }
    }
    var rest = self
    rest.index = end + 1
    rest.skipWeekday()
    guard let found = rest.readDate(), !found.isMonthOnly, rest.isAtEnd else { return false }
    index = end + 1
    return true
  }

  @discardableResult
  mutating func skipWeekday() -> Bool {
    guard let word = next, word.utf8.count <= 9, DateTokens.weekdays[word.lowercased()] != nil else {
      return false
    }
    index += 1
    return true
  }

  mutating func skipTime() -> Bool {
    guard let word = next else { return false }
    let lower = word.lowercased()
    let isClock =
      word.first?.isNumber == true && word.utf8.count <= 10
      && word.allSatisfy { $0.isNumber || ":.hapmZAPM".contains($0) } && !lower.allSatisfy(\.isNumber)
    let isWord = [
      "at", "am", "pm", "a.m", "p.m", "gmt", "utc", "bst", "est", "edt", "cet", "cest", "local", "time",
    ]
    .contains(lower)
    guard isClock || isWord else { return false }
    index += 1
    return true
  }

  /// Reads a date in words or numbers.
  mutating func readDate() -> (date: CalendarDate?, isMonthOnly: Bool)? {
    guard let word = next else { return nil }
    if let date = numeric(word) {
      index += 1
      return (date.date, false)
    }
    if let month = month(word) {
      guard index + 1 < words.count else { return nil }
      if let year = year(words[index + 1]) {
        guard let date = CalendarDate(year: year, month: month) else { return nil }
        index += 2
        return (date, true)
      }
      guard index + 2 < words.count, let day = day(words[index + 1]), let year = year(words[index + 2]),
        let date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      index += 3
      return (date, false)
    }
    guard let day = day(word), index + 2 < words.count else { return nil }
    let after = words[index + 1].lowercased() == "of" ? index + 2 : index + 1
    guard after + 1 < words.count, let month = month(words[after]), let year = year(words[after + 1]),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    index = after + 2
    return (date, false)
  }

  /// Reads "2015-08-21", with a time after "T" or not, "21.08.2015" and "21/08/2015".
  private func numeric(_ word: Substring) -> (date: CalendarDate?, Void)? {
    guard word.utf8.count >= 8, word.first?.isNumber == true else { return nil }
    let day = word.prefix { $0 != "T" }
    for separator: Character in ["-", "/", "."] {
      let parts = day.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let numbers = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
      guard numbers.count == 3, numbers.allSatisfy({ $0 > 0 }) else { return nil }
      if parts[0].utf8.count == 4 {
        return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { ($0, ()) }
      }
      guard parts[2].utf8.count == 4 else { return nil }
      let dayFirst = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
      let monthFirst = CalendarDate(year: numbers[2], month: numbers[0], day: numbers[1])
      if separator == "." || dayFirst == monthFirst { return dayFirst.map { ($0, ()) } }
      if let dayFirst, monthFirst == nil { return (dayFirst, ()) }
      if let monthFirst, dayFirst == nil { return (monthFirst, ()) }
      return dayFirst == nil ? nil : (nil, ())
    }
    return nil
  }

  private func day(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.utf8.count), let day = Int(digits), (1...31).contains(day) else {
      return nil
    }
    let suffix = word[digits.endIndex...].lowercased()
    return ["", "st", "nd", "rd", "th"].contains(suffix) ? day : nil
  }

  private func year(_ word: Substring) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1000...2999).contains(year) else { return nil }
    return year
  }

  private func month(_ word: Substring) -> Int? {
    guard (3...9).contains(word.utf8.count), word.first?.isUppercase == true else { return nil }
    return DateTokens.months[word.lowercased()]
  }

  private static let months: [String: Int] = {
    var months: [String: Int] = ["sept": 9]
    for (index, name) in CalendarDate.monthNames.enumerated() {
      months[name.lowercased()] = index + 1
      months[name.prefix(3).lowercased()] = index + 1
    }
    return months
  }()

  private static let weekdays: [String: Int] = {
    var days: [String: Int] = ["tues": 2, "thur": 4, "thurs": 4]
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    for (index, name) in names.enumerated() {
      days[name] = index + 1
      days[String(name.prefix(3))] = index + 1
    }
    return days
  }()
}
