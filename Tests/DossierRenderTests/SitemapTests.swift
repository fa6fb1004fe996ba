import DossierModel
import DossierTemplates
import Foundation
import Testing

@testable import DossierRender

@Suite("Sitemaps and policies")
struct SitemapTests {
  /// A site of documents only.
  private func site(_ slugs: [String], _ links: [DocumentLink] = []) throws -> Site {
    let documents = slugs.map { slug in
      var document = Document(
        path: slug + ".txt", slug: slug, title: "A", titleOrigin: .fileName, text: "", blocks: [])
      document.links = links
      return BriefingDocument(
        document: document, annotation: Annotation(sentences: [], mentions: []), mentionEntities: [],
        mentionSentences: [])
    }
    var settings = BriefingSettings(title: "T")
    settings.baseURL = "https://example.org/a&b/"
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "mustache" }
      .map {
        TemplateFile(
          name: $0.lastPathComponent, path: $0.path, source: try String(contentsOf: $0, encoding: .utf8))
      }
    return try Site(
      Briefing(settings: settings, documents: documents, entities: []), templates: TemplateLibrary(files),
      assets: SiteAssets(style: "style.css", start: "start.js", script: "dossier.js", book: "book.css"))
  }

  private func files(of site: Site, _ limits: SitemapLimits) -> [(path: String, text: String)] {
    var files: [(String, String)] = []
    site.sitemaps("https://example.org/a&b/", limits: limits) {
      files.append(($0.path, String(decoding: $0.bytes, as: UTF8.self)))
    }
    return files
  }

  private func addresses(_ text: String) -> [String] {
    text.matches(of: #/<loc>([^<]+)<\/loc>/#).map { String($0.output.1) }
  }

  @Test("more pages than a file may have are in several, with an index")
  func splits() throws {
    let site = try site((0..<20).map { "d\($0)" })
    let whole = files(of: site, Site.sitemapLimits)
    #expect(whole.map(\.path) == ["sitemap.xml"])
    let all = addresses(whole[0].text)
    #expect(all.count >= 23 && all.contains("https://example.org/a&amp;b/documents/d19.html"))
    for limits in [SitemapLimits(pages: 7, bytes: 1 << 20), SitemapLimits(pages: 1_000, bytes: 1_100)] {
      let parts = files(of: site, limits)
      #expect(parts.count > 3 && parts.last?.path == "sitemap.xml")
      #expect(parts.dropLast().flatMap { addresses($0.text) } == all)
      #expect(
        addresses(parts.last?.text ?? "")
          == (1..<parts.count).map { "https://example.org/a&amp;b/sitemap-\($0).xml" })
      for part in parts.dropLast() {
        #expect(addresses(part.text).count <= limits.pages && part.text.utf8.count <= limits.bytes)
      }
    }
    // As many as fit are one file.
    #expect(files(of: site, SitemapLimits(pages: all.count, bytes: 1 << 20)).count == 1)
  }

  @Test(
    "hosts of pictures",
    arguments: [
      ("https://Example.org/a.png", "https://example.org"), ("http://a.example:80/x", "http://a.example:80"),
      ("//cdn.example/a.png", "cdn.example"), ("https://user:pass@b.example?x", "https://b.example"),
      ("map.png", nil), ("data:image/png;base64,AA", nil), ("https://", nil), ("https:///x", nil),
      ("https://a.example; script-src *", nil), ("https://*", nil), ("https://a.example'x/", nil),
      ("https://a,b/", nil), ("https://:80/", nil), ("https://bücher.example/", nil),
    ])
  func origins(address: String, origin: String?) {
    #expect(Site.origin(of: address) == origin)
  }

  @Test("the policy names each host once, in order, and nothing of pages' own making")
  func policy() throws {
    let links = ["https://b.example/1.png", "https://a.example/2.png", "https://b.example/3.png"].map {
      DocumentLink(target: $0, sourceRange: TextRange(0, 0), isPicture: true)
    }
    let elsewhere = DocumentLink(
      target: "https://c.example/", sourceRange: TextRange(0, 0), isPicture: false)
    let policy = try site(["a"], links + [elsewhere]).contentSecurityPolicy()
    #expect(policy.contains("img-src 'self' https://a.example https://b.example; base-uri 'none'"))
    #expect(policy.hasPrefix("default-src 'none'; script-src 'self' 'sha256-"))
  }
}
