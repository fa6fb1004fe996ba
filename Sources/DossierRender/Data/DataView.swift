internal import DossierModel

extension PageView {
  /// Returns a piece of data.
  func data(_ piece: DataPiece) -> [UInt8] {
    switch piece {
    case .cards(let number): cards(number)
    case .search: searchTable()
    case .names(let number): searchNames(number)
    case .words(let number): searchWords(number)
    case .sentences(let number): searchSentences(number)
    }
  }

  // MARK: - Cards

  private func cards(_ number: Int) -> [UInt8] {
    JSONWriter.piece("cards/\(number)") { script in
      script.object { script in
        for index in site.data.cards[number] {
          script.key(SiteAddresses.encoded(site.addresses.entities[index]))
          script.array { card(of: index, &$0) }
        }
      }
    }
  }

  private func card(of index: Int, _ script: inout JSONWriter) {
    let entity = briefing.entities[index]
    script.text(entity.name)
    script.text(entity.kind.word)
    script.text(Wording.title(entity.kind))
    script.text(entity.description.map { $0.evidence == nil ? $0.text : "“\($0.text)”" } ?? "")
    script.text(
      Wording.counted(entity.mentionCount, "mention", "mentions") + " in "
        + Wording.counted(entity.documentCount, "document", "documents"))
    guard let evidence = entity.evidence.first else { return }
    script.text(quote(of: index, evidence))
    script.text(paragraph(of: evidence).0)
    script.text(rootAddress(of: evidence))
  }

  /// The most characters of a sentence on a card.
  private static let cardLength = 240

  /// A sentence, or the part of it around the first mention of an entity.
  private func quote(of entity: Int, _ evidence: Evidence) -> String {
    let item = briefing.documents[evidence.document]
    let sentence = item.annotation.sentences[evidence.sentence]
    let text = item.document.text.slice(sentence)
    guard text.utf8.count > Self.cardLength else { return String(text) }
    let mentions = site.places[evidence.document].sentences[evidence.sentence].mentions
    let first = mentions.first { item.mentionEntities[$0] == entity }
    let offset = first.map { item.annotation.mentions[$0].range.start - sentence.start } ?? 0
    var start = text.startIndex
    if offset > Self.cardLength / 2 {
      let near = text.utf8.index(text.startIndex, offsetBy: offset - Self.cardLength / 4)
      start = text[near...].firstIndex(of: " ") ?? start
      start = text.index(after: start)
    }
    let rest = text[start...]
    let end = rest.index(start, offsetBy: Self.cardLength, limitedBy: rest.endIndex) ?? rest.endIndex
    let cut = end == rest.endIndex ? end : rest[..<end].lastIndex(of: " ") ?? end
    return (start == text.startIndex ? "" : "… ") + rest[..<cut] + (cut == rest.endIndex ? "" : " …")
  }

  /// The address of a sentence, as seen from the root of the site.
  private func rootAddress(of evidence: Evidence) -> String {
    SiteAddresses.encoded(site.addresses.documents[evidence.document]) + "#"
      + site.places[evidence.document].fragment(ofSentence: evidence.sentence)
  }

  // MARK: - Search

  private func searchTable() -> [UInt8] {
    JSONWriter.piece("search") { script in
      script.object { script in
        script.key("names")
        script.array { for piece in site.data.names.pieces { $0.text(piece.prefix) } }
        script.key("words")
        script.array { script in
          for piece in site.data.words.pieces {
            script.text(String(decoding: site.data.words.entries[piece.lowerBound].word, as: UTF8.self))
          }
        }
        script.key("sentences")
        script.number(site.data.words.sentenceCount)
        script.key("perPiece")
        script.number(SiteData.sentencesPerPiece)
        script.key("documents")
        script.number(briefing.documents.count)
      }
    }
  }

  private func searchNames(_ number: Int) -> [UInt8] {
    JSONWriter.piece("names/\(number)") { script in
      script.array { script in
        for entry in site.data.names.pieces[number].entries {
          script.array { script in
            switch entry {
            case .entity(let index):
              let entity = briefing.entities[index]
              script.text(entity.name)
              script.text(entity.kind.word)
              script.text(SiteAddresses.encoded(site.addresses.entities[index]))
              script.number(entity.mentionCount)
              script.array { script in
                for alias in entity.aliases { script.text(alias.name) }
              }
            case .document(let index):
              script.text(briefing.documents[index].document.title)
              script.text("document")
              script.text(SiteAddresses.encoded(site.addresses.documents[index]))
              script.number(0)
              script.array { $0.text(detailLine(of: index)) }
            }
          }
        }
      }
    }
  }

  /// Author, publisher and date of a document in one line.
  private func detailLine(of index: Int) -> String {
    Site.detailWords(of: briefing.documents[index].document.record).joined(separator: " · ")
  }

  private func searchWords(_ number: Int) -> [UInt8] {
    var lines: [UInt8] = []
    for entry in site.data.words.entries[site.data.words.pieces[number]] {
      lines += entry.word
      lines += "\t\(entry.count)\t".utf8
      WordIndex.append(entry.sentences, to: &lines)
      lines += "\n".utf8
    }
    return JSONWriter.piece("words/\(number)") { $0.text(String(decoding: lines, as: UTF8.self)) }
  }

  private func searchSentences(_ number: Int) -> [UInt8] {
    let data = site.data
    let range =
      number
      * SiteData.sentencesPerPiece..<min(data.words.sentenceCount, (number + 1) * SiteData.sentencesPerPiece)
    // The last document that begins at or before the piece, and has a sentence.
    var place =
      data.order.partitionPoint {
        data.words.firstSentence[$0] + briefing.documents[$0].annotation.sentences.count <= range.lowerBound
      }
    var documents: [Int] = []
    return JSONWriter.piece("sentences/\(number)") { script in
      script.object { script in
        script.key("s")
        script.array { script in
          for sentence in range {
            while sentence
              >= data.words.firstSentence[data.order[place]]
              + briefing.documents[data.order[place]].annotation.sentences.count
            { place += 1 }
            let index = data.order[place]
            if documents.last != index { documents.append(index) }
            let own = sentence - data.words.firstSentence[index]
            let item = briefing.documents[index]
            script.array { script in
              script.number(documents.count - 1)
              script.text(site.places[index].fragment(ofSentence: own))
              script.text(item.document.text.slice(item.annotation.sentences[own]))
            }
          }
        }
        script.key("d")
        script.array { script in
          for index in documents {
            script.array { script in
              script.text(briefing.documents[index].document.title)
              script.text(SiteAddresses.encoded(site.addresses.documents[index]))
              script.text(detailLine(of: index))
              script.number(data.words.firstSentence[index])
              script.number(briefing.documents[index].annotation.sentences.count)
            }
          }
        }
      }
    }
  }
}
