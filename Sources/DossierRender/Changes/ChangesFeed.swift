internal import DossierEdition
internal import DossierModel

extension Site {
  /// What has changed since an older edition as a feed: an entry for each document that is new or other, and one for all that
  /// is gone. Nothing where there are no changes, or where the site has no address.
  ///
  /// No clock may be asked, so a change is as old as its document says that it is, or else as the newest document.
  var changesFeed: Feed? {
    guard let all = changes, let base = briefing.settings.baseURL, let mark = edition else { return nil }
    let dates = Dictionary(
      briefing.documents.map { ($0.document.path, $0.document.record.date) }, uniquingKeysWith: { a, _ in a })
    guard let latest = dates.values.compactMap({ $0 }).max() else { return nil }
    let page = base + SiteAddresses.encoded(path(of: .changes(page: 0)))
    var feed = Feed(
      title: "\(briefing.settings.title): changes since \(all.since)", subtitle: mark.foot,
      language: briefing.settings.language, home: page, author: briefing.settings.title)
    for change in all.changes.documents where change.kind != .gone {
      feed.entries.append(
        FeedEntry(
          id: base + change.url + "#edition-" + mark.tag.text,
          title: (change.kind == .new ? "New: " : "Changed: ") + change.title, url: base + change.url,
          updated: (dates[change.path] ?? nil) ?? latest, summary: Site.summary(of: change)))
    }
    let gone = all.changes.documents.filter { $0.kind == .gone }.map(\.title)
    let count = ChangesText.counts(all.changes)
    feed.entries.append(
      FeedEntry(
        id: page + "#edition-" + mark.tag.text, title: mark.foot, url: page, updated: latest,
        summary: gone.isEmpty ? count : count + "; gone: " + Wording.list(gone)))
    feed.entries = feed.entries.enumerated().sorted {
      $0.element.updated == $1.element.updated
        ? $0.offset < $1.offset : $1.element.updated < $0.element.updated
    }.prefix(Site.changesPerPage).map(\.element)
    return feed
  }

  private static func summary(of change: EditionChanges.DocumentChange) -> String {
    func counted(_ kind: EditionChanges.Kind, _ word: String) -> String? {
      let count = change.sentences.count { $0.kind == kind }
      return count == 0 ? nil : Wording.counted(count, "sentence", "sentences") + " " + word
    }
    if change.kind == .new { return Wording.counted(change.sentenceCount, "sentence", "sentences") }
    let words = [counted(.new, "new"), counted(.gone, "gone"), counted(.changed, "changed")].compactMap { $0 }
    return (words + change.facts.map { "another \($0.name)" }).joined(separator: ", ")
  }
}
