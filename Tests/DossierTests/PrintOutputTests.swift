import Dossier
import DossierFiles
import DossierModel
import Testing

@Suite("Where a print may be written")
struct PrintOutputTests {
  private func print(_ folder: TemporaryFolder, to file: String) async -> PrintReport {
    var options = BuildOptions()
    (options.folder, options.output) = (folder.seeds, folder.site)
    var print = PrintOptions()
    print.output = file
    return await BriefingPrint(options, print).run()
  }

  @Test("a print replaces no document, and becomes none")
  func amongDocuments() async throws {
    let folder = try TemporaryFolder(["a.txt": "Just one line.\n"])
    for name in ["a.txt", "b.pdf"] {
      let report = await print(folder, to: folder.seeds + "/" + name)
      #expect(report.file == nil && report.diagnostics.map(\.id) == ["edition.inside"])
    }
    #expect(try Files.read(folder.seeds + "/a.txt") == Array("Just one line.\n".utf8))
    #expect(Files.status(folder.seeds + "/b.pdf") == nil)
  }

  @Test("a folder that is missing is told before anything is read")
  func missingFolder() async throws {
    let folder = try TemporaryFolder(["a.txt": "Just one line.\n"])
    let report = await print(folder, to: folder.path + "/no/b.pdf")
    #expect(report.diagnostics.map(\.id) == ["edition.not-written"])
  }
}
