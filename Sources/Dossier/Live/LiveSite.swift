internal import DossierFiles
public import DossierModel
internal import DossierRender
internal import Synchronization

/// A site in memory, whose pages are made when they are asked for.
public final class LiveSite: Sendable {
  /// What the author should know.
  public let diagnostics: [Diagnostic]
  /// The site; nothing where none could be built yet.
  let pages: LivePages?
  /// Documents that are shown with a newer text than the rest of the site knows of, by their index.
  let rewritten: [Int: Site]

  init(_ pages: LivePages?, rewritten: [Int: Site] = [:], diagnostics: [Diagnostic]) {
    self.pages = pages
    self.rewritten = rewritten
    self.diagnostics = diagnostics
  }

  /// Whether there is a site to show.
  public var hasPages: Bool { pages != nil }

  /// Returns the bytes of a file of the site: "people/vladimir-putin.html".
  public func file(_ path: String) -> [UInt8]? {
    guard let pages else { return nil }
    if let asset = pages.assets[path] { return asset }
    if let picture = pages.pictures[path] { return try? Files.read(picture, limit: 64 << 20) }
    guard let key = pages.key(of: path) else { return nil }
    if key == .export(.package) { return pages.site.measuredDataPackage()?.bytes }
    return shown(path)?.render(key).bytes
  }

  /// The site as the page at a path shows it.
  func shown(_ path: String) -> Site? {
    guard let pages, let key = pages.key(of: path) else { return nil }
    if case .document(let index) = key, let newer = rewritten[index] { return newer }
    return pages.site
  }

  /// The site's page for what is not there.
  public var notFound: [UInt8]? { pages?.site.render(.notFound).bytes }
}

/// A site and where its pages stand.
final class LivePages: Sendable {
  let site: Site
  let assets: [String: [UInt8]]
  /// The files of pictures, by their path in the site.
  let pictures: [String: String]
  private let keys = Mutex<[String: PageKey]?>(nil)

  init(_ site: Site, _ assets: HashedAssets) {
    self.site = site
    pictures = Dictionary(site.pictures.map { ($0.path, $0.source) }) { first, _ in first }
    self.assets = Dictionary(assets.files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  /// Returns the page at a path. The table is made when first needed, since most sites are soon replaced by newer ones.
  func key(of path: String) -> PageKey? {
    keys.withLock { keys in
      if let keys { return keys[path] }
      let table = Dictionary(site.pages.map { (site.path(of: $0), $0) }) { first, _ in first }
      keys = table
      return table[path]
    }
  }
}
