internal import DossierModel

/// The names that a document's record holds, in the lines that it was read from.
///
/// What stands in a byline or a licence line and was read as author or publisher is a name, whatever its words look
/// like: "The Conversation", "Which?".
enum RecordMentions {
  /// Returns the mentions of authors and publisher in the record's lines.
  static func mentions(in document: Document) -> [Mention] {
    var names = document.record.authors.map { ($0, EntityKind.person) }
    if let publisher = document.record.publisher { names.append((publisher, .organisation)) }
    guard !names.isEmpty else { return [] }
    var mentions: [Mention] = []
    for block in document.blocks where block.isRecord {
      let line = Array(document.text.slice(block.textRange).utf8)
      for (name, kind) in names {
        guard let start = firstIndex(of: Array(name.utf8), in: line) else { continue }
        let range = TextRange(start, start + name.utf8.count).shifted(by: block.textRange.start)
        mentions.append(Mention(range: range, kind: kind, score: 0.9, origin: .shape))
      }
    }
    return mentions
  }

  /// Returns the first place of a name as whole words.
  private static func firstIndex(of name: [UInt8], in line: [UInt8]) -> Int? {
    guard !name.isEmpty, name.count <= line.count else { return nil }
    func isWord(_ index: Int) -> Bool {
      guard line.indices.contains(index) else { return false }
      let byte = line[index]
      return byte >= 0x80 || (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
    return (0...line.count - name.count).first { start in
      line[start] == name[0] && line[start..<start + name.count].elementsEqual(name)
        && !isWord(start - 1) && !isWord(start + name.count)
    }
  }

  /// Returns the mentions with the record's put in, in order. Where they overlap, the longer one stays, and of equal
  /// ones the recogniser's, which may know the thing's usual name.
  static func merged(_ recognised: [Mention], _ record: [Mention]) -> [Mention] {
    guard !record.isEmpty else { return recognised }
    var kept = recognised
    for mention in record {
      let rivals = kept.filter { $0.range.overlaps(mention.range) }
      guard rivals.allSatisfy({ $0.range.length < mention.range.length }) else { continue }
      kept.removeAll { $0.range.overlaps(mention.range) }
      kept.append(mention)
    }
    return kept.sorted { $0.range < $1.range }
  }
}
