/// Names from other scripts, which are spelled in many ways: "Raqqa", "Ar Raqqah"; "Deir ez-Zor", "Dayr az Zawr".
///
/// Only names that show it are compared so: with an Arabic article, an apostrophe within, or letters that English words
/// hardly have. "Clark" and "Clarke" stay two.
enum Transliteration {
  /// The Arabic article in its many spellings.
  static let articles: Set<String> = [
    "al", "el", "ul", "ad", "as", "ash", "ar", "an", "az", "at", "ath", "ed", "es", "er", "ez",
  ]

  /// Names whose spellings differ in more than the rules below allow.
  private static let groups: [String: String] = {
    var groups: [String: String] = [:]
    for line in [
      "muhammad mohammed mohammad mohamed mohamad muhammed muhamed mohammod mehmed",
      "hezbollah hizballah hizbullah hizbollah hezballah hezbullah",
      "gaddafi qaddafi kadhafi gadhafi qadhafi gadafi kadafi",
      "qaeda qaida qaidah kaida kaeda qaedah",
      "osama usama", "omar umar omer", "yousef yusuf youssef yusef yousuf yussuf josef",
      "hussein husayn hussain husain hosein hossein husein",
      "sharia shariah shari", "daesh daish dayesh", "koran quran", "kiev kyiv", "assad asad",
      "houthi huthi houthis huthis",
    ] {
      let words = line.split(separator: " ").map(String.init)
      for word in words { groups[word] = words[0] }
    }
    return groups
  }()

  /// Returns what the letters sound like, and whether they show another script.
  static func sound(of letters: String) -> (sound: String, isForeign: Bool) {
    if let first = groups[letters] { return (first, true) }
    let bytes = Array(letters.utf8)
    var sound: [UInt8] = []
    sound.reserveCapacity(bytes.count)
    var isForeign = false
    var index = 0
    func at(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
    func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
    func append(_ letter: Character) {
      let byte = letter.asciiValue ?? 0
      if sound.last != byte { sound.append(byte) }
    }
    while index < bytes.count {
      let (byte, next) = (bytes[index], at(index + 1))
      var used = 1
      switch (Character(Unicode.Scalar(byte)), Character(Unicode.Scalar(next))) {
      case ("a", "a"):
        append("a")
        isForeign = true
        used = 2
      case ("a", "i"), ("a", "y"), ("e", "i"), ("e", "y"), ("i", "e"), ("e", "e"), ("i", "y"), ("y", "i"):
        append("i")
        used = 2
      case ("a", "w"), ("a", "u"), ("o", "u"), ("o", "o"), ("o", "w"):
        append("u")
        used = 2
      case ("a", _), ("e", _): append("a")
      case ("i", _), ("y", _): append("i")
      case ("o", _), ("u", _): append("u")
      case ("k", "h"), ("z", "h"), ("d", "h"):
        sound.append(byte)
        isForeign = true
        used = 2
      case ("g", "h"):
        sound.append(byte)
        used = 2
      case ("q", _):
        append("k")
        if next != UInt8(ascii: "u") { isForeign = true }
      case ("h", _) where index > 0 && isVowel(at(index - 1)) && index == bytes.count - 1: break
      default: if sound.last != byte { sound.append(byte) }
      }
      index += used
    }
    return (String(decoding: sound, as: UTF8.self), isForeign)
  }
}

extension NameForm.Word {
  /// Fills in what the word sounds like.
  mutating func hear(afterArticle: Bool) {
    let (sound, isForeign) = Transliteration.sound(of: letters)
    self.sound = sound
    isTransliterated = sound.utf8.count > 2 && (isForeign || hasApostrophe || afterArticle)
  }
}
