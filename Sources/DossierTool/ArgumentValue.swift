internal import DossierModel

/// What may stand as the value of an option, or as an argument: what the reader takes, the help calls it, and shells
/// complete.
enum ArgumentValue: Equatable, Sendable {
  case text(String)
  case number(String, in: ClosedRange<Int>)
  /// A file, or what begins like one.
  case file(String)
  case folder(String)
  case choice(String, among: [String])

  /// What it is called: "DIR".
  var name: String {
    switch self {
    case .text(let name), .number(let name, _), .file(let name), .folder(let name), .choice(let name, _): name
    }
  }

  /// Returns what is wrong with `text` as the value of an option.
  func problem(with text: String, of option: CommandOption) -> Diagnostic? {
    switch self {
    case .number(_, let range):
      Int(text).map(range.contains) == true ? nil : .badNumber(text, of: option.long, in: range)
    case .choice(_, let choices):
      choices.contains(text) ? nil : .badChoice(text, of: option.long, among: choices)
    case .text, .file, .folder: nil
    }
  }
}
