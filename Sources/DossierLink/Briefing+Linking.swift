public import DossierModel

extension Briefing {
  /// Links documents into a briefing: the third stage.
  ///
  /// It takes all documents with what was found in each, in reading order, and gives the entities that they name,
  /// the evidence for each, who is named with whom, which documents share what, which passages stand in several
  /// documents, and what to take away. A mention scored below the settings' threshold is kept as a suggestion and linked to nothing. It knows
  /// nothing of HTML or files.
  ///
  /// - Complexity: O(bytes and mentions), and for ties O(the square of the entities in one sentence), which is
  ///   bounded.
  public init(
    linking documents: [(document: Document, annotation: Annotation)], settings: BriefingSettings,
    decisions: AuthorDecisions = AuthorDecisions(), addresses: AddressMemory = AddressMemory()
  ) {
    var diagnostics: [Diagnostic] = []
    self.init(
      linking: documents, settings: settings, decisions: decisions, addresses: addresses, &diagnostics)
  }

  /// The same, telling what is wrong with the author's decisions: lines that contradict each other, and lines that
  /// nothing in the documents answers to.
  public init(
    linking documents: [(document: Document, annotation: Annotation)], settings: BriefingSettings,
    decisions: AuthorDecisions, addresses: AddressMemory, _ diagnostics: inout [Diagnostic]
  ) {
    var documents = documents
    var author = AuthorMentions(decisions)
    author.apply(to: &documents)
    for index in documents.indices { joinDividedSentences(of: &documents[index].annotation) }
    let rules = NameRules(decisions)
    var table = FormTable()
    var names: [DocumentNames] = []
    var linked: [BriefingDocument] = []
    linked.reserveCapacity(documents.count)
    for (index, (document, annotated)) in documents.enumerated() {
      var annotation = annotated
      annotation.mentions.removeAll { $0.score < settings.threshold }
      let sentences = sentenceOfEachMention(in: annotation)
      linked.append(
        BriefingDocument(
          document: document, annotation: annotation,
          suggestions: annotated.mentions.filter { $0.score < settings.threshold },
          mentionEntities: [], mentionSentences: sentences, wordCount: wordCount(of: document.text)))
      names.append(
        DocumentNames(
          document, annotation.mentions, sentences: sentences, number: index, rules: rules, &table))
    }
    let resolved = Entities(
      BriefingNames(names, table, rules), names, author: decisions)
    var entities = resolved.entities
    let permanent = PermanentAddresses(&entities, addresses, decisions)
    Metonyms.add(to: &entities)
    if !decisions.isEmpty {
      let problems =
        DecisionUsage.contradictions(decisions, rules)
        + author.usage.diagnostics(
          decisions, names: resolved.names, paths: documents.map(\.document.path))
      diagnostics += problems.sorted {
        ($0.location?.line ?? 0, $0.location?.column ?? 0) < (
          $1.location?.line ?? 0, $1.location?.column ?? 0
        )
      }
    }
    for index in linked.indices {
      linked[index].mentionEntities = resolved.ofMention[index]
      linked[index].mentionReasons = resolved.reasons[index]
    }
    Descriptions.add(from: linked, to: &entities)
    addEvidence(from: linked, to: &entities)
    addLocations(from: linked, to: &entities)
    addTies(from: linked, to: &entities)
    addRelatedDocuments(to: &linked, entities: entities)
    addCopiedPassages(to: &linked)
    self.init(
      settings: settings, documents: linked, entities: entities, redirects: permanent.redirects,
      addresses: permanent.memory)
    timeline = datedStatements(in: linked)
    keyPoints = DossierLink.keyPoints(of: linked, settings: settings)
  }
}

/// Makes one sentence of those that a mention reaches across: a name that the author gives may hold a full stop, and
/// then what looked like a sentence's end is none.
private func joinDividedSentences(of annotation: inout Annotation) {
  var sentence = 0
  for mention in annotation.mentions {
    while sentence < annotation.sentences.count, annotation.sentences[sentence].end <= mention.range.start {
      sentence += 1
    }
    while sentence + 1 < annotation.sentences.count,
      annotation.sentences[sentence].end < mention.range.end,
      annotation.sentences[sentence + 1].start < mention.range.end
    {
      let joined = TextRange(annotation.sentences[sentence].start, annotation.sentences[sentence + 1].end)
      annotation.sentences.replaceSubrange(sentence...sentence + 1, with: [joined])
    }
  }
}

/// Returns the index of the sentence that holds each mention. Both lists are in order, so one walk suffices.
func sentenceOfEachMention(in annotation: Annotation) -> [Int] {
  var sentence = 0
  return annotation.mentions.map { mention in
    while sentence + 1 < annotation.sentences.count, annotation.sentences[sentence].end <= mention.range.start
    {
      sentence += 1
    }
    return sentence
  }
}

/// Returns the number of runs of bytes between spaces.
func wordCount(of text: String) -> Int {
  var count = 0
  var isInWord = false
  for byte in text.utf8 {
    let isSpace = byte == 32 || byte == 10 || byte == 9
    if !isSpace, !isInWord { count += 1 }
    isInWord = !isSpace
  }
  return count
}
