internal import DossierModel

extension ExportRows {
  /// Returns a part of the ties as GraphML: an undirected graph. Each part is a graph by itself, with the things that its ties
  /// join; the first has those without a tie too.
  ///
  /// - Complexity: O(entities + the mentions in the sentences of the ties' entities).
  func graphML(part: Int, in exports: Exports) -> [UInt8] {
    var isNode = briefing.entities.map { part == 0 && $0.ties.isEmpty }
    var edges: [ExportedTie] = []
    Exports.forEach(exports.rows(exports.count(.ties), part: part), of: exports.tieStarts) { first, own in
      edges += ties(of: first)[own]
    }
    for tie in edges { (isNode[tie.first], isNode[tie.second]) = (true, true) }

    var xml = XMLWriter()
    xml.open("graphml", [("xmlns", "http://graphml.graphdrawing.org/xmlns")])
    if let marking = briefing.settings.marking { xml.element("desc", marking) }
    for (id, (owner, name, type)) in Self.keys {
      xml.element("key", [("id", id), ("for", owner), ("attr.name", name), ("attr.type", type)])
    }
    xml.open("graph", [("id", "ties"), ("edgedefault", "undirected")])
    for index in isNode.indices where isNode[index] { node(index, &xml) }
    for tie in edges { edge(tie, &xml) }
    xml.close("graph")
    xml.close("graphml")
    return xml.bytes
  }

  /// What nodes and edges say: the key of each value, its owner, its name and its type.
  private static let keys: KeyValuePairs = [
    "name": ("node", "name", "string"), "kind": ("node", "kind", "string"),
    "entity": ("node", "entity", "string"),
    "url": ("node", "url", "string"), "mentions": ("node", "mentions", "int"),
    "documents": ("node", "documents", "int"), "unclear": ("node", "isUnclear", "boolean"),
    "count": ("edge", "count", "int"), "score": ("edge", "score", "double"),
    "tie-documents": ("edge", "documents", "int"), "beyond-chance": ("edge", "isBeyondChance", "boolean"),
    "tie-unclear": ("edge", "isUnclear", "boolean"),
  ]

  /// An entity's id as XML allows it for nodes, where a "/" is no part of a name. No id has a colon, so no two become one.
  private func node(_ index: Int) -> String {
    let entity = briefing.entities[index]
    return entity.kind.folder + ":" + entity.slug
  }

  private func node(_ index: Int, _ xml: inout XMLWriter) {
    let entity = briefing.entities[index]
    xml.open("node", [("id", node(index))])
    data("name", entity.name, &xml)
    data("kind", entity.kind.word, &xml)
    data("entity", id(ofEntity: index), &xml)
    data("url", url(ofEntity: index), &xml)
    data("mentions", String(entity.mentionCount), &xml)
    data("documents", String(entity.documentCount), &xml)
    data("unclear", String(!entity.candidates.isEmpty), &xml)
    xml.close("node")
  }

  private func edge(_ tie: ExportedTie, _ xml: inout XMLWriter) {
    let (first, second) = (node(tie.first), node(tie.second))
    // Slugs have no two hyphens in a row.
    xml.open("edge", [("id", first + "--" + second), ("source", first), ("target", second)])
    data("count", String(tie.evidence.count), &xml)
    data("score", DecimalText.digits(of: tie.statistic.logLikelihood, digits: 2), &xml)
    data("tie-documents", String(tie.documentCount), &xml)
    data("beyond-chance", String(tie.isBeyondChance), &xml)
    data("tie-unclear", String(tie.isUnclear), &xml)
    xml.close("edge")
  }

  private func data(_ key: String, _ value: String, _ xml: inout XMLWriter) {
    xml.element("data", [("key", key)], value)
  }
}
