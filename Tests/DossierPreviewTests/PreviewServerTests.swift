import DossierFiles
import DossierModel
import Foundation
import Testing

@testable import DossierPreview

/// Real requests over sockets. Each socket has a time limit, so that no test can hang.
@Suite(.timeLimit(.minutes(1))) struct PreviewServerTests {
  @Test func servesAFile() throws {
    let folder = try ServedFolder()
    let server = try PreviewServer(folder: folder.site, port: 0)
    defer { server.stop() }
    let answer = try Client(server).ask("GET /digits.txt?q=1 HTTP/1.1")
    #expect(answer.status == 200)
    #expect(answer.body == "0123456789")
    #expect(answer.headers["content-length"] == "10")
    #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")
    #expect(answer.headers["x-content-type-options"] == "nosniff")
    #expect(answer.headers["cache-control"] == "no-cache")
    #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
  }

  @Test func answersOneRequestAfterTheOther() throws {
    let folder = try ServedFolder()
    let server = try PreviewServer(folder: folder.site, port: 0)
    defer { server.stop() }
    let client = try Client(server)
    let first = try client.ask("GET / HTTP/1.1")
    #expect(first.body == "home")
    let tag = try #require(first.headers["etag"])
    let unchanged = try client.ask("GET / HTTP/1.1", "If-None-Match: \(tag)", hasBody: false)
    #expect(unchanged.status == 304)
    #expect(unchanged.headers["etag"] == tag)
    #expect(
      unchanged.headers["content-length"] ?? "4" == "4" && unchanged.headers["transfer-encoding"] == nil)
    let head = try client.ask("HEAD /digits.txt HTTP/1.1", hasBody: false)
    #expect(head.status == 200)
    #expect(head.headers["content-length"] == "10")
    let part = try client.ask("GET /digits.txt HTTP/1.1", "Range: bytes=-3")
    #expect(part.status == 206)
    #expect(part.headers["content-range"] == "bytes 7-9/10")
    #expect(part.headers["content-length"] == "3")
    #expect(part.body == "789")
    let moved = try client.ask("GET /people HTTP/1.1")
    #expect(moved.status == 301)
    #expect(moved.headers["location"] == "./people/")
    let missing = try client.ask("GET /a/b/c HTTP/1.1")
    #expect(missing.status == 404)
    #expect(missing.body == "not here")
    #expect(try client.ask("GET /empty.css HTTP/1.1").body == "")
    #expect(try client.ask("GET /digits.txt HTTP/1.1", "Range: bytes=10-").status == 416)
    #expect(try client.ask("GET /people/a%20&%20b%20%C3%A9.html HTTP/1.1").body == "a & b")
    #expect(try client.ask("GET /people%2findex.html HTTP/1.1").status == 404)
    #expect(try client.ask("GET /%2e%2e/secret.txt HTTP/1.1").status == 404)
    #expect(try client.ask("GET /../secret.txt HTTP/1.1").status == 404)
  }

  @Test func refusesOtherNamesAndMethods() throws {
    let folder = try ServedFolder()
    let server = try PreviewServer(folder: folder.site, port: 0)
    defer { server.stop() }
    #expect(try Client(server).ask("GET / HTTP/1.1", host: "example.org:\(server.port)").status == 421)
    #expect(try Client(server).ask("GET / HTTP/1.1", host: nil).status == 400)
    #expect(try Client(server).ask("GET / HTTP/1.0", host: nil).status == 400)
    let refused = try Client(server).ask("DELETE /index.html HTTP/1.1")
    #expect(refused.status == 405)
    #expect(refused.headers["allow"] == "GET, HEAD")
    #expect(try Client(server).ask("POST / HTTP/1.1", "Content-Length: 1000000").status == 405)
    #expect(try Client(server).ask("POST / HTTP/1.1", "Transfer-Encoding: chunked").status == 405)
    #expect(
      try Client(server).ask("PUT / HTTP/1.1", "Content-Length: 9", "Expect: 100-continue").status == 405)
    #expect(try folder.text(folder.get("/")) == "home")
  }

  @Test(arguments: [
    "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n",
    "GET /\u{0} HTTP/1.1\r\nHost: localhost\r\n\r\n",
    String(repeating: "x", count: 100_000),
    "GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 100_000) + "\r\n\r\n",
  ])
  func outlivesWhatIsNoRequest(_ text: String) throws {
    let folder = try ServedFolder()
    let server = try PreviewServer(folder: folder.site, port: 0)
    defer { server.stop() }
    let client = try Client(server, seconds: 1)
    try? client.send(text)
    client.finish()
    #expect(!client.readAll().contains("home"))
    #expect(try Client(server).ask("GET / HTTP/1.1").body == "home")
  }

  @Test func sendsALargeFileToManyAtOnce() async throws {
    let folder = try ServedFolder()
    let line = "0123456789abcdef"
    try folder.put("site/large.txt", String(repeating: line, count: 100_000))
    let server = try PreviewServer(folder: folder.site, port: 0)
    defer { server.stop() }
    // One that goes away in the middle does no harm.
    let gone = try Client(server)
    try gone.send("GET /large.txt HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
    gone.close()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<6 {
        group.addTask {
          let client = try Client(server)
          let part = try client.ask(
            "GET /large.txt HTTP/1.1", "Range: bytes=\(index * 16)-\(index * 16 + 15)")
          let whole = try client.ask("GET /large.txt HTTP/1.1")
          return part.body == line && whole.body.utf8.count == 1_600_000
            && whole.body == String(repeating: line, count: 100_000)
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }

  @Test func servesWhatABuildHasJustReplaced() throws {
    let folder = try ServedFolder()
    let server = try PreviewServer(folder: folder.site, port: 0)
    defer { server.stop() }
    let client = try Client(server)
    for count in 0..<50 {
      let text = String(repeating: "x", count: count * 7)
      try folder.put("site/new", text)
      try Files.rename(folder.site + "/new", to: folder.site + "/index.html")
      #expect(try client.ask("GET / HTTP/1.1").body == text)
    }
  }

  @Test func aBusyPortIsTold() throws {
    let folder = try ServedFolder()
    let server = try PreviewServer(folder: folder.site, port: 0)
    #expect(server.port != 0)
    #expect {
      try PreviewServer(folder: folder.site, port: server.port)
    } throws: { error in
      let error = error as? Diagnostic
      return error?.id == "preview.port-busy" && error?.hint != nil
        && error?.message == "the port \(server.port) is in use"
    }
    server.stop()
    server.stop()
    // The port is free at once, even with the connections of before.
    let next = try PreviewServer(folder: folder.site, port: server.port)
    #expect(try Client(next).ask("GET / HTTP/1.1").body == "home")
    next.stop()
  }

  @Test func stopsWithConnectionsOpen() throws {
    let folder = try ServedFolder()
    let server = try PreviewServer(folder: folder.site, port: 0)
    let idle = try (0..<20).map { _ in try Client(server) }
    try idle[0].send("GET / HTTP/1.1\r\nHost:")
    #expect(try idle[1].ask("GET / HTTP/1.1").status == 200)
    server.stop()
    for client in idle { #expect(client.readAll() == "") }
    #expect(throws: (any Error).self) { try Client(server).ask("GET / HTTP/1.1") }
  }

  @Test(arguments: ["example.org", "", "1.2.3", "192.0.2.1", "::1"])
  func refusesAnAddress(_ host: String) throws {
    let folder = try ServedFolder()
    #expect { try PreviewServer(folder: folder.site, host: host, port: 0) } throws: {
      ($0 as? Diagnostic)?.id == "preview.bad-host"
    }
  }

  @Test func refusesWhatIsNoFolder() throws {
    let folder = try ServedFolder()
    for name in ["/nothing", "/site/index.html"] {
      #expect { try PreviewServer(folder: folder.path + name, port: 0) } throws: {
        ($0 as? Diagnostic)?.id == "preview.no-site"
      }
    }
  }
}
