internal import DossierFiles
internal import DossierModel

/// The pictures of a folder, and those of them that documents show.
struct PictureFolder {
  /// The most bytes of a picture.
  static let limit = 32 << 20

  let files: [SeedFile]
  private var paths: [String: Int] = [:]
  /// By the last part of the path.
  private var names: [String: [Int]] = [:]
  private let siteName: (String, [UInt8]) -> String
  private let known: KnownPictures?
  private var answers: [Int: Result<NoteReference.Destination, Problem>] = [:]
  private(set) var shown: [BriefingPicture] = []
  private var shownPaths: Set<String> = []

  /// Why a picture can't be shown.
  enum Problem: Error {
    case missing, outside, badFormat, tooLarge
    case unreadable(String)

    func message(_ name: String, _ files: [SeedFile], _ location: SourceLocation) -> Diagnostic {
      switch self {
      case .missing: .noPicture(name, nearest: PictureFolder.nearest(to: name, among: files), location)
      case .outside: .pictureOutside(name, location)
      case .badFormat: .badPicture(name, location)
      case .tooLarge: .pictureTooLarge(name, limit: PictureFolder.limit, location)
      case .unreadable(let reason): .pictureUnreadable(name, reason: reason, location)
      }
    }
  }

  init(_ files: [SeedFile], known: KnownPictures?, name: @escaping (String, [UInt8]) -> String) {
    self.files = files
    self.known = known
    siteName = name
    for (index, file) in files.enumerated() {
      paths[file.path] = index
      names[NoteName.key(PictureFolder.name(of: file.path)), default: []].append(index)
    }
  }

  /// Notes that a document shows a picture, and says where in the site it will be.
  ///
  /// A picture is found by its path from the document's folder or from the top or, where one only has that name, by its
  /// name.
  mutating func show(
    _ target: String, isAddress: Bool, from folder: String
  ) throws(Problem) -> NoteReference.Destination {
    guard let name = isAddress ? FolderPath.decoded(target) : target else { throw .missing }
    let path = FolderPath.resolved(name, from: folder)
    let index: Int
    if let found = path.flatMap({ paths[$0] }) ?? FolderPath.resolved(name, from: "").flatMap({ paths[$0] }) {
      index = found
    } else {
      guard path != nil else { throw .outside }
      guard PictureKind(path: name) != nil else { throw .badFormat }
      let same = name.hasPrefix("../") ? [] : names[NoteName.key(PictureFolder.name(of: name))] ?? []
      guard same.count == 1, let only = same.first else { throw .missing }
      index = only
    }
    if answers[index] == nil { answers[index] = read(files[index]) }
    guard let answer = answers[index] else { throw .missing }
    return try answer.get()
  }

  private mutating func read(_ file: SeedFile) -> Result<NoteReference.Destination, Problem> {
    guard let kind = PictureKind(path: file.path) else { return .failure(.badFormat) }
    let stamp = known == nil ? nil : Files.status(file.location).map(FileStamp.init)
    if let answer = known?.answer(file, stamp) { return .success(show(answer)) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(file.location, limit: PictureFolder.limit)
    } catch {
      return .failure(error.isTooLarge ? .tooLarge : .unreadable(error.reason))
    }
    guard kind.begins(bytes) else { return .failure(.badFormat) }
    // The name tells what it is, in letters that every host keeps.
    let plain = PictureFolder.name(of: file.path)
    let stem = plain.lastIndex(of: ".").map { plain[..<$0] } ?? plain[...]
    let path = siteName("assets/\(Slug.make(stem, limit: 60)).\(SeedFolder.fileExtension(of: plain))", bytes)
    let size = kind.size(of: bytes)
    let answer = KnownPictures.Answer(
      picture: BriefingPicture(path: path, source: file.location),
      destination: .picture(path: path, width: size?.width, height: size?.height))
    known?.keep(answer, of: file, stamp)
    return .success(show(answer))
  }

  private mutating func show(_ answer: KnownPictures.Answer) -> NoteReference.Destination {
    if shownPaths.insert(answer.picture.path).inserted { shown.append(answer.picture) }
    return answer.destination
  }

  private static func nearest(to name: String, among files: [SeedFile]) -> String? {
    // To measure against each would take long where there are many.
    files.count > 200 ? nil : nearMiss(to: name, among: files.map { Self.name(of: $0.path) })
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
