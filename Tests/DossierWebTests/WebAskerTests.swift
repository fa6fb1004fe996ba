import Testing

@testable import DossierWeb

@Suite struct WebAskerTests {
  private func manners() -> WebManners {
    var manners = WebManners(name: "Dossier/9.9 (test)")
    manners.pause = .milliseconds(30)
    manners.patience = .seconds(5)
    manners.asksLocal = true
    return manners
  }

  private func server() throws -> LocalServer {
    try LocalServer { method, path, count in
      switch path {
      case "/good": "200 OK"
      case "/gone": "410 Gone"
      case "/missing": "404 Not Found"
      case "/no-head": method == "HEAD" ? "405 Method Not Allowed" : "200 OK"
      case "/lying-head": method == "HEAD" ? "404 Not Found" : "200 OK"
      case "/closed": "403 Forbidden"
      case "/broken": "500 Internal Server Error"
      case "/moved": "301 Moved Permanently\r\nLocation: /good"
      case "/moved-twice": "308 Permanent Redirect\r\nLocation: /moved"
      case "/found": "302 Found\r\nLocation: /good"
      case "/found-moved": "302 Found\r\nLocation: /moved"
      case "/moved-away": "301 Moved Permanently\r\nLocation: /missing"
      case "/loop": "302 Found\r\nLocation: /loop"
      case "/file": "302 Found\r\nLocation: file:///etc/passwd"
      case "/busy": count == 0 ? "429 Too Many Requests\r\nRetry-After: 1" : "200 OK"
      case "/always-busy": "429 Too Many Requests"
      case "/long-wait": "503 Service Unavailable\r\nRetry-After: 86400"
      default: "200 OK"
      }
    }
  }

  @Test func tellsWhatIsThere() throws {
    let server = try server()
    defer { server.stop() }
    let root = server.root
    let expected: [(String, WebAnswer)] = [
      ("/good", WebAnswer(.good)), ("/gone", WebAnswer(.dead("410"))), ("/missing", WebAnswer(.dead("404"))),
      ("/no-head", WebAnswer(.good)), ("/lying-head", WebAnswer(.good)),
      ("/closed", WebAnswer(.unsure("it answers 403"))), ("/broken", WebAnswer(.unsure("it answers 500"))),
      ("/moved", WebAnswer(.good, moved: root + "/good")),
      ("/moved-twice", WebAnswer(.good, moved: root + "/good")), ("/found", WebAnswer(.good)),
      ("/found-moved", WebAnswer(.good)), ("/moved-away", WebAnswer(.dead("404"))),
      ("/loop", WebAnswer(.unsure("it leads on more than 5 times"))),
      ("/file", WebAnswer(.unsure("it leads on to no page of the web"))), ("/busy", WebAnswer(.good)),
      ("/always-busy", WebAnswer(.unsure("it answers 429"))),
      ("/long-wait", WebAnswer(.unsure("it answers 503"))),
    ]
    let answers = WebAsker.ask(expected.map { root + $0.0 }, manners())
    for ((path, wanted), answer) in zip(expected, answers) { #expect(answer == wanted, "\(path)") }

    // One at a time, with a pause, and by name.
    let requests = server.requests.sorted { $0.start < $1.start }
    #expect(requests.allSatisfy { $0.agent == "Dossier/9.9 (test)" })
    for (first, second) in zip(requests, requests.dropFirst()) {
      #expect(second.start >= first.end, "\(second.path) while \(first.path)")
    }
    #expect(requests.filter { $0.path == "/good" }.allSatisfy { $0.method == "HEAD" })
    let busy = requests.filter { $0.path == "/busy" }
    #expect(busy.count == 2 && busy[1].start - busy[0].end >= .milliseconds(900))
    #expect(requests.count { $0.path == "/long-wait" } == 1)
  }

  @Test func asksSeveralHostsAtOnceButNotMoreThanAllowed() throws {
    let servers = try (0..<6).map { _ in try server() }
    defer { for server in servers { server.stop() } }
    var manners = manners()
    manners.hosts = 2
    let answers = WebAsker.ask(servers.flatMap { [$0.root + "/a", $0.root + "/b"] }, manners)
    #expect(answers == Array(repeating: WebAnswer(.good), count: 12))
    let requests = servers.flatMap(\.requests)
    #expect(requests.count == 12)
    let most = requests.map { one in requests.count { $0.start <= one.start && one.start < $0.end } }.max()
    #expect((most ?? 0) <= 2)
  }

  @Test(arguments: [
    "127.0.0.1", "localhost", "0.0.0.0", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]",
    "169.254.169.254", "10.0.0.1", "192.168.1.1", "172.16.0.1", "100.64.0.1", "[fe80::1]", "[fd00::1]",
    "user:word@127.0.0.1",
  ])
  func asksNothingLocal(_ host: String) throws {
    let server = try server()
    defer { server.stop() }
    var manners = manners()
    manners.asksLocal = false
    manners.patience = .seconds(1)
    #expect(WebAsker.ask(["http://\(host):\(server.port)/good"], manners) == [WebAnswer(.local)])
    #expect(server.requests.isEmpty)
  }

  @Test func whatIsNoAddressIsAskedNowhere() {
    #expect(WebAsker.ask(["http:///", "http://a b/"], manners()).allSatisfy { $0.state != .good })
    #expect(WebAsker.ask([], manners()).isEmpty)
  }

  @Test(arguments: [
    ("http://Example.org:80/a", "example.org:80"), ("https://example.org", "example.org"),
    ("http://example.org?q", "example.org"), ("http://example.org#a", "example.org"),
  ])
  func knowsTheHost(_ address: String, _ host: String) { #expect(WebAsker.host(of: address) == host) }

  @Test func knowsPublicAddresses() {
    let local: [[UInt8]] = [
      [0, 1, 2, 3], [10, 1, 1, 1], [100, 64, 0, 1], [100, 127, 0, 1], [127, 9, 9, 9], [169, 254, 169, 254],
      [172, 16, 0, 1], [172, 31, 255, 255], [192, 0, 0, 8], [192, 0, 2, 1], [192, 168, 0, 1],
      [198, 18, 0, 1],
      [198, 51, 100, 1], [203, 0, 113, 1], [224, 0, 0, 1], [255, 255, 255, 255],
    ]
    for address in local { #expect(!PublicAddress.isPublic(v4: address), "\(address)") }
    let open: [[UInt8]] = [
      [1, 1, 1, 1], [100, 63, 0, 1], [100, 128, 0, 1], [172, 15, 0, 1], [172, 32, 0, 1], [192, 0, 1, 1],
      [193, 0, 0, 1], [223, 255, 255, 255],
    ]
    for address in open {
      #expect(PublicAddress.isPublic(v4: address), "\(address)")
      // Within newer addresses they are as they are.
      let mapped = [UInt8](repeating: 0, count: 10) + [255, 255] + address
      #expect(PublicAddress.isPublic(v6: mapped))
      #expect(PublicAddress.isPublic(v6: [0x20, 0x02] + address + [UInt8](repeating: 0, count: 10)))
    }
    for address in local {
      #expect(!PublicAddress.isPublic(v6: [UInt8](repeating: 0, count: 10) + [255, 255] + address))
      #expect(!PublicAddress.isPublic(v6: [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + address))
    }
    func newer(_ start: [UInt8]) -> [UInt8] { start + [UInt8](repeating: 1, count: 16 - start.count) }
    for start in [[0x20, 0x01, 0x0D, 0xB8], [0x20, 0x01, 0], [0xFE, 0x80], [0xFD], [0xFF, 2], [0]]
      as [[UInt8]]
    {
      #expect(!PublicAddress.isPublic(v6: newer(start)), "\(start)")
    }
    #expect(PublicAddress.isPublic(v6: newer([0x26, 0x06, 0x47])))
    #expect(PublicAddress.isPublic(v6: newer([0x20, 0x01, 0x48])))
  }
}
