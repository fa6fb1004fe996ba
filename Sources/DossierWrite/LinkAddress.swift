internal import DossierModel

/// The address in a link, taken apart and resolved as the URL standard says (section 4.4), as far as a site's own pages
/// need it.
enum LinkAddress {
  /// On another host, or of a scheme such as "mailto".
  case outside(isRequest: Bool)
  /// Beginning with "/": at the root of the host, wherever the site stands.
  case rooted
  /// A path in the site, decoded, and the fragment as it is written.
  case inside(path: [UInt8], fragment: ArraySlice<UInt8>)
  /// Above the site's folder, or with a "/" or zero inside a name.
  case nowhere

  /// Resolves an address on a page, of whose path `folder` has the parts without the name.
  init(_ target: ArraySlice<UInt8>, page: [UInt8], folder: [ArraySlice<UInt8>]) {
    let isSlash = { (byte: UInt8?) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
    if let scheme = LinkAddress.scheme(of: target) {
      let isLocal = ["data", "blob", "about", "javascript"].contains { $0.utf8.elementsEqual(scheme) }
      self = .outside(isRequest: !isLocal)
      return
    }
    if isSlash(target.first) {
      self = isSlash(target.dropFirst().first) ? .outside(isRequest: true) : .rooted
      return
    }
    let hash = target.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex
    let fragment = target[hash...].dropFirst()
    let address = target[..<hash].prefix { $0 != UInt8(ascii: "?") }
    if address.isEmpty {
      self = .inside(path: page, fragment: fragment)
      return
    }
    var parts = folder
    var isFolder = false
    for step in address.split(omittingEmptySubsequences: false, whereSeparator: isSlash) {
      let name = percentDecoded(step, isStrict: false) ?? []
      isFolder = false
      if name.elementsEqual(".".utf8) {
        isFolder = true
      } else if name.elementsEqual("..".utf8) {
        guard parts.popLast() != nil else {
          self = .nowhere
          return
        }
        isFolder = true
      } else if name.contains(UInt8(ascii: "/")) || name.contains(0) {
        self = .nowhere
        return
      } else {
        parts.append(name[...])
      }
    }
    // The address of a folder is that of its page, whose name the server finds.
    if isFolder {
      parts.append(LinkAddress.index[...])
    } else if parts.last?.isEmpty == true {
      parts[parts.count - 1] = LinkAddress.index[...]
    }
    self = .inside(path: Array(parts.joined(separator: [UInt8(ascii: "/")])), fragment: fragment)
  }

  private static let index = Array("index.html".utf8)

  /// Returns the scheme, in lower case: a letter, then letters, digits, "+", "-" and ".", up to a ":".
  private static func scheme(of target: ArraySlice<UInt8>) -> [UInt8]? {
    var scheme: [UInt8] = []
    for byte in target {
      switch byte {
      case UInt8(ascii: ":"): return scheme.isEmpty ? nil : scheme
      case UInt8(ascii: "a")...UInt8(ascii: "z"): scheme.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 32)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if scheme.isEmpty { return nil }
        scheme.append(byte)
      default: return nil
      }
    }
    return nil
  }
}
