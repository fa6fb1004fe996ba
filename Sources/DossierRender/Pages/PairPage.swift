internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// The page of two entities: every sentence that names both, in the order of time.
  func pair(_ index: Int, page: Int) -> TemplateRecord {
    let pair = site.pairs.pairs[index]
    let (first, second) = ordered(Int(pair.first), Int(pair.second))
    let (one, other) = (briefing.entities[first], briefing.entities[second])
    let evidence = pairEvidence(first, second)
    let pages = Site.pageCount(evidence.count, Site.sentencesPerPage)
    let names = "\(one.name) and \(other.name)"
    let statistic = site.statistic(together: evidence.count, first, second)
    var documents = 0
    for (place, item) in evidence.enumerated()
    where place == 0 || evidence[place - 1].document != item.document { documents += 1 }
    let here = PageKey.pair(index, page: 0)
    return TemplateRecord(
      PageSchema.pair,
      [
        "frame": .record(
          frame(
            title: page == 0 ? names : "\(names), page \(page + 1)",
            description: "\(names), named together in "
              + Wording.counted(evidence.count, "sentence", "sentences"))),
        "first": .record(entityLink(first)), "second": .record(entityLink(second)),
        "facts": .list([
          fact("Sentences", Wording.number(evidence.count), url: link(here, "evidence")),
          fact("Documents", Wording.number(documents), url: link(here, "evidence")),
          fact("Expected", Wording.decimal(statistic.expected), url: link(here, "chance")),
        ]), "chance": .text(chance(statistic, one.name, other.name)),
        "groups": .list(
          evidenceGroups(
            Array(evidence[Site.slice(evidence.count, Site.sentencesPerPage, page: page)]),
            subjects: [first, second], byYear: false)),
        "paged": .flag(pages > 1), "pages": .list(pager(pages, current: page) { .pair(index, page: $0) }),
      ])
  }

  /// The more often named comes first.
  func ordered(_ a: Int, _ b: Int) -> (Int, Int) {
    briefing.entities[b].mentionCount > briefing.entities[a].mentionCount ? (b, a) : (a, b)
  }

  private func pairEvidence(_ first: Int, _ second: Int) -> [Evidence] {
    briefing.sentences(naming: first, and: second, limit: .max).sorted {
      (site.rank[$0.document], $0.sentence) < (site.rank[$1.document], $1.sentence)
    }
  }

  private func chance(_ statistic: TieStatistic, _ first: String, _ second: String) -> String {
    let expected = Wording.decimal(statistic.expected)
    let counts =
      "\(first) is named in \(Wording.number(statistic.first)) and \(second) in \(Wording.number(statistic.second)) of "
      + Wording.counted(statistic.sentences, "sentence", "sentences")
    let verdict =
      statistic.isBeyondChance(above: site.tieThreshold)
      ? "Together they are named more often than chance explains"
      : "Chance alone may explain how often they are named together"
    return "\(counts). If each were named regardless of the other, \(expected) would name both. \(verdict)"
      + " (G² \(Wording.decimal(statistic.logLikelihood)), against a threshold of \(Wording.hundredths(site.tieThreshold)))."
  }
}
