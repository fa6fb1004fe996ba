internal import DossierFiles
internal import DossierModel
internal import DossierYAML

/// The file `dossier.yml` in the documents' folder.
enum Settings {
  /// The file's name.
  static let name = "dossier.yml"

  /// Reads the settings. What is missing or wrong keeps its default; the title's is made from the folder's name.
  static func read(folder: String, _ diagnostics: inout [Diagnostic]) -> BriefingSettings {
    var settings = BriefingSettings(title: title(ofFolder: folder))
    let path = AuthorFile.path(name, in: folder)
    guard Files.status(path, followLinks: false) != nil else { return settings }
    do throws(Diagnostic) {
      let source = try AuthorFile.text(of: path, in: folder)
      guard let node = try YAML.parse(source, path: path) else { return settings }
      guard case .map(let entries) = node.value else {
        throw .settingsNotAMap(SourceLocation(path: path, source: source, range: node.range))
      }
      for entry in entries { apply(entry, to: &settings, source, path, &diagnostics) }
    } catch {
      var problem = error
      if problem.id.hasPrefix("yaml.") { problem.message += ", so no setting of this file is used" }
      diagnostics.append(problem)
    }
    return settings
  }

  private static func apply(
    _ entry: YAMLEntry, to settings: inout BriefingSettings, _ source: String, _ path: String,
    _ diagnostics: inout [Diagnostic]
  ) {
    func location(_ range: TextRange) -> SourceLocation {
      SourceLocation(path: path, source: source, range: range)
    }
    guard let name = SettingName(rawValue: entry.key) else {
      let names = SettingName.allCases.map(\.rawValue)
      return diagnostics.append(.unknownSetting(entry.key, among: names, location(entry.keyRange)))
    }
    if entry.node.value == .null { return }
    if name == .keyPoints {
      settings.keyPoints = keyPoints(entry.node, &diagnostics, location)
      return
    }
    guard case .scalar(let value, _) = entry.node.value else {
      return diagnostics.append(.settingNotText(entry.key, location(entry.node.range)))
    }
    switch name {
    case .title:
      // A site without a title has no valid page; an empty value is as good as none.
      if value.contains(where: { !$0.isWhitespace }) { settings.title = value }
    case .subtitle: settings.subtitle = value
    case .marking: settings.marking = value
    case .threshold:
      if let threshold = Float(value), (0...1).contains(threshold) {
        settings.threshold = threshold
      } else {
        diagnostics.append(.badThreshold(value, location(entry.node.range)))
      }
    case .smartPunctuation:
      if let flag = Bool(value) {
        settings.hasSmartPunctuation = flag
      } else {
        diagnostics.append(.badFlag(entry.key, value, location(entry.node.range)))
      }
    case .exports:
      if let flag = Bool(value) {
        settings.hasExports = flag
      } else {
        diagnostics.append(.badFlag(entry.key, value, location(entry.node.range)))
      }
    case .recogniser:
      if let recogniser = BriefingSettings.Recogniser(rawValue: value) {
        settings.recogniser = recogniser
      } else {
        diagnostics.append(.badRecogniser(value, location(entry.node.range)))
      }
    case .language:
      if isLanguageTag(value) {
        settings.language = value
      } else {
        diagnostics.append(.badLanguage(value, location(entry.node.range)))
      }
    case .keyPoints: break
    case .baseURL:
      if let url = baseURL(value) {
        settings.baseURL = url
      } else {
        diagnostics.append(.badBaseURL(value, location(entry.node.range)))
      }
    }
  }

  /// Returns the texts of a list, or the one text that stands in its place.
  private static func keyPoints(
    _ node: YAMLNode, _ diagnostics: inout [Diagnostic], _ location: (TextRange) -> SourceLocation
  ) -> [String] {
    var items = [node]
    if case .list(let list) = node.value { items = list }
    if items.isEmpty { diagnostics.append(.emptyKeyPoint(location(node.range))) }
    return items.compactMap { item in
      switch item.value {
      case .scalar(let text, _) where text.contains { !$0.isWhitespace }: return text
      case .scalar, .null: diagnostics.append(.emptyKeyPoint(location(item.range)))
      case .list, .map: diagnostics.append(.keyPointNotText(location(item.range)))
      }
      return nil
    }
  }

  /// "briefings/north-korea" gives "North korea".
  static func title(ofFolder folder: String) -> String {
    let real = Files.realPath(folder) ?? folder
    let name = real.split(separator: "/").last.map(String.init) ?? "Briefing"
    let words = String(name.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Whether a tag has the shape of BCP 47: subtags of 1 to 8 letters or digits, the first of 2 or 3 letters.
  private static func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func isLetter(_ byte: UInt8) -> Bool {
      (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
    }
    func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else {
      return false
    }
    return parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || isDigit($0) } }
  }

  /// Returns an http or https address with a slash at its end, or nothing where it is none.
  static func baseURL(_ text: String) -> String? {
    let rest: Substring
    if text.hasPrefix("https://") {
      rest = text.dropFirst(8)
    } else if text.hasPrefix("http://") {
      rest = text.dropFirst(7)
    } else {
      return nil
    }
    let isClean = rest.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"\"<>\\^`{|}?#".utf8.contains($0) }
    guard isClean, let first = rest.first, first != "/" else { return nil }
    return text.hasSuffix("/") ? text : text + "/"
  }
}
