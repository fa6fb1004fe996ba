import DossierFiles
import Testing

@testable import Dossier

@Suite("Templates inside the program")
struct TemplateFilesTests {
  @Test("they are the files of the folder Templates, byte for byte")
  func sameAsFolder() throws {
    let folder = projectFolder + "/Templates"
    let names = try Files.names(in: folder).map(\.text).filter { !$0.hasPrefix(".") }
    let builtIn = builtInTemplates()
    #expect(builtIn.map(\.name).sorted() == names)
    for (name, bytes) in builtIn { #expect(try Files.read(folder + "/" + name) == bytes, "\(name)") }
  }
}
