#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The time of day: only for how old an answer is.
public enum WallClock {
  /// The seconds since the start of 1970.
  public static var seconds: Int { time(nil) }
}
