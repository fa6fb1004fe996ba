internal import DossierModel

/// A setting of `dossier.yml`: the words by which the reader knows it, and new briefings and the manual tell it.
public enum SettingName: String, CaseIterable, Sendable {
  case title
  case subtitle
  case language
  case baseURL = "base_url"
  case marking
  case threshold
  case recogniser
  case smartPunctuation = "smart_punctuation"
  case keyPoints = "key_points"
  case exports

  /// What it is, and what holds where it is not given.
  public var explanation: String {
    switch self {
    case .title: "the site's title (default: the name of the documents' folder)"
    case .subtitle: "a line below the title (default: none)"
    case .language: "the language of the pages, as a tag such as en or en-GB"
    case .baseURL: "where the site will stand, for full addresses (default: not stated)"
    case .marking: "a handling mark on every page and printed sheet (default: none)"
    case .threshold: "the score from 0 to 1 from which on a name is linked"
    case .recogniser: "how names are found: careful, or fast and less well"
    case .smartPunctuation: "whether quotation marks and dashes in Markdown become typographic"
    case .keyPoints: "what to take away (default: sentences chosen from the documents)"
    case .exports: "whether data for other programs is written (default: of up to 500 documents)"
    }
  }

  /// The value that holds where none is given, of those that have one whatever the documents are.
  public var standard: String? {
    let settings = BriefingSettings(title: "")
    return switch self {
    case .language: settings.language
    case .threshold: "\(settings.threshold)"
    case .recogniser: settings.recogniser.rawValue
    case .smartPunctuation: "\(settings.hasSmartPunctuation)"
    case .title, .subtitle, .baseURL, .marking, .keyPoints, .exports: nil
    }
  }

  /// The setting as lines of YAML: with the value that holds anyway, or with an example.
  public var lines: [String] {
    let value =
      switch self {
      case .title: "A night train"
      case .subtitle: "What was agreed, and what is open"
      case .baseURL: "https://example.org/briefing/"
      case .marking: "TLP:GREEN"
      case .keyPoints: "\n  - The train runs from June 2025.\n  - Who will work at night is open."
      case .exports: "true"
      case .language, .threshold, .recogniser, .smartPunctuation: standard ?? ""
      }
    return (rawValue + ":" + (value.hasPrefix("\n") ? value : " " + value)).split(separator: "\n").map(
      String.init)
  }
}
