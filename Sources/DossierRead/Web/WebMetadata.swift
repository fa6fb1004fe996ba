internal import DossierHTML
internal import DossierJSON
internal import DossierModel

/// What a page tells of itself: schema.org in JSON-LD, Open Graph, Dublin Core, the tags that libraries ask for, and what
/// browsers note when they save it.
struct WebMetadata {
  private(set) var title: String?
  private(set) var record = SourceRecord()
  private let tree: HTMLTree
  /// The values of meta elements by their name or property.
  private var meta: [String: [String]] = [:]
  /// Articles of JSON-LD.
  private var articles: [JSONValue] = []
  private var titleElement: String?
  private var canonical: String?
  private var savedFrom: String?

  init(_ tree: HTMLTree) {
    self.tree = tree
    for index in tree.nodes.indices { note(index) }
    record.publisher =
      first(of: articles.compactMap { $0["publisher"]?["name"]?.text })
      ?? value("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
    title = chosenTitle()
    record.url = address()
    record.date = date()
    record.authors = authors()
    record.language = language()
    record.licence = licence()
  }

  private mutating func note(_ index: Int) {
    switch tree.nodes[index].content {
    case .comment(let text): noteComment(text)
    case .text: break
    case .element(let name, let attributes):
      switch name {
      case "meta":
        let key =
          attributes["property"] ?? attributes["name"] ?? attributes["http-equiv"] ?? attributes["itemprop"]
        if let key, let content = attributes["content"] {
          let text = TitleText.normalised(content.prefix(1_000))
          if !text.isEmpty { meta[key.lowercased(), default: []].append(text) }
        }
      case "title": titleElement = titleElement ?? WebMetadata.line(tree.text(of: index))
      case "link" where attributes["rel"]?.lowercased() == "canonical":
        canonical = canonical ?? attributes["href"]
      case "script" where attributes["type"]?.lowercased() == "application/ld+json":
        if let value = JSONValue(parsing: Array(tree.text(of: index).utf8)) { noteArticles(value, depth: 0) }
      default: break
      }
    }
  }

  /// Browsers write "saved from url=(0023)https://example.org/", SingleFile "url: https://example.org/".
  private mutating func noteComment(_ text: String) {
    guard savedFrom == nil, text.utf8.count < 4_000,
      text.contains("saved from url=") || text.contains("SingleFile"),
      let scheme = text.range(ofFirst: ["https://", "http://"])
    else { return }
    savedFrom = String(text[scheme.lowerBound...].prefix { !$0.isWhitespace })
  }

  private mutating func noteArticles(_ value: JSONValue, depth: Int) {
    guard depth < 4, articles.count < 20 else { return }
    for item in value.items {
      if let graph = item["@graph"] { noteArticles(graph, depth: depth + 1) }
      let types = item["@type"]?.items.compactMap(\.text) ?? []
      let isText = types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
      if isText || types.contains("WebPage") {
        // The article comes before the page that has it.
        articles.insert(item, at: isText ? 0 : articles.count)
      }
    }
  }

  private static func line(_ text: String) -> String? {
    let line = TitleText.normalised(text.prefix(1_000))
    return line.isEmpty ? nil : line
  }

  private func first(of texts: [String]) -> String? { texts.lazy.compactMap(WebMetadata.line).first }

  private func value(_ keys: String...) -> String? { keys.lazy.compactMap { meta[$0]?.first }.first }

  // MARK: - Values

  /// The headline, without the name of the site after it.
  private func chosenTitle() -> String? {
    let headings = tree.nodes.indices.filter { tree.nodes[$0].element == "h1" }.prefix(5)
      .compactMap { WebMetadata.line(tree.text(of: $0)) }
    let stated =
      first(of: articles.compactMap { ($0["headline"] ?? $0["name"])?.text })
      ?? value("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
    // Of a title with the site's name in it, the heading is the part that is meant.
    let whole = stated ?? titleElement
    if let whole, let heading = headings.first(where: { whole.hasPrefix($0) || whole.hasSuffix($0) }) {
      return heading
    }
    if let stated { return withoutSite(stated) }
    if headings.count == 1 { return headings[0] }
    return titleElement.map(withoutSite) ?? headings.first
  }

  private func withoutSite(_ title: String) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " · "] {
      let parts = title.split(separator: mark)
      guard parts.count > 1, let last = parts.last else { continue }
      let rest = parts.dropLast().joined(separator: mark)
      let isSite = record.publisher.map { $0.lowercased() == last.lowercased() } ?? false
      // Without the site's name, the part after a bar is taken for it where it is the shorter.
      if isSite || (mark == " | " && last.utf8.count < rest.utf8.count) { return rest }
    }
    return title
  }

  private func address() -> String? {
    let stated = [
      canonical, value("og:url"), articles.first?["url"]?.text,
      articles.first?["mainEntityOfPage"]?["@id"]?.text ?? articles.first?["mainEntityOfPage"]?.text,
      savedFrom,
    ]
    return stated.lazy.compactMap { $0 }.first { $0.utf8.count < 2_000 && WebAddress.isGood($0) }
  }

  private func date() -> CalendarDate? {
    let stated =
      articles.compactMap { $0["datePublished"]?.text }
      + [
        "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
        "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
        "citation_publication_date", "citation_online_date", "citation_date", "parsely-pub-date", "pubdate",
        "publish-date", "date",
      ].flatMap { meta[$0] ?? [] }
    if let date = stated.lazy.compactMap({ CalendarDate(stated: $0) }).first { return date }
    return dateInText()
  }

  /// The date of a `time` element, best of one that says it is that of the publication.
  private func dateInText() -> CalendarDate? {
    var other: CalendarDate?
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let isPublication =
        node["itemprop"] == "datePublished" || node["pubdate"] != nil
        || node["class"]?.contains("publish") == true
      guard node.element == "time" || node["itemprop"] == "datePublished" else { continue }
      let stated = node["datetime"] ?? node["content"] ?? String(tree.text(of: index).prefix(200))
      guard let date = CalendarDate(stated: stated) else { continue }
      if isPublication { return date }
      if other == nil { other = date }
    }
    return other
  }

  private func authors() -> [String] {
    let named = articles.lazy.map { article in
      (article["author"]?.items ?? []).compactMap { ($0["name"] ?? $0).text }
    }.first { !$0.isEmpty }
    let lists: [[String]] = [
      named ?? [], (meta["citation_author"] ?? []).map(PersonName.inOrder), meta["author"] ?? [],
      meta["article:author"] ?? [],
      (meta["dc.creator"] ?? meta["dcterms.creator"] ?? []).map(PersonName.inOrder),
      meta["parsely-author"] ?? [], linkedAuthors(),
    ]
    for list in lists {
      var names: [String] = []
      for name in list.prefix(20).compactMap({ WebMetadata.line($0) }) {
        // "By Jane Doe"; an address or the site itself is no author.
        let plain = name.hasPrefix("By ") || name.hasPrefix("by ") ? String(name.dropFirst(3)) : name
        guard plain.utf8.count <= 120, !plain.contains("://"), !plain.contains("@"),
          plain != record.publisher,
          !names.contains(plain)
        else { continue }
        names.append(plain)
      }
      if !names.isEmpty { return names }
    }
    return []
  }

  private func linkedAuthors() -> [String] {
    tree.nodes.indices.filter { index in
      let node = tree.nodes[index]
      return node["itemprop"] == "author" || (node.element == "a" && node["rel"]?.contains("author") == true)
    }.prefix(5).map { String(tree.text(of: $0).prefix(200)) }
  }

  private func language() -> String? {
    let stated = [
      tree.nodes.prefix(50).lazy.first { $0.element == "html" }?["lang"], meta["content-language"]?.first,
      meta["og:locale"]?.first.map { $0.split(separator: "_").joined(separator: "-") },
      meta["dc.language"]?.first,
    ]
    return stated.lazy.compactMap { $0 }.first(where: LanguageTag.isGood)
  }

  /// The words of a link to the licence.
  private func licence() -> String? {
    let link = tree.nodes.indices.first { index in
      tree.nodes[index].element == "a"
        && tree.nodes[index]["rel"]?.split(separator: " ").contains("license") == true
    }
    return link.flatMap { WebMetadata.line(tree.text(of: $0)) }
      ?? value("dc.rights", "dcterms.rights", "rights")
  }
}

extension CalendarDate {
  /// Reads a date as programs and people state it: "2016-03-03T10:30:00.000+01:00", "2016/03/03", "20160303", "3 March
  /// 2016".
  init?(stated text: String) {
    let line = TitleText.normalised(text.prefix(200))
    let head = String(line.prefix(10).map { $0 == "/" || $0 == "." ? "-" : $0 })
    let rest = line.dropFirst(10).first
    if rest == nil || rest == "T" || rest == " ", let date = CalendarDate(iso: head),
      head.utf8.count == 10 || rest == nil
    {
      self = date
    } else if line.utf8.count >= 8, line.prefix(8).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let date = CalendarDate(
        iso: "\(line.prefix(4))-\(line.dropFirst(4).prefix(2))-\(line.dropFirst(6).prefix(2))")
    {
      self = date
    } else if let date = DateLine(line)?.date {
      self = date
    } else {
      return nil
    }
  }
}
