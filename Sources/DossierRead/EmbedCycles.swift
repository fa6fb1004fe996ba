internal import DossierModel

/// The embeds that would show the place in which they stand, through others or at once.
struct EmbedCycles {
  /// By document: the embeds that close a circle, in order.
  private(set) var closing: [Int: [Int]] = [:]

  /// An embed: a document, and a reference of it.
  private struct Embed: Hashable {
    var document: Int
    var reference: Int
  }

  /// Of so many steps no more is looked for: pages only go so deep in any case.
  private static let mostSteps = 2_000_000

  init(_ documents: [Document]) {
    var paths: [String: Int] = [:]
    var embeds: [Int: [Int]] = [:]
    for (index, document) in documents.enumerated() {
      for (number, reference) in document.references.enumerated() where reference.kind == .embed {
        if case .document = reference.destination { embeds[index, default: []].append(number) }
      }
    }
    guard !embeds.isEmpty else { return }
    for (index, document) in documents.enumerated() { paths[document.path] = index }
    var steps = 0
    func shown(by embed: Embed) -> [Embed] {
      guard
        case .document(let path, let blocks) = documents[embed.document].references[embed.reference]
          .destination,
        let target = paths[path], let inside = embeds[target]
      else { return [] }
      steps += inside.count
      return inside.filter { blocks?.contains(documents[target].references[$0].block) ?? true }
        .map { Embed(document: target, reference: $0) }
    }
    var isOpen: [Embed: Bool] = [:]
    for start in embeds.keys.sorted() {
      for number in embeds[start] ?? [] where isOpen[Embed(document: start, reference: number)] == nil {
        let first = Embed(document: start, reference: number)
        isOpen[first] = true
        var way = [(embed: first, next: 0, shown: shown(by: first))]
        while let last = way.last {
          steps += 1
          if last.next == last.shown.count || steps > EmbedCycles.mostSteps {
            isOpen[last.embed] = false
            way.removeLast()
            continue
          }
          way[way.count - 1].next += 1
          let next = last.shown[last.next]
          switch isOpen[next] {
          case true?:
            if closing[last.embed.document]?.contains(last.embed.reference) != true {
              closing[last.embed.document, default: []].append(last.embed.reference)
            }
          case false?: break
          case nil:
            isOpen[next] = true
            way.append((next, 0, shown(by: next)))
          }
        }
      }
    }
  }
}
