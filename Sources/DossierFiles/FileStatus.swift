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
