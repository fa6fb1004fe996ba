internal import DossierModel
internal import DossierRender

/// What documents say, each piece with whether a clearance withholds it: read from the whole folder, whatever was made of it.
struct Portions {
  /// What a piece of a document is.
  enum Kind: String {
    case title = "the title"
    case alias = "an other name"
    case fileName = "the file name"
    case address = "the address"
    case record = "a line of the record"
    case sentence = "a sentence"
    case code = "a line of code"
    case picture = "a picture"
    case target = "a link's target"
    case host = "a link's host"
    case name = "a name"
    case hash = "the hash"
    case entry = "an entry"
    case setting = "a key point"
    case codeName = "a code word"
  }

  /// A piece of a document.
  struct Piece {
    var kind: Kind
    var text: String
    /// The number of the document.
    var document: Int
    /// The block; nothing for what belongs to the document as a whole.
    var block: Int?
    var isWithheld: Bool
  }

  let documents: [Document]
  let clearing: Clearing

  /// Calls `body` with each piece of the documents.
  ///
  /// - Complexity: O(bytes).
  func each(_ annotations: [Annotation], _ body: (Piece) -> Void) {
    for (number, document) in documents.enumerated() {
      let isWithheld = clearing.isWithheld(document)
      func tell(_ kind: Kind, _ text: String?, _ block: Int? = nil, isAbove: Bool = false) {
        guard let text, !text.isEmpty else { return }
        body(Piece(kind: kind, text: text, document: number, block: block, isWithheld: isWithheld || isAbove))
      }
      // A title that is the first sentence is told with its block.
      if document.titleOrigin != .firstSentence { tell(.title, document.title) }
      tell(.fileName, document.path)
      tell(.address, document.slug)
      if let name = document.path.split(separator: "/").last {
        tell(.fileName, name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name))
      }
      let isPartly = document.blocks.contains { clearing.isAbove($0.marking) }
      tell(.hash, document.contentHash, isAbove: isPartly)
      let record = document.record
      for alias in record.aliases { tell(.alias, alias) }
      for words in record.authors + record.tags { tell(.record, words) }
      for words in [record.affiliation, record.publisher, record.url, record.licence] { tell(.record, words) }
      var sentence = 0
      for (index, block) in document.blocks.enumerated() {
        let isAbove = clearing.isAbove(block.marking)
        for id in block.ids { tell(.address, id, index, isAbove: isAbove) }
        guard block.isProse else {
          guard block.kind == .code else { continue }
          for line in document.text.slice(block.textRange).split(whereSeparator: \.isNewline) {
            tell(.code, String(line), index, isAbove: isAbove)
          }
          continue
        }
        let sentences = annotations[number].sentences
        while sentence < sentences.count, sentences[sentence].start < block.textRange.end {
          // A date says nothing by itself.
          if block.kind != .dateLine {
            tell(.sentence, String(document.text.slice(sentences[sentence])), index, isAbove: isAbove)
          }
          sentence += 1
        }
        for code in block.codeRanges {
          tell(.code, String(document.text.slice(code)), index, isAbove: isAbove)
        }
      }
      for reference in document.references {
        let isAbove =
          document.blocks.indices.contains(reference.block)
          && clearing.isAbove(document.blocks[reference.block].marking)
        tell(.target, reference.target, reference.block, isAbove: isAbove)
        tell(.picture, reference.description, reference.block, isAbove: isAbove)
      }
      for link in document.links {
        let isAbove = clearing.isAbove(document.blocks[link.block].marking)
        tell(.target, link.target, link.block, isAbove: isAbove)
        // Alone it tells of whom the link is.
        tell(.host, host(of: link.target), link.block, isAbove: isAbove)
      }
    }
  }

  /// The host that an address is of; nothing where it names none.
  private func host(of address: String) -> String? {
    Site.origin(of: address).map { origin in
      origin.firstRange(of: "//").map { String(origin[$0.upperBound...]) } ?? origin
    }
  }
}
