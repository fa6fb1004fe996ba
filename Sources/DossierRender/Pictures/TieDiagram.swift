internal import DossierModel

/// A picture of who is named with whom: names in one column, an arc for each tie (Wattenberg, "Arc Diagrams:
/// Visualizing Structure in Strings", 2002).
///
/// Each name has a line of its own, so no label can lie on another, at any size and on paper. It depends on nothing but
/// the values, so that the same briefing always gives the same picture.
struct TieDiagram {
  /// A name.
  struct Node {
    var name: String
    var kind: EntityKind
    var url: String
    /// Whether the page is about it.
    var isSubject = false
  }

  /// A tie between two names, by their indices.
  struct Edge {
    var a: Int
    var b: Int
    var count: Int
  }

  var nodes: [Node]
  var edges: [Edge]
  /// What the picture shows, for those who can't see it.
  var label: String
  /// Whether it has to stand in a page's margin.
  var isNarrow = false

  private static let row = 24
  private var labelWidth: Int { isNarrow ? 170 : 216 }
  /// The width of the picture; its units are pixels of a page at its usual size.
  private var width: Int { isNarrow ? 300 : 540 }
  /// How wide a letter of the label may be at most.
  private static let letterWidth = 7.6
  private static let wideLetterWidth = 14.0

  /// Returns the picture.
  func svg() -> HTML {
    let height = nodes.count * Self.row + 8
    var bytes: [UInt8] = []
    bytes +=
      "<svg class=\"arcs\" data-ties=\"\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" aria-label=\""
      .utf8
    HTML.escape(label, into: &bytes)
    bytes += "\">\n".utf8
    let largest = edges.map(\.count).max() ?? 1
    let longest = edges.map { abs($0.a - $0.b) }.max() ?? 1
    // Strong ties are drawn last, over the others.
    for edge in edges.sorted(by: { ($0.count, $1.a, $1.b) < ($1.count, $0.a, $0.b) }) {
      append(edge, largest: largest, longest: longest, &bytes)
    }
    for (index, node) in nodes.enumerated() { append(node, index, &bytes) }
    bytes += "</svg>".utf8
    return HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }

  private func middle(of index: Int) -> Int { index * Self.row + Self.row / 2 + 4 }

  private func append(_ edge: Edge, largest: Int, longest: Int, _ bytes: inout [UInt8]) {
    let (top, bottom) = (middle(of: min(edge.a, edge.b)), middle(of: max(edge.a, edge.b)))
    let reach = width - labelWidth - 12
    // Wider arcs for longer ways; the longest goes to the edge of the picture.
    let depth = min(reach, 12 + (reach - 12) * abs(edge.a - edge.b) / max(12, longest))
    let x = labelWidth
    // From 1 to 6 pixels, in tenths.
    let thickness = 10 + 50 * edge.count / max(1, largest)
    bytes +=
      "<path data-a=\"\(edge.a)\" data-b=\"\(edge.b)\" fill=\"none\" stroke=\"#999\" stroke-width=\"\(thickness / 10).\(thickness % 10)\" d=\"M\(x) \(top)A\(depth) \((bottom - top) / 2) 0 0 1 \(x) \(bottom)\"><title>"
      .utf8
    HTML.escape("\(nodes[edge.a].name) and \(nodes[edge.b].name): ", into: &bytes)
    bytes += "\(edge.count)</title></path>\n".utf8
  }

  private func append(_ node: Node, _ index: Int, _ bytes: inout [UInt8]) {
    let (x, y) = (labelWidth, middle(of: index))
    bytes += "<g class=\"\(node.kind.word)\" data-node=\"\(index)\">".utf8
    bytes += shape(of: node.kind, x, y).utf8
    let isLink = !node.url.isEmpty && !node.isSubject
    if isLink {
      bytes += "<a href=\"".utf8
      HTML.escape(node.url, into: &bytes)
      bytes += "\">".utf8
    }
    bytes +=
      "<text text-anchor=\"end\" font-size=\"13\" x=\"\(x - 14)\" y=\"\(y + 4)\"\(node.isSubject ? " class=\"subject\"" : "")>"
      .utf8
    let label = fitted(node.name)
    if label != node.name {
      bytes += "<title>".utf8
      HTML.escape(node.name, into: &bytes)
      bytes += "</title>".utf8
    }
    HTML.escape(label, into: &bytes)
    bytes += "</text>".utf8
    if isLink { bytes += "</a>".utf8 }
    bytes += "</g>\n".utf8
  }

  /// The kind as a shape: circle, square, drop, diamond, ring.
  private func shape(of kind: EntityKind, _ x: Int, _ y: Int) -> String {
    switch kind {
    case .person: "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\"/>"
    case .organisation: "<rect x=\"\(x - 4)\" y=\"\(y - 4)\" width=\"8\" height=\"8\"/>"
    case .place: "<path d=\"M\(x) \(y + 6)L\(x - 4) \(y)A4 4 0 1 1 \(x + 4) \(y)Z\"/>"
    case .event: "<path d=\"M\(x) \(y - 5)L\(x + 5) \(y)L\(x) \(y + 5)L\(x - 5) \(y)Z\"/>"
    case .other: "<circle class=\"ring\" fill=\"none\" stroke=\"#000\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\"/>"
    }
  }

  /// A name, cut where it would leave the picture. Widths are those of the widest usual letters, so that any face fits.
  private func fitted(_ name: String) -> String {
    let room = Double(labelWidth - 16)
    var used = 0.0
    for index in name.indices {
      used += Self.width(of: name[index])
      guard used > room else { continue }
      // Room for the dots is made by leaving out one letter more.
      let kept = name[..<index].dropLast(2)
      return kept.trimmedEnd() + "…"
    }
    return name
  }

  private static func width(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    return scalar.value >= 0x1100 ? wideLetterWidth : letterWidth
  }
}

extension Substring {
  fileprivate func trimmedEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension TieDiagram {
  /// Returns the nodes of a graph in an order that keeps the ends of strong ties near each other: from the strongest
  /// tie outwards, what is tied most to either end comes next to it (a greedy seriation).
  ///
  /// - Complexity: O(nodes⁴), for the few dozen that a picture holds.
  static func order(count: Int, edges: [Edge]) -> [Int] {
    guard count > 0 else { return [] }
    var weight = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for edge in edges {
      weight[edge.a][edge.b] += edge.count
      weight[edge.b][edge.a] += edge.count
    }
    var isPlaced = [Bool](repeating: false, count: count)
    var order: [Int] = []
    while order.count < count {
      // A part that hangs together is laid out before the next one is begun.
      guard
        let strongest = edges.filter({ !isPlaced[$0.a] && !isPlaced[$0.b] })
          .max(by: { ($0.count, $1.a, $1.b) < ($1.count, $0.a, $0.b) })
      else {
        order += (0..<count).filter { !isPlaced[$0] }
        break
      }
      var part = [strongest.a, strongest.b]
      isPlaced[strongest.a] = true
      isPlaced[strongest.b] = true
      while let next = nextNode(to: part, weight, isPlaced) {
        isPlaced[next.node] = true
        part.insert(next.node, at: next.isAtStart ? 0 : part.count)
      }
      order += part
    }
    return shortened(order, weight)
  }

  /// Moves single nodes for as long as that makes the arcs shorter, weighed by their counts.
  private static func shortened(_ order: [Int], _ weight: [[Int]]) -> [Int] {
    var order = order
    var length = totalLength(of: order, weight)
    // Each pass shortens the arcs or is the last one; a few are enough for so few nodes.
    for _ in 0..<6 {
      let before = length
      for node in order.indices {
        guard let from = order.firstIndex(of: node) else { continue }
        var rest = order
        rest.remove(at: from)
        for place in 0...rest.count {
          var moved = rest
          moved.insert(node, at: place)
          let new = totalLength(of: moved, weight)
          if new < length { (order, length) = (moved, new) }
        }
      }
      if length == before { break }
    }
    return order
  }

  private static func totalLength(of order: [Int], _ weight: [[Int]]) -> Int {
    var length = 0
    for a in order.indices {
      for b in order.indices[(a + 1)...] where weight[order[a]][order[b]] > 0 {
        length += weight[order[a]][order[b]] * (b - a)
      }
    }
    return length
  }

  /// The node that is tied most to the ends of a part; near ends count for more than far ones.
  private static func nextNode(
    to part: [Int], _ weight: [[Int]], _ isPlaced: [Bool]
  ) -> (node: Int, isAtStart: Bool)? {
    var best: (node: Int, isAtStart: Bool, pull: Int)?
    for node in weight.indices where !isPlaced[node] {
      var (start, end) = (0, 0)
      for (place, other) in part.enumerated() where weight[node][other] > 0 {
        // Twelve halves of the distance are more than a picture is long.
        start += (weight[node][other] << 12) >> min(12, place)
        end += (weight[node][other] << 12) >> min(12, part.count - 1 - place)
      }
      let pull = max(start, end)
      if pull > best?.pull ?? 0 { best = (node, start > end, pull) }
    }
    return best.map { ($0.node, $0.isAtStart) }
  }
}
