internal import DossierFiles
internal import DossierModel

extension Diagnostic {
  private static func write(_ id: String, _ path: String, _ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.error, id: "write." + id, at: SourceLocation(path: path), message, hint: hint)
  }

  static func outputNotAFolder(_ path: String) -> Diagnostic {
    write("not-a-folder", path, "the output is not a folder", hint: "name another folder with --output")
  }

  static func outputHoldsInput(_ path: String) -> Diagnostic {
    write(
      "holds-input", path, "the output folder holds the documents", hint: "name another folder with --output")
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

  static func badPath(_ path: String) -> Diagnostic {
    write("bad-path", path, "this can't be the path of a file in a site", hint: "give the document a shorter 'slug'")
  }

  static func cannotWrite(_ error: FileError) -> Diagnostic {
    write("failed", error.path, "the file system says: \(error.reason)")
  }
}
