internal import DossierModel

extension Diagnostic {
  private static func edition(_ id: String, _ path: String, _ message: String, hint: String) -> Diagnostic {
    Diagnostic(.error, id: "edition." + id, at: SourceLocation(path: path), message, hint: hint)
  }

  static func noSite(_ path: String) -> Diagnostic {
    edition("no-site", path, "there is no site here", hint: "name the folder of a site, or the same as .zip")
  }

  static func unreadableSite(_ path: String, _ reason: String) -> Diagnostic {
    edition("unreadable", path, "the site can't be read: \(reason)", hint: "check who may read it")
  }

  static func noEdition(_ path: String) -> Diagnostic {
    edition(
      "none", path, "the site is no edition: it has no 'edition.json'",
      hint: "build it with 'dossier build --edition 1'")
  }

  static func damagedManifest(_ path: String) -> Diagnostic {
    edition(
      "damaged", path, "the manifest has been changed: its seal is not that of what it says",
      hint: "get the edition again from where it came from")
  }

  static func noContent(_ path: String, _ reason: String) -> Diagnostic {
    edition(
      "no-content", path, "the site can't be compared: \(reason)",
      hint: "build it with 'dossier build --edition 1', which writes what is compared")
  }

  static func noPDFReader(_ path: String) -> Diagnostic {
    edition(
      "no-pdf-reader", path, "'pdftotext' is not installed, which reads the feet of the pages",
      hint: "install it: 'apt install poppler-utils'")
  }

  static func unreadablePDF(_ path: String) -> Diagnostic {
    edition("unreadable-pdf", path, "the file can't be read as a PDF", hint: "check that it is whole")
  }

  static func handOutInside(_ path: String) -> Diagnostic {
    edition(
      "inside", path, "the file would lie in the folder of the documents or of the site",
      hint: "name a file elsewhere")
  }

  static func handOutNotWritten(_ path: String, _ reason: String) -> Diagnostic {
    edition("not-written", path, "can't be written: \(reason)", hint: "name another file")
  }
}
