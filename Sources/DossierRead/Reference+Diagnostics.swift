internal import DossierModel

// Footnotes.
extension Diagnostic {
  static func noFootnote(_ id: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.no-footnote", at: location, "there is no footnote '\(id)'",
      hint: "write '[^\(id)]: …' in a line of its own, or correct the id")
  }

  static func unusedFootnote(_ id: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.unused-footnote", at: location, "nothing in the text leads to the footnote '\(id)'",
      hint: "write '[^\(id)]' where it belongs, or remove it")
  }

  static func footnoteTwice(_ id: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.footnote-twice", at: location, "the footnote '\(id)' stands twice",
      hint: "give one of the two another id")
  }
}

// Tables.
extension Diagnostic {
  static func noTable(columns: Int, head: Int, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.no-table", at: location,
      "this line has \(columns) column\(columns == 1 ? "" : "s") and the one above \(head), so this is no table",
      hint: "write '---' once for each cell of the line above, with '|' between")
  }

  static func cellsLeftOut(cells: Int, head: Int, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.cells-left-out", at: location,
      "the row has \(cells) cells and the head \(head), so the rest is left out",
      hint: "add a column to the head, or write '\\|' where a '|' is a part of the text")
  }
}

// Links between documents.
extension Diagnostic {
  static func noNote(_ name: String, nearest: String?, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.no-note", at: location, "no document is named '\(name)'",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "write the document, or correct the name")
  }

  static func noPart(
    _ part: String, of name: String, nearest: String?, _ location: SourceLocation
  ) -> Diagnostic {
    let (what, hint) =
      part.hasPrefix("^")
      ? ("block '\(part)'", "write '\(part)' at the end of the paragraph that is meant")
      : (
        "heading '\(part)'",
        nearest.map { "did you mean '\($0)'?" } ?? "write the heading as it stands in the document"
      )
    return Diagnostic(.warning, id: "read.no-part", at: location, "'\(name)' has no \(what)", hint: hint)
  }

  static func embedsItself(_ name: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.embed-cycle", at: location,
      "'\(name)' shows this very place, so it is only a link here",
      hint: "embed another part, or link to it without '!'")
  }

  static func moreReferences(_ count: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.more-references", at: SourceLocation(path: path),
      "\(count) more reference\(count == 1 ? "" : "s") of this document lead\(count == 1 ? "s" : "") nowhere",
      hint: "mend those named above first")
  }
}

// Pictures.
extension Diagnostic {
  static func noPicture(_ name: String, nearest: String?, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "read.no-picture", at: location, "there is no picture '\(name)' in the folder",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "put the picture into the folder, or correct its path")
  }

  static func pictureOutside(_ name: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.picture-outside", at: location,
      "the picture '\(name)' lies outside of the folder, so it is left out", hint: "copy it into the folder")
  }

  static func pictureElsewhere(_ address: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.picture-elsewhere", at: location,
      "the picture '\(address)' makes the browser of every reader ask another host",
      hint: "put a copy into the folder")
  }

  static func badPicture(_ name: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.bad-picture", at: location, "'\(name)' is no picture that browsers show",
      hint: "save it as PNG, JPEG, GIF, WebP, AVIF or SVG, with the extension of that format")
  }

  static func pictureTooLarge(_ name: String, limit: Int, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.picture-too-large", at: location,
      "the picture '\(name)' is larger than \(limit >> 20) MiB, so it is left out", hint: "save it smaller")
  }

  static func pictureUnreadable(_ name: String, reason: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.picture-unreadable", at: location,
      "the picture '\(name)' cannot be read: \(reason)",
      hint: "make it readable, or take it out of the text")
  }
}
