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

/// A web server for a folder of static files or a live site, on this machine only, over libmicrohttpd.
///
///     let server = try PreviewServer(folder: "site", port: 8000)
///     print("http://127.0.0.1:\(server.port)/")
///
/// One thread answers, and no connection may be idle for more than 30 seconds. Files are sent by the system, never read
/// as a whole.
public final class PreviewServer: Sendable {
  /// The port that it listens on.
  public let port: UInt16
  private let daemon: Daemon

  /// How many connections are answered at once; the next ones wait.
  static let mostConnections: UInt32 = 2_000

  /// Starts a server for a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder to serve.
  ///   - host: The address to listen on: "localhost", or numbers such as 127.0.0.1.
  ///   - port: The port; 0 for any that is free.
  /// - Throws: Why it can't listen there.
  public convenience init(folder: String, host: String = "127.0.0.1", port: UInt16) throws(Diagnostic) {
    guard let root = Files.realPath(folder), Files.status(root)?.kind == .folder else {
      throw .noSite(folder)
    }
    try self.init(host: host, port: port) { hosts in
      let files = StaticFiles(root: root, hosts: hosts)
      return RequestHandler { files.response(to: $0) }
    }
  }

  /// Starts a server for a live site.
  public convenience init(_ content: LiveContent, host: String = "127.0.0.1", port: UInt16) throws(Diagnostic)
  {
    // Nobody can guess 128 bits from the system's own source.
    var random = SystemRandomNumberGenerator()
    let token = (0..<2).map { _ in String(random.next() as UInt64, radix: 36) }.joined()
    try self.init(host: host, port: port) { hosts in
      let files = LiveFiles(content: content, hosts: hosts, token: token)
      return RequestHandler(respond: { files.response(to: $0) }, news: content.news)
    }
  }

  private init(
    host: String, port: UInt16, handler: (OwnHosts) -> RequestHandler
  ) throws(Diagnostic) {
    let (socket, bound) = try PreviewServer.listen(on: host == "localhost" ? "127.0.0.1" : host, port: port)
    self.port = bound
    raiseDescriptorLimit()
    let handler = handler(OwnHosts(host: host, port: bound))
    daemon = try Daemon(socket: socket, handler: handler, address: "\(host):\(bound)")
  }

  /// The entity tag of some bytes of a live site.
  public static func tag(of bytes: [UInt8]) -> String { LiveFiles.tag(of: bytes) }

  /// Tells all who look at a page of a live site what is new of it. May be called from any thread.
  public func tellNews() { daemon.handler.tellNews() }

  /// Finds, and lets go of, connections that nobody listens to any more. To be called a few times a minute.
  public func beat() { daemon.handler.streams.beat() }

  /// Stops the server, frees the port and returns when this is done. Requests in hand are ended.
  public func stop() { daemon.stop() }

  /// Returns a socket that listens at an address, and its port.
  private static func listen(on host: String, port: UInt16) throws(Diagnostic) -> (Int32, UInt16) {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { throw .badHost(host) }
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else {
      throw .cannotListen("\(host):\(port)", FileError(path: "", code: errno).reason)
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A port whose last connections are still being closed is free; one with a server is not.
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    // `sockaddr_in` begins as a `sockaddr` does, which is how the calls take it; `length` is that of `sockaddr_in`.
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && systemListen(descriptor, 1_024) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isListening else {
      let code = errno
      close(descriptor)
      if code == EADDRINUSE { throw .portBusy(port) }
      if code == EADDRNOTAVAIL { throw .badHost(host) }
      throw .cannotListen("\(host):\(port)", FileError(path: "", code: code).reason)
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }
}

/// Lets the process hold as many connections as it answers, where the system allows that.
private func raiseDescriptorLimit() {
  var limit = rlimit()
  #if canImport(Glibc)
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    let kind = RLIMIT_NOFILE
  #endif
  let wanted = rlim_t(PreviewServer.mostConnections) + 100
  guard getrlimit(kind, &limit) == 0, limit.rlim_cur < wanted else { return }
  limit.rlim_cur = min(wanted, limit.rlim_max)
  setrlimit(kind, &limit)
}

private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 { listen(descriptor, backlog) }

/// A running daemon of libmicrohttpd, stopped once: by `stop`, or with its last reference.
private final class Daemon: Sendable {
  let handler: RequestHandler
  private let pointer: Mutex<OpaquePointer?>

  init(socket: Int32, handler: RequestHandler, address: String) throws(Diagnostic) {
    self.handler = handler
    // The daemon gets back, with each request, the handler, which this object keeps alive until the daemon has
    // stopped. It owns the socket from here on. Where it does not start, the socket may be closed or not, which can't
    // be known; closing it twice could close somebody else's file.
    let context = Unmanaged.passUnretained(handler).toOpaque()
    pointer = Mutex(
      dossier_start_daemon(socket, PreviewServer.mostConnections, answer, completed, context))
    if pointer.withLock({ $0 == nil }) { throw .cannotListen(address, "the server did not start") }
  }

  deinit { stop() }

  func stop() {
    // A stream that sleeps would keep the library from stopping.
    handler.streams.close()
    // Under the lock, so that a second call returns when the first has done its work.
    pointer.withLock { running in
      if let daemon = running { MHD_stop_daemon(daemon) }
      running = nil
    }
  }
}
