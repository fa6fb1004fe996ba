public import DossierEdition
internal import DossierFiles
public import DossierModel
internal import DossierPrograms
internal import DossierWrite

/// Whether a site or a printed briefing is the edition that it says it is.
public enum EditionCheck {
  /// What was found out about a site.
  public struct Site: Equatable, Sendable {
    /// The edition that its manifest names.
    public var mark: EditionMark
    /// How many files the manifest names.
    public var count: Int
    /// How the files differ from the manifest.
    public var damage: EditionDamage
  }

  /// What was found out about a PDF.
  public struct Sheets: Equatable, Sendable {
    /// The edition that the foot of each page names; nothing where it names none.
    public var marks: [EditionMark?]
    /// The edition of the site that it is held against.
    public var expected: EditionMark?
    /// Where that site is.
    public var site: String?

    /// Whether every page names one edition, and the expected one where there is one.
    public var isMatch: Bool {
      guard let first = marks.first ?? nil else { return false }
      return marks.allSatisfy { $0 == first } && (expected == nil || expected == first)
    }
  }

  /// Whether a file is to be checked as a PDF.
  public static func isPDF(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".pdf") && Files.status(name)?.kind == .file
  }

  /// Holds a site against its manifest.
  ///
  /// - Parameter name: A folder with a site, or the same packed.
  /// - Throws: That there is none, or it is no edition.
  /// - Complexity: O(bytes of the site).
  public static func site(_ name: String) throws(Diagnostic) -> Site {
    let files = try SiteFiles(name)
    guard let manifest = try files.manifest(of: withoutSlashes(name)) else { throw .noEdition(name) }
    let damage = EditionDamage(
      manifest, paths: files.paths.lazy.filter { $0 != EditionManifest.path }, hash: files.hash)
    return Site(mark: manifest.mark, count: manifest.files.count, damage: damage)
  }

  /// Reads the feet of a PDF's pages.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - site: The site that it should be of; without it, one that lies beside the file, if there is one.
  /// - Throws: That the file can't be read, or the site is no edition.
  public static func sheets(_ name: String, against site: String?) throws(Diagnostic) -> Sheets {
    guard let program = Program(named: "pdftotext") else { throw .noPDFReader(name) }
    // An absolute path is never taken for an option.
    guard let path = Files.realPath(name) else { throw .noSite(name) }
    let output: [UInt8]
    do {
      let result = try program.run(
        ["-layout", "-enc", "UTF-8", path, "-"],
        Program.Limits(seconds: 120, output: 256 << 20, memory: 2 << 30))
      output = result.text
    } catch {
      throw .unreadablePDF(name)
    }
    var pages = output.split(separator: 12, omittingEmptySubsequences: false)
    // A form feed ends each page.
    if pages.last?.isEmpty == true { pages.removeLast() }
    var sheets = Sheets(marks: pages.map(mark))
    sheets.site = site ?? siteBeside(path)
    if let site = sheets.site {
      guard let manifest = try SiteFiles(site).manifest(of: withoutSlashes(site)) else {
        throw .noEdition(site)
      }
      sheets.expected = manifest.mark
    }
    return sheets
  }

  /// The mark in a page's foot, which is in one of its last lines: what a document says further up is none.
  private static func mark(_ page: ArraySlice<UInt8>) -> EditionMark? {
    let lines = page.split(separator: 10).filter { $0.contains { $0 != 32 } }.suffix(2)
    return EditionMark(lastIn: String(decoding: Array(lines.joined(separator: [10])), as: UTF8.self))
  }

  private static func siteBeside(_ path: String) -> String? {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    return [folder, folder + "/site"].first { Files.status($0 + "/" + EditionManifest.path) != nil }
  }
}
