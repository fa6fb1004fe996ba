extension Document {
  /// The ids of the headings of a Markdown document, by their blocks: the author's own, or made from their words, each of
  /// its own. They stay while the headings stay; the numbers of paragraphs are what always stays.
  ///
  /// - Complexity: O(bytes of the headings).
  public var headingIDs: [Int: String] {
    guard markup != .plain else { return [:] }
    var ids: [Int: String] = [:]
    var uses: [String: Int] = [:]
    // What the author has chosen comes first, whatever headings are called before it.
    for (index, block) in blocks.enumerated() where block.isHeading {
      guard let own = block.ids.first(where: { !$0.hasPrefix("^") }), !Document.isReserved(own),
        uses[own] == nil
      else { continue }
      uses[own] = 1
      ids[index] = own
    }
    for (index, block) in blocks.enumerated() where block.isHeading && ids[index] == nil {
      var slug = Slug.make(text.slice(block.textRange))
      if Document.isReserved(slug) { slug = "section-" + slug }
      var id = slug
      while uses[id] != nil {
        uses[slug, default: 1] += 1
        id = slug + "-\(uses[slug] ?? 2)"
      }
      uses[id] = 1
      ids[index] = id
    }
    return ids
  }

  /// Whether a page has the id for something of its own: "p4s2", "fn-1", "main".
  private static func isReserved(_ id: String) -> Bool {
    if id == "main" || id.hasPrefix("fn-") || id.hasPrefix("fnref-") || id.hasPrefix("option-") {
      return true
    }
    guard id.first == "p" || id.first == "d", let digit = id.dropFirst().first else { return false }
    return digit.isASCII && digit.isNumber
  }
}
