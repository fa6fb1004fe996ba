internal import DossierHash
internal import DossierModel

extension Site {
  /// What hosts are to send with each file, as Netlify and Cloudflare read it.
  ///
  /// No header stands in two rules for one file, as some hosts would send both. Pages have no `Cache-Control`: these two hosts
  /// let browsers ask each time, which is right.
  func headersFile() -> [UInt8] {
    let base = HostRule.path(briefing.settings.basePath ?? "/")
    var lines = [
      base + "*", "  Content-Security-Policy: " + contentSecurityPolicy(),
      "  X-Content-Type-Options: nosniff",
      "  Referrer-Policy: no-referrer", "  Cross-Origin-Opener-Policy: same-origin",
      "  Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ]
    if briefing.settings.isUnindexed { lines.append("  X-Robots-Tag: noindex") }
    // Their names have the hash of what is in them.
    lines += [base + "assets/*", "  Cache-Control: public, max-age=31536000, immutable"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// What browsers may load and do (Content Security Policy, level 3): the site's own scripts, styles and pictures, and the
  /// pictures on other hosts that documents show.
  func contentSecurityPolicy() -> String {
    let scripts = (["'self'"] + inlineScriptHashes()).joined(separator: " ")
    let pictures = (["'self'"] + pictureHosts()).joined(separator: " ")
    return "default-src 'none'; script-src \(scripts); style-src 'self'; img-src \(pictures); "
      + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  }

  /// The page for what is not there must work without knowing where it is, so its script stands in it.
  private func inlineScriptHashes() -> [String] {
    let page = String(decoding: render(.notFound).bytes, as: UTF8.self)
    var hashes: [String] = []
    var rest = page[...]
    while let start = rest.firstRange(of: "<script>") {
      let script = rest[start.upperBound...]
      guard let end = script.firstRange(of: "</script>") else { break }
      let hash = "'sha256-" + SHA256.base64(of: Array(script[..<end.lowerBound].utf8)) + "'"
      if !hashes.contains(hash) { hashes.append(hash) }
      rest = script[end.upperBound...]
    }
    return hashes
  }

  /// The hosts from which documents show pictures, as sources of a policy: "https://example.org".
  private func pictureHosts() -> [String] {
    var hosts: Set<String> = []
    for item in briefing.documents {
      for link in item.document.links where link.isPicture {
        if let host = Site.origin(of: link.target) { hosts.insert(host) }
      }
    }
    return hosts.sorted()
  }

  /// Returns the scheme, host and port of an address, in lower case, or nothing where it is none that a policy can name.
  public static func origin(of address: String) -> String? {
    let lower = address.lowercased()
    var rest: Substring
    var origin: String
    if lower.hasPrefix("https://") {
      (origin, rest) = ("https://", lower.dropFirst(8))
    } else if lower.hasPrefix("http://") {
      (origin, rest) = ("http://", lower.dropFirst(7))
    } else if lower.hasPrefix("//") {
      (origin, rest) = ("", lower.dropFirst(2))
    } else {
      return nil
    }
    rest = rest.prefix { !"/\\?#".contains($0) }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    let isGood = rest.utf8.allSatisfy { byte in
      (0x30...0x3A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E
    }
    guard isGood, let first = rest.utf8.first, first != 0x3A, first != 0x2E else { return nil }
    origin += rest
    return origin
  }
}
