/// The parts of a person's name: titles, names, what follows them.
struct PersonName: Sendable {
  /// The names in order, without titles, particles and nicknames: "kim", "jong", "un".
  let names: [NameForm.Word]
  /// "junior", "senior" or a Roman numeral after the names.
  let suffix: String?
  /// The names in quotation marks.
  let nicknames: [String]
  /// Whether an Arabic article stands before one of the names.
  let hasArticle: Bool
  /// Whether a title stands before the names.
  let hasTitle: Bool
  /// What two spellings of the same names have in common.
  let key: String
  /// The name without its titles, as written.
  let text: String

  init(_ form: NameForm) {
    var words = form.words.filter { !$0.isQuoted }
    nicknames = form.words.filter(\.isQuoted).map(\.letters)
    var titles = 0
    while titles < words.count - 1, PersonName.isTitle(words[titles]) { titles += 1 }
    words.removeFirst(titles)
    hasTitle = titles > 0
    text = titles == 0 ? form.text : PersonName.text(form.text, without: titles)
    while words.count > 1, PersonName.honours.contains(words[words.count - 1].letters) { words.removeLast() }
    var suffix: String?
    if words.count > 1, let last = words.last {
      if last.letters == "jr" || last.letters == "junior" { suffix = "junior" }
      if last.letters == "sr" || last.letters == "senior" { suffix = "senior" }
      if last.isUpper, PersonName.isNumeral(last.letters) { suffix = last.letters }
      if suffix != nil { words.removeLast() }
    }
    self.suffix = suffix
    var hasArticle = false
    let plain = words.indices.filter { index in
      let word = words[index]
      // "van der Bellen", "Van der Bellen", "al-Assad"; but "Van Morrison", "Al Gore".
      let isBound =
        index > 0 || !word.isCapital || index + 1 < words.count && words[index + 1].isJoined
        || words.count > 2 && PersonName.particles.contains(words[1].letters)
      guard index < words.count - 1, isBound || PersonName.surnameStarts.contains(word.letters) else {
        return true
      }
      if Transliteration.articles.contains(word.letters) {
        hasArticle = true
        return false
      }
      return !PersonName.particles.contains(word.letters) || word.isUpper
    }
    self.hasArticle = hasArticle
    names = plain.map { words[$0] }
    key = names.reduce(into: "") { $0 += $1.letters } + (suffix.map { " " + $0 } ?? "")
  }

  /// How a name is contained in another.
  enum Match: Int, Comparable, Sendable {
    static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }

    /// All its names are the other's, in order.
    case names
    /// It is the last name alone.
    case surname
    /// It is the first name alone.
    case givenName
    /// It is one of the names between, or a nickname.
    case otherName
  }

  /// Returns how this name may stand for a longer one, if it can.
  func match(_ full: PersonName) -> Match? {
    guard let first = names.first, let last = names.last, let fullFirst = full.names.first,
      let fullLast = full.names.last, full.names.count > 1
    else { return nil }
    if let suffix, suffix != full.suffix { return nil }
    // The father of a junior has the same names.
    if names.count > 1, suffix != full.suffix { return nil }
    if names.count == 1 {
      guard !first.isInitial else { return nil }
      if first == fullLast { return .surname }
      if first == fullFirst { return full.isFamilyFirst ? .surname : .givenName }
      if full.nicknames.contains(first.letters) { return .otherName }
      return full.names.contains(first) ? .otherName : nil
    }
    if names.count == 2, first.letters == "al", full.hasArticle, last == fullLast {
      return .surname
    }
    // "Jong-Un" of "Kim Jong-Un": the last names, in full.
    if names.count < full.names.count,
      !full.names[full.names.count - names.count].isJoined,
      zip(names.reversed(), full.names.reversed()).allSatisfy(==)
    {
      return .surname
    }
    guard PersonName.agree(last, fullLast), PersonName.agree(first, fullFirst),
      !last.isInitial || !fullLast.isInitial
    else { return nil }
    // Of the names between, either has none, or they are the same: George W. is not George H. W.
    let (own, others) = (names.dropFirst().dropLast(), full.names.dropFirst().dropLast())
    if own.isEmpty || others.isEmpty { return .names }
    if own.count == others.count { return zip(own, others).allSatisfy(PersonName.agree) ? .names : nil }
    guard own.count < others.count, own.allSatisfy({ !$0.isInitial }) else { return nil }
    var rest = others
    for name in own {
      guard let place = rest.firstIndex(of: name) else { return nil }
      rest = rest[(place + 1)...]
    }
    return .names
  }

  /// Whether two names are the same, or one is the other's first letter.
  private static func agree(_ a: NameForm.Word, _ b: NameForm.Word) -> Bool {
    a == b || a.isInitial && b.letters.hasPrefix(a.letters)
      || b.isInitial && a.letters.hasPrefix(b.letters)
  }

  private static func isTitle(_ word: NameForm.Word) -> Bool {
    titles.contains(word.letters) && !word.isInitial || word.isUpper && capitalTitles.contains(word.letters)
  }

  /// Returns a name from after its first `count` words.
  private static func text(_ text: String, without count: Int) -> String {
    let parts = text.split(separator: " ")
    // Titles that are bound by hyphens ("Vice-President") are fewer parts than words.
    var words = 0
    for (index, part) in parts.enumerated() {
      if words >= count { return parts[index...].joined(separator: " ") }
      words += NameForm(part, keepsInitials: true).words.count
    }
    return text
  }
}

extension PersonName {
  /// The sounds of the names that stand for the person alone, in texts that do not name it in full: the last name, and
  /// the first one where that is the family's.
  var surnames: [String] {
    guard names.count > 1, let first = names.first, let last = names.last else { return [] }
    return [isFamilyFirst ? first.sound : last.sound]
  }

  /// Whether the first name is the family's: "Kim Jong-Un", "Xi Jinping".
  private var isFamilyFirst: Bool {
    guard (2...3).contains(names.count), let first = names.first, let last = names.last else { return false }
    return first.isFamilyFirst && !last.isFamilyFirst
  }
}

extension NameForm.Word {
  /// Whether it is a family name of a people that puts it first.
  var isFamilyFirst: Bool { PersonName.familyNames.contains(letters) }
}
