#if canImport(Glibc) || canImport(Musl)
  #if canImport(Musl)
    internal import Musl
  #else
    internal import Glibc
  #endif

  /// Linux's news of folders (inotify), as one descriptor.
  struct FolderEvents {
    let descriptor: Int32
    private let owner: OwnedDescriptor
    /// The path of each watch whose folder counts as a whole.
    private var folders: [Int32: String] = [:]
    /// The names that count in folders of which others do not.
    private var names: [Int32: Set<String>] = [:]
    /// Moves whose other end is not known yet.
    private var moves: [UInt32: String] = [:]

    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_MODIFY | IN_ATTRIB
        | IN_DELETE_SELF
        | IN_MOVE_SELF | IN_ONLYDIR)

    init?() {
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard descriptor >= 0 else { return nil }
      owner = OwnedDescriptor(descriptor)
    }

    /// Watches folders and those below them, and returns whether the system had room for all. A folder that is watched
    /// already stays so.
    mutating func add(_ folders: [FolderWatch.Folder], excluding excluded: FileIdentity?) -> Bool {
      for folder in folders {
        guard add(folder) else { return false }
        if folder.name != nil { continue }
        var hasRoom = true
        FolderWatch.visit(folder, excluding: excluded) { path, status in
          if status.kind == .folder { hasRoom = add(FolderWatch.Folder(path)) }
          return hasRoom
        }
        guard hasRoom else { return false }
      }
      return true
    }

    private mutating func add(_ folder: FolderWatch.Folder) -> Bool {
      let watch = inotify_add_watch(descriptor, folder.path, Self.mask)
      // A folder that is gone is no lack of room.
      guard watch >= 0 else { return errno != ENOSPC && errno != ENOMEM }
      if let name = folder.name {
        names[watch, default: []].insert(name)
      } else {
        folders[watch] = folder.path
      }
      return true
    }

    /// Adds what has happened to a burst.
    mutating func read(into burst: inout Burst) {
      // The system fills the buffer with whole events: a head, and a name of as many bytes as the head says, with zeros at
      // its end. Both are held against `count` before they are read.
      withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
        while true {
          let count = systemRead(
            descriptor, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), buffer.count)
          guard count > 0 else { return }
          var place = 0
          let head = MemoryLayout<inotify_event>.size
          while place + head <= count {
            let event = buffer.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
            let end = place + head + Int(event.len)
            guard end <= count else { break }
            let name = buffer[(place + head)..<end].prefix { $0 != 0 }
            add(event, String(validating: name, as: UTF8.self), &burst)
            place = end
          }
        }
      }
    }

    private mutating func add(_ event: inotify_event, _ name: String?, _ burst: inout Burst) {
      func isAny(_ kinds: Int32...) -> Bool { kinds.contains { event.mask & UInt32(bitPattern: $0) != 0 } }
      if isAny(Int32(IN_Q_OVERFLOW)) { return burst.isEverything = true }
      if isAny(Int32(IN_IGNORED)) {
        folders[event.wd] = nil
        names[event.wd] = nil
        return
      }
      if isAny(Int32(IN_DELETE_SELF), Int32(IN_MOVE_SELF)) { return burst.isEverything = true }
      guard let name, !name.isEmpty, FolderWatch.counts(name) else { return }
      if names[event.wd]?.contains(name) == true,
        isAny(Int32(IN_CREATE), Int32(IN_DELETE), Int32(IN_MOVED_TO), Int32(IN_MOVED_FROM))
      {
        burst.isEverything = true
      }
      // Whatever else happens beside these names is somebody else's business.
      guard let folder = folders[event.wd] else { return }
      if isAny(Int32(bitPattern: UInt32(IN_ISDIR))) {
        if !isAny(Int32(IN_ATTRIB)) { burst.isEverything = true }
        return
      }
      let path = folder + "/" + name
      if isAny(Int32(IN_MOVED_FROM)) { moves[event.cookie] = path }
      if isAny(Int32(IN_MOVED_TO)), let old = moves.removeValue(forKey: event.cookie) { burst.moved(old) }
      let isWhole = isAny(Int32(IN_CLOSE_WRITE), Int32(IN_MOVED_TO), Int32(IN_ATTRIB))
      burst.add(path, isFinished: isWhole && Files.status(path).map { $0.size > 0 } ?? false)
      if moves.count > 1_000 { moves = [:] }
    }
  }
#else
  /// No system but Linux tells of all that happens below a folder by a descriptor.
  struct FolderEvents {
    let descriptor: Int32 = -1
    init?() { return nil }
    mutating func add(_ folders: [FolderWatch.Folder], excluding excluded: FileIdentity?) -> Bool { false }
    mutating func read(into burst: inout Burst) {}
  }
#endif

/// A descriptor that is closed with its last owner.
final class OwnedDescriptor: Sendable {
  private let descriptor: Int32
  init(_ descriptor: Int32) { self.descriptor = descriptor }
  deinit { systemClose(descriptor) }
}
