internal import DossierModel

/// What is worth telling of documents beyond what keeps them from being read: `dossier check` looks, a build does not.
struct DocumentCheck {
  private let documents: [Document]
  private let folder: String
  /// The files with errors: what they lack may be what could not be read.
  private let faulty: Set<String>

  init(_ briefing: Briefing, folder: String, told: [Diagnostic]) {
    documents = briefing.documents.map(\.document)
    self.folder = folder
    faulty = Set(told.filter { $0.severity == .error }.compactMap { $0.location?.path })
  }

  /// - Complexity: O(bytes of the texts).
  func diagnostics() -> [Diagnostic] { sameTitles() + lacking() + farDates() + impossibleDays() }

  private func location(_ document: Document) -> String { AuthorFile.path(document.path, in: folder) }

  private func sameTitles() -> [Diagnostic] {
    var first: [String: Int] = [:]
    return documents.enumerated().compactMap { number, document in
      guard let other = first[document.title] else {
        first[document.title] = number
        return nil
      }
      return .sameTitle(document.title, location(document), other: location(documents[other]))
    }
  }

  /// One note of each kind, as whole collections lack dates.
  private func lacking() -> [Diagnostic] {
    let undated = documents.filter { $0.record.date == nil }.map(location).filter { !faulty.contains($0) }
    let unsourced = documents.filter { !$0.record.hasSource }.map(location).filter { !faulty.contains($0) }
    return (undated.isEmpty ? [] : [.withoutDate(undated)])
      + (unsourced.isEmpty ? [] : [.withoutSource(unsourced)])
  }

  /// A document that is dated long after all others has most likely a digit wrong. No clock is asked: a folder is checked
  /// with the same result on any day.
  private func farDates() -> [Diagnostic] {
    let dated = documents.filter { $0.record.date != nil }.sorted {
      ($0.record.date?.year ?? 0, $0.path) > ($1.record.date?.year ?? 0, $1.path)
    }
    guard dated.count > 2, let latest = dated[0].record.date, let next = dated[1].record.date,
      latest.year > next.year + 10
    else { return [] }
    return [.farDate(latest, location(dated[0]), latest: next)]
  }

  /// Each is looked for in its paragraph, so that more of them in one document would cost too much.
  private static let mostDays = 200

  private func impossibleDays() -> [Diagnostic] {
    documents.flatMap { document -> [Diagnostic] in
      let days = ImpossibleDay.all(in: document.text).prefix(DocumentCheck.mostDays)
      guard !days.isEmpty else { return [] }
      let file = SourceFile(document, folder: folder)
      let places = SourcePlaces(document, source: file.text, path: file.path)
      return days.map { day in
        .noSuchDay(
          String(document.text.slice(day.range)), places.location(of: day.range), days: day.days,
          month: day.month)
      }
    }
  }
}
