public import DossierModel

/// The ids and links of one page.
public struct PageLinks: Sendable {
  /// The page's path in the site.
  public var path: String
  var ids: Set<String> = []
  var repeatedIDs: [String] = []
  var links: [Link] = []

  struct Link: Sendable {
    var target: String
    /// Whether the browser loads the target with the page: a style sheet, a script, a picture.
    var isLoaded: Bool
  }
}

/// Follows every link of a site to its page, and every fragment to its id.
public enum LinkChecker {
  /// Finds the ids and links of a page.
  ///
  /// - Complexity: O(bytes).
  public static func scan(path: String, html: [UInt8]) -> PageLinks {
    var page = PageLinks(path: path)
    var scanner = TagScanner(html: html)
    while let tag = scanner.nextTag() {
      for attribute in tag.attributes {
        switch attribute.name {
        case "id":
          if !page.ids.insert(attribute.value).inserted { page.repeatedIDs.append(attribute.value) }
        case "href":
          let isLoaded =
            tag.name == "link" && !tag.attributes.contains { $0.name == "rel" && $0.value == "canonical" }
          page.links.append(PageLinks.Link(target: attribute.value, isLoaded: isLoaded))
        case "src": page.links.append(PageLinks.Link(target: attribute.value, isLoaded: true))
        default: break
        }
      }
    }
    return page
  }

  /// Checks the links of all pages of a site.
  ///
  /// - Parameter files: The paths of the site's other files.
  /// - Returns: A diagnostic for each link that leads nowhere, leaves the site's own folder by its root, or makes a
  ///   browser ask another host; each once a page.
  /// - Complexity: O(links).
  public static func check(_ pages: [PageLinks], files: [String]) -> [Diagnostic] {
    var ids: [String: Set<String>] = [:]
    for page in pages { ids[page.path] = page.ids }
    let others = Set(files)
    var diagnostics: [Diagnostic] = []
    for page in pages {
      for id in Set(page.repeatedIDs).sorted() { diagnostics.append(.idTwice(id, in: page.path)) }
      var told = Set<String>()
      for link in page.links where told.insert(link.target).inserted {
        if let problem = problem(of: link, on: page.path, ids, others) { diagnostics.append(problem) }
      }
    }
    return diagnostics
  }

  private static func problem(
    of link: PageLinks.Link, on page: String, _ ids: [String: Set<String>], _ files: Set<String>
  ) -> Diagnostic? {
    let target = link.target
    if target.hasPrefix("//") || hasScheme(target) {
      return link.isLoaded ? .outsideRequest(target, on: page) : nil
    }
    if target.hasPrefix("/") { return .rootedLink(target, on: page) }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let address = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
    guard let path = resolve(percentDecoded(address), from: page) else {
      return .brokenLink(target, on: page)
    }
    guard let anchors = ids[path] else { return files.contains(path) ? nil : .brokenLink(target, on: page) }
    guard parts.count > 1, !parts[1].isEmpty, parts[1] != "top" else { return nil }
    return anchors.contains(percentDecoded(parts[1])) ? nil : .brokenFragment(target, on: page)
  }

  private static func hasScheme(_ target: String) -> Bool {
    guard let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return target.utf8[..<colon].allSatisfy { byte in
      (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "+-.".utf8.contains(byte)
    }
  }

  /// Returns the path in the site that a relative address leads to, or nothing where it leaves the site.
  private static func resolve(_ address: String, from page: String) -> String? {
    if address.isEmpty { return page }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    let steps = address.split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in steps.enumerated() {
      switch step {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      case "" where index == steps.count - 1: parts.append("index.html")
      default: parts.append(String(step))
      }
    }
    return parts.joined(separator: "/")
  }

  private static func percentDecoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let code = rest.prefix(2)
      if byte == UInt8(ascii: "%"), code.count == 2, let value = UInt8(Substring(code), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func link(_ id: String, _ page: String, _ message: String, hint: String) -> Diagnostic {
    Diagnostic(.error, id: "links." + id, at: SourceLocation(path: page), message, hint: hint)
  }

  fileprivate static func brokenLink(_ target: String, on page: String) -> Diagnostic {
    link("broken", page, "the link '\(target)' leads to no page", hint: "correct it in the document")
  }

  fileprivate static func brokenFragment(_ target: String, on page: String) -> Diagnostic {
    link(
      "broken-fragment", page, "the link '\(target)' leads to no place on its page",
      hint: "correct it in the document")
  }

  fileprivate static func rootedLink(_ target: String, on page: String) -> Diagnostic {
    link(
      "rooted", page,
      "the link '\(target)' begins at the host's root, so it breaks in a sub-folder and from disk",
      hint: "write it relative to the page")
  }

  fileprivate static func outsideRequest(_ target: String, on page: String) -> Diagnostic {
    link(
      "outside", page, "'\(target)' makes every reader's browser ask another host",
      hint: "keep a copy in the folder")
  }

  fileprivate static func idTwice(_ id: String, in page: String) -> Diagnostic {
    link("id-twice", page, "the id '\(id)' stands twice", hint: "change one of the two in the template")
  }
}
