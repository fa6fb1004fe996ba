internal import DossierModel

extension Diagnostic {
  static func unknownMarking(
    _ mark: String, _ ladder: MarkingLadder, isOwn: Bool, _ location: SourceLocation
  ) -> Diagnostic {
    let all = ladder.marks.joined(separator: ", ")
    let hint =
      ladder.nearest(to: mark).map { "did you mean '\($0)'?" }
      ?? (isOwn
        ? "'markings' in dossier.yml has: \(all)"
        : "use one of \(all); or list your own marks in dossier.yml, the lowest first, as 'markings'")
    return Diagnostic(
      .error, id: "marking.unknown", at: location, "unknown handling mark '\(mark)'", hint: hint)
  }

  static func oldMarking(_ mark: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, id: "marking.old-name", at: location, "'\(mark)' is taken for TLP:CLEAR",
      hint: "TLP 2.0 calls it TLP:CLEAR")
  }

  static func badMarkings(isOne: Bool, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "settings.bad-markings", at: location, "this is no ladder of handling marks",
      hint: isOne
        ? "did you mean 'marking'?"
        : "list at least two different marks, the lowest first: [OPEN, INTERNAL, SECRET]")
  }

  static func unmarked(_ location: SourceLocation, _ ladder: MarkingLadder) -> Diagnostic {
    Diagnostic(
      .error, id: "marking.missing", at: location,
      "this document has no handling mark, in a briefing that has marks",
      hint:
        "put a mark such as {\(ladder.marks.first ?? "TLP:CLEAR")} as its first line, or set 'default_marking' in dossier.yml"
    )
  }

  static func moreUnmarked(_ count: Int, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "marking.missing", at: location,
      "\(count) more \(count == 1 ? "document has" : "documents have") no handling mark",
      hint: "set 'default_marking' in dossier.yml, if one mark fits them all")
  }

  static func markingInside(_ mark: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "marking.inside", at: location,
      "'{\(mark)}' stands within a text, where it marks nothing",
      hint: "put it at the start of the paragraph, or write it as code to show it")
  }

  static func bareMarking(_ mark: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "marking.bare", at: location, "'\(mark)' marks nothing without braces",
      hint: "write {\(mark)}, or write it as code to show it")
  }

  static func markingAlone(_ mark: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "marking.alone", at: location, "'{\(mark)}' stands by itself, and marks nothing",
      hint: "put it at the start of the paragraph or heading that it is for")
  }

  static func unmarkedKeyPoint(_ point: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "marking.key-point", at: location,
      "the key point '\(point.prefix(40))\(point.count > 40 ? "…" : "")' has no handling mark",
      hint: "begin it with one, such as \"{TLP:CLEAR} …\", or set 'default_marking'")
  }

  static func unknownClearance(_ mark: String, _ ladder: MarkingLadder) -> Diagnostic {
    let near = ladder.nearest(to: mark).map { "did you mean '\($0)'? " } ?? ""
    return Diagnostic(
      .error, id: "clearance.unknown", "there is no handling mark '\(mark)'",
      hint: near + "the marks are " + ladder.marks.joined(separator: ", "))
  }

  static func notCleared(errors: Int, _ mark: String) -> Diagnostic {
    Diagnostic(
      .error, id: "clearance.unsure",
      "no edition for \(mark) was made, because of \(errors == 1 ? "a mark" : "\(errors) marks") that \(errors == 1 ? "is" : "are") missing or wrong",
      hint: "mend what is named above; who may see it is not known")
  }

  static func nothingCleared(_ folder: String, _ mark: String) -> Diagnostic {
    Diagnostic(
      .error, id: "clearance.nothing", at: SourceLocation(path: folder),
      "no document may be seen at \(mark)", hint: "name a higher mark, or lower that of a document")
  }

  static func sinceAbove(_ path: String, _ mark: String) -> Diagnostic {
    Diagnostic(
      .error, id: "clearance.since", at: SourceLocation(path: path),
      "the older edition holds what is above \(mark), or has no marks",
      hint: "name an edition that was made with '--clearance \(mark)'")
  }

  static func leak(_ leak: LeakProof.Leak, folder: String, output: String) -> Diagnostic {
    let words = leak.words.count > 80 ? leak.words.prefix(80) + "…" : leak.words[...]
    return Diagnostic(
      .error, id: "clearance.leak",
      at: SourceLocation(path: output + "/" + leak.path, line: leak.line ?? 0, column: 0),
      words.isEmpty
        ? "\(leak.what): \(leak.source)"
        : "would say '\(words)': \(leak.what) of \(folder)/\(leak.source), which is above the clearance",
      hint: words.isEmpty
        ? "nothing was written; what can't be looked into can't be proved clean"
        : "nothing was written; look in what may be seen, in dossier.yml, entities.yml and templates for these words"
    )
  }

  static func leaks(_ count: Int, _ mark: String) -> Diagnostic {
    Diagnostic(
      .error, id: "clearance.failed",
      "no edition for \(mark) was written: \(count == 1 ? "something" : "\(count) things") above it would have been in it",
      hint: "the last site is as it was")
  }
}
