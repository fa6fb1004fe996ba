internal import DossierHash
internal import DossierJSON

/// What an edition is made from, and what it is: the hash of each source, decision, template and file of the site.
///
/// There is no time or place in it: the same input gives the same manifest.
public struct EditionManifest: Equatable, Sendable {
  /// A file with the SHA-256 of its content.
  public struct File: Hashable, Sendable {
    /// The path: of a source in its folder, of a page in the site.
    public var path: String
    /// 64 hexadecimal digits.
    public var hash: String

    /// Creates a file.
    public init(path: String, hash: String) {
      self.path = path
      self.hash = hash
    }
  }

  /// The edition's name.
  public var tag: EditionTag
  /// The version of the program.
  public var program: String
  /// The documents.
  public var sources: [File]
  /// What the author has decided: settings, names, addresses.
  public var decisions: [File]
  /// The templates, the style sheet and the scripts.
  public var templates: [File]
  /// Every file of the site but the manifest itself.
  public var files: [File] = []

  /// The manifest's path in the site.
  public static let path = "edition.json"
  /// The version of the form of the file.
  static let version = 1

  /// Creates a manifest; each list is put in the order of the paths' bytes.
  public init(tag: EditionTag, program: String, sources: [File], decisions: [File], templates: [File]) {
    self.tag = tag
    self.program = program
    self.sources = EditionManifest.sorted(sources)
    self.decisions = EditionManifest.sorted(decisions)
    self.templates = EditionManifest.sorted(templates)
  }

  /// Returns files in the order of the bytes of their paths.
  public static func sorted(_ files: [File]) -> [File] {
    files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The SHA-256 over the edition's name, the program and all that the site is made from. It stands on the sheets, and so
  /// can't be over the pages themselves.
  public var sourceSeal: String { SHA256.hexDigits(of: head + list("sources", sources) + made) }

  /// The SHA-256 over all of it.
  public var seal: String {
    SHA256.hexDigits(of: head + list("sources", sources) + made + list("files", files))
  }

  /// The mark of the sheets.
  public var mark: EditionMark { EditionMark(tag: tag, sourceSeal: sourceSeal) }

  private var made: [UInt8] { list("decisions", decisions) + list("templates", templates) }

  private var head: [UInt8] {
    var bytes = Array(#"{"version": \#(Self.version), "edition": "#.utf8)
    JSONText.append(tag.text, to: &bytes)
    bytes += #", "program": "#.utf8
    JSONText.append(program, to: &bytes)
    return bytes
  }

  private func list(_ name: String, _ files: [File]) -> [UInt8] {
    var bytes = Array(",\n\"\(name)\": [".utf8)
    for (index, file) in files.enumerated() {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      bytes += #"{"path": "#.utf8
      JSONText.append(file.path, to: &bytes)
      bytes += #", "sha256": "#.utf8
      JSONText.append(file.hash, to: &bytes)
      bytes += "}".utf8
    }
    bytes += "]".utf8
    return bytes
  }

  /// The file's content: JSON, a file a line.
  public var bytes: [UInt8] {
    head + Array(",\n\"sourceSeal\": \"\(sourceSeal)\", \"seal\": \"\(seal)\"".utf8)
      + list("sources", sources) + made + list("files", files) + Array("}\n".utf8)
  }

  /// Reads a manifest; nothing where this is none, or its seals are not those of what it says.
  ///
  /// - Complexity: O(bytes).
  public init?(parsing bytes: [UInt8]) {
    guard let root = JSONValue(parsing: bytes), case .number(Double(Self.version))? = root["version"],
      let tag = root["edition"]?.text.flatMap(EditionTag.init), let program = root["program"]?.text
    else { return nil }
    func files(_ name: String) -> [File]? {
      guard case .list(let items)? = root[name] else { return nil }
      return items.map { File(path: $0["path"]?.text ?? "", hash: $0["sha256"]?.text ?? "") }
    }
    guard let sources = files("sources"), let decisions = files("decisions"),
      let templates = files("templates"), let pages = files("files")
    else { return nil }
    self.init(
      tag: tag, program: program, sources: sources, decisions: decisions, templates: templates)
    self.files = EditionManifest.sorted(pages)
    guard root["sourceSeal"]?.text == sourceSeal, root["seal"]?.text == seal else { return nil }
  }
}
