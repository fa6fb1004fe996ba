internal import CMicroHTTPD
internal import DossierFiles
internal import DossierModel

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Answers the requests that libmicrohttpd's thread hands on.
final class RequestHandler: Sendable {
  private let respond: @Sendable (FileRequest) -> FileResponse
  /// The streams of a live site, and what is told in them.
  let streams = EventStreams()
  private let news: @Sendable (_ page: String, _ tag: String) -> String

  /// - Parameter news: What a page is told; of a folder there are none.
  init(
    respond: @escaping @Sendable (FileRequest) -> FileResponse,
    news: @escaping @Sendable (String, String) -> String = { _, _ in "" }
  ) {
    self.respond = respond
    self.news = news
  }

  /// Sends all who look at a page what is new of it.
  func tellNews() { streams.send(news) }

  /// Queues the answer to a request.
  fileprivate func answer(_ request: FileRequest, on connection: OpaquePointer) -> MHD_Result {
    // A build may replace the file after the decision and before it is opened: then the decision is made anew, so that
    // length and tag are those of the bytes that are sent.
    for _ in 0..<10 {
      let answer = respond(request)
      if let response = body(of: answer, request, connection) {
        return queue(answer, response, on: connection)
      }
    }
    let answer = FileResponse.plain(503, "the file is changing; ask again\n")
    guard let response = body(of: answer, request, connection) else { return .NO }
    return queue(answer, response, on: connection)
  }

  /// Returns the library's response, or nothing where the file is not the one that was decided on. To HEAD and with 304
  /// the library sends the length of the body only.
  private func body(
    of answer: FileResponse, _ request: FileRequest, _ connection: OpaquePointer
  ) -> OpaquePointer? {
    switch answer.body {
    case .text(let text): return copied(Array(text.utf8)[...])
    case .bytes(let bytes): return copied(bytes)
    case .events(let page, let tag):
      if request.method != "GET" { return copied([]) }
      return EventStreamReader.response(streams, page: page, tag: tag, news: news, on: connection)
    case .file(let path, let offset, let count, let tag):
      guard let (descriptor, status) = try? Files.open(path) else { return nil }
      // On success the response owns the descriptor and closes it.
      if status.kind == .file, StaticFiles.tag(of: status) == tag,
        let response = MHD_create_response_from_fd_at_offset64(UInt64(count), descriptor, UInt64(offset))
      {
        return response
      }
      close(descriptor)
      return nil
    }
  }

  private func copied(_ bytes: ArraySlice<UInt8>) -> OpaquePointer? {
    // The bytes are copied during the call, and never written to.
    var bytes = bytes
    return bytes.withUnsafeMutableBytes {
      MHD_create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
    }
  }

  private func queue(
    _ answer: FileResponse, _ response: OpaquePointer, on connection: OpaquePointer
  ) -> MHD_Result {
    // The library counts references: the response lives until it is sent.
    defer { MHD_destroy_response(response) }
    for (name, value) in answer.headers.sorted(by: { $0.key < $1.key }) {
      MHD_add_response_header(response, name, value)
    }
    return MHD_queue_response(connection, UInt32(answer.status), response)
  }
}

/// What comes with a request, while it comes: kept from one call of the library's to the next.
private final class Upload {
  var body: [UInt8] = []
  /// The most that anything here needs.
  static let limit = 16_384
}

/// libmicrohttpd's callback: called once with the headers, then with what comes behind them, and again when all has come.
///
/// An answer at the first call makes the library close the connection, so it is kept for the last. But for a body that
/// nobody needs, or of unknown length, nothing here waits.
func answer(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ upload: UnsafePointer<CChar>?,
  _ uploadSize: UnsafeMutablePointer<Int>?, _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  // The pointers are the library's and good during the call; the texts end in a zero.
  guard let context, let connection, let url, let method, let state, let uploadSize else { return .NO }
  let handler = Unmanaged<RequestHandler>.fromOpaque(context).takeUnretainedValue()
  func header(_ name: String) -> String? {
    MHD_lookup_connection_value(connection, .HEADER_KIND, name).map { String(cString: $0) }
  }
  let verb = String(cString: method)
  var request = FileRequest(
    method: verb, path: String(cString: url), host: header("Host"), range: header("Range"),
    ifNoneMatch: header("If-None-Match"), ifRange: header("If-Range"))
  if state.pointee == nil {
    let length = header("Content-Length").flatMap { Int($0) } ?? 0
    let isTaken = verb == "POST" && length <= Upload.limit || length == 0 && header("Content-Length") == nil
    if isTaken, header("Transfer-Encoding") == nil {
      // The reference is given back in `completed`, which the library calls for each request that has a state.
      state.pointee = Unmanaged.passRetained(Upload()).toOpaque()
      return .YES
    }
    return handler.answer(request, on: connection)
  }
  guard let kept = state.pointee else { return .NO }
  let body = Unmanaged<Upload>.fromOpaque(kept).takeUnretainedValue()
  if uploadSize.pointee > 0 {
    guard let upload, body.body.count + uploadSize.pointee <= Upload.limit else { return .NO }
    upload.withMemoryRebound(to: UInt8.self, capacity: uploadSize.pointee) {
      body.body += UnsafeBufferPointer(start: $0, count: uploadSize.pointee)
    }
    uploadSize.pointee = 0
    return .YES
  }
  request.body = body.body
  request.token = header("X-Dossier-Token")
  request.origin = header("Origin")
  for name in FileRequest.valueNames {
    guard let value = MHD_lookup_connection_value(connection, .GET_ARGUMENT_KIND, name),
      let bytes = percentDecoded(Array(String(cString: value).utf8)[...], isStrict: true)
    else { continue }
    request.values[name] = String(decoding: bytes, as: UTF8.self)
  }
  return handler.answer(request, on: connection)
}

/// libmicrohttpd's callback at the end of each request.
func completed(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ reason: MHD_RequestTerminationCode
) {
  guard let kept = state?.pointee else { return }
  Unmanaged<Upload>.fromOpaque(kept).release()
  state?.pointee = nil
}
