import DossierModel
import DossierRead
import Testing

@Suite struct SourceTextTests {
  private func read(_ bytes: [UInt8], path: String = "a.txt") -> (
    document: Document?, diagnostics: [Diagnostic]
  ) {
    DocumentReader().document(path: path, location: "seeds/" + path, bytes: bytes)
  }

  @Test func utf8WithMark() throws {
    let (document, diagnostics) = read([0xEF, 0xBB, 0xBF] + Array("Grüße.".utf8))
    #expect(diagnostics.isEmpty)
    #expect(document?.text == "Grüße.")
    #expect(document?.blocks[0].sourceRange == TextRange(3, 11))
  }

  @Test(arguments: [false, true])
  func utf16(isBigEndian: Bool) throws {
    let text = "\u{FEFF}Grüße 🎉.\nEnde."
    let bytes = text.utf16.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let (document, diagnostics) = read(bytes)
    #expect(document?.text == "Grüße 🎉.\nEnde.")
    #expect(diagnostics.map(\.id) == ["read.utf16"])
    #expect(diagnostics.map(\.severity) == [.note])
    // An odd byte at the end is left out.
    #expect(read(bytes + [0x41]).document?.text == "Grüße 🎉.\nEnde.")
  }

  @Test func windows1252() throws {
    let (document, diagnostics) = read([0x43, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x80, 0x94, 0x2E])
    #expect(document?.text == "Café “€”.")
    #expect(
      diagnostics.map(\.description) == [
        """
        seeds/a.txt:1:4: warning: the file is not UTF-8; read as Windows-1252
            Café “€”.
               ^
          hint: check this character, and save the file as UTF-8
        """
      ])
  }

  @Test func everyByteOfWindows1252HasACharacter() throws {
    let bytes: [UInt8] = (0x80...0xFF).flatMap { (byte: Int) -> [UInt8] in [0x61, UInt8(byte)] }
    let (document, _) = read(bytes)
    #expect(document?.text.unicodeScalars.count == 256)
    #expect(document?.text.unicodeScalars.contains("\u{FFFD}") == false)
  }

  @Test func damagedUTF8StaysUTF8() throws {
    let (document, diagnostics) = read(Array("Ein “Gruß” an ".utf8) + [0xFF] + Array("alle.".utf8))
    #expect(document?.text == "Ein “Gruß” an \u{FFFD}alle.")
    #expect(diagnostics.map(\.id) == ["read.damaged-utf8"])
    #expect(diagnostics.first?.location?.column == 15)
  }

  @Test(
    arguments: [
      Array("abc\0def".utf8), Array("%PDF-1.7 text".utf8), Array("{\\rtf1 text}".utf8),
      [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], [0x41, 0, 0x42, 0], (1...200).map { UInt8($0 % 20) },
    ] as [[UInt8]])
  func whatIsNoText(bytes: [UInt8]) {
    let (document, diagnostics) = read(bytes)
    #expect(document == nil)
    #expect(diagnostics.map(\.id) == ["read.not-text"])
    #expect(diagnostics.map(\.severity) == [.error])
  }

  @Test(arguments: ["", " \n\t\r\n\u{A0}\u{3000}", "\u{FEFF}", "\u{FEFF}\n\n"])
  func whatIsEmpty(text: String) {
    let (document, diagnostics) = read(Array(text.utf8))
    #expect(document == nil)
    #expect(
      diagnostics.map(\.description) == [
        "seeds/a.txt: warning: the file has no text, so it is left out\n  hint: write something into it, or remove it"
      ])
  }

  @Test func whatIsTooLarge() {
    let (document, diagnostics) = read([UInt8](repeating: 0x61, count: 32 << 20 | 1))
    #expect(document == nil)
    #expect(diagnostics.map(\.message) == ["the file is larger than 32 MiB"])
  }
}
