internal import Synchronization

/// Returns `body(0)`, `body(1)` … in order, worked out by up to `jobs` tasks at once.
///
/// Each task takes the next few numbers that nobody has taken, so that one long document does not hold up the
/// others; the order of the result does not depend on who was first.
///
/// - Parameters:
///   - progress: Told how many are done, now and then.
///   - body: Given the number, and a buffer that the task keeps from one call to the next.
package func parallelMap<Value: Sendable>(
  _ count: Int, jobs: Int, progress: @escaping @Sendable (Int) -> Void,
  _ body: @escaping @Sendable (Int, inout [UInt8]) -> Value
) async -> [Value] {
  guard jobs > 1, count > 1 else {
    var buffer: [UInt8] = []
    return (0..<count).map { index in
      if index % 64 == 63 { progress(index + 1) }
      return body(index, &buffer)
    }
  }
  let chunk = max(1, min(16, count / (jobs * 8)))
  let next = Counter()
  let parts = await withTaskGroup(of: [(start: Int, values: [Value])].self) { group in
    for _ in 0..<min(jobs, count) {
      group.addTask {
        var done: [(start: Int, values: [Value])] = []
        var buffer: [UInt8] = []
        while true {
          let start = next.value.wrappingAdd(chunk, ordering: .relaxed).oldValue
          guard start < count else { return done }
          done.append((start, (start..<min(count, start + chunk)).map { body($0, &buffer) }))
          progress(start)
        }
      }
    }
    var parts: [(start: Int, values: [Value])] = []
    for await part in group { parts += part }
    return parts
  }
  return parts.sorted { $0.start < $1.start }.flatMap(\.values)
}

/// A number that tasks share.
private final class Counter: Sendable {
  let value = Atomic<Int>(0)
}
