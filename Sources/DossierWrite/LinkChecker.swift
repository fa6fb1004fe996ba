public import DossierModel

/// Follows every link of a site to its page, and every fragment to its id.
///
///     let links = pages.map { LinkChecker.scan(path: $0.path, html: $0.bytes) }
///     for diagnostic in LinkChecker.check(links, files: ["assets/style.css"]) { print(diagnostic) }
public enum LinkChecker {
  /// Finds the ids and links of a page.
  ///
  /// - Parameter root: What leads to the site's folder, on a page whose links begin at the root of the host: "/briefing/".
  /// - Complexity: O(bytes).
  public static func scan(path: String, html: [UInt8], root: String? = nil) -> PageLinks {
    PageLinks(path: path, html: html, root: root)
  }

  /// Checks the links of all pages of a site.
  ///
  /// - Parameter files: The paths of the site's other files.
  /// - Returns: A diagnostic for each link that leads nowhere, begins at the root of the host, or makes a browser ask
  ///   another host, and for each id that a page has twice. What several pages have is told once, at the first of them.
  /// - Complexity: O(bytes of all links and ids).
  public static func check(_ pages: [PageLinks], files: [String]) -> [Diagnostic] {
    diagnostics(findings(pages, files: files))
  }

  /// Finds what `check` tells of, each on its page.
  ///
  /// - Complexity: O(bytes of all links and ids).
  public static func findings(_ pages: [PageLinks], files: [String]) -> [LinkFinding] {
    var site = LinkedSite(pages, files: files)
    for index in pages.indices { site.follow(linksOf: index) }
    site.followFragments()
    return site.findings()
  }

  /// Returns the messages for findings: what several pages have is told once, at the first of them.
  public static func diagnostics(_ findings: [LinkFinding]) -> [Diagnostic] {
    struct Key: Hashable {
      var problem: LinkProblem
      var target: String
    }
    var groups: [(finding: LinkFinding, pages: Int, lastPage: String)] = []
    var known: [Key: Int] = [:]
    for finding in findings {
      let key = Key(problem: finding.problem, target: finding.target)
      if let index = known[key] {
        if groups[index].lastPage != finding.page { groups[index].pages += 1 }
        groups[index].lastPage = finding.page
      } else {
        known[key] = groups.count
        groups.append((finding, 1, finding.page))
      }
    }
    return groups.map { finding, pages, _ in
      Diagnostic.link(
        finding.problem, finding.target,
        at: SourceLocation(path: finding.page, line: finding.line, column: 0), otherPages: pages - 1)
    }
  }
}

/// Something wrong with a link or an id of a page.
public struct LinkFinding: Sendable {
  /// The path of the page in the site.
  public var page: String
  /// The line of the page, from 1.
  public var line: Int
  /// The link as it stands on the page, or the id.
  public var target: String
  /// What is wrong.
  public var problem: LinkProblem
}

/// The state of one check.
private struct LinkedSite {
  let pages: [PageLinks]
  private var indices: [[UInt8]: Int] = [:]
  private var files: Set<[UInt8]> = []
  /// By page: the links to a place on it.
  private var wanted: [[(page: Int, link: Int)]]
  private var problems: [Problem] = []

  private struct Problem {
    var page: Int
    var link: Int
    var kind: LinkProblem
  }

  init(_ pages: [PageLinks], files: [String]) {
    self.pages = pages
    for (index, page) in pages.enumerated() { indices[Array(page.path.utf8)] = index }
    for file in files { self.files.insert(Array(file.utf8)) }
    wanted = Array(repeating: [], count: pages.count)
  }

  mutating func follow(linksOf index: Int) {
    let page = pages[index]
    let path = Array(page.path.utf8)
    let folder = Array(path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropLast())
    for (number, link) in page.links.enumerated() {
      let problem: LinkProblem
      switch LinkAddress(page.bytes(of: link.target), page: path, folder: folder) {
      case .outside(let isRequest):
        guard isRequest, link.isLoaded else { continue }
        problem = .outsideRequest
      case .rooted: problem = .rooted
      case .nowhere: problem = .broken
      case .inside(let path, let fragment):
        if let target = indices[path] {
          if !fragment.isEmpty { wanted[target].append((index, number)) }
          continue
        }
        if files.contains(path) { continue }
        problem = .broken
      }
      problems.append(Problem(page: index, link: number, kind: problem))
    }
  }

  mutating func followFragments() {
    for (target, links) in wanted.enumerated() where !links.isEmpty {
      let ids = Set(pages[target].ids.map { pages[target].bytes(of: $0) })
      for (page, link) in links {
        let address = pages[page].bytes(of: pages[page].links[link].target)
        let fragment = address.drop { $0 != UInt8(ascii: "#") }.dropFirst()
        if ids.contains(fragment) || isTop(fragment) { continue }
        if let decoded = percentDecoded(fragment, isStrict: false),
          ids.contains(decoded[...]) || isTop(decoded[...])
        {
          continue
        }
        problems.append(Problem(page: page, link: link, kind: .brokenFragment))
      }
    }
  }

  /// "#top" is the top of a page that has no such id.
  private func isTop(_ fragment: ArraySlice<UInt8>) -> Bool {
    fragment.count == 3 && zip(fragment, "top".utf8).allSatisfy { $0 | 32 == $1 }
  }

  /// Returns the problems in the order of the pages.
  mutating func findings() -> [LinkFinding] {
    problems.sort { ($0.page, $0.link) < ($1.page, $1.link) }
    var findings: [LinkFinding] = []
    var next = problems[...]
    for (index, page) in pages.enumerated() {
      for (id, line) in page.repeatedIDs {
        findings.append(
          LinkFinding(
            page: page.path, line: line, target: String(decoding: id, as: UTF8.self), problem: .idTwice))
      }
      while let problem = next.first, problem.page == index {
        next.removeFirst()
        let link = page.links[problem.link]
        findings.append(
          LinkFinding(
            page: page.path, line: Int(link.line),
            target: String(decoding: page.bytes(of: link.target), as: UTF8.self), problem: problem.kind))
      }
    }
    return findings
  }
}

/// What is wrong with a link.
public enum LinkProblem: Hashable, Sendable {
  /// It leads to no page.
  case broken
  /// It leads to no place on its page.
  case brokenFragment
  /// It begins at the root of the host.
  case rooted
  /// It makes a browser ask another host.
  case outsideRequest
  /// Two things have this id.
  case idTwice
}
