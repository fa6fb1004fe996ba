import Dossier
import DossierEdition
import DossierModel
import Testing

@Suite("What pages do not show stands in no other file either")
struct HiddenTextTests {
  @Test("comments of the author are in no file of the site")
  func comments() async throws {
    let folder = try TemporaryFolder([
      "a.md": "# Talks\n\nTrains run.\n\n<!-- ask Zyqbado -->\n\nThey go. <!-- ask Zyqbado --> On.\n"
    ])
    #expect(await folder.build().isWritten)
    for (path, bytes) in try contents(of: folder.site) {
      #expect(CanaryFolder.found(in: bytes).isEmpty, "\(path)")
    }
    #expect(try folder.page("data/documents.ftm.json").contains("Trains run."))
  }

  @Test("an edition with packed copies is the one that was made")
  func packedEdition() async throws {
    let folder = try TemporaryFolder(["a.md": "# Talks\n\nTrains run.\n"])
    #expect(await folder.build { ($0.edition, $0.precompresses) = (EditionTag("1"), true) }.isWritten)
    #expect(try contents(of: folder.site).keys.contains { $0.hasSuffix(".gz") })
    let site = try EditionCheck.site(folder.site)
    #expect(site.damage.isNone, "\(site.damage)")
  }
}
