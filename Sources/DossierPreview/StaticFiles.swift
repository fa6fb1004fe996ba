internal import DossierFiles
internal import DossierModel

/// What a browser asks for, as far as static files are concerned.
struct FileRequest {
  var method: String
  /// The path of the request target, still percent-encoded, without query.
  var path: String
  var host: String?
  var range: String?
  var ifNoneMatch: String?
  var ifRange: String?
}

/// What a request gets.
struct FileResponse: Equatable {
  var status: Int
  var headers: [String: String] = [:]
  var body: Body = .none

  enum Body: Equatable {
    case none
    case text(String)
    /// Bytes of a file, from an offset.
    case file(path: String, offset: Int, count: Int)
  }
}

/// Decides what each request gets: a pure function of the request and the folder (RFC 9110). It never gives a file
/// outside the folder, a hidden one, or anything to a host name that is not this machine's.
struct StaticFiles: Sendable {
  /// The folder, absolute and without links.
  let root: String
  /// The port that the server listens on.
  let port: UInt16

  func response(to request: FileRequest) -> FileResponse {
    // A page of the outside world whose name leads to 127.0.0.1 must not read what is served here.
    guard isOwnHost(request.host) else { return plain(421, "this server answers to localhost only\n") }
    guard request.method == "GET" || request.method == "HEAD" else {
      var response = plain(405, "only GET and HEAD are answered\n")
      response.headers["Allow"] = "GET, HEAD"
      return response
    }
    guard let path = safePath(request.path) else { return notFound() }
    var file = path.isEmpty ? root : root + "/" + path
    if Files.status(file)?.kind == .folder {
      if !request.path.hasSuffix("/") {
        // Links on the folder's page are relative to it, so the browser must know that it is a folder.
        var response = plain(301, "")
        response.headers["Location"] =
          (request.path.split(separator: "/").last.map { String($0) } ?? "") + "/"
        return response
      }
      file += "/index.html"
    } else if request.path.hasSuffix("/") {
      return notFound()
    }
    guard let real = Files.realPath(file), real.hasPrefix(root + "/"), let status = Files.status(real),
      status.kind == .file
    else { return notFound() }
    return serve(real, status, request)
  }

  private func serve(_ file: String, _ status: FileStatus, _ request: FileRequest) -> FileResponse {
    let tag =
      "\"\(String(status.size, radix: 36))-\(String(status.modified, radix: 36))-\(String(status.identity.inode, radix: 36))\""
    var response = FileResponse(status: 200, headers: StaticFiles.commonHeaders)
    response.headers["Content-Type"] = MediaType.of(file)
    response.headers["ETag"] = tag
    response.headers["Accept-Ranges"] = "bytes"
    if let match = request.ifNoneMatch, matches(match, tag) {
      response.status = 304
      response.headers["Content-Type"] = nil
      return response
    }
    response.body = .file(path: file, offset: 0, count: status.size)
    guard let range = request.range, request.ifRange == nil || request.ifRange == tag else { return response }
    switch ByteRange(range, size: status.size) {
    case .all: break
    case .part(let first, let last):
      response.status = 206
      response.headers["Content-Range"] = "bytes \(first)-\(last)/\(status.size)"
      response.body = .file(path: file, offset: first, count: last - first + 1)
    case .unsatisfiable:
      response = plain(416, "")
      response.headers["Content-Range"] = "bytes */\(status.size)"
    }
    return response
  }

  /// The site's own page for what is not there.
  private func notFound() -> FileResponse {
    let file = root + "/404.html"
    guard let status = Files.status(file, followLinks: false), status.kind == .file else {
      return plain(404, "there is no such page\n")
    }
    var response = FileResponse(status: 404, headers: StaticFiles.commonHeaders)
    response.headers["Content-Type"] = MediaType.of(file)
    response.body = .file(path: file, offset: 0, count: status.size)
    return response
  }

  private func plain(_ status: Int, _ text: String) -> FileResponse {
    var response = FileResponse(status: status, headers: StaticFiles.commonHeaders, body: .text(text))
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    return response
  }

  private static let commonHeaders = ["Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"]

  private func isOwnHost(_ host: String?) -> Bool {
    guard let host else { return false }
    let own = ["localhost", "127.0.0.1", "[::1]"]
    return own.contains { host == $0 || host == "\($0):\(port)" }
  }

  /// Returns a request's path below the folder, decoded, or nothing where a part of it is empty, hidden, or could
  /// lead elsewhere.
  private func safePath(_ target: String) -> String? {
    guard target.hasPrefix("/") else { return nil }
    var parts = target.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true { parts.removeLast() }
    var path: [String] = []
    for part in parts {
      guard let decoded = percentDecoded(Substring(part)), !decoded.isEmpty, !decoded.hasPrefix("."),
        !decoded.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 == 0 })
      else { return nil }
      path.append(decoded)
    }
    return path.joined(separator: "/")
  }

  private func percentDecoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(Substring(rest.prefix(2)), radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Whether a list of entity tags holds one, by the weak comparison that If-None-Match asks for (section 13.1.2).
  private func matches(_ list: String, _ tag: String) -> Bool {
    list.split(separator: ",").contains { part in
      let part = part.drop { $0 == " " }.prefix { $0 != " " }
      return part == "*" || part == tag || part == "W/" + tag
    }
  }
}

/// A `Range` header, held against the size of a file (RFC 9110, section 14.2). What is not one range of bytes is
/// ignored, as the standard allows.
enum ByteRange: Equatable {
  case all
  case part(first: Int, last: Int)
  case unsatisfiable

  init(_ header: String, size: Int) {
    guard header.hasPrefix("bytes=") else {
      self = .all
      return
    }
    let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    func number(_ text: Substring) -> Int? {
      text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
    guard ends.count == 2 else {
      self = .all
      return
    }
    if ends[0].isEmpty, let length = number(ends[1]) {
      self = length == 0 || size == 0 ? .unsatisfiable : .part(first: max(0, size - length), last: size - 1)
    } else if let first = number(ends[0]), ends[1].isEmpty {
      self = first < size ? .part(first: first, last: size - 1) : .unsatisfiable
    } else if let first = number(ends[0]), let last = number(ends[1]), first <= last {
      self = first < size ? .part(first: first, last: min(last, size - 1)) : .unsatisfiable
    } else {
      self = .all
    }
  }
}
