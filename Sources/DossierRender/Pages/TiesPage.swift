internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// Who with whom: a picture, and all ties of it in a table.
  func ties(page: Int) -> TemplateRecord {
    let ties = site.strongestTies
    let pages = Site.pageCount(ties.count, Site.tiesPerPage)
    let rows = Site.slice(ties.count, Site.tiesPerPage, page: page).map { tieRow(ties[$0]) }
    return TemplateRecord(
      PageSchema.ties,
      [
        "frame": .record(frame(title: page == 0 ? "Who with whom" : "Who with whom, page \(page + 1)")),
        "count": .text(Wording.counted(ties.count, "tie", "ties")), "empty": .flag(ties.isEmpty),
        "picture": .html(page == 0 ? tiePicture() : HTML(trusted: "")), "rows": .list(rows),
        "threshold": .text(Wording.hundredths(site.tieThreshold)),
        "pairs": .text(Wording.counted(site.pairs.pairs.count, "pair of names", "pairs of names")),
        "isCut": .flag(site.hasMoreTies), "paged": .flag(pages > 1),
        "pages": .list(pager(pages, current: page) { .ties(page: $0) }),
      ])
  }

  func tieRow(_ tie: RankedTie) -> TemplateRecord {
    let (first, second) = ordered(tie.first, tie.second)
    return TemplateRecord(
      PageSchema.tieRow,
      [
        "first": .record(entityLink(first)), "second": .record(entityLink(second)),
        "count": .text(Wording.number(tie.statistic.together)), "url": .url(tieLink(first, second)),
        "expected": .text(Wording.decimal(tie.statistic.expected)),
        "sortExpected": .text(String(Int((tie.statistic.expected * 1000).rounded()))),
        "strength": .text(Wording.decimal(tie.statistic.logLikelihood)),
      ])
  }

  /// The link to what names two entities together: their page, or the one sentence that does.
  func tieLink(_ first: Int, _ second: Int) -> String {
    if book == nil, let pair = site.pairs.pair(first, second) { return link(.pair(pair, page: 0)) }
    guard let evidence = briefing.sentences(naming: first, and: second, limit: 1).first else { return "" }
    return sentence(of: evidence).1
  }

  /// How many names the picture has at most.
  private static let mostInPicture = 36
  private static let mostNeighbours = 12

  /// The names with the most ties, by the sentences of these.
  func tiePicture() -> HTML {
    var weight: [Int: Int] = [:]
    for tie in site.strongestTies {
      weight[tie.first, default: 0] += tie.statistic.together
      weight[tie.second, default: 0] += tie.statistic.together
    }
    let most = weight.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostInPicture).map(\.key)
    let drawn = edges(among: most).filter { isDrawn($0, most[...], subject: nil) }
    // What is tied to nothing else in the picture would only take room.
    let isUsed = Set(drawn.flatMap { [$0.a, $0.b] })
    let members = most.indices.filter(isUsed.contains).map { most[$0] }
    guard members.count > 2 else { return HTML(trusted: "") }
    let edges = edges(among: members).filter { isDrawn($0, members[...], subject: nil) }
    let order = TieDiagram.order(count: members.count, edges: edges)
    return picture(
      order.map { members[$0] }, subject: nil,
      label: "Who is named with whom. The table below lists these ties and the weaker ones.")
  }

  /// The neighbourhood of an entity: those named with it most, and how they are tied among themselves.
  func neighbourhood(of index: Int) -> HTML {
    let ties = briefing.entities[index].ties.prefix(Self.mostNeighbours)
    guard ties.count > 1 else { return HTML(trusted: "") }
    return picture(
      [index] + ties.map { Int($0.entity) }, subject: index,
      label: "Who is named in one sentence with \(briefing.entities[index].name), and with each other.")
  }

  private func picture(_ members: [Int], subject: Int?, label: String) -> HTML {
    let nodes = members.map { index in
      TieDiagram.Node(
        name: briefing.entities[index].name, kind: briefing.entities[index].kind,
        url: link(.entity(index, page: 0)), isSubject: index == subject)
    }
    let edges = edges(among: members).filter { isDrawn($0, members[...], subject: subject) }
    return TieDiagram(nodes: nodes, edges: edges, label: label, isNarrow: subject != nil).svg()
  }

  /// What chance explains is not drawn; but the entity that a page is about is tied to all that its list has.
  private func isDrawn(_ edge: TieDiagram.Edge, _ members: ArraySlice<Int>, subject: Int?) -> Bool {
    let (first, second) = (members[edge.a], members[edge.b])
    return first == subject || second == subject
      || site.statistic(together: edge.count, first, second).isBeyondChance(above: site.tieThreshold)
  }

  private func edges(among members: [Int]) -> [TieDiagram.Edge] {
    var place: [Int: Int] = [:]
    for (index, member) in members.enumerated() { place[member] = index }
    var edges: [TieDiagram.Edge] = []
    for (index, member) in members.enumerated() {
      for tie in briefing.entities[member].ties {
        guard let other = place[Int(tie.entity)], other > index else { continue }
        edges.append(TieDiagram.Edge(a: index, b: other, count: Int(tie.count)))
      }
    }
    return edges
  }
}
