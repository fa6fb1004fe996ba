#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Measures stages: wall time, the processor time of all threads, and the most memory held so far.
struct StageClock: Sendable {
  let news: @Sendable (BriefingBuild.Event) -> Void

  /// A point in time.
  struct Point {
    var wall: ContinuousClock.Instant
    var processor: Double
  }

  func start() -> Point { Point(wall: .now, processor: usage().processor) }

  /// Ends a stage and adds it to the report.
  func finish(_ name: String, _ count: Int, _ unit: String, since start: Point, _ report: inout BuildReport) {
    let elapsed = (ContinuousClock.now - start.wall).components
    let now = usage()
    let stage = BuildReport.Stage(
      name: name, count: count, unit: unit,
      milliseconds: Double(elapsed.seconds) * 1e3 + Double(elapsed.attoseconds) / 1e15,
      processorMilliseconds: now.processor - start.processor, peakMemory: now.peakMemory)
    report.stages.append(stage)
    news(.finished(stage))
  }

  /// Runs a stage that gives a value and the number of things in it.
  func measure<Value>(
    _ name: String, _ unit: String, _ report: inout BuildReport, _ body: () -> (Value, Int)
  ) -> Value {
    let start = start()
    let (value, count) = body()
    finish(name, count, unit, since: start, &report)
    return value
  }

  /// Returns a function that tells how far a stage is.
  func progress(_ stage: String, _ total: Int) -> @Sendable (Int) -> Void {
    let news = news
    return { news(.progress(stage: stage, done: $0, total: total)) }
  }

  private func usage() -> (processor: Double, peakMemory: Int) {
    var usage = rusage()
    #if canImport(Darwin)
      let unit = 1
      getrusage(RUSAGE_SELF, &usage)
    #else
      let unit = 1024
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    func milliseconds(_ time: timeval) -> Double { Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3 }
    return (milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), Int(usage.ru_maxrss) * unit)
  }
}
