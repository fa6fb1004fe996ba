/// What a browser asks for.
struct FileRequest: Sendable {
  var method: String
  /// The path of the request's target, still percent-encoded, without query.
  var path: String
  var host: String?
  var range: String?
  var ifNoneMatch: String?
  var ifRange: String?
  /// The values of the query that the preview knows, decoded.
  var values: [String: String] = [:]
  /// What proves that a page of this server asks.
  var token: String?
  var origin: String?
  var body: [UInt8] = []

  /// The values that a query may have.
  static let valueNames = ["page", "tag", "id", "text"]
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
    case bytes(ArraySlice<UInt8>)
    /// Bytes of a file, as long as it has the entity tag.
    case file(path: String, offset: Int, count: Int, tag: String)
    /// News of a page for as long as somebody looks at it.
    case events(page: String, tag: String)
  }

  /// Returns a response of a few words.
  static func plain(_ status: Int, _ text: String) -> FileResponse {
    var response = FileResponse(status: status, body: .text(text))
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    return response
  }

  /// Returns why a request gets nothing, if so: it names no host, or one that is not this machine, or wants something
  /// done that is not in `methods`.
  static func refusal(of request: FileRequest, hosts: OwnHosts, methods: [String] = ["GET", "HEAD"])
    -> FileResponse?
  {
    guard let host = request.host else { return plain(400, "the request names no host\n") }
    // A page of the outside world whose name leads to 127.0.0.1 must not read what is served here.
    guard hosts.contain(host) else { return plain(421, "this server answers to localhost only\n") }
    guard methods.contains(request.method) else {
      let words = methods.count > 1 ? methods.dropLast().joined(separator: ", ") + " and " : ""
      var response = plain(
        405, "only \(words)\(methods.last ?? "") \(methods.count > 1 ? "are" : "is") answered\n")
      response.headers["Allow"] = methods.joined(separator: ", ")
      return response
    }
    return nil
  }

  /// Returns the answer to a request for something that is there: all of it, the part asked for, or that nothing has
  /// changed (RFC 9110, sections 13 and 14).
  ///
  /// - Parameter part: The body with `count` bytes from `offset` on.
  static func found(
    _ request: FileRequest, size: Int, tag: String, type: String, part: (_ offset: Int, _ count: Int) -> Body
  ) -> FileResponse {
    var response = FileResponse(status: 200, body: part(0, size))
    response.headers["ETag"] = tag
    if let list = request.ifNoneMatch, EntityTags.list(list, holds: tag) {
      response.status = 304
      return response
    }
    response.headers["Content-Type"] = type
    response.headers["Accept-Ranges"] = "bytes"
    // A range is for GET only (section 14.2), and If-Range asks for the very same bytes (section 13.1.5).
    guard request.method == "GET", let range = request.range, request.ifRange == nil || request.ifRange == tag
    else {
      return response
    }
    switch ByteRange(range, size: size) {
    case .all: break
    case .part(let first, let last):
      response.status = 206
      response.headers["Content-Range"] = "bytes \(first)-\(last)/\(size)"
      response.body = part(first, last - first + 1)
    case .unsatisfiable:
      response = plain(416, "the file has \(size) bytes\n")
      response.headers["Content-Range"] = "bytes */\(size)"
    }
    return response
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
