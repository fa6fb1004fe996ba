internal import DossierModel

extension Diagnostic {
  static func noDocuments(_ folder: String, files problems: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "build.no-documents", at: SourceLocation(path: folder),
      "there is no document to build from",
      hint: problems > 0
        ? "mend the files named above" : "put .txt or .md files into the folder, or name another folder")
  }

  static func strict(errors: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "build.strict",
      "nothing was written, because \(errors == 1 ? "an error was" : "\(errors) errors were") found",
      hint: "mend what is named above, or build without --strict to leave it out")
  }

  static func pictureGone(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "build.picture-gone", at: SourceLocation(path: path),
      "the picture can't be read any more: \(reason)", hint: "build again; nothing has been changed")
  }

  static func onlyByHand(_ name: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, id: "link.only-by-hand", at: location,
      "no document is named '\(name)', and nothing but links by hand names it, so it has a page as a name",
      hint: "write a document of that name, or say in entities.yml what it is")
  }

  static func moreOnlyByHand(_ count: Int) -> Diagnostic {
    Diagnostic(
      .note, id: "link.only-by-hand",
      "\(count) more name\(count == 1 ? " is" : "s are") named by nothing but links by hand",
      hint: "see to those named above first")
  }

  static func noPrintEdition(documents: Int) -> Diagnostic {
    Diagnostic(
      .note, id: "build.no-print-edition",
      "no print edition was made, because there are \(documents) documents",
      hint: "add --print-all to make it all the same")
  }

  static func unreadableTemplate(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "build.unreadable-template", at: SourceLocation(path: path),
      "the template can't be read: \(reason)")
  }

  static func noTemplateFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "build.no-template-folder", at: SourceLocation(path: path),
      "there is no such folder of templates",
      hint: "name a folder that exists, or leave --templates out to use the built-in ones")
  }

  static func unreadableSettings(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.unreadable", at: SourceLocation(path: path),
      "the settings can't be read: \(reason)")
  }

  static func settingsOutside(_ path: String, target: String) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.outside", at: SourceLocation(path: path),
      "this link leads out of the folder, to '\(target)', so the settings are not read",
      hint: "copy what it leads to into the folder")
  }

  static func settingsNotUTF8(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.not-utf8", at: SourceLocation(path: path),
      "the file is not UTF-8, so the settings are not read", hint: "save it as UTF-8")
  }

  static func settingsNotAMap(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.not-a-map", at: location, "the settings are not a list of keys",
      hint: "write one setting a line, such as 'title: My briefing'")
  }

  static func unknownSetting(_ key: String, among keys: [String], _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.unknown-key", at: location, "unknown setting '\(key)'",
      hint: nearMiss(to: key, among: keys).map { "did you mean '\($0)'?" }
        ?? "the settings are \(keys.joined(separator: ", "))")
  }

  static func settingNotText(_ key: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.not-text", at: location, "the setting '\(key)' is not a text",
      hint: "write a single value after the colon")
  }

  static func keyPointNotText(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.key-point-not-text", at: location, "this key point is not a text",
      hint: "write one text an item, and put it in quotes where it has a colon")
  }

  static func emptyKeyPoint(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.empty-key-point", at: location, "there is no key point here",
      hint: "write a sentence, or leave 'key_points' out to have sentences chosen")
  }

  static func badLanguage(_ value: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.bad-language", at: location, "unknown language '\(value)'",
      hint: "write a language tag, such as en or en-GB")
  }

  static func badFlag(_ key: String, _ value: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.bad-flag", at: location, "'\(key)' is neither true nor false: '\(value)'",
      hint: "write true or false")
  }

  static func badThreshold(_ value: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.bad-threshold", at: location, "the threshold '\(value)' is no share",
      hint: "write a number from 0 to 1, such as 0.5")
  }

  static func badRecogniser(_ value: String, _ location: SourceLocation) -> Diagnostic {
    let names = BriefingSettings.Recogniser.allCases.map(\.rawValue)
    return Diagnostic(
      .error, id: "settings.bad-recogniser", at: location, "unknown recogniser '\(value)'",
      hint: nearMiss(to: value, among: names).map { "did you mean '\($0)'?" }
        ?? "write \(names.joined(separator: " or "))")
  }

  static func unknownFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "explain.unknown-file", at: SourceLocation(path: path), "this is no document of the folder",
      hint: "name a document, and say with --from in which folder it is")
  }

  static func noNameThere(_ path: String, line: Int?, column: Int?) -> Diagnostic {
    Diagnostic(
      .error, id: "explain.no-name", at: SourceLocation(path: path, line: line ?? 0, column: column ?? 0),
      column != nil
        ? "no name stands there"
        : line != nil ? "no name stands in that line" : "no name stands in the document",
      hint: line == nil ? nil : "count lines and columns from 1, or leave the column out")
  }

  static func unknownName(_ name: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .error, id: "explain.unknown-name", "no document names '\(name)'",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "write it as a document or a page does")
  }

  static func decisionsNotWritten(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "review.not-written", at: SourceLocation(path: path),
      "the answers can't be written: \(reason)",
      hint: "make the file writable, or paste the lines yourself")
  }

  static func linesNotAdded(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "review.lines-not-added", at: SourceLocation(path: path),
      "lines can't be added to a file that is written so", hint: "paste the lines yourself")
  }

  static func sectionInBrackets(_ section: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "review.section-in-brackets", at: location,
      "lines can't be added to this section as it is written",
      hint: "write each entry of '\(section)' in a line that begins with '- '")
  }

  static func addressesNotKept(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .note, id: "build.addresses-not-kept", at: SourceLocation(path: path),
      "the addresses of pages are not kept: \(reason)",
      hint: "make the folder writable, or say --frozen to build without writing there")
  }

  static func noCache(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .note, id: "build.no-cache", at: SourceLocation(path: path),
      "what was read is not kept for the next build: \(reason)",
      hint: "delete the file if it is a cache that was damaged, or name another with --cache")
  }

  static func badBaseURL(_ value: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.bad-base-url", at: location, "the base address '\(value)' can't be used",
      hint: "write a whole address without query, such as https://example.org/briefing/")
  }
}
