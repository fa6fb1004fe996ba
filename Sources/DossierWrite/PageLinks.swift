/// The ids and links of one page, as `LinkChecker.scan` finds them.
///
/// All text lies in one buffer, as a large site has millions of links.
public struct PageLinks: Sendable {
  /// The page's path in the site.
  public let path: String
  private(set) var ids: [Text] = []
  private(set) var repeatedIDs: [(id: [UInt8], line: Int)] = []
  /// The links, each target once.
  private(set) var links: [Link] = []
  private var buffer: [UInt8] = []

  /// A piece of the buffer.
  struct Text: Sendable {
    var start: UInt32
    var count: UInt32
  }

  struct Link: Sendable {
    var target: Text
    /// Where its first tag stands in the page, in bytes.
    var offset: UInt32
    /// The line of the page, from 1.
    var line: UInt32
    /// Whether the browser loads the target with the page: a style sheet, a script, a picture.
    var isLoaded: Bool
  }

  func bytes(of text: Text) -> ArraySlice<UInt8> { buffer[Int(text.start)..<Int(text.start + text.count)] }

  init(path: String, html: [UInt8], root: String? = nil) {
    let root = Array((root ?? "").utf8)
    self.path = path
    var scanner = TagScanner(html: html)
    var knownIDs = Set<[UInt8]>()
    var knownTargets: [[UInt8]: Int] = [:]
    var line = 1
    var counted = 0
    while scanner.next() {
      let tag = scanner.name
      // Each byte is looked at once for its line, too.
      while counted < tag.lowerBound {
        if html[counted] == 10 { line += 1 }
        counted += 1
      }
      for attribute in scanner.attributes {
        let name = attribute.name
        if scanner.text(name, is: "id") {
          let id = scanner.value(of: attribute)
          if id.isEmpty { continue }
          if knownIDs.insert(id).inserted { ids.append(append(id)) } else { repeatedIDs.append((id, line)) }
        } else if scanner.text(name, is: "name"), scanner.text(tag, is: "a") {
          ids.append(append(scanner.value(of: attribute)))
        } else if let use = LinkAttribute(name, of: scanner) {
          for written in use.targets(in: scanner.value(of: attribute)) {
            let target = written.starts(with: root) ? Array(written.dropFirst(root.count)) : written
            let isLoaded = use.isLoaded
            if let known = knownTargets[target] {
              links[known].isLoaded = links[known].isLoaded || isLoaded
            } else {
              knownTargets[target] = links.count
              links.append(
                Link(
                  target: append(target), offset: UInt32(truncatingIfNeeded: attribute.value.lowerBound),
                  line: UInt32(truncatingIfNeeded: line), isLoaded: isLoaded))
            }
          }
        }
      }
    }
  }

  private mutating func append(_ text: [UInt8]) -> Text {
    let start = UInt32(truncatingIfNeeded: buffer.count)
    buffer += text
    return Text(start: start, count: UInt32(truncatingIfNeeded: text.count))
  }
}

/// An attribute that holds an address.
struct LinkAttribute {
  /// Whether the browser loads the target with the page.
  var isLoaded: Bool
  /// Whether it holds several addresses, each with a size.
  var isSet = false

  /// The kinds of `<link>` that make a browser ask for the target (HTML standard, section 4.6.7), or open a connection.
  private static let loading: [StaticString] = [
    "stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload", "prefetch",
    "prerender", "preconnect", "dns-prefetch", "pingback",
  ]

  init?(_ name: Range<Int>, of scanner: TagScanner) {
    let tag = scanner.name
    if scanner.text(name, is: "href") || scanner.text(name, is: "xlink:href") {
      if scanner.text(tag, is: "link") {
        isLoaded = scanner.attributes.contains { attribute in
          scanner.text(attribute.name, is: "rel") && LinkAttribute.isLoading(attribute.value, scanner)
        }
      } else {
        isLoaded = scanner.text(tag, is: "use") || scanner.text(tag, is: "image")
      }
    } else if scanner.text(name, is: "src") || scanner.text(name, is: "poster")
      || scanner.text(name, is: "data") && scanner.text(tag, is: "object")
    {
      isLoaded = true
    } else if scanner.text(name, is: "srcset") || scanner.text(name, is: "imagesrcset") {
      isLoaded = true
      isSet = true
    } else if scanner.text(name, is: "action") || scanner.text(name, is: "formaction") {
      isLoaded = false
    } else {
      return nil
    }
  }

  private static func isLoading(_ range: Range<Int>, _ scanner: TagScanner) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, scanner.html[end] > 32 { end += 1 }
      if loading.contains(where: { scanner.text(start..<end, is: $0) }) { return true }
      start = end + 1
    }
    return false
  }

  /// Returns the addresses in a value, as the URL standard strips them: without spaces around, tabs and line ends.
  func targets(in value: [UInt8]) -> [[UInt8]] {
    guard isSet else {
      var value = value[...]
      while let first = value.first, first <= 32 { value.removeFirst() }
      while let last = value.last, last <= 32 { value.removeLast() }
      return [value.filter { $0 != 9 && $0 != 10 && $0 != 13 }]
    }
    // "a.png 1x, b.png 2x" (HTML standard, section 4.8.4.2): an address ends at a space; a comma may be a part of it.
    var targets: [[UInt8]] = []
    var index = 0
    while index < value.count {
      while index < value.count, value[index] <= 32 || value[index] == UInt8(ascii: ",") { index += 1 }
      let start = index
      while index < value.count, value[index] > 32 { index += 1 }
      var target = value[start..<index]
      let hasSize = target.last != UInt8(ascii: ",")
      while target.last == UInt8(ascii: ",") { target.removeLast() }
      if !target.isEmpty { targets.append(Array(target)) }
      while hasSize, index < value.count, value[index] != UInt8(ascii: ",") { index += 1 }
    }
    return targets
  }
}
