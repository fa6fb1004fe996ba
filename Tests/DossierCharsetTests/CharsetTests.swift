import DossierCharset
import Testing

@Suite struct CharsetTests {
  private func text(_ bytes: [UInt8], _ charset: String) -> String? {
    Charset.decode(bytes, charset: charset).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func readsOldCharacterSets() {
    #expect(text([0x63, 0x61, 0x66, 0xE9], "ISO-8859-1") == "café")
    #expect(text([0x93, 0x61, 0x94], "iso-8859-1") == "“a”")
    #expect(text([0xCF, 0xF0, 0xE8], "windows-1251") == "При")
    #expect(text([0x82, 0xA0], "Shift_JIS") == "あ")
    #expect(text([0xC4, 0xE3], "gb2312") == "你")
    #expect(text([0x61, 0, 0xE9, 0], "utf-16le") == "aé")
  }

  @Test func whatIsNotInTheSetIsReplaced() {
    #expect(text([0x61, 0xFF, 0x62], "utf-8") == "a\u{FFFD}b")
    #expect(text([0x61, 0x81], "Shift_JIS") == "a\u{FFFD}")
    #expect(text([0x61, 0, 0x62], "utf-16le") == "a\u{FFFD}")
  }

  /// A name is handed to the C library, which takes what follows a slash for an order.
  @Test(arguments: [
    "", "nosuch", "//IGNORE", "utf-8//TRANSLIT", "../../x", "a b", String(repeating: "x", count: 99),
  ])
  func unknownNamesAreNone(name: String) { #expect(Charset.decode([0x61], charset: name) == nil) }

  @Test func longTextsAreWhole() {
    let bytes = [UInt8](repeating: 0xE9, count: 300_000)
    #expect(Charset.decode(bytes, charset: "windows-1252")?.count == 600_000)
  }
}
