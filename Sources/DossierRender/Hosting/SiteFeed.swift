internal import DossierModel

extension Site {
  /// How many documents the feeds have.
  static let feedLimit = 50

  /// The documents of the feeds: the newest of those that have a date, as there is no other time by which a reader could know
  /// what is new; not those that the author wants left out of search engines. None without the site's address.
  static func feedDocuments(of briefing: Briefing, newestFirst: [Int]) -> [Int] {
    guard briefing.settings.baseURL != nil else { return [] }
    let dated = newestFirst.lazy.filter { index in
      let record = briefing.documents[index].document.record
      return record.date != nil && !record.isUnindexed
    }
    return Array(dated.prefix(feedLimit))
  }

  /// The feed of documents.
  func feed(_ base: String) -> Feed {
    let settings = briefing.settings
    var feed = Feed(
      title: settings.title, subtitle: settings.subtitle, language: settings.language, home: base,
      author: settings.title)
    for index in feedDocuments {
      let item = briefing.documents[index]
      let record = item.document.record
      guard let date = record.date else { continue }
      let address = base + SiteAddresses.encoded(addresses.documents[index])
      feed.entries.append(
        FeedEntry(
          id: address, title: item.document.title, url: address, updated: date,
          authors: record.authors.isEmpty ? record.publisher.map { [$0] } ?? [] : record.authors,
          summary: item.firstSentence, tags: record.tags,
          language: record.language == settings.language ? nil : record.language))
    }
    return feed
  }
}
