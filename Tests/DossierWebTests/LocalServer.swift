import Foundation
import Synchronization

/// A small web server on this computer, which notes what it is asked.
final class LocalServer: Sendable {
  struct Request: Sendable {
    var method: String
    var path: String
    var agent: String
    var start: ContinuousClock.Instant
    var end: ContinuousClock.Instant
  }

  let port: UInt16
  private let listener: Int32
  private let noted = Mutex<[Request]>([])
  private let answer: @Sendable (_ method: String, _ path: String, _ count: Int) -> String

  var requests: [Request] { noted.withLock { $0 } }
  var root: String { "http://127.0.0.1:\(port)" }

  /// - Parameter answer: Given the method, the path and how often that was asked before, returns the head of the answer
  ///   from the status on.
  init(_ answer: @escaping @Sendable (String, String, Int) -> String) throws {
    self.answer = answer
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else { throw CocoaError(.featureUnsupported) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
          // Closed here only: another server could get the number while this thread still waits on it.
          close(listener)
          return
        }
        Thread.detachNewThread { self.serve(connection) }
      }
    }
  }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    let start = ContinuousClock.now
    var head = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !head.contains("\r\n\r\n") {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return }
      head += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let lines = head.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    let agent = lines.first { $0.lowercased().hasPrefix("user-agent: ") }?.dropFirst(12) ?? ""
    let before = noted.withLock { $0.count { $0.method == words[0] && $0.path == words[1] } }
    var text = "HTTP/1.1 " + answer(words[0], words[1], before) + "\r\nConnection: close\r\n"
    text += words[0] == "HEAD" ? "\r\n" : "Content-Length: 5\r\n\r\nhello"
    usleep(20_000)
    noted.withLock {
      $0.append(Request(method: words[0], path: words[1], agent: String(agent), start: start, end: .now))
    }
    _ = text.withCString { write(connection, $0, strlen($0)) }
  }
}
