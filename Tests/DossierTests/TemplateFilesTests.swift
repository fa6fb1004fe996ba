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

  @Test("all script is less than 25,000 bytes, and asks no other host")
  func scripts() {
    let scripts = builtInTemplates().filter { $0.name.hasSuffix(".js") }
    #expect(scripts.map(\.name).sorted() == ["dossier.js", "start.js"])
    #expect(scripts.reduce(0) { $0 + $1.bytes.count } < 25_000)
    for script in scripts {
      let text = String(decoding: script.bytes, as: UTF8.self)
      #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("eval("))
    }
  }
}
