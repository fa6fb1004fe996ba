internal import CMicroHTTPD
internal import Synchronization

/// The streams of news that browsers listen to (server-sent events, WHATWG HTML, section 9.2).
///
/// A stream that has nothing to send is suspended, and takes no time of the server's thread.
final class EventStreams: Sendable {
  /// Of `@unchecked`: a connection is the library's, good until its stream is removed, which happens under the mutex, and
  /// nothing but suspending and resuming is done to it from here, which the library allows to any thread.
  private struct Stream: @unchecked Sendable {
    var page: String
    var tag: String
    var connection: OpaquePointer
    var pending: [UInt8] = []
    var isSuspended = false
  }

  private struct State {
    var streams: [Int: Stream] = [:]
    var next = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  /// What a browser may leave unread, in bytes, before it is given up.
  private static let mostPending = 1 << 20

  /// Opens a stream, and returns its number.
  func open(page: String, tag: String, on connection: OpaquePointer) -> Int {
    state.withLock { state in
      state.next += 1
      // A browser that has lost the server asks again soon.
      state.streams[state.next] = Stream(
        page: page, tag: tag, connection: connection, pending: Array("retry: 500\n\n".utf8))
      return state.next
    }
  }

  /// Sends one stream some news.
  func send(_ news: String, to number: Int) {
    state.withLock { state in
      state.streams[number]?.pending += EventStreams.event(news)
      wake(number, &state)
    }
  }

  /// Sends each stream what `news` has for its page.
  func send(_ news: (_ page: String, _ tag: String) -> String) {
    // Many look at one page; and a page is made without holding up the server's thread.
    let pages = state.withLock { $0.streams.mapValues { ($0.page, $0.tag) } }
    var made: [String: [UInt8]] = [:]
    for (page, tag) in pages.values where made[page + " " + tag] == nil {
      made[page + " " + tag] = EventStreams.event(news(page, tag))
    }
    add { made[$0.page + " " + $0.tag] }
  }

  /// Sends all a remark, by which those that nobody listens to are found.
  func beat() { add { _ in Array(":\n\n".utf8) } }

  private func add(_ bytes: (Stream) -> [UInt8]?) {
    state.withLock { state in
      for (number, stream) in state.streams {
        guard let more = bytes(stream) else { continue }
        state.streams[number]?.pending += more
        wake(number, &state)
      }
    }
  }

  private func wake(_ number: Int, _ state: inout State) {
    guard let stream = state.streams[number], stream.isSuspended else { return }
    state.streams[number]?.isSuspended = false
    MHD_resume_connection(stream.connection)
  }

  /// Ends all streams; none can be opened after that.
  func close() {
    state.withLock { state in
      state.isClosed = true
      for number in state.streams.keys { wake(number, &state) }
    }
  }

  /// Forgets a stream whose connection ends.
  func remove(_ number: Int) { state.withLock { $0.streams[number] = nil } }

  /// Moves what there is to send into a buffer, and returns how much that was; nothing where the stream has ended.
  func take(_ number: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    state.withLock { state in
      guard !state.isClosed, let stream = state.streams[number],
        stream.pending.count <= EventStreams.mostPending
      else { return nil }
      guard !stream.pending.isEmpty else {
        state.streams[number]?.isSuspended = true
        MHD_suspend_connection(stream.connection)
        return 0
      }
      let count = min(buffer.count, stream.pending.count)
      // `count` is within both.
      for index in 0..<count { buffer[index] = stream.pending[index] }
      state.streams[number]?.pending.removeFirst(count)
      return count
    }
  }

  private static func event(_ data: String) -> [UInt8] {
    // JSON has no line breaks in it, which would end the event.
    Array("data: \(data)\n\n".utf8)
  }
}

/// What libmicrohttpd holds of one stream: given to it with the response, and freed when it frees that.
final class EventStreamReader: Sendable {
  private let streams: EventStreams
  private let number: Int

  private init(_ streams: EventStreams, _ number: Int) {
    self.streams = streams
    self.number = number
  }

  /// Returns a response that goes on for as long as the browser listens.
  static func response(
    _ streams: EventStreams, page: String, tag: String, news: (String, String) -> String,
    on connection: OpaquePointer
  ) -> OpaquePointer? {
    let number = streams.open(page: page, tag: tag, on: connection)
    // Asked for once the stream is open, so that no change falls between the two.
    streams.send(news(page, tag), to: number)
    // The response takes over the reference, and gives it back to the function that frees.
    let reader = Unmanaged.passRetained(EventStreamReader(streams, number)).toOpaque()
    return MHD_create_response_from_callback(
      UInt64.max, 4096,
      { context, _, buffer, size in
        guard let context, let buffer else { return -1 }
        let reader = Unmanaged<EventStreamReader>.fromOpaque(context).takeUnretainedValue()
        // The buffer is the library's, of `size` bytes, and good during the call.
        return buffer.withMemoryRebound(to: UInt8.self, capacity: size) {
          reader.streams.take(reader.number, into: UnsafeMutableBufferPointer(start: $0, count: size)) ?? -1
        }
      }, reader,
      { context in
        guard let context else { return }
        let reader = Unmanaged<EventStreamReader>.fromOpaque(context).takeRetainedValue()
        reader.streams.remove(reader.number)
      })
  }
}
