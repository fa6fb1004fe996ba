internal import DossierModel

/// Makes a page that needs nothing beside it: style sheets and pictures stand in it, scripts are left out, and no link leads to
/// what is not in it. It opens from disk, from a mail or from a packed archive, and asks nobody for anything.
public enum SingleFile {
  /// What a browser may do: show the page. It is the last word, whatever stands in a document.
  private static let policy =
    #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; "#
    + #"img-src data:; base-uri 'none'; form-action 'none'">"#

  /// Makes the page.
  ///
  /// - Parameters:
  ///   - html: A page of the site.
  ///   - path: Its path in the site.
  ///   - file: Returns the content of another file of the site; nothing where there is none.
  /// - Complexity: O(bytes of the page and of what it shows).
  public static func make(html: [UInt8], path: String, file: @escaping (_ path: String) -> [UInt8]?)
    -> [UInt8]
  {
    var page: [UInt8] = []
    page.reserveCapacity(html.count * 5 / 4)
    let place = Place(path: path, file: file)
    var scanner = TagScanner(html: html)
    var copied = 0
    while scanner.next() {
      page += html[copied..<scanner.tag.lowerBound]
      copied = scanner.tag.upperBound
      if scanner.text(scanner.name, is: "script"), hasAddress(scanner) {
        copied = scanner.skipElement()
      } else if scanner.text(scanner.name, is: "link"), let target = loaded(scanner) {
        if let style = place.bytes(at: target) { append(style: style, to: &page) }
      } else {
        append(tag: scanner, place, to: &page)
        if scanner.text(scanner.name, is: "meta"), isCharset(scanner) { page += policy.utf8 }
      }
    }
    page += html[copied...]
    return page
  }

  /// Where the page stands, and what stands beside it.
  private struct Place {
    var path: [UInt8]
    var folder: [ArraySlice<UInt8>]
    var file: (String) -> [UInt8]?

    init(path: String, file: @escaping (String) -> [UInt8]?) {
      self.path = Array(path.utf8)
      folder = self.path.split(separator: UInt8(ascii: "/")).dropLast()
      self.file = file
    }

    func address(_ target: [UInt8]) -> LinkAddress { LinkAddress(target[...], page: path, folder: folder) }

    func bytes(at target: [UInt8]) -> [UInt8]? {
      guard case .inside(let path, _) = address(target) else { return nil }
      return file(String(decoding: path, as: UTF8.self))
    }

    /// The picture itself in the place of its address; nothing where it is not there.
    func picture(at target: [UInt8]) -> [UInt8]? {
      if case .outside(isRequest: false) = address(target) { return target }
      guard case .inside(let path, _) = address(target), let bytes = bytes(at: target) else { return nil }
      var data = Array("data:\(MediaType.of(String(decoding: path, as: UTF8.self)));base64,".utf8)
      Base64.append(bytes, to: &data)
      return data
    }

    /// A link as it is good in the page; nothing where it leads to what is not in it.
    func link(_ target: [UInt8]) -> [UInt8]? {
      switch address(target) {
      case .outside: return target
      case .inside(let path, let fragment):
        return path == self.path && !fragment.isEmpty ? [UInt8(ascii: "#")] + fragment : nil
      case .rooted, .nowhere: return nil
      }
    }
  }

  private static func hasAddress(_ scanner: TagScanner) -> Bool {
    scanner.attributes.contains { scanner.text($0.name, is: "src") }
  }

  private static func isCharset(_ scanner: TagScanner) -> Bool {
    scanner.attributes.contains { scanner.text($0.name, is: "charset") }
  }

  /// The address that a browser would ask for because of a `<link>`.
  private static func loaded(_ scanner: TagScanner) -> [UInt8]? {
    for attribute in scanner.attributes {
      if let use = LinkAttribute(attribute.name, of: scanner), use.isLoaded {
        return use.targets(in: scanner.value(of: attribute)).first
      }
    }
    return nil
  }

  /// Appends a style sheet as an element. Nothing in it can end the element: a backslash before "/" means nothing to CSS
  /// (CSS Syntax, section 4.3.7).
  private static func append(style: [UInt8], to page: inout [UInt8]) {
    page += "<style>".utf8
    for (index, byte) in style.enumerated() {
      if byte == UInt8(ascii: "/"), index > 0, style[index - 1] == UInt8(ascii: "<") {
        page.append(UInt8(ascii: "\\"))
      }
      page.append(byte)
    }
    page += "</style>".utf8
  }

  /// Appends a tag, with each address in it changed to what it is in the page, or left out.
  private static func append(tag scanner: TagScanner, _ place: Place, to page: inout [UInt8]) {
    var isChanged = false
    let addresses = scanner.attributes.map { attribute -> [UInt8]? in
      guard let use = LinkAttribute(attribute.name, of: scanner) else { return nil }
      // Of several sizes of a picture the usual one is enough.
      guard !use.isSet else {
        isChanged = true
        return []
      }
      let target = use.targets(in: scanner.value(of: attribute)).first ?? []
      let changed = (use.isLoaded ? place.picture(at: target) : place.link(target)) ?? []
      if changed == target, !target.isEmpty { return nil }
      isChanged = true
      return changed
    }
    guard isChanged else {
      page += scanner.html[scanner.tag]
      return
    }
    // Written anew: behind one that is left out, an attribute of the same name would mean something again.
    page.append(UInt8(ascii: "<"))
    page += scanner.html[scanner.name]
    for (attribute, address) in zip(scanner.attributes, addresses) where address?.isEmpty != true {
      page.append(UInt8(ascii: " "))
      guard let address else {
        page += scanner.html[scanner.whole(attribute)]
        continue
      }
      page += scanner.html[attribute.name]
      page += "=\"".utf8
      HTML.escape(String(decoding: address, as: UTF8.self), into: &page)
      page.append(UInt8(ascii: "\""))
    }
    if scanner.endsItself { page += " /".utf8 }
    page.append(UInt8(ascii: ">"))
  }
}
