internal import CProgramRun
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Another program of this computer, run without a shell.
///
/// It gets its arguments as they are, a fixed environment, an empty standard input, and a group of processes of its own,
/// which is killed as a whole when it takes too long or writes too much.
public struct Program: Hashable, Sendable {
  /// Where the program lies.
  public var path: String

  /// Creates a program from its path.
  public init(path: String) { self.path = path }

  /// Finds a program by the variable `PATH`; relative folders in it are not looked at.
  public init?(named name: String) {
    guard let variable = getenv("PATH") else { return nil }
    let folders = String(cString: variable).split(separator: ":").filter { $0.hasPrefix("/") }
    guard let found = folders.lazy.map({ $0 + "/" + name }).first(where: { access($0, X_OK) == 0 }) else {
      return nil
    }
    path = found
  }

  /// What a run may take.
  public struct Limits: Sendable {
    /// The seconds after which it is killed.
    public var seconds: Int
    /// The most bytes of output.
    public var output: Int
    /// The most bytes of address space; nothing where the program bounds itself.
    public var memory: Int?

    /// Creates limits.
    public init(seconds: Int, output: Int, memory: Int? = nil) {
      self.seconds = seconds
      self.output = output
      self.memory = memory
    }
  }

  /// What a run has written.
  public struct Output: Sendable {
    /// The whole standard output.
    public var text: [UInt8]
    /// The beginning of the standard error.
    public var complaints: [UInt8]
  }

  /// Why a run has no result.
  public enum Failure: Error, Hashable, Sendable {
    /// The program could not be started, for the system's reason.
    case notStarted(String)
    /// It took longer than so many seconds.
    case tooSlow(seconds: Int)
    /// It wrote more than so many bytes.
    case tooMuch(bytes: Int)
    /// It ended by a signal or with a code, and said this.
    case failed(String)
  }

  /// The environment: nothing of the user's, so that the same file gives the same output everywhere; no order or date
  /// that would differ from one run to the next.
  private static let environment = [
    "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=/nonexistent", "PATH=/usr/bin:/bin",
    "PYTHONHASHSEED=0", "SOURCE_DATE_EPOCH=946684800",
  ]

  /// Runs the program to its end and returns what it has written.
  ///
  /// - Parameter arguments: None may hold a zero byte: the program would see its beginning only.
  public func run(_ arguments: [String], _ limits: Limits) throws(Failure) -> Output {
    let started = withCStrings([path] + arguments) { arguments in
      withCStrings(Program.environment) { environment in
        var run = program_run()
        let code = program_run_start(
          path, arguments, environment, UInt64(limits.seconds), UInt64(limits.memory ?? 0), &run)
        return (code, run)
      }
    }
    guard started.0 == 0 else { throw .notStarted(String(cString: strerror(started.0))) }
    let group = started.1.process
    _ = RunningPrograms.groups.withLock { $0.insert(group) }
    defer { _ = RunningPrograms.groups.withLock { $0.remove(group) } }
    var reading = ProgramReading(started.1, of: self, limits)
    return try reading.result()
  }

  /// Lends strings as C wants them: pointers, and a null after them. The copies live until `body` returns.
  private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
