public import DossierModel

/// The handling marks of a briefing, as they stand in the head and foot of every printed sheet.
///
/// The margin of a sheet can only be written from a style sheet (CSS Paged Media, section 4), so each mark gets a
/// kind of page with the mark in it, and a class for what is printed on such pages.
public struct MarkedSheets: Sendable {
  private let marks: [String]

  /// Gathers the marks of a briefing and its documents.
  public init(_ briefing: Briefing) {
    var marks = Set(briefing.documents.compactMap(\.document.record.marking))
    if let marking = briefing.settings.marking { marks.insert(marking) }
    self.marks = marks.filter { !$0.isEmpty }.sorted()
  }

  /// Returns the class of pages with a mark; nothing for no mark.
  func className(of marking: String) -> String {
    marks.firstIndex(of: marking).map { "sheet-\($0 + 1)" } ?? ""
  }

  /// The rules to be added to the style sheet.
  public var styleRules: [UInt8] {
    var rules = ""
    for (index, mark) in marks.enumerated() {
      let name = "sheet-\(index + 1)"
      rules +=
        "@page \(name) {\(Self.boxes(mark)) }\n@media print { .\(name) { page: \(name); } }\n"
    }
    return Array(rules.utf8)
  }

  /// The boxes of a mark in the head and foot of a sheet: at the right, as TLP 2.0 wants it; nothing for no mark.
  static func boxes(_ mark: String) -> String {
    guard !mark.isEmpty else { return "" }
    let box = "{ content: \(CSSString.quoted(mark)); font: 600 12pt sans-serif; }"
    return " @top-right \(box) @bottom-right \(box)"
  }
}

/// Text in a style sheet.
enum CSSString {
  /// Returns a text as a string of CSS (CSS Syntax, section 4.3.5): the one way by which text reaches a style sheet.
  /// All but plain letters and digits are written by their code points.
  static func quoted(_ text: String) -> String {
    var string = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ":", "+", "-", ".": string.unicodeScalars.append(scalar)
      default: string += "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return string + "\""
  }
}
