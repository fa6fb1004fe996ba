/// What a browser asks for, as far as static files are concerned.
struct FileRequest: Sendable {
  var method: String
  /// The path of the request's target, still percent-encoded, without query.
  var path: String
  var host: String?
  var range: String?
  var ifNoneMatch: String?
  var ifRange: String?
}

/// What a request gets.
struct FileResponse: Equatable, Sendable {
  var status: Int
  /// By name. No other site may take files from here into its own pages, and a browser asks each time whether a file
  /// has changed.
  var headers = [
    "Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  ]
  /// With 304, as to HEAD, its length is sent, and nothing of it.
  var body: Body

  enum Body: Equatable, Sendable {
    case text(String)
    /// Bytes of a file, as long as it has the entity tag.
    case file(path: String, offset: Int, count: Int, tag: String)
  }
}

/// The lists of entity tags in headers.
enum EntityTags {
  /// Whether a list holds a tag, by the weak comparison that If-None-Match asks for (RFC 9110, section 13.1.2).
  static func list(_ list: String, holds tag: String) -> Bool {
    var rest = list.utf8[...]
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ","): rest.removeFirst()
      case UInt8(ascii: "*"): return true
      default:
        // A tag may have a comma in it, so it is read from quote to quote.
        if rest.starts(with: "W/".utf8) { rest = rest.dropFirst(2) }
        guard rest.first == UInt8(ascii: "\""),
          let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "\""))
        else { return false }
        let next = rest.index(after: end)
        if rest[..<next].elementsEqual(tag.utf8) { return true }
        rest = rest[next...]
      }
    }
    return false
  }
}
