internal import DossierModel

/// A day that no calendar has, in a text: "31 June 2022", "February 30".
struct ImpossibleDay {
  /// Where it stands, in bytes of the text.
  var range: TextRange
  /// The month, as pages write it.
  var month: String
  /// How many days the month has; February 29.
  var days: Int

  /// Finds days with the full name of an English month beside them; for 29 February, where the next word is a year.
  ///
  /// - Complexity: O(bytes of `text`).
  static func all(in text: String) -> [ImpossibleDay] {
    let words = words(of: Array(text.utf8))
    var found: [ImpossibleDay] = []
    for (index, word) in words.enumerated() {
      guard case .month(let month) = word.value else { continue }
      let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
      var range = word.range
      var day: Int?
      // "31 June", but not "from 31 June" of a list such as "1 to 31, June".
      if index > 0, case .number(let number) = words[index - 1].value, words[index - 1].isJoined {
        day = number
        range = TextRange(words[index - 1].range.start, word.range.end)
      } else if index + 1 < words.count, case .number(let number) = words[index + 1].value, word.isJoined {
        day = number
        range = TextRange(word.range.start, words[index + 1].range.end)
      }
      // A larger number counts something else.
      guard let day, day <= 31 else { continue }
      if day > longest {
        found.append(ImpossibleDay(range: range, month: CalendarDate.monthNames[month], days: longest))
      } else if month == 1, day == 29,
        case .year(let year)? = words[(index + 1)...].first(where: { $0.range.start >= range.end })?.value,
        CalendarDate(year: year, month: 2, day: 29) == nil
      {
        found.append(ImpossibleDay(range: range, month: "February \(year)", days: 28))
      }
    }
    return found
  }

  private struct Word {
    enum Value { case month(Int), number(Int), year(Int), other }
    var value: Value
    var range: TextRange
    /// Whether nothing but one space stands between this word and the next.
    var isJoined: Bool
  }

  private static func words(of utf8: [UInt8]) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < utf8.count {
      let start = index
      while index < utf8.count, isWord(utf8[index]) { index += 1 }
      guard start < index else {
        index += 1
        continue
      }
      let isJoined = index + 1 < utf8.count && utf8[index] == 32 && isWord(utf8[index + 1])
      words.append(
        Word(value: value(of: utf8[start..<index]), range: TextRange(start, index), isJoined: isJoined))
    }
    return words
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte >= 0x80
  }

  /// "31", "31st" are numbers of a day; "1531" and "31A" are none.
  private static func value(of word: ArraySlice<UInt8>) -> Word.Value {
    let digits = word.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if digits.count == 1 || digits.count == 2 {
      let ending = word.dropFirst(digits.count)
      if ending.isEmpty || ["st", "nd", "rd", "th"].contains(where: { $0.utf8.elementsEqual(ending) }) {
        return .number(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
      }
    }
    if digits.count == 4, word.count == 4 { return .year(digits.reduce(0) { $0 * 10 + Int($1 - 48) }) }
    guard word.count >= 3, word.count <= 9, let first = word.first, first < UInt8(ascii: "a"),
      let month = CalendarDate.monthNames.firstIndex(where: { $0.utf8.elementsEqual(word) })
    else { return .other }
    return .month(month)
  }
}
