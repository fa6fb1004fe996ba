internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A folder that nobody else can read, for files that another program is to see.
public struct TemporaryFolder: Sendable {
  /// Its path, which is absolute.
  public let path: String

  /// Those that are there.
  private static let paths = Mutex<Set<String>>([])

  /// Makes a folder in the one that the variable `TMPDIR` names, or in `/tmp`.
  ///
  /// - Throws: The system's reason.
  public init(_ name: String) throws(FileError) {
    let variable = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let template = (variable.hasPrefix("/") ? variable : "/tmp") + "/" + name + "-XXXXXX"
    var bytes = Array(template.utf8CString)
    // `mkdtemp` replaces the six letters at the end of the string, which ends in a zero.
    let isMade = bytes.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkdtemp($0) != nil } ?? false }
    guard isMade else { throw FileError(path: template, code: errno) }
    path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let made = path
    _ = TemporaryFolder.paths.withLock { $0.insert(made) }
  }

  /// Removes it with all in it.
  public func remove() {
    try? Files.removeTree(path)
    _ = TemporaryFolder.paths.withLock { $0.remove(path) }
  }

  /// Removes all that this process has made: when it is about to end.
  public static func removeAll() {
    for path in paths.withLock({ $0 }) { try? Files.removeTree(path) }
  }
}
