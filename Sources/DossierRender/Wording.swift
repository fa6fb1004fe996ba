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

  /// "4.7", "0.3", "12": one digit after the point, below ten.
  static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    if tenths >= 100 { return Wording.number((tenths + 5) / 10) }
    if tenths == 0, number > 0 { return "below 0.1" }
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  /// "10.83": two digits after the point.
  static func hundredths(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + String(hundredths % 100)
  }

  /// "PDF, 12 pages", "Word document"; nothing where the file is the text itself.
  static func format(of document: Document) -> String {
    if document.format.isText { return "" }
    let name = document.format.name.prefix(1).uppercased() + document.format.name.dropFirst()
    return document.pageCount.map { "\(name), \(counted($0, "page", "pages"))" } ?? name
  }

  /// The heading over unknowns of a kind.
  static func heading(_ kind: UnknownKind) -> String {
    switch kind {
    case .undated: "Documents without a date"
    case .unsourced: "Documents without a source"
    case .ambiguous: "Names that may be one of several"
    case .openDates: "Dates that the text leaves open"
    case .oneSource: "Named in one document only"
    case .suggestions: "Possible names left out"
    }
  }

  /// What unknowns of a kind mean, and what helps.
  static func explanation(_ kind: UnknownKind) -> String {
    switch kind {
    case .undated:
      "They stand last where documents are in the order of time, and “last week” in them stays open."
    case .unsourced: "Neither an author nor a publisher nor an address is stated."
    case .ambiguous: "The documents do not say which is meant, so their sentences count for none of them."
    case .openDates: "A year, or the day that is counted from, is not stated."
    case .oneSource: "No other document in this briefing names them."
    case .suggestions: "The recogniser was too unsure of them to link them."
    }
  }

  /// "3 documents without a date".
  static func counted(_ count: Int, _ kind: UnknownKind) -> String {
    switch kind {
    case .undated: counted(count, "document without a date", "documents without a date")
    case .unsourced: counted(count, "document without a source", "documents without a source")
    case .ambiguous: counted(count, "name that may be one of several", "names that may be one of several")
    case .openDates: counted(count, "date left open by the text", "dates left open by the text")
    case .oneSource: counted(count, "name from one document only", "names from one document only")
    case .suggestions: counted(count, "possible name left out", "possible names left out")
    }
  }

  /// A title as it is given with a place: cut between words where it is long.
  static func short(_ title: String, limit: Int = 48) -> String {
    guard let end = title.index(title.startIndex, offsetBy: limit, limitedBy: title.endIndex),
      end < title.endIndex
    else { return title }
    let cut = title[..<end]
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
  }
}
