internal import DossierModel

/// A quote as messages show it.
private func shortened(_ quote: String) -> String { quote.count <= 100 ? quote : quote.prefix(99) + "…" }

// Every message of this target. They are about lines of `entities.yml`.
extension Diagnostic {
  static func unusedName(_ name: AuthorDecisions.Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.unused-name", at: name.location, "no document names '\(name.text)'",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "write it as the documents do, or take the line out")
  }

  static func unknownDocument(_ path: AuthorDecisions.Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.unknown-document", at: path.location, "there is no document '\(path.text)'",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "write its path as it is within the folder")
  }

  static func unusedNever(_ name: AuthorDecisions.Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.unused-never", at: name.location, "'\(name.text)' is taken for a name nowhere",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "take the line out")
  }

  static func quoteWithoutName(_ name: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "link.quote-without-name", at: location, "the quote has not '\(name)' in it",
      hint: "quote the name with a few words around it")
  }

  static func quoteTwice(_ quote: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.quote-twice", at: location,
      "'\(shortened(quote))' stands in more than one place, and the first is taken",
      hint: "quote more of the words around the name")
  }

  static func pinnedTwice(_ quote: AuthorDecisions.Name, entity: String, line: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "link.pinned-twice", at: quote.location,
      "the same mention is '\(entity)' by line \(line)",
      hint: "take one of the two out; until then this one counts")
  }

  static func settledTwice(
    _ quote: AuthorDecisions.Name, _ section: String, other: String, line: Int
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "link.settled-twice", at: quote.location,
      "the same words are settled by '\(other)' in line \(line) already",
      hint: "take one of the two out; until then this one, by '\(section)', counts")
  }

  static func quoteGone(_ quote: String, in path: String?, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.quote-gone", at: location,
      "'\(shortened(quote))' stands in no document any more" + (path.map { ", also not in '\($0)'" } ?? ""),
      hint: "quote the words as they are now, or take the entry out")
  }

  static func quoteMoved(to path: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, id: "link.quote-moved", at: location, "the quote stands in '\(path)' now",
      hint: "write 'in: \(path)'")
  }

  static func sameAndDifferent(
    _ first: String, _ second: AuthorDecisions.Name, joined: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "link.same-and-different", at: second.location,
      "'\(first)' and '\(second.text)' are said to be different here, and one thing in line \(joined.line)",
      hint: "take one of the two out; until then they stay apart")
  }

  static func differentFromItself(_ name: AuthorDecisions.Name) -> Diagnostic {
    Diagnostic(
      .error, id: "link.different-from-itself", at: name.location, "'\(name.text)' can't differ from itself",
      hint: "pin single mentions with 'pinned' where one name stands for two things")
  }

  static func entityTwice(_ name: AuthorDecisions.Name, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "link.entity-twice", at: name.location,
      "'\(name.text)' is an entity in line \(first.line) already", hint: "put the two entries together")
  }

  static func nameOfTwo(_ name: AuthorDecisions.Name) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.name-of-two", at: name.location,
      "'\(name.text)' is a name of two entities, and so settles nothing",
      hint: "leave it with one of them, or pin single mentions with 'pinned'")
  }

  static func quoteNotProse(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.quote-not-prose", at: location,
      "the quoted name stands in code, or reaches over paragraphs, where nothing is linked",
      hint: "quote it where it stands in the text")
  }

  static func neverAndAlways(_ name: AuthorDecisions.Name, always: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "link.never-and-always", at: name.location,
      "'\(name.text)' is said to be no name here, and to be one in line \(always.line)",
      hint: "take one of the two out; until then it is none")
  }
}
