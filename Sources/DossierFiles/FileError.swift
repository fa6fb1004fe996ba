#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A failure of the file system.
public struct FileError: Error, Hashable, Sendable {
  /// The path in question.
  public var path: String
  /// The system's number for it.
  public var code: Int32

  /// Creates an error from a path and `errno`.
  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// That a file is larger than can be.
  public static func tooLarge(_ path: String) -> FileError { FileError(path: path, code: EFBIG) }

  /// The system's words, in lower case: "permission denied".
  public var reason: String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// Whether there is nothing at the path.
  public var isNotFound: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether this process may not do what it tried, or nobody may.
  public var isNotAllowed: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// Whether the file is over the limit given to `Files.read`.
  public var isTooLarge: Bool { code == EFBIG }

  /// Whether nobody reads any more what is written.
  public var isClosedPipe: Bool { code == EPIPE }
}
