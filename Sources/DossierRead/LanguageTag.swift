internal import DossierModel

/// Language tags in the form of BCP 47 (RFC 5646): letters, then parts of up to eight letters and digits.
enum LanguageTag {
  static func isGood(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return text.utf8.allSatisfy { isLetterASCII($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      && parts.allSatisfy { (1...8).contains($0.utf8.count) } && (2...3).contains(parts[0].utf8.count)
      && parts[0].utf8.allSatisfy(isLetterASCII)
  }
}
