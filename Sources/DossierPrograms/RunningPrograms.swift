internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The programs that run, by their groups of processes. A signal to this one does not reach them.
enum RunningPrograms {
  static let groups = Mutex<Set<Int32>>([])
}

extension Program {
  /// Kills all programs that run, and what they have started: for a process that is about to end.
  public static func killAll() {
    RunningPrograms.groups.withLock { groups in
      for group in groups { _ = kill(-group, SIGKILL) }
    }
  }
}
