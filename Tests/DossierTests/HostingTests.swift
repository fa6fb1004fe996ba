import Dossier
import DossierBrotli
import DossierDeflate
import DossierFiles
import DossierModel
import Foundation
import Testing

/// What hosts, feed readers and search engines read of a site.
@Suite("Files for hosts")
struct HostingTests {
  private static let talks = [
    "talks.md": """
    ---
    title: Talks & more
    date: 2022-08-15
    author: Anna Keller
    ---

    Vladimir Putin met Kim Jong-Un in Moscow. ![a map](https://Maps.example.org:8443/a.png?x=1)
    """,
    "old.md": "---\ntitle: Old\ndate: 2021\n---\n\nVladimir Putin was in Moscow.\n",
    "undated.md": "---\ntitle: Undated\n---\n\nKim Jong-Un was in Moscow.\n",
    "quiet.md": "---\ntitle: Quiet\ndate: 2023-01-01\nnoindex: true\n---\n\nKim Jong-Un was in Moscow.\n",
    "addresses.yml":
      "people/kim-jong-un: Kim Jong-Un\npeople/kim: {name: Kim Jong-Un, moved: people/kim-jong-un}\n",
  ]

  private func build(_ settings: String, _ change: (inout BuildOptions) -> Void = { _ in }) async throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder(Self.talks)
    try folder.write("dossier.yml", "title: Talks\nrecogniser: fast\n" + settings)
    let report = await folder.build(change)
    #expect(report.isWritten)
    return folder
  }

  /// The files at the top that are no pages.
  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try Files.names(in: folder.site).map(\.text).filter {
      $0.contains(".") && !$0.hasSuffix(".html") && $0 != ".dossier-manifest" || $0.hasPrefix("_")
    }.sorted()
  }

  @Test("without an address there is nothing that needs one")
  func withoutAddress() async throws {
    let folder = try await build("")
    #expect(try names(folder) == [".nojekyll", "_headers", "_redirects"])
    #expect(try folder.page("_redirects") == "/people/kim.html /people/kim-jong-un.html 301\n")
    let page = try folder.page("404.html")
    #expect(page.contains(#"<li><a href="index.html">Talks</a></li>"#) && page.contains("<noscript>"))
    #expect(!page.contains("feed.xml") && page.contains(#"<meta name="robots" content="noindex">"#))
    #expect(!(try folder.page("index.html")).contains("robots"))
  }

  @Test("below a path")
  func belowAPath() async throws {
    let folder = try await build("base_url: https://example.org/a*b/c\n")
    #expect(
      try names(folder) == [
        ".nojekyll", "_headers", "_redirects", "feed.json", "feed.xml", "sitemap.xml",
      ])
    #expect(
      try folder.page("_redirects") == "/a%2Ab/c/people/kim.html /a%2Ab/c/people/kim-jong-un.html 301\n")
    let headers = try folder.page("_headers").split(separator: "\n").map(String.init)
    #expect(headers.filter { !$0.hasPrefix(" ") } == ["/a%2Ab/c/*", "/a%2Ab/c/assets/*"])
    let policy = try #require(headers.first { $0.hasPrefix("  Content-Security-Policy: ") })
    #expect(policy.contains("; img-src 'self' https://maps.example.org:8443; "))
    #expect(
      policy.firstMatch(of: #/script-src 'self' 'sha256-[A-Za-z0-9+\/]{43}='; style-src 'self';/#) != nil)

    let page = try folder.page("404.html")
    #expect(page.contains(#"<li><a href="/a*b/c/index.html">Talks</a></li>"#) && !page.contains("<noscript>"))
    #expect(page.contains(#"data-root="/a*b/c/""#) && page.contains(#"href="/a*b/c/assets/style."#))
    // Only what has a date, and is not kept from search engines; the newest first.
    let feed = try folder.page("feed.xml")
    #expect(
      feed.matches(of: #/<entry>\n<id>([^<]+)<\/id>/#).map { String($0.output.1) } == [
        "https://example.org/a*b/c/documents/talks.html", "https://example.org/a*b/c/documents/old.html",
      ])
    #expect(feed.contains("<updated>2021-01-01T00:00:00Z</updated>"))
    #expect(try folder.page("documents/talks.html").contains(#"href="../feed.xml""#))
    let sitemap = try folder.page("sitemap.xml")
    for (address, isThere) in [
      ("", true), ("documents/undated.html", true), ("people/kim-jong-un.html", true), ("about.html", true),
      ("documents/quiet.html", false), ("people/kim.html", false), ("404.html", false), ("print.html", false),
    ] {
      #expect(sitemap.contains("<loc>https://example.org/a*b/c/\(address)</loc>") == isThere, "\(address)")
    }
    #expect(try folder.page("documents/quiet.html").contains(#"<meta name="robots" content="noindex">"#))

    // The links of the page for what is not there are followed too, and a check says where the sitemap is to be told.
    let check = await folder.build { $0.isCheck = true }
    #expect(check.diagnostics.filter { $0.id.hasPrefix("links.") }.map(\.id) == [])
    #expect(
      check.diagnostics.first { $0.id == "check.robots-below-root" }?.hint
        == "add 'Sitemap: https://example.org/a*b/c/sitemap.xml' to the robots.txt of the host")
  }

  @Test("at the root of a host")
  func atTheRoot() async throws {
    let folder = try await build("base_url: https://example.org\n")
    #expect(
      try folder.page("robots.txt") == """
        User-agent: *
        Disallow:

        Sitemap: https://example.org/sitemap.xml

        """)
    #expect(try folder.page("404.html").contains(#"<li><a href="/index.html">Talks</a></li>"#))
    let check = await folder.build { $0.isCheck = true }
    #expect(!check.diagnostics.contains { $0.id == "check.robots-below-root" })
  }

  @Test("kept from search engines")
  func unindexed() async throws {
    let folder = try await build("base_url: https://example.org\nnoindex: true\n")
    #expect(!(try names(folder)).contains("sitemap.xml"))
    let robots = try folder.page("robots.txt")
    // Crawlers must be allowed to read the pages that ask them to leave.
    #expect(robots.contains("\nDisallow:\n") && !robots.contains("Sitemap"))
    #expect(try folder.page("_headers").contains("\n  X-Robots-Tag: noindex\n"))
    for (path, bytes) in try contents(of: folder.site) where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains(#"<meta name="robots" content="noindex">"#), "\(path)")
    }
  }

  @Test("packed copies are made, kept, mended and removed")
  func packed() async throws {
    let folder = try await build("base_url: https://example.org\n") { $0.precompresses = true }
    let files = try contents(of: folder.site)
    let twins = files.keys.filter { $0.hasSuffix(".gz") || $0.hasSuffix(".br") }
    for twin in twins {
      let (bytes, packed) = (try #require(files[String(twin.dropLast(3))]), try #require(files[twin]))
      #expect(packed.count < bytes.count && bytes.count >= 1_024)
      let content =
        twin.hasSuffix("gz")
        ? Deflate.gunzip(packed, limit: bytes.count) : Brotli.decompressed(packed, limit: bytes.count)
      #expect(content == bytes, "\(twin)")
    }
    for name in ["index.html.br", "index.html.gz", "sitemap.xml.gz", "feed.xml.br"] {
      #expect(twins.contains(name), "\(name)")
    }
    #expect(!twins.contains { $0.hasPrefix("_") || $0.contains(".png") || $0 == "robots.txt.gz" })

    #expect(await folder.build { $0.precompresses = true }.written == 0)
    // One that is not of its page is made anew.
    try Files.write(try #require(files["about.html.gz"]), to: folder.site + "/index.html.gz")
    let report = await folder.build {
      $0.precompresses = true
      $0.jobs = 1
    }
    #expect(report.written == 1)
    #expect(try contents(of: folder.site) == files)
    #expect(await folder.build().removed == twins.count)
    #expect(try contents(of: folder.site).keys.allSatisfy { !$0.hasSuffix(".gz") && !$0.hasSuffix(".br") })
  }
}
