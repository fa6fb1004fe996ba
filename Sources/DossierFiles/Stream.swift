#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A file, pipe or terminal that is read or written from its beginning on.
public struct Stream: Sendable {
  /// The process's standard input.
  public static let input = Stream(descriptor: STDIN_FILENO, name: "-")
  /// The process's standard output.
  public static let output = Stream(descriptor: STDOUT_FILENO, name: "-")

  /// The process's standard error.
  public static let messages = Stream(descriptor: STDERR_FILENO, name: "-")

  private let descriptor: Int32
  private let name: String

  private init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Calls `body` with a file opened for reading, and closes it.
  public static func withFile<Result>(
    _ path: String, _ body: (Stream) async throws(FileError) -> Result
  ) async throws(FileError) -> Result {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(descriptor) }
    return try await body(Stream(descriptor: descriptor, name: path))
  }

  /// Returns what has arrived, up to `limit` bytes; waits until something has. Empty at the end.
  ///
  /// What is there already is read in one go, so that a fast writer is read in large pieces and a slow one at once.
  public func read(limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      var failure: Int32 = 0
      // The buffer has room for what is asked for.
      let piece = [UInt8](unsafeUninitializedCapacity: min(limit - bytes.count, 1 << 18)) { buffer, count in
        var got = -1
        repeat {
          got = systemRead(descriptor, buffer.baseAddress, buffer.count)
        } while got < 0 && errno == EINTR
        if got < 0 { failure = errno } else { count = got }
      }
      guard failure == 0 else { throw FileError(path: name, code: failure) }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard !piece.isEmpty, poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0 else { break }
    }
    return bytes
  }

  /// Writes all bytes. Where nobody reads any more, the error says `isClosedPipe`.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var written = 0
      // `written` never passes the buffer's count.
      while written < buffer.count {
        let put = systemWrite(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if put < 0, errno == EINTR { continue }
        if put <= 0 {
          failure = put < 0 ? errno : EIO
          return
        }
        written += put
      }
    }
    guard failure == 0 else { throw FileError(path: name, code: failure) }
  }
}
