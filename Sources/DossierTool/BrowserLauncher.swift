#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The system's own way to open an address in a browser.
enum BrowserLauncher {
  #if canImport(Darwin)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// Opens an address, without waiting for the browser, and returns whether there is a program for that.
  static func open(_ address: String) -> Bool {
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    // The list ends with nothing, as the call demands, and its texts live until the call returns.
    return posix_spawnp(&process, program, nil, nil, &words, environ) == 0
  }
}
