internal import DossierFiles
internal import DossierModel

extension Diagnostic {
  static func notLetThrough(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "write.not-let-through", at: SourceLocation(path: path), "this file must not be written",
      hint: "see what is said of it above")
  }

  private static func write(_ id: String, _ path: String, _ message: String, hint: String? = nil)
    -> Diagnostic
  {
    Diagnostic(.error, id: "write." + id, at: SourceLocation(path: path), message, hint: hint)
  }

  static func outputNotAFolder(_ path: String) -> Diagnostic {
    write("not-a-folder", path, "the output is not a folder", hint: "name another folder with --output")
  }

  static func outputHoldsInput(_ path: String) -> Diagnostic {
    write(
      "holds-input", path, "the output folder holds the documents", hint: "name another folder with --output")
  }

  static func outputHoldsHome(_ path: String) -> Diagnostic {
    write(
      "holds-home", path, "the output folder holds the home folder", hint: "name another folder with --output"
    )
  }

  static func foreignOutput(_ path: String) -> Diagnostic {
    write(
      "foreign", path, "the folder holds files that Dossier did not write",
      hint: "name another folder with --output, or add --force to write among them")
  }

  static func foreignStaging(_ path: String) -> Diagnostic {
    write(
      "foreign-staging", path, "this is in the way of the files to be written",
      hint: "move it elsewhere, or name another folder with --output")
  }

  static func otherBuild(_ path: String) -> Diagnostic {
    write("busy", path, "another build is writing this site", hint: "wait until it has ended, or end it")
  }

  static func badPath(_ path: String) -> Diagnostic {
    write(
      "bad-path", path, "this can't be the path of a file in a site",
      hint: "give the document a shorter 'slug'")
  }

  static func pathTwice(_ path: String) -> Diagnostic {
    write(
      "path-twice", path, "two files of the site have this path", hint: "give one document another 'slug'")
  }

  static func fileAndFolder(_ folder: String, _ path: String) -> Diagnostic {
    write(
      "file-and-folder", path, "the site has a file '\(folder)', so it can't have a folder of that name",
      hint: "give one document another 'slug'")
  }

  static func foreignFile(_ path: String) -> Diagnostic {
    write(
      "foreign-file", path, "a file that Dossier did not write is in the way",
      hint: "move it elsewhere, or add --force to replace it")
  }

  static func foreignFolder(_ path: String) -> Diagnostic {
    write(
      "foreign-folder", path, "a folder with files that Dossier did not write is in the way of a file",
      hint: "move it elsewhere")
  }

  /// - Parameter isKept: Whether the last site is as it was.
  static func cannotWrite(_ path: String, _ error: FileError, isKept: Bool = true) -> Diagnostic {
    write(
      "failed", path, "can't be written: \(error.reason)",
      hint: isKept
        ? "mend this and build again; nothing has been changed"
        : "mend this and build again; until then old and new pages stand side by side")
  }

  static func ignoredInManifest(_ path: String, _ lines: [String]) -> Diagnostic {
    Diagnostic(
      .warning, id: "write.bad-manifest", at: SourceLocation(path: path),
      "the list of written files names '\(lines.first ?? "")'"
        + (lines.count > 1 ? " and \(lines.count - 1) more" : "")
        + ", which no site has; nothing there is removed",
      hint: "find out who changed the file; the build has written it anew")
  }

  /// Runs `body`, and throws what the file system said as a diagnostic at `path`.
  static func telling<Value>(
    of path: String, _ body: () throws(FileError) -> Value
  ) throws(Diagnostic) -> Value {
    do throws(FileError) { return try body() } catch { throw .cannotWrite(path, error) }
  }

  /// - Parameter otherPages: How many more pages have the same.
  static func link(
    _ problem: LinkProblem, _ text: String, at location: SourceLocation, otherPages: Int
  ) -> Diagnostic {
    let (id, message, hint) =
      switch problem {
      case .broken:
        ("broken", "the link '\(text)' leads to no page", "correct it in the document or the template")
      case .brokenFragment:
        ("broken-fragment", "the link '\(text)' leads to no place on its page", "correct the part after '#'")
      case .rooted:
        (
          "rooted",
          "the link '\(text)' begins at the root of the host, so it breaks in a sub-folder and from disk",
          "write it relative to the page"
        )
      case .outsideRequest:
        ("outside", "'\(text)' makes the browser of every reader ask another host", "keep a copy in the site")
      case .idTwice: ("id-twice", "the id '\(text)' stands twice", "change one of the two in the template")
      }
    let others = otherPages == 0 ? "" : "; the same on \(otherPages) other page\(otherPages == 1 ? "" : "s")"
    return Diagnostic(.error, id: "links." + id, at: location, message + others, hint: hint)
  }
}
