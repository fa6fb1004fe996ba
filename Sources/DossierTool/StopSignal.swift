#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif
internal import DossierFiles
internal import Synchronization

/// The user's wish to stop a server: Ctrl-C, or a polite `kill`.
enum StopSignal {
  /// Where the handler writes. A handler may do little more than that, so the waiting is done on a pipe.
  private static let pipeEnd = Atomic<Int32>(-1)

  /// Returns a descriptor that can be read once the process is told to stop, which `heed` makes it wait for.
  static func descriptor() -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return -1 }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // This also makes the static value, which a handler must not be the first to do.
    pipeEnd.store(ends[1], ordering: .sequentiallyConsistent)
    return ends[0]
  }

  /// From here on a signal is told to who reads the descriptor; until then it ends the process, as a second one does.
  static func heed() {
    for number in [SIGINT, SIGTERM] {
      _ = signal(number) { number in
        let code = errno
        signal(number, SIG_DFL)
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(StopSignal.pipeEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = code
      }
    }
  }

  /// Has `cleanUp` run when the process is told to stop, before it ends.
  static func beforeEnd(_ cleanUp: @escaping @Sendable () -> Void) {
    let descriptor = descriptor()
    let isStarted = DetachedThread.start {
      var number: UInt8 = 0
      while read(descriptor, &number, 1) < 0, errno == EINTR {}
      cleanUp()
      kill(getpid(), Int32(number))
    }
    if isStarted { heed() }
  }

  /// Returns when the process is told to stop.
  static func wait() async {
    let descriptor = descriptor()
    heed()
    await withCheckedContinuation { continuation in
      let isStarted = DetachedThread.start {
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) < 0, errno == EINTR {}
        continuation.resume()
      }
      if !isStarted { continuation.resume() }
    }
  }
}
