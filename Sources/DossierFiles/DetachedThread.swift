#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A thread for work that waits: the threads on which tasks run are as many as there are cores, and none of them may be
/// held up.
public enum DetachedThread {
  /// Runs `body` on a thread of its own.
  ///
  /// - Returns: Whether the system had a thread to give.
  public static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    // The thread takes over the reference that was made for it; where there is no thread, it is given back here.
    let code = pthread_create(
      &thread, nil,
      { argument in
        #if canImport(Darwin)
          let work: UnsafeMutableRawPointer? = argument
        #else
          let work = argument
        #endif
        if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
        return nil
      }, work)
    guard code == 0 else {
      Unmanaged<Work>.fromOpaque(work).release()
      return false
    }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
    return true
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
