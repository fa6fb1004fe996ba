import DossierPreview
import Foundation

/// A client of HTTP/1.1 over a socket: it sends what it is told, and waits no longer than a few seconds.
final class Client {
  private var descriptor: Int32
  private let port: UInt16
  private var buffer: [UInt8] = []

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  struct Answer {
    var status = 0
    /// By name in lower case.
    var headers: [String: String] = [:]
    var body = ""
  }

  init(_ server: PreviewServer, seconds: Int = 10) throws {
    port = server.port
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var limit = timeval()
    limit.tv_sec = seconds
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failure(description: "can't connect: \(errno)") }
  }

  deinit { close() }

  func close() {
    if descriptor >= 0 { Foundation.close(descriptor) }
    descriptor = -1
  }

  /// Says that nothing more will come.
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  func send(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { throw Failure(description: "can't send: \(errno)") }
      bytes = bytes.dropFirst(sent)
    }
  }

  /// Sends a request and reads its answer.
  func ask(
    _ line: String, _ headers: String..., host: String? = "", body: String = "", hasBody: Bool = true
  ) throws -> Answer {
    let host = host.map { ["Host: " + ($0.isEmpty ? "localhost:\(port)" : $0)] } ?? []
    try send(([line] + host + headers).joined(separator: "\r\n") + "\r\n\r\n" + body)
    return try answer(hasBody: hasBody)
  }

  private func answer(hasBody: Bool) throws -> Answer {
    let head = try readHead()
    var answer = Answer()
    let lines = head.components(separatedBy: "\r\n")
    answer.status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      answer.headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    // An interim answer is no answer.
    if answer.status == 100 { return try self.answer(hasBody: hasBody) }
    if hasBody, let length = Int(answer.headers["content-length"] ?? "") {
      while buffer.count < length { try receive() }
      answer.body = String(decoding: buffer.prefix(length), as: UTF8.self)
      buffer.removeFirst(length)
    }
    return answer
  }

  /// Reads until some text has come, and returns all up to its end.
  func read(until text: String) throws -> String {
    while true {
      if let range = buffer.firstRange(of: Array(text.utf8)) {
        defer { buffer.removeFirst(range.upperBound) }
        return String(decoding: buffer[..<range.upperBound], as: UTF8.self)
      }
      try receive()
    }
  }

  /// Reads until the server closes the connection.
  func readAll() -> String {
    while (try? receive()) != nil {}
    return String(decoding: buffer, as: UTF8.self)
  }

  private func readHead() throws -> String {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let range = buffer.firstRange(of: end) {
        let head = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
        buffer.removeFirst(range.upperBound)
        return head
      }
      try receive()
    }
  }

  private func receive() throws {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &piece, piece.count, 0)
    guard count > 0 else {
      throw Failure(description: count == 0 ? "the server has closed" : "no answer: \(errno)")
    }
    buffer += piece[..<count]
  }
}
