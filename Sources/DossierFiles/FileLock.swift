#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A file that one process at a time may hold. The system lets go of it when the process ends, however it ends, so
/// there is no stale lock.
public final class FileLock: Sendable {
  private let descriptor: Int32

  /// What an attempt to lock a file came to.
  public enum Attempt: Sendable {
    /// The lock is ours as long as the value lives.
    case locked(FileLock)
    /// Somebody else holds it.
    case busy
    /// The file was removed or replaced meanwhile, so a lock on it would be worth nothing.
    case gone
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Creates the file where it is missing and locks it, without waiting (`flock`). Where the file system has no
  /// locks, the file counts as locked.
  public static func attempt(_ path: String) throws(FileError) -> Attempt {
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    let lock = FileLock(descriptor: descriptor)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return .busy }
      break
    }
    // Whoever held the lock before may have removed the file between our two calls.
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw FileError(path: path, code: errno) }
    let isSame = Files.status(path, followLinks: false)?.identity == FileStatus(information).identity
    return isSame ? .locked(lock) : .gone
  }
}
