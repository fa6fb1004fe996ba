#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Waits for changes below folders.
///
/// Linux tells of them (inotify); elsewhere, and where asked for, all files are looked at twice a second, which is
/// needed on network shares and in containers. One save is one change, however an editor does it: by writing in place,
/// by emptying and filling, or by moving another file over the old one; and so is a burst of saves.
public struct FolderWatch {
  /// A folder to watch.
  public struct Folder: Hashable, Sendable {
    /// The folder.
    public var path: String
    /// The only name in it that counts, itself not looked into; nothing for the folder with all below it.
    public var name: String?

    /// Names a folder.
    public init(_ path: String, only name: String? = nil) {
      self.path = path
      self.name = name
    }
  }

  /// What became known.
  public enum News: Hashable, Sendable {
    /// Something may have changed at these paths: each is a folder's path as it was given, "/" and what is below it.
    case files(Set<String>)
    /// So much may have changed that everything has to be looked at.
    case everything
    /// Nothing happened in the time given.
    case nothing
    /// Somebody wrote to the descriptor that ends the waiting.
    case woken
  }

  /// How often files are looked at where the system tells of nothing, in milliseconds.
  static let pollInterval = 500
  /// How long nothing must happen before a change counts as whole, in milliseconds: where each file was closed or moved
  /// into place, and where one was removed, emptied or is still open.
  static let (quiet, unfinishedQuiet) = (10, 100)
  /// The longest time that a burst is waited for.
  static let longestBurst = 1_000

  private let folders: [Folder]
  private let excluded: FileIdentity?
  private var events: FolderEvents?
  private var snapshot: [String: FileStamp] = [:]

  /// Whether files are looked at rather than told of.
  public var isPolling: Bool { events == nil }

  /// Starts to watch.
  ///
  /// - Parameters:
  ///   - excluded: A folder that does not count, wherever it stands.
  ///   - isPolling: Whether the system's own news are not used.
  /// - Complexity: O(folders), and O(files) where they are looked at.
  public init(_ folders: [Folder], excluding excluded: String? = nil, isPolling: Bool = false) {
    self.folders = folders
    self.excluded = excluded.flatMap { Files.status($0)?.identity }
    if !isPolling {
      events = FolderEvents()
      // Where the system has no room for so many, polling goes on.
      if events?.add(folders, excluding: self.excluded) == false { events = nil }
    }
    if events == nil { snapshot = look() }
  }

  /// Waits for news.
  ///
  /// - Parameters:
  ///   - wake: A descriptor that ends the waiting when it can be read.
  ///   - milliseconds: The longest time to wait.
  public mutating func next(wake: Int32, milliseconds: Int) -> News {
    events == nil ? poll(wake: wake, milliseconds: milliseconds) : listen(wake, milliseconds)
  }

  // MARK: - Told by the system

  private mutating func listen(_ wake: Int32, _ milliseconds: Int) -> News {
    guard var events else { return .everything }
    defer { self.events = events }
    var burst = Burst()
    let start = ContinuousClock.now
    var firstChange: ContinuousClock.Instant?
    while true {
      let wait = burst.isEmpty ? milliseconds : burst.isFinished ? Self.quiet : Self.unfinishedQuiet
      switch waitToRead(events.descriptor, or: wake, milliseconds: wait) {
      case .second: return .woken
      case .first: events.read(into: &burst)
      case .neither:
        if burst.isEmpty { return .nothing }
        return end(burst, &events)
      }
      let now = ContinuousClock.now
      if burst.isEmpty {
        // What does not count may happen all the time.
        if start.duration(to: now) >= .milliseconds(milliseconds) { return .nothing }
      } else if let firstChange {
        if firstChange.duration(to: now) > .milliseconds(Self.longestBurst) { return end(burst, &events) }
      } else {
        firstChange = now
      }
    }
  }

  private func end(_ burst: Burst, _ events: inout FolderEvents) -> News {
    guard burst.isEverything else { return .files(burst.paths) }
    // Folders may have come, and what was in them by then, nobody told of.
    _ = events.add(folders, excluding: excluded)
    return .everything
  }

  // MARK: - Looked at

  private mutating func poll(wake: Int32, milliseconds: Int) -> News {
    let start = ContinuousClock.now
    var interval = Self.pollInterval
    while true {
      guard waitToRead(wake, or: nil, milliseconds: min(interval, milliseconds)) == .neither else {
        return .woken
      }
      let began = ContinuousClock.now
      var new = look()
      // Looking shall never take more than a tenth of the time.
      interval = max(Self.pollInterval, Int(began.duration(to: .now) / .milliseconds(1)) * 10)
      if new != snapshot {
        // A file that is being written looks different a moment later.
        var last = snapshot
        for _ in 0..<10 where new != last {
          last = new
          guard waitToRead(wake, or: nil, milliseconds: Self.unfinishedQuiet) == .neither else {
            return .woken
          }
          new = look()
        }
        let changed = Set(new.keys).union(snapshot.keys).filter { new[$0] != snapshot[$0] }
        snapshot = new
        if !changed.isEmpty { return .files(changed) }
      }
      if start.duration(to: .now) >= .milliseconds(milliseconds) { return .nothing }
    }
  }

  /// Returns what tells a file from its later self, for all files.
  private func look() -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for folder in folders {
      FolderWatch.visit(folder, excluding: excluded) { path, status in
        if status.kind != .folder {
          stamps[path] = Files.status(path).map(FileStamp.init) ?? FileStamp(status)
        }
        return true
      }
    }
    return stamps
  }

  /// Calls `body` with everything in a folder that counts, until it says no.
  static func visit(
    _ folder: Folder, excluding excluded: FileIdentity?, _ body: (String, FileStatus) -> Bool
  ) {
    if let name = folder.name {
      let path = folder.path + "/" + name
      if let status = Files.status(path) { _ = body(path, status) }
      return
    }
    var pending = [folder.path]
    while let path = pending.popLast() {
      for name in (try? Files.names(in: path)) ?? [] where counts(name.text) && name.isUTF8 {
        let below = path + "/" + name.text
        guard let status = Files.status(below, followLinks: false), status.identity != excluded else {
          continue
        }
        guard body(below, status) else { return }
        if status.kind == .folder { pending.append(below) }
      }
    }
  }

  /// Whether a file of this name can matter: hidden ones and editors' own copies do not.
  static func counts(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.hasPrefix("#") && !name.hasSuffix("~") && name != "4913"
  }
}

/// What tells a file from its later self, as far as its status can.
public struct FileStamp: Hashable, Sendable {
  private let size: Int
  private let modified: Int64
  private let identity: FileIdentity

  /// Takes the stamp of a file's status.
  public init(_ status: FileStatus) {
    size = status.size
    modified = status.modified
    identity = status.identity
  }
}

/// Changes that belong together, as they come in.
struct Burst {
  var isEverything = false
  private(set) var paths: Set<String> = []
  /// Those that look as if more were to come.
  private var unfinished: Set<String> = []

  var isEmpty: Bool { paths.isEmpty && !isEverything }
  var isFinished: Bool { unfinished.isEmpty }

  mutating func add(_ path: String, isFinished: Bool) {
    paths.insert(path)
    if isFinished { unfinished.remove(path) } else { unfinished.insert(path) }
  }

  /// Takes back what was said of a path that has been moved to another one.
  mutating func moved(_ path: String) { unfinished.remove(path) }
}

/// What can be read, of two descriptors.
enum Readable { case first, second, neither }

/// Waits until one of two descriptors can be read, the second first of all.
func waitToRead(_ first: Int32, or second: Int32?, milliseconds: Int) -> Readable {
  var wanted = [pollfd(fd: first, events: Int16(POLLIN), revents: 0)]
  if let second { wanted.append(pollfd(fd: second, events: Int16(POLLIN), revents: 0)) }
  // A signal only makes the time shorter.
  guard systemPoll(&wanted, Int32(clamping: milliseconds)) > 0 else { return .neither }
  if wanted.count > 1, wanted[1].revents != 0 { return .second }
  return wanted[0].revents != 0 ? .first : .neither
}

private func systemPoll(_ wanted: inout [pollfd], _ milliseconds: Int32) -> Int32 {
  poll(&wanted, nfds_t(wanted.count), milliseconds)
}
