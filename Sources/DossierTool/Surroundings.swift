#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

internal import DossierFiles

/// What the program finds around it: its streams, its terminal, its processors. Tests give their own.
struct Surroundings: Sendable {
  /// Prints on standard output: only what was asked for.
  var output: @Sendable (String) -> Void
  /// Writes bytes on standard output.
  var bytes: @Sendable ([UInt8]) throws(FileError) -> Void
  /// Prints on standard error: everything else.
  var messages: @Sendable (String) -> Void
  /// Whether lines on standard error can be rewritten.
  var hasCursor = false
  /// Whether standard error shows colours.
  var hasColours = false
  /// How many processor cores there are.
  var cores = 1
  /// The time since some fixed moment.
  var now: @Sendable () -> Duration
  /// Opens an address in a browser, and returns whether that can be done.
  var open: @Sendable (String) -> Bool = BrowserLauncher.open

  /// Returns the surroundings of this process. From here on a closed pipe is no signal: who reads no more, as
  /// `head` does, ends no build.
  static func ofProcess() -> Surroundings {
    _ = signal(SIGPIPE, SIG_IGN)
    let start = ContinuousClock.now
    let isTerminal = isatty(STDERR_FILENO) == 1
    let terminal = variable("TERM")
    return Surroundings(
      output: { print($0, on: .output) },
      bytes: { bytes throws(FileError) in try Stream.output.write(bytes) },
      messages: { print($0, on: .messages) },
      hasCursor: isTerminal && terminal != "dumb",
      hasColours: showsColours(isTerminal: isTerminal, terminal: terminal, noColour: variable("NO_COLOR")),
      cores: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
      now: { ContinuousClock.now - start })
  }

  /// Ends the process.
  func exit(_ code: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Glibc.exit(code)
    #endif
  }

  /// Whether messages are coloured: on a terminal that can, unless the reader said no (no-color.org: by a
  /// variable that is set and not empty).
  static func showsColours(isTerminal: Bool, terminal: String?, noColour: String?) -> Bool {
    isTerminal && terminal != "dumb" && (noColour ?? "").isEmpty
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Prints what can be printed: a stream that nobody reads stops nothing.
  private static func print(_ text: String, on stream: Stream) { try? stream.write(Array(text.utf8)) }
}
