import DossierBrotli
import DossierDeflate
import DossierFiles
import DossierModel
import Foundation
import Testing

@testable import Dossier
@testable import DossierRender

/// Renderers that are broken on purpose, each in its own way: the proof must see what each of them says too much.
@Suite("The proof sees what a broken renderer gives away")
struct LeakProofTests {
  private static let files = [
    "open.md":
      "---\ntitle: Talks on trains\nmarking: TLP:GREEN\npublisher: The Courier\n---\n\nAnna Keller met Tom Berg in Oslo on 2 May 2024.\n\n{TLP:RED} The money for the trip was paid by Victor Zelenko of Blackwood Dynamics in Geneva.\n\nTom Berg stays in Oslo.\n",
    "night-heron.md":
      "---\ntitle: The Night Heron file\nmarking: TLP:RED\nauthor: Irina Malková\npublisher: Halvorsen Archive\ntags: [sanctions-busting]\naliases: [Grey Folder]\n---\n\nVictor Zelenko will meet Anna Keller at the Hotel Bristol. The account ZX-4471 is in Vaduz.\n\n![the house by the lake](lakehouse.png)\n",
    "entities.yml":
      "entities:\n  - name: Victor Zelenko\n    kind: person\n    aliases: [The Armourer]\n    description: Who pays for the trips of others\n  - name: Anna Keller\n",
  ]
  private static let picture: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + [UInt8](repeating: 7, count: 60)

  private struct Edition {
    var site: Site
    var full: Briefing
    var proof: LeakProof
    /// The files of the edition as it should be.
    var files: [String: [UInt8]]
    let library: TemplateFiles
  }

  private static func edition() async throws -> Edition {
    let folder = try TemporaryFolder(files)
    try folder.write("lakehouse.png", picture)
    var options = BuildOptions()
    options.folder = folder.seeds
    options.output = folder.site
    options.recogniser = .fast
    options.cache = .none
    var report = BuildReport()
    let full = try await BriefingBuild(options).edition(&report, StageClock(news: { _ in })).briefing
    options.clearance = "TLP:GREEN"
    let build = BriefingBuild(options)
    let (briefing, proof) = try await build.edition(&report, StageClock(news: { _ in }))
    var diagnostics: [Diagnostic] = []
    let library = try build.loadTemplates(&diagnostics)
    let site = try site(of: briefing, library)
    return Edition(
      site: site, full: full, proof: try #require(proof), files: rendered(site, library), library: library)
  }

  private static func site(of briefing: Briefing, _ library: TemplateFiles) throws -> Site {
    let assets = HashedAssets(library, briefing, hasBook: true)
    return try Site(briefing, templates: library.templates, assets: assets.names)
  }

  private static func rendered(_ site: Site, _ library: TemplateFiles) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for key in site.pages { files[site.path(of: key)] = site.render(key).bytes }
    for asset in HashedAssets(library, site.briefing, hasBook: true).files {
      files[asset.path] = asset.bytes
    }
    return files
  }

  private static func leaks(_ proof: LeakProof, _ files: [String: [UInt8]]) -> [LeakProof.Leak] {
    files.sorted { $0.key < $1.key }.flatMap { proof.leaks(in: $0.key, $0.value) }
  }

  @Test("an edition as it should be has nothing to tell of")
  func sound() async throws {
    let edition = try await Self.edition()
    #expect(Self.leaks(edition.proof, edition.files) == [])
    #expect(edition.proof.count > 20)
  }

  @Test("nothing withheld in the pages of a site for which one thing was not filtered")
  func brokenFilters() async throws {
    let edition = try await Self.edition()
    let full = edition.full
    let heron = try #require(full.documents.first { $0.document.path == "night-heron.md" })
    let armourer = try #require(full.entities.first { $0.name == "Victor Zelenko" })
    typealias Mutation = (name: String, change: (inout Briefing) -> Void)
    let mutations: [Mutation] = [
      ("a title", { $0.documents[0].document.title = heron.document.title }),
      ("a path", { $0.documents[0].document.path = heron.document.path }),
      ("an address", { $0.documents[0].document.slug = heron.document.slug }),
      ("a hash", { $0.documents[0].document.contentHash = heron.document.contentHash }),
      (
        "the hash of a file that is withheld in part",
        {
          $0.documents[0].document.contentHash =
            full.documents.first { $0.document.path == "open.md" }?.document.contentHash
        }
      ),
      ("an author", { $0.documents[0].document.record.authors = heron.document.record.authors }),
      ("a publisher", { $0.documents[0].document.record.publisher = heron.document.record.publisher }),
      ("a tag", { $0.documents[0].document.record.tags = heron.document.record.tags }),
      (
        "an alias of an entity",
        { $0.entities[0].aliases.append(Alias(name: "The Armourer", reason: .author(line: 1))) }
      ),
      (
        "an entity",
        {
          var kept = armourer
          (kept.evidence, kept.ties, kept.candidates) = ([], [], [])
          $0.entities.append(kept)
        }
      ),
      ("an entity's address", { $0.entities[0].slug = armourer.slug }),
      (
        "a description",
        { $0.entities[0].description = Description(text: "Who pays for the trips of others") }
      ),
      ("a remark", { $0.entities[0].note = "Pays with Blackwood Dynamics" }),
      ("a key point", { $0.keyPoints = [KeyPoint(text: "The account ZX-4471 is in Vaduz.")] }),
      ("a redirect", { $0.redirects.append(Redirect(address: "people/victor-zelenko", entity: 0)) }),
      ("the subtitle", { $0.settings.subtitle = "On the Hotel Bristol" }),
      (
        "a paragraph",
        { briefing in
          if let open = full.documents.first(where: { $0.document.path == "open.md" }) {
            briefing.documents[0].document = open.document
          }
        }
      ),
      ("all", { $0 = full }),
    ]
    for (name, change) in mutations {
      var briefing = edition.site.briefing
      change(&briefing)
      let files = Self.rendered(try Self.site(of: briefing, edition.library), edition.library)
      #expect(!Self.leaks(edition.proof, files).isEmpty, "\(name)")
    }
  }

  @Test("nothing withheld however it is written, and whatever it is packed in")
  func brokenRenderers() async throws {
    let edition = try await Self.edition()
    let page = try #require(edition.files["index.html"])
    func html(_ markup: String) -> (String, [UInt8]) {
      (
        "index.html",
        Array(
          String(decoding: page, as: UTF8.self).replacingOccurrences(of: "</body>", with: markup + "</body>")
            .utf8)
      )
    }
    let secret = Array("<p>Victor Zelenko</p>".utf8)
    let mutations: [(String, (String, [UInt8]))] = [
      ("as it is", html("<p>Victor Zelenko</p>")),
      ("in capitals", html("<p>VICTOR ZELENKO</p>")),
      ("possessive", html("<p>Victor Zelenko's</p>")),
      ("parted by a mark", html("<p>Victor Zel<mark>enk</mark>o</p>")),
      ("parted by tags only", html("<td>Victor</td><td>Zelenko</td>")),
      ("over two lines", html("<p>Victor\n   Zelenko</p>")),
      ("with a no-break space", html("<p>Victor&nbsp;Zelenko</p>")),
      ("with soft hyphens", html("<p>Vic&shy;tor Zelen\u{AD}ko</p>")),
      ("by character references", html("<p>&#86;ictor &#x5a;elenko</p>")),
      ("without its accent", html("<p>Irina Malkova</p>")),
      ("with its accent by itself", html("<p>Irina Malkova\u{301}</p>")),
      ("in a link", html("<a href=\"people/victor-zelenko.html\">x</a>")),
      ("percent-encoded", html("<a href=\"?q=Victor%20%5Aelenko\">x</a>")),
      ("percent-encoded twice", html("<a href=\"?q=Victor%2520%255Aelenko\">x</a>")),
      ("in an attribute", html("<img alt=\"Victor Zelenko\">")),
      ("in a comment", html("<!-- Victor Zelenko -->")),
      ("in a description", html("<meta name=\"description\" content=\"The account ZX-4471 is in Vaduz.\">")),
      ("a sentence cut short", html("<p>The money for the trip was paid by Victor…</p>")),
      ("a code word alone", html("<p>ZX-4471</p>")),
      ("a sentence with other marks", html("<p>the account “ZX–4471” is in <b>Vaduz</b></p>")),
      (
        "as JSON in a page",
        html("<script type=\"application/ld+json\">{\"name\":\"Victor \\u005aelenko\"}</script>")
      ),
      (
        "as data",
        html("<object data=\"data:text/html;base64,\(Data(secret).base64EncodedString())\"></object>")
      ),
      ("in a script", ("data/cards.js", Array("d({\"n\":\"Victor\\nZelenko\"})".utf8))),
      ("escaped markup in JSON", ("feed.json", Array("{\"h\":\"<p>Victor Ze\\u003cb\\u003elenko\"}".utf8))),
      (
        "in a row of data",
        ("data/entities.csv", Array("id,name\r\n1,\"Zelenko, Victor\"\r\n2,\"Victor Zelenko\"\r\n".utf8))
      ),
      ("in a feed", ("feed.xml", Array("<entry><title>The Night Heron file</title></entry>".utf8))),
      (
        "escaped in a feed",
        ("feed.xml", Array("<content>&lt;p&gt;Victor &amp;#90;elenko&lt;/p&gt;</content>".utf8))
      ),
      (
        "in a picture's words",
        ("ties.svg", Array("<svg><text>Victor <tspan>Zelenko</tspan></text></svg>".utf8))
      ),
      (
        "in a style sheet",
        ("assets/style.css", Array("a::before { content: \"\\56 ictor \\5a elenko\" }".utf8))
      ),
      ("as a file's name", ("documents/night-heron.html", page)),
      ("as an encoded file's name", ("documents/night%2Dheron.html", page)),
      ("as a picture's name", ("assets/lakehouse.1a2b3c4d.png", [1, 2, 3])),
      ("as a picture", ("assets/other.png", Self.picture)),
      ("in a twin by gzip", ("index.html.gz", try #require(Deflate.gzip(secret)))),
      ("in a twin by Brotli", ("index.html.br", try #require(Brotli.compressed(secret)))),
      ("in a twin that can't be unpacked", ("index.html.gz", secret)),
      ("in an archive", ("site.zip", Self.archive("a.html", secret))),
      ("as a name in an archive", ("site.zip", Self.archive("night-heron.html", []))),
      ("in a PDF", ("briefing.pdf", Self.pdf("Victor Zelenko"))),
    ]
    for (name, (path, bytes)) in mutations {
      #expect(!edition.proof.leaks(in: path, bytes).isEmpty, "\(name)")
    }
    let sound: [(String, [UInt8])] = [
      html("<p>Anna Keller met Tom Berg in Oslo. The Courier.</p>"),
      ("a.gz", try #require(Deflate.gzip(Array("Anna Keller".utf8)))),
      ("a.zip", Self.archive("a.html", Array("Anna Keller".utf8))), ("a.pdf", Self.pdf("Anna Keller")),
      ("assets/lake.png", [1, 2, 3]),
    ]
    for (path, bytes) in sound { #expect(edition.proof.leaks(in: path, bytes) == []) }
  }

  @Test("a name that what may be seen has too is none to look for, but a word of the same letters is no name")
  func exceptions() async throws {
    let folder = try TemporaryFolder([
      "a.md":
        "# {TLP:CLEAR} Rules\n\nYou may tell us of the talks in Oslo, and march with Anna Keller on 21 February 2016.",
      "b.md":
        "# {TLP:RED} Budget\n\nTheresa May spoke in Oslo with Anna Keller. The US has said so in Geneva.",
      "c.txt":
        "{TLP:RED} The budget talks in Geneva\n\n21 February 2016\n\nBy Clara Hadwin\n\nThe talks end on 21 February 2016. Monday. 21 February 2016.\n",
    ])
    #expect(await folder.build { $0.clearance = "TLP:CLEAR" }.isWritten)
  }

  /// An archive with one file that is not packed.
  private static func archive(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let path = Array(name.utf8)
    let sizes =
      number(0, 4) + number(bytes.count, 4) + number(bytes.count, 4) + number(path.count, 2) + number(0, 2)
    let local = [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 8) + sizes + path + bytes
    let entry =
      [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(0, 8) + sizes + number(0, 14) + path
    return local + entry + [0x50, 0x4B, 5, 6] + number(0, 4) + number(1, 2) + number(1, 2)
      + number(entry.count, 4)
      + number(local.count, 4) + number(0, 2)
  }

  /// The smallest PDF that shows a line.
  private static func pdf(_ words: String) -> [UInt8] {
    let stream = "BT /F 12 Tf 72 700 Td (\(words)) Tj ET"
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length \(stream.utf8.count)>>stream\n\(stream)\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (number, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(number + 1) 0 obj\(object)endobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 6\n0000000000 65535 f \n"
    for offset in offsets {
      text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
    }
    return Array((text + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }
}
