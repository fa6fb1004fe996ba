internal import DossierBrotli
internal import DossierDeflate
internal import DossierHash
internal import DossierModel
internal import DossierWrite

/// Hands the files of a site to the writer, with their packed twins where those are wanted: "page.html.br" and
/// "page.html.gz", which a server sends in the place of "page.html" to browsers that can unpack them.
///
/// May be used by many tasks at once, for different files.
struct FileStaging: Sendable {
  let writer: SiteWriter
  /// Whether there are twins.
  let packs: Bool
  /// Whether the hash of each file is wanted.
  let seals: Bool

  /// The fewest bytes that are worth packing: what is smaller goes in one packet of the network anyway.
  private static let fewestBytes = 1_024
  /// The files that are text. Pictures and archives are packed already.
  private static let kinds = [
    ".html", ".css", ".js", ".json", ".jsonl", ".xml", ".graphml", ".svg", ".csv", ".txt",
  ]

  /// Stages a file and its twins. A twin is there only where it is smaller.
  ///
  /// - Complexity: O(bytes); a new twin takes a second or two a megabyte, one that still fits is only unpacked.
  func stage(_ path: String, _ bytes: [UInt8]) throws(Diagnostic) -> [SealedFile] {
    let file = try writer.stage(path, bytes)
    func sealed(_ file: StagedFile, _ bytes: [UInt8]) -> SealedFile {
      SealedFile(file: file, hash: seals ? SHA256.hexDigits(of: bytes) : "")
    }
    guard packs, bytes.count >= Self.fewestBytes, Self.kinds.contains(where: path.hasSuffix) else {
      return [sealed(file, bytes)]
    }
    var files = [sealed(file, bytes)]
    for (suffix, pack, unpack) in Self.packings {
      let twin = path + suffix
      // To pack is slow, and to see that a twin still fits is not.
      let old = file.isChanged ? nil : writer.written(twin)
      let fits = old.flatMap { unpack($0, bytes.count) }?.elementsEqual(bytes) == true
      if let packed = fits ? old : pack(bytes), packed.count < bytes.count {
        files.append(sealed(try writer.stage(twin, packed), packed))
      }
    }
    return files
  }

  private typealias Packing = (
    suffix: String, pack: @Sendable ([UInt8]) -> [UInt8]?, unpack: @Sendable ([UInt8], Int) -> [UInt8]?
  )
  private static let packings: [Packing] = [
    (".br", { Brotli.compressed($0) }, { Brotli.decompressed($0, limit: $1) }),
    (".gz", { Deflate.gzip($0) }, { Deflate.gunzip($0, limit: $1) }),
  ]
}

/// A file of the site, with its SHA-256 where an edition is made.
struct SealedFile: Sendable {
  var file: StagedFile
  var hash: String
}
