#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What stands at a path.
public struct FileStatus: Sendable {
  /// What it is.
  public var kind: Kind
  /// The size in bytes.
  public var size: Int
  /// When it was last changed, in nanoseconds since 1970.
  public var modified: Int64
  /// Which file it is, whatever path leads to it.
  public var identity: FileIdentity

  /// What stands at a path.
  public enum Kind: Sendable {
    case file
    case folder
    case link
    /// A device, socket or pipe.
    case other
  }

  init(_ information: stat) {
    switch information.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    #if canImport(Darwin)
      let time = information.st_mtimespec
    #else
      let time = information.st_mtim
    #endif
    size = Int(information.st_size)
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    identity = FileIdentity(device: UInt64(information.st_dev), inode: UInt64(information.st_ino))
  }
}

/// Which file it is, whatever path leads to it: for finding loops of links.
public struct FileIdentity: Hashable, Sendable {
  /// The file system.
  public var device: UInt64
  /// The file in it.
  public var inode: UInt64
}

/// A name in a folder.
public struct FileName: Hashable, Sendable {
  /// The name; where it is not valid UTF-8, with U+FFFD in it.
  public var text: String
  /// Whether the name is valid UTF-8, so that `text` opens the file.
  public var isUTF8: Bool
}
