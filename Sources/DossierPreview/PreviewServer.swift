internal import CMicroHTTPD
internal import DossierFiles
public import DossierModel
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A web server for a folder of static files, on this machine only, over libmicrohttpd.
///
///     let server = try PreviewServer(folder: "site", port: 8000)
///     print("http://127.0.0.1:\(server.port)/")
public final class PreviewServer: Sendable {
  /// The port that it listens on.
  public let port: UInt16
  private let daemon: Daemon

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - folder: The folder to serve.
  ///   - host: The address to listen on, in numbers.
  ///   - port: The port; 0 for any that is free.
  /// - Throws: Why it can't listen there.
  public init(folder: String, host: String = "127.0.0.1", port: UInt16) throws(Diagnostic) {
    guard let root = Files.realPath(folder), Files.status(root)?.kind == .folder else {
      throw .noSite(folder)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { throw .badHost(host) }
    let (socket, bound) = try PreviewServer.listen(on: address, host: host)
    self.port = bound
    // libmicrohttpd holds an unretained pointer to the handler: `Daemon` keeps it until the daemon has stopped.
    let handler = RequestHandler(files: StaticFiles(root: root, port: bound))
    guard let daemon = Daemon(socket: socket, handler: handler) else {
      close(socket)
      throw .cannotListen(host, bound, "the server did not start")
    }
    self.daemon = daemon
  }

  /// Stops the server and frees the port. Requests in hand are ended.
  public func stop() { daemon.stop() }

  /// Returns a socket that listens at an address, and its port.
  private static func listen(on address: sockaddr_in, host: String) throws(Diagnostic) -> (Int32, UInt16) {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    let port = UInt16(bigEndian: address.sin_port)
    guard descriptor >= 0 else { throw .cannotListen(host, port, String(cString: strerror(errno))) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var bound = address
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    // `sockaddr_in` begins as a `sockaddr` does, which is how the calls take it.
    let result = withUnsafeMutablePointer(to: &bound) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && Self.listenSystem(descriptor)
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard result else {
      let code = errno
      close(descriptor)
      throw code == EADDRINUSE ? .portBusy(port) : .cannotListen(host, port, String(cString: strerror(code)))
    }
    return (descriptor, UInt16(bigEndian: bound.sin_port))
  }

  private static func listenSystem(_ descriptor: Int32) -> Bool { systemListen(descriptor, 64) == 0 }
}

private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 { listen(descriptor, backlog) }

/// Answers requests; called by libmicrohttpd's thread.
private final class RequestHandler: Sendable {
  let files: StaticFiles

  init(files: StaticFiles) { self.files = files }
}

/// A running daemon of libmicrohttpd, stopped once: by `stop`, or with its last reference.
private final class Daemon: Sendable {
  /// The address of the daemon; 0 once it has stopped.
  private let address: Mutex<UInt>
  private let handler: RequestHandler

  init?(socket: Int32, handler: RequestHandler) {
    self.handler = handler
    // The callback gets back, as its context, the handler that this object keeps alive as long as the daemon runs.
    let context = Unmanaged.passUnretained(handler).toOpaque()
    guard let daemon = dossier_start_daemon(socket, answer, context) else { return nil }
    address = Mutex(UInt(bitPattern: daemon))
  }

  deinit { stop() }

  func stop() {
    let running = address.withLock { address in
      defer { address = 0 }
      return address
    }
    if let daemon = OpaquePointer(bitPattern: running) { MHD_stop_daemon(daemon) }
  }
}

/// libmicrohttpd's callback for a request. It runs once the headers are there, and again for a body, which is refused
/// with the first answer.
private func answer(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ upload: UnsafePointer<CChar>?,
  _ uploadSize: UnsafeMutablePointer<Int>?, _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let connection, let url, let method else { return .NO }
  let handler = Unmanaged<RequestHandler>.fromOpaque(context).takeUnretainedValue()
  func header(_ name: String) -> String? {
    MHD_lookup_connection_value(connection, .HEADER_KIND, name).map { String(cString: $0) }
  }
  let request = FileRequest(
    method: String(cString: method), path: String(cString: url), host: header("Host"), range: header("Range"),
    ifNoneMatch: header("If-None-Match"), ifRange: header("If-Range"))
  return send(handler.files.response(to: request), to: connection)
}

private func send(_ answer: FileResponse, to connection: OpaquePointer) -> MHD_Result {
  let response: OpaquePointer?
  switch answer.body {
  case .none: response = MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
  case .text(let text):
    // The buffer is copied during the call.
    var bytes = Array(text.utf8)
    response = bytes.withUnsafeMutableBytes {
      MHD_create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
    }
  case .file(let path, let offset, let count):
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .NO }
    // The response owns the descriptor and closes it.
    response = MHD_create_response_from_fd_at_offset64(UInt64(count), descriptor, UInt64(offset))
  }
  guard let response else { return .NO }
  defer { MHD_destroy_response(response) }
  for (name, value) in answer.headers { MHD_add_response_header(response, name, value) }
  return MHD_queue_response(connection, UInt32(answer.status), response)
}
