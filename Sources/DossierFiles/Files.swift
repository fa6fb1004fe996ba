#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The file system, by the calls of POSIX. The only module that touches files.
///
/// Paths are strings of UTF-8, relative ones against the current folder. Every failure is a `FileError` with the
/// path and the system's own words.
public enum Files {
  /// Reads a whole file.
  ///
  /// - Parameter limit: The most bytes to read; a larger file throws `FileError` with `isTooLarge`.
  public static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw FileError(path: path, code: errno) }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, code: information.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    let size = Int(information.st_size)
    guard size <= limit else { throw FileError(path: path, code: EFBIG) }
    var failure: Int32 = 0
    // The buffer has `capacity` bytes, `count` of which `read` has filled; both are checked on each round.
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = systemRead(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          break
        }
        if got == 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw FileError(path: path, code: failure) }
    return bytes
  }

  /// Writes a whole file, creating or emptying it. Never follows a link in the last part of the path.
  ///
  /// - Parameter isAppended: Whether the bytes go to the end of what the file has.
  public static func write(_ bytes: [UInt8], to path: String, isAppended: Bool = false) throws(FileError) {
    let mode = isAppended ? O_APPEND : O_TRUNC
    let descriptor = systemOpen(path, O_WRONLY | O_CREAT | mode | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    var failure: Int32 = 0
    // `written` never passes the buffer's count.
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let put = systemWrite(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if put < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        written += put
      }
    }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else { throw FileError(path: path, code: failure) }
  }

  /// Returns whether a plain file at `path`, and not a link to one, holds exactly these bytes.
  ///
  /// - Complexity: O(bytes); a file of another size is not read.
  public static func holds(_ bytes: [UInt8], at path: String) -> Bool {
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
      Int(information.st_size) == bytes.count
    else { return false }
    // Each piece is compared where it was read; `read` fills at most the piece, and `done + got` is checked.
    return bytes.withUnsafeBytes { wanted in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: min(65_536, max(1, bytes.count))) { piece in
        var done = 0
        while done < wanted.count {
          let got = systemRead(descriptor, piece.baseAddress, piece.count)
          if got < 0, errno == EINTR { continue }
          guard got > 0, done + got <= wanted.count, let wanted = wanted.baseAddress,
            let read = piece.baseAddress,
            memcmp(wanted + done, read, got) == 0
          else { return false }
          done += got
        }
        return true
      }
    }
  }

  /// Opens a file for reading and returns its descriptor, which the caller has to close, and what it is.
  public static func open(_ path: String) throws(FileError) -> (descriptor: Int32, status: FileStatus) {
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else {
      let code = errno
      close(descriptor)
      throw FileError(path: path, code: code)
    }
    return (descriptor, FileStatus(information))
  }

  /// Returns what stands at `path`, or nothing where nothing does.
  ///
  /// - Parameter followLinks: Whether a symbolic link is followed to what it names.
  public static func status(_ path: String, followLinks: Bool = true) -> FileStatus? {
    var information = stat()
    guard (followLinks ? stat(path, &information) : lstat(path, &information)) == 0 else { return nil }
    return FileStatus(information)
  }

  /// Returns the names in a folder, without "." and "..", in the order of their bytes.
  public static func names(in folder: String) throws(FileError) -> [FileName] {
    let names = try rawNames(in: Array(folder.utf8CString)).map { name in
      FileName(
        text: String(decoding: name, as: UTF8.self), isUTF8: String(validating: name, as: UTF8.self) != nil)
    }
    return names.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
  }

  /// Returns the bytes of the names in a folder; `path` ends in a zero.
  private static func rawNames(in path: [CChar]) throws(FileError) -> [[UInt8]] {
    guard let stream = opendir(path) else { throw error(at: path) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      // `d_name` is a C string inside the entry, which stays until the next call.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: field.pointee)) { text in
          var length = 0
          while text[length] != 0 { length += 1 }
          return Array(UnsafeBufferPointer(start: text, count: length))
        }
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw error(at: path) }
    return names
  }

  /// The error that `errno` tells of.
  private static func error(at path: [CChar]) -> FileError {
    let code = errno
    return FileError(
      path: String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self), code: code)
  }

  /// Creates a folder, and those above it where they are missing.
  public static func createFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 { return }
    switch errno {
    case EEXIST:
      if status(path)?.kind == .folder { return }
      throw FileError(path: path, code: ENOTDIR)
    case ENOENT:
      guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
        throw FileError(path: path, code: ENOENT)
      }
      try createFolder(String(path[..<slash]))
      if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError(path: path, code: errno) }
    case let code:
      throw FileError(path: path, code: code)
    }
  }

  /// Moves a file or folder, replacing a file of the new name at once and as a whole.
  public static func rename(_ old: String, to new: String) throws(FileError) {
    guard systemRename(old, new) == 0 else { throw FileError(path: new, code: errno) }
  }

  /// Gives a file a second name (a hard link), so that it outlives a replacement of the first. A symbolic link is not
  /// followed.
  public static func link(_ file: String, as name: String) throws(FileError) {
    guard linkat(AT_FDCWD, file, AT_FDCWD, name, 0) == 0 else { throw FileError(path: file, code: errno) }
  }

  /// Removes a file or link. Nothing there is no error.
  public static func removeFile(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileError(path: path, code: errno) }
  }

  /// Removes a folder if it is empty, and returns whether it did.
  @discardableResult
  public static func removeEmptyFolder(_ path: String) -> Bool { rmdir(path) == 0 }

  /// Removes a folder with all that is in it; links are removed, never followed.
  public static func removeTree(_ path: String) throws(FileError) {
    try removeTree(Array(path.utf8CString))
  }

  /// Removes what stands at a path whose names may be no UTF-8; `path` ends in a zero.
  private static func removeTree(_ path: [CChar]) throws(FileError) {
    var information = stat()
    guard lstat(path, &information) == 0 else { return }
    guard information.st_mode & S_IFMT == S_IFDIR else {
      guard unlink(path) == 0 || errno == ENOENT else { throw error(at: path) }
      return
    }
    for name in try rawNames(in: path) {
      let below: [CChar] = [0x2F] + name.map(CChar.init(bitPattern:)) + [0]
      try removeTree(Array(path[..<(path.count - 1)]) + below)
    }
    guard rmdir(path) == 0 else { throw error(at: path) }
  }

  /// Returns the absolute path without links, or nothing where the path does not exist.
  public static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The user's home folder, as the environment names it.
  public static var homeFolder: String? {
    guard let home = getenv("HOME"), home.pointee != 0 else { return nil }
    return String(cString: home)
  }
}

// The C functions under names of their own: inside `Files` and `Stream`, `read`, `write` and `rename` mean our own.
func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
  open(path, flags, mode)
}
func systemClose(_ descriptor: Int32) { close(descriptor) }
private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
