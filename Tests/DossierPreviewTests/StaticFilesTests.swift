import DossierFiles
import DossierModel
import Foundation
import SeededGenerator
import Testing

@testable import DossierPreview

@Suite struct StaticFilesTests {
  @Test(arguments: [
    ("/", "home", "text/html; charset=utf-8"), ("/index.html", "home", "text/html; charset=utf-8"),
    ("/digits.txt", "0123456789", "text/plain; charset=utf-8"), ("/empty.css", "", "text/css; charset=utf-8"),
    ("/people/", "people", "text/html; charset=utf-8"), ("/%70eople/", "people", "text/html; charset=utf-8"),
    ("/people/a%20&%20b%20%C3%A9.html", "a & b", "text/html; charset=utf-8"),
    ("/people/a & b é.html", "a & b", "text/html; charset=utf-8"),
    ("/a:b/", "colon", "text/html; charset=utf-8"),
    ("/up/site/index.html", "home", "text/html; charset=utf-8"),
    ("/in.txt", "0123456789", "text/plain; charset=utf-8"),
  ])
  func serves(_ path: String, _ text: String, _ type: String) throws {
    let folder = try ServedFolder()
    let response = folder.get(path)
    #expect(response.status == 200)
    #expect(try folder.text(response) == text)
    #expect(response.headers["Content-Type"] == type)
    #expect(response.headers["X-Content-Type-Options"] == "nosniff")
    #expect(response.headers["Cache-Control"] == "no-cache")
    #expect(response.headers["Accept-Ranges"] == "bytes")
    #expect(response.headers["ETag"]?.hasPrefix("\"") == true)
  }

  @Test(arguments: [
    "/nothing", "/people/nothing.html", "/digits.txt/", "/digits.txt/x", "/bare/", "", "digits.txt", "*",
    "//digits.txt", "/people//index.html", "/..", "/../secret.txt", "/%2e%2e/secret.txt",
    "/people/../index.html",
    "/people/..%2f..%2fsecret.txt", "/people%2Findex.html", "/people%5Cindex.html", "/people\\index.html",
    "/.",
    "/./index.html", "/.hidden", "/%2ehidden", "/.git/config", "/.git/", "/shown.txt", "/out.txt",
    "/up/secret.txt",
    "/up/site/.hidden", "/up/", "/broken.txt", "/loop", "/loop/", "/index.html%00", "/index.html%00.txt",
    "/index.html%0a", "/index.html%", "/index.html%4", "/index.html%zz", "/%ff", "/%C3",
    "http://localhost:8000/",
  ])
  func doesNotServe(_ path: String) throws {
    let folder = try ServedFolder()
    let response = folder.get(path)
    #expect(response.status == 404)
    #expect(try folder.text(response) == "not here")
    #expect(response.headers["Content-Type"] == "text/html; charset=utf-8")
    #expect(response.headers["ETag"] == nil)
  }

  @Test func hasAPageOfItsOwnForWhatIsMissing() throws {
    let folder = try ServedFolder()
    try Files.removeFile(folder.site + "/404.html")
    #expect(folder.get("/nothing").status == 404)
    #expect(folder.get("/nothing").headers["Content-Type"] == "text/plain; charset=utf-8")
    try folder.link("site/404.html", to: "../secret.txt")
    #expect(try folder.text(folder.get("/nothing")) != "secret")
  }

  @Test(arguments: [
    ("/people", "./people/"), ("/a:b", "./a%3Ab/"), ("/%61%3ab", "./a%3Ab/"), ("/bare", "./bare/"),
  ])
  func leadsToTheFolder(_ path: String, _ location: String) throws {
    let response = try ServedFolder().get(path)
    #expect(response.status == 301)
    #expect(response.headers["Location"] == location)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get", "CONNECT", ""])
  func refusesAMethod(_ method: String) throws {
    let response = try ServedFolder().get("/") { $0.method = method }
    #expect(response.status == 405)
    #expect(response.headers["Allow"] == "GET, HEAD")
  }

  // MARK: - Hosts

  @Test(arguments: ["localhost:8000", "LocalHost:8000", "127.0.0.1:8000", "[::1]:8000"])
  func answersToItsOwnName(_ host: String) throws {
    #expect(try ServedFolder().get("/") { $0.host = host }.status == 200)
  }

  @Test(arguments: [
    "", "localhost", "localhost:80", "localhost:8001", "example.org", "example.org:8000", "127.0.0.1",
    "127.0.0.1.example.org:8000", "localhost:8000.example.org", "localhost.example.org:8000",
    "192.168.0.1:8000",
    "0.0.0.0:8000", "[::1]", "localhost:8000:8000", " localhost:8000",
  ])
  func doesNotAnswerToAnother(_ host: String) throws {
    let folder = try ServedFolder()
    let response = folder.get("/") { $0.host = host }
    #expect(response.status == 421)
    #expect(try folder.text(response).contains("home") == false)
  }

  @Test func aRequestWithoutAHostIsABadOne() throws {
    #expect(try ServedFolder().get("/") { $0.host = nil }.status == 400)
  }

  @Test func knowsTheNamesOfEachAddress() {
    #expect(OwnHosts(host: "127.0.0.1", port: 80).contain("localhost"))
    #expect(OwnHosts(host: "192.168.0.7", port: 1).contain("192.168.0.7:1"))
    #expect(!OwnHosts(host: "192.168.0.7", port: 1).contain("192.168.0.8:1"))
    let open = OwnHosts(host: "0.0.0.0", port: 8000)
    #expect(open.contain("192.168.0.8:8000") && open.contain("localhost:8000"))
    for host in [
      "192.168.0.8", "192.168.0.8:1", "a.b.c.d:8000", "1.2.3:8000", "1.2.3.example:8000", "1.2.3.256:8000",
    ] {
      #expect(!open.contain(host))
    }
  }

  // MARK: - Conditions and ranges

  @Test func answersAConditionWith304() throws {
    let folder = try ServedFolder()
    let tag = try #require(folder.get("/digits.txt").headers["ETag"])
    for list in [
      tag, "W/" + tag, "*", "\"x\", \(tag)", "\"a,b\" ,W/\(tag),\"c\"", "  \(tag)  ", "\"\",\(tag)",
    ] {
      let response = folder.get("/digits.txt") { $0.ifNoneMatch = list }
      #expect(response.status == 304, "\(list)")
      #expect(response.headers["Content-Type"] == nil)
      #expect(response.headers["ETag"] == tag)
      #expect(response.headers["Cache-Control"] == "no-cache")
    }
    let inner = tag.dropFirst().dropLast()
    for list in [
      "\"x\"", "", ",", String(inner), "\"x\(inner)\"", "\"x,\(inner)\"", "w/\(tag)", "\"\(inner)",
      "x \(tag)",
    ] {
      #expect(folder.get("/digits.txt") { $0.ifNoneMatch = list }.status == 200, "\(list)")
    }
    #expect(folder.get("/nothing") { $0.ifNoneMatch = "*" }.status == 404)
  }

  @Test func aChangedFileHasAnotherTag() throws {
    let folder = try ServedFolder()
    let first = folder.get("/digits.txt").headers["ETag"]
    #expect(folder.get("/digits.txt").headers["ETag"] == first)
    try folder.put("site/new", "9876543210")
    try Files.rename(folder.site + "/new", to: folder.site + "/digits.txt")
    #expect(folder.get("/digits.txt").headers["ETag"] != first)
    #expect(folder.get("/in.txt").headers["ETag"] == folder.get("/digits.txt").headers["ETag"])
  }

  @Test(arguments: [
    ("bytes=0-0", "0", "bytes 0-0/10"), ("bytes=2-4", "234", "bytes 2-4/10"),
    ("bytes=7-", "789", "bytes 7-9/10"),
    ("bytes=-3", "789", "bytes 7-9/10"), ("bytes=-99", "0123456789", "bytes 0-9/10"),
    ("bytes=0-99", "0123456789", "bytes 0-9/10"), ("Bytes=9-9", "9", "bytes 9-9/10"),
    ("bytes=0-99999999999999999999", "0123456789", "bytes 0-9/10"),
    ("bytes=-99999999999999999999", "0123456789", "bytes 0-9/10"), ("bytes=0001-02", "12", "bytes 1-2/10"),
  ])
  func servesARange(_ range: String, _ text: String, _ contentRange: String) throws {
    let folder = try ServedFolder()
    let response = folder.get("/digits.txt") { $0.range = range }
    #expect(response.status == 206)
    #expect(try folder.text(response) == text)
    #expect(response.headers["Content-Range"] == contentRange)
    #expect(response.headers["ETag"] != nil)
  }

  @Test(arguments: ["bytes=10-", "bytes=10-12", "bytes=99999999999999999999-", "bytes=-0"])
  func tellsThatARangeIsOutside(_ range: String) throws {
    let response = try ServedFolder().get("/digits.txt") { $0.range = range }
    #expect(response.status == 416)
    #expect(response.headers["Content-Range"] == "bytes */10")
  }

  @Test(arguments: [
    "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=4-2", "bytes=1-2,4-5", "bytes=--1", "bytes=+1-2",
    "bytes= 1-2", "lines=1-2", "bytes=1", "bytes=1-2-3", "bytes=١-٢", "0-1",
  ])
  func ignoresARange(_ range: String) throws {
    let folder = try ServedFolder()
    let response = folder.get("/digits.txt") { $0.range = range }
    #expect(response.status == 200)
    #expect(try folder.text(response) == "0123456789")
    #expect(response.headers["Content-Range"] == nil)
  }

  @Test func aRangeIsForGetAndForTheSameBytes() throws {
    let folder = try ServedFolder()
    let tag = try #require(folder.get("/digits.txt").headers["ETag"])
    let status = { (change: (inout FileRequest) -> Void) in
      folder.get("/digits.txt") {
        $0.range = "bytes=1-2"
        change(&$0)
      }.status
    }
    #expect(status { $0.ifRange = tag } == 206)
    #expect(status { $0.ifRange = "W/" + tag } == 200)
    #expect(status { $0.ifRange = "\"x\"" } == 200)
    #expect(status { $0.ifRange = "Wed, 25 Nov 2026 04:00:00 GMT" } == 200)
    #expect(status { $0.method = "HEAD" } == 200)
    #expect(status { $0.ifNoneMatch = tag } == 304)
    #expect(folder.get("/empty.css") { $0.range = "bytes=0-" }.status == 416)
    #expect(folder.get("/empty.css") { $0.range = "bytes=-1" }.status == 416)
    #expect(folder.get("/nothing") { $0.range = "bytes=0-1" }.status == 404)
  }

  @Test func neverLeavesTheFolder() throws {
    let folder = try ServedFolder()
    var generator = SeededGenerator(state: 11)
    let pieces = [
      "/", "..", "%2e", ".", "%2f", "\\", "%5c", "up", "site", "secret.txt", "people", "%00", "out.txt", "%",
      "index.html",
    ]
    var served = 0
    for _ in 0..<4000 {
      let path =
        "/"
        + (0..<Int.random(in: 0..<7, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      let response = folder.get(path)
      guard case .file(let file, _, _, _) = response.body else { continue }
      #expect(file.hasPrefix(folder.site + "/"))
      #expect(try folder.text(response) != "secret")
      if response.status == 200 { served += 1 }
    }
    #expect(served > 100)
  }

  @Test(arguments: [
    ("a.HTML", "text/html; charset=utf-8"), ("a.min.js", "text/javascript; charset=utf-8"),
    ("b/a.svg", "image/svg+xml"),
    ("a.json", "application/json"), ("a.woff2", "font/woff2"), ("a.jpg", "image/jpeg"),
    ("a", "application/octet-stream"),
    ("a.b/c", "application/octet-stream"), ("a.unknown", "application/octet-stream"),
    ("a.", "application/octet-stream"),
  ])
  func knowsTheMediaType(_ path: String, _ type: String) {
    #expect(MediaType.of(path) == type)
  }
}
