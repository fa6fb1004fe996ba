internal import DossierModel

extension Diagnostic {
  /// - Parameters:
  ///   - files: How many there are.
  ///   - drafts: How many of them are documents, all of them drafts.
  static func noDocuments(_ folder: String, files: Int, drafts: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "build.no-documents", at: SourceLocation(path: folder),
      "there is no document to build from",
      hint: drafts > 0
        ? "take 'draft: true' out of a document: all are drafts"
        : files > 0
          ? "do what the messages above say"
          : "put documents into the folder (such as .txt, .md, .docx, .pdf), or name another")
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

  static func onlyByHand(_ name: String, nearest: String?, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, id: "link.only-by-hand", at: location,
      "no document is named '\(name)', and nothing but links by hand names it, so it has a page as a name",
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "write a document of that name, or say in entities.yml what it is")
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

  static func noExports(documents: Int) -> Diagnostic {
    Diagnostic(
      .note, id: "build.no-exports",
      "no data for other programs was written, because there are \(documents) documents",
      hint: "add --exports to write it all the same")
  }

  static func unreadableTemplate(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "build.unreadable-template", at: SourceLocation(path: path),
      "the template can't be read: \(reason)", hint: "make it readable, or take it out of the folder")
  }

  static func noTemplates(_ folder: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "build.no-templates", at: SourceLocation(path: folder),
      "the folder has no template, so the built-in ones are used",
      hint: "put a copy of a built-in template there and change it, or name another folder")
  }

  static func unusedTemplate(_ path: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .warning, id: "build.unused-template", at: SourceLocation(path: path), "no page uses this file",
      hint: nearest.map { "rename it '\($0)'" } ?? "insert it with '{{> name}}', or remove it")
  }

  static func noTemplateFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "build.no-template-folder", at: SourceLocation(path: path),
      "there is no such folder of templates",
      hint: "name a folder that exists, or leave --templates out to use the built-in ones")
  }

  static func folderInTheWay(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "new.in-the-way", at: SourceLocation(path: path),
      "something is there already, so nothing was made", hint: "name a new folder, or an empty one")
  }

  static func folderNotMade(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "new.not-made", at: SourceLocation(path: path), "the briefing can't be made: \(reason)",
      hint: "name a folder where you may write")
  }

  static func templateNotCopied(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "templates.not-copied", at: SourceLocation(path: path),
      "the template can't be put there: \(reason)", hint: "name a folder where you may write: '--copy=DIR'")
  }

  static func templateKept(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "templates.kept", at: SourceLocation(path: path),
      "the file has been changed, so it was left as it is",
      hint: "rename it and copy again to have the built-in one")
  }

  static func unreadableSettings(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.unreadable", at: SourceLocation(path: path),
      "the settings can't be read: \(reason)", hint: "make it a file that can be read")
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
      .error, id: "settings.bad-threshold", at: location, "the threshold '\(value)' is no number from 0 to 1",
      hint: "write one such as 0.5: names with a lower score are not linked")
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
      hint: Settings.baseURL("https://" + value).map { "write '\($0)'" }
        ?? "write a whole address without query, such as https://example.org/briefing/")
  }
}
