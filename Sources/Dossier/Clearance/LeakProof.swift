internal import DossierBrotli
internal import DossierDeflate
internal import DossierHash
internal import DossierModel

/// What an edition must not say, and the search for it in every byte that is to be published.
///
/// It is made of the whole folder as it was read, and knows nothing of what was taken out or how. Looked for are titles, file
/// names, addresses, records, names, sentences and code words that stand in what is withheld and nowhere in what may be seen;
/// in every file, in its name, in what it is packed into, and whatever escapes or tags stand between the letters.
public struct LeakProof: Sendable {
  /// Something in a file that must not be there.
  public struct Leak: Hashable, Sendable {
    /// The path in the site.
    public var path: String
    /// The line of the file, as far as it has lines; nothing for the path itself.
    public var line: Int?
    /// What it says.
    public var words: String
    /// What that is: "the title".
    public var what: String
    /// The document or file of the author's that it is of, as a path in the folder.
    public var source: String

    /// Creates a leak.
    public init(path: String, line: Int?, words: String, what: String, source: String) {
      self.path = path
      self.line = line
      self.words = words
      self.what = what
      self.source = source
    }
  }

  /// What is looked for.
  struct Needle {
    var kind: Portions.Kind
    var text: String
    var source: String
    /// The number of the document; -1 for none.
    var document: Int
  }

  var needles: [Needle] = []
  var index = PhraseIndex()
  /// The hashes of pictures that only what is withheld shows, and where each lies.
  var pictures: [String: String] = [:]
  /// A folder for what other programs have to read, while they do.
  var scratch = "."
  /// What is too short or too common to be looked for.
  public internal(set) var left = 0

  /// How many titles, names, sentences and so on are looked for.
  public var count: Int { needles.count }

  /// Returns what a file says that it must not: at most a few findings.
  ///
  /// - Complexity: O(bytes), unpacked, however much is looked for.
  public func leaks(in path: String, _ bytes: [UInt8]) -> [Leak] {
    if needles.isEmpty && pictures.isEmpty { return [] }
    var leaks: [Leak] = []
    add(Word.words(of: path), of: path, nil, &leaks)
    if let decoded = TextLayers.unescaped(Array(path.utf8)) {
      add(Word.words(of: decoded), of: path, nil, &leaks)
    }
    if !pictures.isEmpty, let source = pictures[SHA256.hexDigits(of: bytes)] {
      leaks.append(Leak(path: path, line: nil, words: source, what: "a picture", source: source))
    }
    search(bytes, of: path, &leaks)
    for (name, inner) in unpacked(path, bytes) {
      guard let inner else {
        leaks.append(
          Leak(path: path, line: nil, words: "", what: "a file that can't be looked into", source: name))
        continue
      }
      leaks += self.leaks(in: path + name, inner)
    }
    return leaks
  }

  /// Of more findings in a file the first say enough.
  private static let most = 5

  private func search(_ bytes: [UInt8], of path: String, _ leaks: inout [Leak]) {
    TextLayers.each(of: bytes) { layer in
      guard leaks.count < LeakProof.most else { return }
      add(Word.words(of: layer), of: path, layer, &leaks)
    }
  }

  private func add(_ words: [Word], of path: String, _ bytes: [UInt8]?, _ leaks: inout [Leak]) {
    for (number, word) in index.forbidden(in: words) where leaks.count < LeakProof.most {
      let needle = needles[number]
      let isKnown = leaks.contains { $0.words == needle.text && $0.source == needle.source }
      if isKnown { continue }
      leaks.append(
        Leak(
          path: path, line: bytes.map { LeakProof.line(ofWord: word, in: $0) }, words: needle.text,
          what: needle.kind.rawValue, source: needle.source))
    }
  }

  /// The line in which a word stands, from 1.
  private static func line(ofWord number: Int, in bytes: [UInt8]) -> Int {
    var (line, count) = (1, 0)
    for part in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      count += Word.words(of: Array(part)).count
      if count > number { return line }
      line += 1
    }
    return line
  }

  /// The most bytes of an unpacked file.
  private static let limit = 1 << 30

  /// What is packed in a file, each with what goes behind the path; without bytes where it can't be unpacked.
  private func unpacked(_ path: String, _ bytes: [UInt8]) -> [(name: String, bytes: [UInt8]?)] {
    if path.hasSuffix(".gz") { return [("!", Deflate.gunzip(bytes, limit: LeakProof.limit))] }
    if path.hasSuffix(".br") { return [("!", Brotli.decompressed(bytes, limit: LeakProof.limit))] }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return PackedFiles.zip(bytes) }
    if bytes.starts(with: Array("%PDF-".utf8)) {
      return [("!text", PackedFiles.pdfText(bytes, scratch: scratch))]
    }
    return PackedFiles.embedded(bytes)
  }
}
