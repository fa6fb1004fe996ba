import Dossier
import DossierFiles
import DossierModel
import Foundation
import Testing

@Suite("Data of built sites")
struct ExportBuildTests {
  private static func files(of folder: TemporaryFolder) throws -> [String: [UInt8]] {
    try contents(of: folder.site).filter { $0.key.hasPrefix("data/") && !$0.key.hasSuffix(".js") }
  }

  @Test("the same documents give the same data, whatever the jobs")
  func determinism() async throws {
    let folder = try TemporaryFolder(BuiltSiteTests.texts)
    var first: [String: [UInt8]]?
    for jobs in [1, 2, 5] {
      try Files.removeTree(folder.site)
      #expect(await folder.build { $0.jobs = jobs }.isWritten)
      let files = try Self.files(of: folder)
      #expect(files.count == 18)
      if let first { #expect(files == first) } else { first = files }
    }
  }

  @Test("the package lists every file, with its size")
  func package() async throws {
    let folder = try TemporaryFolder(BuiltSiteTests.texts)
    _ = await folder.build()
    var files = try Self.files(of: folder)
    let package = files.removeValue(forKey: "data/datapackage.json") ?? []
    let object = try #require(try JSONSerialization.jsonObject(with: Data(package)) as? [String: Any])
    let resources = try #require(object["resources"] as? [[String: Any]])
    #expect(Set(resources.compactMap { $0["path"] as? String }.map { "data/" + $0 }) == Set(files.keys))
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      #expect(resource["bytes"] as? Int == files["data/" + path]?.count)
      #expect((resource["hash"] as? String)?.count == "sha256:".count + 64)
    }
    let about = try folder.page("about.html")
    for path in files.keys { #expect(about.contains("href=\"\(path)\""), "\(path)") }
  }

  @Test("what a page counts, the data has")
  func pages() async throws {
    let folder = try TemporaryFolder(BuiltSiteTests.texts)
    _ = await folder.build()
    let bytes = try #require(try Self.files(of: folder)["data/entities.json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let rows = try #require(object["entities"] as? [[String: Any]])
    #expect(rows.count > 10)
    for row in rows {
      let page = try folder.page((row["url"] as? String)?.removingPercentEncoding ?? "")
      for (label, column) in [
        ("Mentions", "mentions"), ("Sentences", "sentences"), ("Documents", "documents"),
      ] {
        let number = try #require(row[column] as? Int)
        #expect(
          try page.contains(Regex("<dt>\(label)</dt><dd><a href=\"[^\"]+\">\(number)</a>")), "\(row) \(label)"
        )
      }
    }
    let sentences = try #require(try Self.files(of: folder)["data/sentences.json"])
    let list = try JSONSerialization.jsonObject(with: Data(sentences)) as? [String: Any]
    for row in try #require(list?["sentences"] as? [[String: Any]]) {
      let parts = (row["url"] as? String ?? "").split(separator: "#")
      let page = try folder.page(String(parts[0]).removingPercentEncoding ?? "")
      #expect(page.contains(" id=\"\(parts[1])\""), "\(row)")
    }
  }

  @Test("dossier.yml turns data off, and --exports on again")
  func setting() async throws {
    let folder = try TemporaryFolder(["a.txt": "Angela Merkel met Vladimir Putin in Moscow.\n"])
    try folder.write("dossier.yml", "exports: false\n")
    #expect(await folder.build().diagnostics.isEmpty)
    #expect(try Self.files(of: folder).isEmpty)
    #expect(try !folder.page("about.html").contains("datapackage.json"))
    _ = await folder.build { $0.writesExports = true }
    #expect(try Self.files(of: folder).count == 18)
  }

  @Test("of very many documents there is none unless asked for, and a note says so")
  func many() async throws {
    let folder = try TemporaryFolder()
    for number in 0...500 { try folder.write("\(number).txt", "Note \(number).\n") }
    let report = await folder.build { $0.recogniser = .fast }
    #expect(report.diagnostics.contains { $0.id == "build.no-exports" })
    #expect(try Self.files(of: folder).isEmpty)
    try folder.write("dossier.yml", "exports: true\n")
    let asked = await folder.build { $0.recogniser = .fast }
    #expect(!asked.diagnostics.contains { $0.id == "build.no-exports" })
    #expect(try Self.files(of: folder).count == 18)
  }
}
