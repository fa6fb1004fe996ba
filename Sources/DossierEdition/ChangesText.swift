/// The changes between two editions as plain lines, for a terminal or a mail.
///
/// What is new has "+" before it, what is gone "-", what has changed "~". Within a sentence, words that are gone stand as
/// `[-gone-]` and new ones as `{+new+}`, as in `git diff --word-diff`. No words of a document's are made safe for a terminal
/// here.
public enum ChangesText {
  /// Returns the lines, each without its end; the last one counts.
  public static func lines(_ changes: EditionChanges) -> [String] {
    var lines = ["From \(name(changes.old)) to \(name(changes.new))"]
    func section(_ heading: String, _ own: [String]) {
      if !own.isEmpty { lines += ["", heading] + own }
    }
    section("Documents", changes.documents.flatMap(document))
    section("Names", changes.names.map(name))
    section(
      "Ties", changes.ties.map { "\(sign($0.kind)) \($0.first) and \($0.second): \(sentences($0.count))" })
    section("Dates", changes.dates.map(date))
    return lines + ["", counts(changes)]
  }

  /// "edition 3 · 1a2b3c4d", or that it is none.
  private static func name(_ mark: EditionMark?) -> String {
    mark.map { "e" + $0.foot.dropFirst() } ?? "a site that is no edition"
  }

  static func sign(_ kind: EditionChanges.Kind) -> String {
    switch kind {
    case .new: "+"
    case .gone: "-"
    case .changed: "~"
    }
  }

  private static func sentences(_ count: Int) -> String { "\(count) sentence\(count == 1 ? "" : "s")" }

  private static func document(_ change: EditionChanges.DocumentChange) -> [String] {
    var first = "\(sign(change.kind)) \(change.path): \(change.title)"
    if change.kind != .changed { first += " (\(sentences(change.sentenceCount)))" }
    var lines = [first]
    lines += change.facts.map { "    \($0.name): \(fact($0))" }
    lines += change.sentences.map { sentence in
      let place = sentence.paragraph.map { "¶\($0) " } ?? ""
      return "    \(sign(sentence.kind)) \(place)\(text(sentence))"
    }
    if change.moved > 0 {
      lines.append("    \(sentences(change.moved)) moved")
    }
    if change.isDividedOtherwise { lines.append("    other paragraphs, the same sentences") }
    return lines
  }

  /// "from → to", with words for nothing.
  private static func fact(_ change: EditionChanges.FactChange) -> String {
    (change.old.isEmpty ? "none" : change.old) + " → " + (change.new.isEmpty ? "none" : change.new)
  }

  private static func text(_ sentence: EditionChanges.SentenceChange) -> String {
    var text = ""
    for piece in sentence.pieces {
      if piece.hasSpace { text += " " }
      switch (sentence.kind, piece.side) {
      case (.changed, .old): text += "[-\(piece.text)-]"
      case (.changed, .new): text += "{+\(piece.text)+}"
      default: text += piece.text
      }
    }
    return text
  }

  private static func name(_ change: EditionChanges.NameChange) -> String {
    var line = "\(sign(change.kind)) \(change.name) (\(change.word))"
    switch change.kind {
    case .new: line += ", \(change.mentions) mention\(change.mentions == 1 ? "" : "s")"
    case .gone: if !change.into.isEmpty { line += ", now \(change.into)" }
    case .changed:
      line +=
        ": "
        + change.facts.map { fact in
          if fact.name != "also" { return "\(fact.name) \(Self.fact(fact))" }
          return fact.old.isEmpty ? "also “\(fact.new)”" : "no longer “\(fact.old)”"
        }.joined(separator: "; ")
    }
    return line
  }

  private static func date(_ change: EditionChanges.DateChange) -> String {
    let place = change.path + (change.paragraph.map { " ¶\($0)" } ?? "")
    let days =
      switch change.kind {
      case .new: change.new
      case .gone: change.old
      case .changed: "\(change.old) → \(change.new)"
      }
    return "\(sign(change.kind)) \(days) (“\(change.surface)”, \(place))"
  }

  /// "2 documents new, 1 changed; 3 names new": all kinds that there are, or that there is none.
  public static func counts(_ changes: EditionChanges) -> String {
    func count(_ kinds: [EditionChanges.Kind], _ one: String, _ many: String, changed: String = "changed")
      -> String?
    {
      var parts: [String] = []
      for (kind, word) in [(EditionChanges.Kind.new, "new"), (.gone, "gone"), (.changed, changed)] {
        let number = kinds.count { $0 == kind }
        let noun = parts.isEmpty ? " " + (number == 1 ? one : many) : ""
        if number > 0 { parts.append("\(number)\(noun) \(word)") }
      }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
    let sentences = changes.documents.flatMap { $0.sentences.map(\.kind) }
    let all = [
      count(changes.documents.map(\.kind), "document", "documents"),
      count(sentences, "sentence", "sentences"), count(changes.names.map(\.kind), "name", "names"),
      count(changes.ties.map(\.kind), "tie", "ties"),
      count(changes.dates.map(\.kind), "date", "dates", changed: "moved"),
    ].compactMap { $0 }
    return all.isEmpty ? "Nothing has changed." : all.joined(separator: "; ")
  }
}
