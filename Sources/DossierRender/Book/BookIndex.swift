internal import DossierModel

/// The index of names: for each entity, the sheets on which it is named.
///
/// Where the sheets are not known, it has the paragraphs instead, or where these are many, the documents.
struct BookIndex: Sendable {
  /// Neighbouring sheets on which a name stands, or one place.
  struct Entry: Hashable, Sendable {
    /// "12–14", "3 ¶4".
    var label: String
    /// The id of the first place.
    var id: String
  }

  /// A place of a name, in reading order.
  private struct Place {
    var document: Int32
    var block: Int32
    /// Its number among the names of the block, from 1; 0 in a title, whose names have no address of their own.
    var number: Int32
  }

  private let places: [[Place]]
  /// Where each entity is named.
  let entries: [[Entry]]

  /// How many paragraphs an entry has at most, before it names documents only.
  private static let mostParagraphs = 24

  /// - Complexity: O(mentions).
  init(_ site: Site, _ bookPlaces: BookPlaces) {
    let briefing = site.briefing
    var places: [[Place]] = Array(repeating: [], count: briefing.entities.count)
    for part in bookPlaces.book.parts {
      guard case .document(let index, let shown) = part else { continue }
      let item = briefing.documents[index]
      let own = site.places[index]
      for block in shown ?? item.document.blocks.indices {
        let isTitle = block == own.titleBlock
        let mentions = own.mentions(inBlock: block)
        for mention in mentions {
          places[item.mentionEntities[mention]].append(
            Place(
              document: Int32(index), block: Int32(block),
              number: isTitle ? 0 : Int32(mention - mentions.lowerBound + 1)))
        }
      }
    }
    self.places = places
    let (pages, isSingle) = (bookPlaces.book.pages, briefing.documents.count == 1)
    entries = places.map { places in
      if let pages { Self.sheets(of: places, pages) } else { Self.paragraphs(of: places, isSingle: isSingle) }
    }
  }

  private static func id(of place: Place) -> String {
    let block = BookPlaces.prefix(Int(place.document)) + "p\(place.block + 1)"
    return place.number == 0 ? block : block + "m\(place.number)"
  }

  /// The ids of all places of names.
  var ids: [String] { places.flatMap { $0.map(Self.id(of:)) } }

  /// The sheets of places, neighbours as one.
  private static func sheets(of places: [Place], _ pages: PageNumbers) -> [Entry] {
    var entries: [Entry] = []
    var range: (first: Int, last: Int, id: String)?
    func close() {
      guard let range else { return }
      let label = range.first == range.last ? "\(range.first)" : "\(range.first)–\(range.last)"
      entries.append(Entry(label: label, id: range.id))
    }
    for place in places {
      let id = id(of: place)
      // Before anything is measured every place gets a number, so that the index takes some room.
      // A name within a link has no address of its own.
      let known =
        pages.numbers[id] ?? pages.numbers[BookPlaces.prefix(Int(place.document)) + "p\(place.block + 1)"]
      guard let page = pages.numbers.isEmpty ? Int(place.block) * 2 : known else { continue }
      if let last = range?.last, page == last || page == last + 1 {
        range?.last = page
      } else {
        close()
        range = (page, page, id)
      }
    }
    close()
    return entries
  }

  private static func paragraphs(of places: [Place], isSingle: Bool) -> [Entry] {
    var blocks: [Place] = []
    for place in places
    where blocks.last.map({ $0.document != place.document || $0.block != place.block }) ?? true {
      blocks.append(place)
    }
    var entries: [Entry] = []
    var document: Int32 = -1
    if blocks.count <= mostParagraphs {
      for place in blocks {
        let paragraph = "¶\(place.block + 1)"
        entries.append(
          Entry(
            label: isSingle || place.document == document ? paragraph : "\(place.document + 1) \(paragraph)",
            id: BookPlaces.prefix(Int(place.document)) + "p\(place.block + 1)"))
        document = place.document
      }
      return entries
    }
    var range: (first: Int32, last: Int32)?
    func close() {
      guard let range else { return }
      let (first, last) = (range.first + 1, range.last + 1)
      entries.append(
        Entry(
          label: first == last ? "\(first)" : "\(first)–\(last)", id: BookPlaces.documentID(Int(first) - 1)))
    }
    for place in blocks where place.document != range?.last {
      if let last = range?.last, place.document == last + 1 {
        range?.last = place.document
      } else {
        close()
        range = (place.document, place.document)
      }
    }
    close()
    return entries
  }
}
