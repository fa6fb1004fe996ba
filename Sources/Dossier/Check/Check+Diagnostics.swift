internal import DossierModel
internal import DossierWeb
internal import DossierWrite

// What is told of documents as their authors wrote them.
extension Diagnostic {
  /// - Parameter brokenHint: What to do about a link that leads nowhere.
  static func documentLink(
    _ problem: LinkProblem, _ target: String, isPicture: Bool, at place: SourceLocation, brokenHint: String?
  ) -> Diagnostic {
    switch problem {
    case .broken:
      Diagnostic(
        .error, id: "links.broken", at: place,
        isPicture ? "there is no picture '\(target)'" : "the link '\(target)' leads to no document or page",
        hint: brokenHint)
    case .brokenFragment:
      Diagnostic(
        .error, id: "links.broken-fragment", at: place, "the link '\(target)' leads to no place on its page",
        hint: brokenHint ?? "correct the part after '#', or leave it out to link to the whole page")
    case .rooted:
      Diagnostic(
        .error, id: "links.rooted", at: place,
        "'\(target)' begins at the root of the host, so it breaks in a sub-folder and from disk",
        hint: "write the way from this document, such as '../talks.md'")
    case .outsideRequest, .idTwice:
      Diagnostic(
        .warning, id: "links.outside", at: place,
        "the picture '\(target)' lies on another host, which each reader's browser will ask for it",
        hint: "put a copy into the folder, or link to the picture instead of showing it")
    }
  }

  static func external(_ answer: WebAnswer, _ address: String, at place: SourceLocation) -> Diagnostic {
    switch answer.state {
    case .good:
      Diagnostic(
        .note, id: "external.moved", at: place,
        "the page has moved for good, to '\(answer.moved ?? "")'", hint: "write the new address")
    case .dead(let reason):
      Diagnostic(
        .warning, id: "external.dead", at: place, "the page '\(address)' is not there: \(reason)",
        hint: "link to where it is now, or to a copy in an archive")
    case .noHost:
      Diagnostic(
        .warning, id: "external.dead", at: place, "the page '\(address)' is not there: no host has this name",
        hint: "link to where it is now, or to a copy in an archive")
    case .unsure(let reason):
      Diagnostic(
        .note, id: "external.unsure", at: place, "the page '\(address)' could not be asked for: \(reason)",
        hint: "open it in a browser")
    case .local:
      Diagnostic(
        .warning, id: "external.local", at: place,
        "'\(address)' leads to this computer or a local network, so it was not asked for",
        hint: "link to a page that all readers can reach, or add --external-local")
    }
  }

  static let noNetwork = Diagnostic(
    .warning, id: "external.no-network", "no outside link could be asked for, because no host was found",
    hint: "look whether there is a network")

  static func sameTitle(_ title: String, _ path: String, other: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "check.same-title", at: SourceLocation(path: path),
      "the title '\(title)' is that of '\(other)' too", hint: "give one of them another 'title'")
  }

  static func withoutDate(_ paths: [String]) -> Diagnostic {
    lacking(
      "no-date", "date", "add 'date: 2022-08-15' to the front matter, or a date line to plain text", paths)
  }

  static func withoutSource(_ paths: [String]) -> Diagnostic {
    lacking(
      "no-source", "author, publisher or address",
      "add 'author', 'publisher' or 'url' to the front matter, or a byline to plain text", paths)
  }

  private static func lacking(_ id: String, _ what: String, _ hint: String, _ paths: [String]) -> Diagnostic {
    Diagnostic(
      .note, id: "check." + id, at: SourceLocation(path: paths[0]),
      paths.count == 1
        ? "the document has no \(what)" : "this document and \(paths.count - 1) more have no \(what)",
      hint: hint)
  }

  static func farDate(_ date: CalendarDate, _ path: String, latest: CalendarDate) -> Diagnostic {
    Diagnostic(
      .warning, id: "check.far-date", at: SourceLocation(path: path),
      "the date \(date.iso) is more than ten years after that of any other document, \(latest.iso)",
      hint: "look whether the year is right")
  }

  static func noSuchDay(_ words: String, _ place: SourceLocation, days: Int, month: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "check.no-such-day", at: place, "there is no day '\(words)': \(month) has \(days) days",
      hint: "look it up; a quotation that is wrong itself can stay")
  }

  static func robotsBelowRoot(_ path: String, line: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .note, id: "check.robots-below-root", at: SourceLocation(path: file),
      "no robots.txt is made, because crawlers read none below a host's root, and the site will stand at '\(path)'",
      hint: "add '\(line)' to the robots.txt of the host")
  }
}
