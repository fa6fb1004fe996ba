import DossierModel
import Foundation
import Synchronization
import Testing

@testable import DossierPreview

/// A live site of a few files.
private func liveContent(_ basePath: String = "/") -> LiveContent {
  let files = [
    "index.html": "<html><body>home</body></html>\n", "people/index.html": "<body>people</body>",
    "people/a & b é.html": "a & b", "assets/x.css": "0123456789", "404.html": "<body>not here</body>",
  ]
  return LiveContent(
    basePath: basePath, file: { files[$0].map { Array($0.utf8) } },
    notFound: { Array("<body>not here</body>".utf8) },
    news: { "{\"page\":\"\($0)\",\"tag\":\($1)}" },
    answer: { question in
      PreviewAnswer(
        200,
        json:
          "\(question.name) \(question.page) \(question.id) \(question.isAction) \(String(decoding: question.body, as: UTF8.self))"
      )
    })
}

private func get(
  _ path: String, below basePath: String = "/", _ change: (inout FileRequest) -> Void = { _ in }
) -> FileResponse {
  let files = LiveFiles(
    content: liveContent(basePath), hosts: OwnHosts(host: "127.0.0.1", port: 8000), token: "secret")
  var request = FileRequest(method: "GET", path: path, host: "localhost:8000")
  change(&request)
  return files.response(to: request)
}

private func text(_ response: FileResponse) -> String {
  switch response.body {
  case .text(let text): return text
  case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
  case .events(let page, let tag): return "events of \(page) \(tag)"
  case .file(let path, _, _, _): return path
  }
}

@Suite("What a request for a live site gets")
struct LiveFilesTests {
  @Test("a page has the script, once and last in its body")
  func script() {
    let page = text(get("/"))
    let tag = LiveFiles.tag(of: Array("<html><body>home</body></html>\n".utf8)).replacingOccurrences(
      of: "\"", with: "&quot;")
    #expect(
      page
        == "<html><body>home<script src=\"/-/preview.js\" data-base=\"/\" data-page=\"index.html\" data-tag=\"\(tag)\""
        + " data-token=\"secret\" defer></script>\n</body></html>\n")
    #expect(text(get("/people/a%20&%20b%20%C3%A9.html")).hasPrefix("a & b<script"))
    #expect(text(get("/assets/x.css")) == "0123456789")
    #expect(text(get("/-/preview.js")).contains("EventSource"))
  }

  @Test("a folder, a missing page, another method")
  func ways() {
    #expect(get("/people").status == 301 && get("/people").headers["Location"] == "./people/")
    #expect(text(get("/people/")).hasPrefix("<body>people"))
    #expect(get("/nothing").status == 404 && text(get("/nothing")).hasPrefix("<body>not here<script"))
    // The page is told when what was asked for comes.
    #expect(text(get("/people/later.html")).contains("data-page=\"people/later.html\""))
    #expect(text(get("/later/")).contains("data-page=\"later/index.html\""))
    #expect(!text(get("/%22%3E%3Cscript%3E")).contains("<script>"))
    #expect(get("/") { $0.method = "POST" }.status == 405)
    #expect(get("/") { $0.method = "DELETE" }.status == 405)
    #expect(get("/") { $0.method = "HEAD" }.status == 200)
    #expect(get("/") { $0.host = "example.org:8000" }.status == 421)
    #expect(get("/") { $0.host = nil }.status == 400)
  }

  @Test("entity tags and ranges")
  func parts() throws {
    let tag = try #require(get("/assets/x.css").headers["ETag"])
    #expect(get("/assets/x.css") { $0.ifNoneMatch = tag }.status == 304)
    let part = get("/assets/x.css") { $0.range = "bytes=2-4" }
    #expect(part.status == 206 && text(part) == "234" && part.headers["Content-Range"] == "bytes 2-4/10")
    #expect(get("/assets/x.css") { $0.range = "bytes=10-" }.status == 416)
  }

  @Test("below a path, nothing stands elsewhere")
  func basePath() {
    #expect(get("/briefings/", below: "/briefings/").status == 200)
    #expect(text(get("/briefings/", below: "/briefings/")).contains("src=\"/briefings/-/preview.js\""))
    for path in ["/", "/briefings"] {
      let response = get(path, below: "/briefings/")
      #expect(response.status == 302 && response.headers["Location"] == "/briefings/")
    }
    for path in ["/index.html", "/people/", "/-/preview.js", "/briefingsx/", "/briefings/../index.html"] {
      #expect(get(path, below: "/briefings/").status == 404, "\(path)")
    }
  }

  @Test("only pages of the preview may ask and act")
  func token() {
    for name in ["mention", "names", "decide"] {
      #expect(get("/-/" + name).status == 403)
      #expect(get("/-/" + name) { $0.token = "wrong" }.status == 403)
      #expect(
        get("/-/" + name) {
          $0.token = "secret"
          $0.origin = "http://example.org"
        }.status == 403)
    }
    let answer = get("/-/decide") {
      $0.method = "POST"
      $0.token = "secret"
      $0.origin = "http://localhost:8000"
      $0.values = ["page": "index.html", "id": "p1m1"]
      $0.body = Array("Kim".utf8)
    }
    #expect(answer.status == 200 && text(answer) == "decide index.html p1m1 true Kim")
    #expect(text(get("/-/events") { $0.values = ["page": "a", "tag": "t"] }) == "events of a t")
  }
}

@Suite("A live site over sockets", .timeLimit(.minutes(2)))
struct LiveServerTests {
  @Test("news come at once, with each change, and end with the server")
  func events() throws {
    let server = try PreviewServer(liveContent(), port: 0)
    let client = try Client(server)
    try client.send("GET /-/events?page=index.html&tag=1 HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
    #expect(try client.read(until: "{\"page\":\"index.html\",\"tag\":1}\n\n").contains("text/event-stream"))
    for _ in 0..<3 {
      server.tellNews()
      #expect(try client.read(until: "\n\n").contains("data: {\"page\":\"index.html\",\"tag\":1}"))
    }
    server.beat()
    #expect(try client.read(until: "\n\n").contains(":"))
    // Somebody who goes away in the middle does no harm.
    let gone = try Client(server)
    try gone.send("GET /-/events?page=x&tag=2 HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
    _ = try gone.read(until: "\"tag\":2}\n\n")
    gone.close()
    for _ in 0..<3 { server.tellNews() }
    #expect(try Client(server).ask("GET /assets/x.css HTTP/1.1").body == "0123456789")
    server.stop()
    _ = client.readAll()
    let next = try PreviewServer(liveContent(), port: server.port)
    #expect(try Client(next).ask("GET /assets/x.css HTTP/1.1").body == "0123456789")
    next.stop()
  }

  @Test("what is sent comes through, too much of it does not")
  func bodies() throws {
    let server = try PreviewServer(liveContent(), port: 0)
    defer { server.stop() }
    let page = try Client(server).ask("GET / HTTP/1.1").body
    let token = try #require(page.firstMatch(of: /data-token="([a-z0-9]+)"/)?.1)
    #expect(token.count > 20)
    let client = try Client(server)
    let answer = try client.ask(
      "POST /-/decide?page=a%20b&id=p1m1 HTTP/1.1", "X-Dossier-Token: \(token)", "Content-Length: 3",
      body: "Kim")
    #expect(answer.body == "decide a b p1m1 true Kim")
    #expect(try client.ask("POST /-/decide HTTP/1.1", "Content-Length: 3", body: "Kim").status == 403)
    let much = String(repeating: "x", count: 100_000)
    let refused = try? Client(server).ask(
      "POST /-/decide HTTP/1.1", "X-Dossier-Token: \(token)", "Content-Length: \(much.utf8.count)", body: much
    )
    #expect(refused?.status != 200)
    #expect(try Client(server).ask("GET /assets/x.css HTTP/1.1").status == 200)
  }

  @Test("an attacker gets nothing and stops nothing")
  func attack() async throws {
    let folder = try ServedFolder()
    for server in [
      try PreviewServer(liveContent(), port: 0), try PreviewServer(folder: folder.site, port: 0),
    ] {
      defer { server.stop() }
      let ways = [
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt",
        "/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/people/../../secret.txt", "//etc/passwd", "/./../secret.txt", "/%00", "/%c0%ae%c0%ae/secret.txt",
        "/..;/secret.txt", "/.%2e/secret.txt", "/%252e%252e/secret.txt", "/people/%2e%2e/%2e%2e/secret.txt",
        "/.git/config", "/.hidden", "/up/secret.txt", "/out.txt", "/-/../secret.txt",
        "/-/%2e%2e/%2e%2e/secret.txt",
        "/\\..\\secret.txt", "/" + String(repeating: "../", count: 500) + "etc/passwd",
        "/" + String(repeating: "a/", count: 10_000), "/" + String(repeating: "%41", count: 9_000),
      ]
      for way in ways {
        // A request that is too long may be refused by closing the connection.
        guard let answer = try? Client(server).ask("GET \(way) HTTP/1.1") else { continue }
        #expect(answer.status >= 400, "\(way)")
        // What was asked for is named in the page, and is all of it that may stand there.
        let body = answer.body.replacing(/data-page="[^"]*"/, with: "")
        #expect(!body.contains("secret") && !body.contains("root:"), "\(way)")
      }
      // A thousand that say nothing, or half of something.
      var idle: [Client] = []
      for number in 0..<1_000 {
        let client = try Client(server)
        if number % 2 == 0 { try client.send("GET / HTTP/1.1\r\nX-\(number): ") }
        idle.append(client)
      }
      #expect(try Client(server).ask("GET / HTTP/1.1").status == 200)
      for client in idle { client.close() }
      #expect(try Client(server).ask("GET / HTTP/1.1").status == 200)
    }
  }

  @Test("a request that comes byte by byte is answered, and others meanwhile")
  func slow() throws {
    let server = try PreviewServer(liveContent(), port: 0)
    defer { server.stop() }
    let slow = try Client(server)
    for byte in "GET /assets/x.css HTTP/1.1\r\nHost: localhost:\(server.port)\r\n" {
      try slow.send(String(byte))
    }
    #expect(try Client(server).ask("GET / HTTP/1.1").status == 200)
    #expect(try slow.ask("X: y", host: nil).body == "0123456789")
  }
}
