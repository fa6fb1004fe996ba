internal import DossierModel

/// The words that pages make from values.
enum Wording {
  /// "1 document", "1,200 documents".
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(number(count)) \(count == 1 ? one : many)"
  }

  /// "1,234,567".
  static func number(_ number: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count > 3 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// "Iran, Russia and China".
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The heading over things of a kind: "People".
  static func heading(_ kind: EntityKind) -> String {
    switch kind {
    case .person: "People"
    case .organisation: "Organisations"
    case .place: "Places"
    case .event: "Events"
    case .other: "Other names"
    }
  }

  /// "Person".
  static func title(_ kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .organisation: "Organisation"
    case .place: "Place"
    case .event: "Event"
    case .other: "Other name"
    }
  }

  /// "12 people".
  static func counted(_ count: Int, _ kind: EntityKind) -> String {
    switch kind {
    case .person: counted(count, "person", "people")
    case .organisation: counted(count, "organisation", "organisations")
    case .place: counted(count, "place", "places")
    case .event: counted(count, "event", "events")
    case .other: counted(count, "other name", "other names")
    }
  }

  /// "901 words, 4 minutes": at 230 words a minute.
  static func length(words: Int) -> String {
    counted(words, "word", "words") + ", " + counted(max(1, (words + 115) / 230), "minute", "minutes")
  }

  /// The class of a bar that shows a share of the largest value, in steps of a twentieth: "b7".
  static func bar(_ count: Int, of largest: Int) -> String {
    "b\(max(1, (count * 20 + largest / 2) / max(1, largest)))"
  }
}
