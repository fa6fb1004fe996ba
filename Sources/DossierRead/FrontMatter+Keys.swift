internal import DossierModel

extension FrontMatter {
  static let keyList = ""
  mutating func read(_ text: String, range: Range<Int>, location: String) -> [Diagnostic] { [] }
}
