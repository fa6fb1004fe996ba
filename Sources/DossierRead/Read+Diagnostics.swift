internal import DossierModel

// Files and folders.
extension Diagnostic {
  static func folderMissing(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.folder-missing", at: SourceLocation(path: folder), "there is no such folder",
      hint: "create it and put .txt or .md files into it, or name another folder")
  }

  static func notAFolder(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.not-a-folder", at: SourceLocation(path: folder), "this is not a folder",
      hint: "name the folder that holds the documents")
  }

  static func unreadable(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.unreadable", at: SourceLocation(path: path), "cannot be read: \(reason)",
      hint: "make it readable, or take it out of the folder")
  }

  static func nameNotUTF8(_ folder: String, name: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.name-not-utf8", at: SourceLocation(path: folder),
      "the name '\(name)' is not valid UTF-8, so it is left out", hint: "rename it")
  }

  static func brokenLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.broken-link", at: SourceLocation(path: path), "this link leads nowhere",
      hint: "mend or remove it")
  }

  static func linkOutside(_ path: String, target: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.link-outside", at: SourceLocation(path: path),
      "this link leads out of the folder, to '\(target)', so it is left out",
      hint: "copy what it leads to into the folder")
  }

  static func folderReadTwice(_ path: String, same: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.folder-read-twice", at: SourceLocation(path: path),
      "this link leads to '\(same)', which is read already, so it is left out", hint: "remove the link")
  }

  static func otherDocuments(_ folder: String, count: Int, example: String) -> Diagnostic {
    Diagnostic(
      .note, id: "read.other-documents", at: SourceLocation(path: folder),
      count == 1
        ? "1 document in another format is left out: '\(example)'"
        : "\(count) documents in other formats are left out, such as '\(example)'",
      hint:
        "save them in a format that is read: \(DocumentFormat.allCases.map { "." + $0.endings[0] }.joined(separator: ", "))"
    )
  }

  static func nearlySettings(_ path: String, name: String) -> Diagnostic {
    Diagnostic(
      .note, id: "read.other-settings", at: SourceLocation(path: path), "this file is not read",
      hint: "name it '\(name)' to have it read")
  }

  static func settingsBelow(_ path: String, folder: String) -> Diagnostic {
    Diagnostic(
      .note, id: "read.other-settings", at: SourceLocation(path: path),
      "this file is not read, as it does not lie directly in '\(folder)'",
      hint: "put what it says into the file of that name there, or check its folder by itself")
  }

  static func sameAddress(_ path: String, slug: String, other: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.same-address", at: SourceLocation(path: path),
      "the address '\(slug)' is taken by '\(other)', so this document is left out",
      hint: "rename the file, or give it a slug of its own in its front matter")
  }
}

// What a file holds.
extension Diagnostic {
  static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "read.too-large", at: SourceLocation(path: path),
      "the file is larger than \(limit >> 20) MiB", hint: "split it into several documents")
  }

  static func notText(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.not-text", at: SourceLocation(path: path), "this is not a text file",
      hint: "save it as plain text in UTF-8")
  }

  static func empty(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.empty", at: SourceLocation(path: path), "the file has no text, so it is left out",
      hint: "write something into it, or remove it")
  }

  static func readAsUTF16(_ location: SourceLocation, isBigEndian: Bool) -> Diagnostic {
    Diagnostic(
      .note, id: "read.utf16", at: location,
      "read as UTF-16 (\(isBigEndian ? "big" : "little")-endian)", hint: "save it as UTF-8")
  }

  static func readAsWindows1252(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.windows-1252", at: location, "the file is not UTF-8; read as Windows-1252",
      hint: "check this character, and save the file as UTF-8")
  }

  static func damagedUTF8(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.damaged-utf8", at: location,
      "the file has bytes that are not UTF-8; they are shown as '\u{FFFD}'", hint: "type the characters anew")
  }
}

// Front matter.
extension Diagnostic {
  static func readAsPlainText(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.too-costly", at: SourceLocation(path: path),
      "read as plain text, because its Markdown nests too deep to be parsed in good time",
      hint: "use fewer levels of lists, and fewer pictures with links in their descriptions")
  }

  static func frontMatterNotClosed(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "read.front-matter-open", at: location, "the front matter has no end",
      hint: "close it with a line '---'")
  }

  /// A key that is near to one of ours is most likely a slip, and what it says is lost; one that is not is likely another
  /// tool's.
  static func unknownKey(_ location: SourceLocation, key: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      nearest == nil ? .warning : .error, id: "read.unknown-key", at: location, "unknown key '\(key)'",
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "remove it, or use one of: \(FrontMatter.keys.joined(separator: ", "))")
  }

  static func frontMatterNoKeys(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "read.front-matter-keys", at: location, "the front matter has no keys",
      hint: "write 'key: value', one a line")
  }

  static func badValue(_ location: SourceLocation, key: String, expected: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.bad-value", at: location, "'\(key)' is not \(expected)", hint: "write \(expected)")
  }

  static func badDate(_ location: SourceLocation, text: String, suggestion: String?) -> Diagnostic {
    Diagnostic(
      .error, id: "read.bad-date", at: location, "unknown date '\(text)'",
      hint: "write it as \(suggestion ?? "2022-08-15, 2022-08 or 2022")")
  }

  static func noSuchDay(
    _ location: SourceLocation, text: String, month: Int, year: Int, days: Int
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "read.bad-date", at: location, "there is no day '\(text)'",
      hint: "\(CalendarDate.monthNames[month - 1]) \(year) has \(days) days: look the date up")
  }

  static func badAddress(_ location: SourceLocation, text: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.bad-url", at: location, "'\(text)' is not an address of the web",
      hint: "write it with http:// or https://")
  }

  static func badLanguage(_ location: SourceLocation, text: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.bad-language", at: location, "unknown language '\(text)'",
      hint: "write a language tag such as en, fr or pt-BR")
  }

  static func badSlug(_ location: SourceLocation, text: String, suggestion: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.bad-slug", at: location, "'\(text)' cannot be an address",
      hint: "use small letters, digits and single hyphens, such as '\(suggestion)'")
  }

  static func indexSlug(_ location: SourceLocation, text: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.index-slug", at: location, "'\(text)' is kept for the page that lists the others",
      hint: "choose another last part")
  }
}
