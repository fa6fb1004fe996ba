internal import CMicroHTTPD
internal import DossierFiles

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Answers the requests that libmicrohttpd's thread hands on.
final class RequestHandler: Sendable {
  private let files: StaticFiles

  init(files: StaticFiles) { self.files = files }

  /// Queues the answer to a request.
  fileprivate func answer(_ request: FileRequest, on connection: OpaquePointer) -> MHD_Result {
    // A build may replace the file after the decision and before it is opened: then the decision is made anew, so that
    // length and tag are those of the bytes that are sent.
    for _ in 0..<10 {
      let answer = files.response(to: request)
      if let response = body(of: answer) { return queue(answer, response, on: connection) }
    }
    let answer = files.plain(503, "the file is changing; ask again\n")
    guard let response = body(of: answer) else { return .NO }
    return queue(answer, response, on: connection)
  }

  /// Returns the library's response, or nothing where the file is not the one that was decided on. To HEAD and with 304
  /// the library sends the length of the body only.
  private func body(of answer: FileResponse) -> OpaquePointer? {
    switch answer.body {
    case .text(let text):
      // The bytes are copied during the call, and never written to.
      var bytes = Array(text.utf8)
      return bytes.withUnsafeMutableBytes {
        MHD_create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
      }
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

/// libmicrohttpd's callback: called once with the headers, and again when all of the request has come.
///
/// An answer at the first call makes the library close the connection, so it is kept for the second. But where a body
/// follows, nothing here waits for it.
func answer(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ upload: UnsafePointer<CChar>?,
  _ uploadSize: UnsafeMutablePointer<Int>?, _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  // The pointers are the library's and good during the call; the texts end in a zero.
  guard let context, let connection, let url, let method, let state else { return .NO }
  let handler = Unmanaged<RequestHandler>.fromOpaque(context).takeUnretainedValue()
  func header(_ name: String) -> String? {
    MHD_lookup_connection_value(connection, .HEADER_KIND, name).map { String(cString: $0) }
  }
  if state.pointee == nil, header("Content-Length") == nil, header("Transfer-Encoding") == nil {
    // Any pointer will do to tell the second call from the first; it is never read through.
    state.pointee = context
    return .YES
  }
  let request = FileRequest(
    method: String(cString: method), path: String(cString: url), host: header("Host"), range: header("Range"),
    ifNoneMatch: header("If-None-Match"), ifRange: header("If-Range"))
  return handler.answer(request, on: connection)
}
