internal import CCmark
public import DossierModel

/// A link by hand in Markdown: "[[Vladimir Putin]]", "[[Vladimir Putin|the president]]".
public struct HandLink: Hashable, Sendable {
  /// The index of its leaf in `MarkdownTree.leafBlocks()`.
  public var leaf: Int
  /// The linked words in the leaf's text, the brackets taken out.
  public var range: TextRange
  /// The name before the bar, or the words themselves.
  public var name: String
}

extension MarkdownTree {
  /// Takes the brackets of links by hand out of the tree's text, and returns the links.
  ///
  /// A link lies within one line of text; where its name or words hold other markup, it stays as it is.
  ///
  /// - Complexity: O(bytes).
  static func takeHandLinks(of tree: OpaquePointer) -> [HandLink] {
    var leaves: [OpaquePointer] = []
    MarkdownTree.forEachLeaf(of: tree) { leaf, _ in leaves.append(leaf) }
    var links: [HandLink] = []
    for (number, leaf) in leaves.enumerated() {
      var length = 0
      var changes: [(OpaquePointer, String)] = []
      MarkdownTree.forEachTextPiece(of: leaf) { node, kind, isInLink in
        guard kind != .lineBreak else { return length += 1 }
        let text = String(decoding: MarkdownTree.literal(of: node), as: UTF8.self)
        guard kind == .text, !isInLink, let (plain, found) = plainText(of: text) else {
          return length += text.utf8.count
        }
        changes.append((node, plain))
        for link in found {
          links.append(HandLink(leaf: number, range: link.range.shifted(by: length), name: link.name))
        }
        length += plain.utf8.count
      }
      // The node keeps a copy.
      for (node, text) in changes { _ = text.withCString { cmark_node_set_literal(node, $0) } }
    }
    return links
  }

  /// Returns a text without the brackets of its links, and the links; nothing where it has none.
  private static func plainText(of text: String) -> (String, [(range: TextRange, name: String)])? {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return nil }
    var plain = ""
    var links: [(range: TextRange, name: String)] = []
    var rest = text[...]
    while let close = index(of: "]", in: rest) {
      let afterClose = rest.index(close, offsetBy: 2)
      guard let open = lastIndex(of: "[", in: rest[..<close]) else {
        let next = rest.index(after: close)
        plain += rest[..<next]
        rest = rest[next...]
        continue
      }
      let inside = rest[rest.index(open, offsetBy: 2)..<close]
      let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      // "![[…]]" is another tool's way to put a file in.
      let isEmbedded = (open > rest.startIndex ? rest[rest.index(before: open)] : plain.last) == "!"
      guard parts.allSatisfy({ $0.contains { !$0.isWhitespace } }), !inside.contains("["),
        !inside.contains("]"),
        !isEmbedded
      else {
        plain += rest[..<afterClose]
        rest = rest[afterClose...]
        continue
      }
      plain += rest[..<open]
      let start = plain.utf8.count
      plain += parts[parts.count - 1]
      links.append((TextRange(start, plain.utf8.count), String(parts[0])))
      rest = rest[afterClose...]
    }
    return links.isEmpty ? nil : (plain + rest, links)
  }

  /// Returns the first place of two equal brackets in a row.
  private static func index(of bracket: Character, in text: Substring) -> Substring.Index? {
    var from = text.startIndex
    while let next = text[from...].firstIndex(of: bracket) {
      from = text.index(after: next)
      if from < text.endIndex, text[from] == bracket { return next }
    }
    return nil
  }

  /// Returns the last place of two equal brackets in a row.
  private static func lastIndex(of bracket: Character, in text: Substring) -> Substring.Index? {
    var to = text.endIndex
    while let next = text[..<to].lastIndex(of: bracket) {
      to = next
      if next > text.startIndex, text[text.index(before: next)] == bracket { return text.index(before: next) }
    }
    return nil
  }
}
