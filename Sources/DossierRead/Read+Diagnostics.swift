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
      hint: "save them as .txt or .md to have them read")
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

  static func unknownKey(_ location: SourceLocation, key: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.unknown-key", at: location, "unknown key '\(key)'",
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

// The file of the author's decisions.
extension Diagnostic {
  static func decisionsNotAMap(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.not-a-map", at: location, "the decisions are not a list of keys",
      hint: "begin with a line such as 'same:' or 'never:'")
  }

  static func unknownSection(_ key: String, among keys: [String], _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.unknown-section", at: location, "unknown section '\(key)'",
      hint: nearMiss(to: key, among: keys).map { "did you mean '\($0)'?" }
        ?? "the sections are \(keys.joined(separator: ", "))")
  }

  static func sectionNotAList(_ key: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.not-a-list", at: location, "'\(key)' is not a list",
      hint: "write each entry in a line that begins with '- '")
  }

  static func groupTooSmall(_ section: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.small-group", at: location,
      "an entry of '\(section)' is a list of at least two names",
      hint: "write '- [First name, Second name]'")
  }

  static func entryNotAMap(keys: [String], _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.entry-not-a-map", at: location, "the entry has no keys",
      hint: "it has \(keys.joined(separator: ", "))")
  }

  static func entryNotText(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.not-text", at: location, "the value is not a text",
      hint: "write a single name or sentence")
  }

  static func unknownField(_ key: String, among keys: [String], _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.unknown-key", at: location, "unknown key '\(key)'",
      hint: nearMiss(to: key, among: keys).map { "did you mean '\($0)'?" }
        ?? "the keys here are \(keys.joined(separator: ", "))")
  }

  static func missingField(_ key: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.missing-key", at: location, "the entry has no '\(key)'", hint: "add '\(key): …'")
  }

  static func unknownKind(_ word: String, among kinds: [String], _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.unknown-kind", at: location, "unknown kind '\(word)'",
      hint: nearMiss(to: word, among: kinds).map { "did you mean '\($0)'?" }
        ?? "the kinds are \(kinds.joined(separator: ", "))")
  }
}

// The file of addresses.
extension Diagnostic {
  static func addressesNotAMap(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "addresses.not-a-map", at: location, "the addresses are not a list of addresses with names",
      hint: "put the file back as it was; without it pages get their addresses anew")
  }

  static func notAPageAddress(_ text: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "addresses.bad-address", at: location, "'\(text)' is no address of an entity's page",
      hint: "write it as people/kim-jong-un")
  }

  static func addressWithoutName(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "addresses.no-name", at: location, "the address has no name",
      hint: "write 'people/kim-jong-un: Kim Jong-Un', or '{name: Kim, moved: people/kim-jong-un}' after it")
  }
}
