internal import DossierFiles
internal import DossierModel

/// Decides what each request gets: a function of the request and the folder (RFC 9110). It never gives a file outside
/// the folder, a hidden one, or anything to a host name that is not this machine's.
struct StaticFiles: Sendable {
  /// The folder, absolute and without links.
  let root: String
  let hosts: OwnHosts

  /// Returns the answer to a request.
  ///
  /// - Complexity: O(length of the path) calls of the system; no file is read.
  func response(to request: FileRequest) -> FileResponse {
    if let refusal = FileResponse.refusal(of: request, hosts: hosts) { return refusal }
    guard let parts = StaticFiles.parts(of: request.path) else { return notFound() }
    var path = root + parts.map { "/" + $0 }.joined()
    let isFolderAddress = request.path.hasSuffix("/")
    if Files.status(path)?.kind == .folder {
      if !isFolderAddress { return StaticFiles.redirect(to: parts.last ?? "") }
      path += "/index.html"
    } else if isFolderAddress {
      return notFound()
    }
    // Links are followed, and where they lead is what counts.
    guard let real = Files.realPath(path), isVisible(real), let status = Files.status(real),
      status.kind == .file
    else { return notFound() }
    return serve(real, status, request)
  }

  /// The strong entity tag of a file: another one whenever another file stands there, or it was written to.
  static func tag(of status: FileStatus) -> String {
    let numbers = [
      UInt64(bitPattern: Int64(status.size)), UInt64(bitPattern: status.modified), status.identity.inode,
    ]
    return "\"" + numbers.map { String($0, radix: 36) }.joined(separator: "-") + "\""
  }

  private func serve(_ file: String, _ status: FileStatus, _ request: FileRequest) -> FileResponse {
    let tag = StaticFiles.tag(of: status)
    return FileResponse.found(request, size: status.size, tag: tag, type: MediaType.of(file)) {
      .file(path: file, offset: $0, count: $1, tag: tag)
    }
  }

  /// Links on a folder's page are relative to the folder, so the browser must see its address end in "/".
  static func redirect(to folder: String) -> FileResponse {
    var response = FileResponse.plain(301, "")
    // "./" keeps a name with a ":" from being read as a scheme.
    response.headers["Location"] = "./" + percentEncoded(folder) + "/"
    return response
  }

  /// The site's own page for what is not there.
  private func notFound() -> FileResponse {
    let file = root + "/404.html"
    guard let status = Files.status(file, followLinks: false), status.kind == .file else {
      return FileResponse.plain(404, "there is no such page\n")
    }
    let tag = StaticFiles.tag(of: status)
    var response = FileResponse(status: 404, body: .file(path: file, offset: 0, count: status.size, tag: tag))
    response.headers["Content-Type"] = MediaType.of(file)
    return response
  }

  /// Whether a path without links lies in the folder, and no part of it below the folder is hidden.
  private func isVisible(_ path: String) -> Bool {
    let folder = root.utf8.last == UInt8(ascii: "/") ? root : root + "/"
    guard path.utf8.starts(with: folder.utf8) else { return false }
    return !path.utf8.dropFirst(folder.utf8.count).split(separator: UInt8(ascii: "/")).contains {
      $0.first == UInt8(ascii: ".")
    }
  }

  /// Returns the parts of a request's path, decoded, or nothing where one is empty, hidden, no UTF-8, or could lead
  /// elsewhere on some system: with a slash, a backslash or a control character in it.
  static func parts(of path: String) -> [String]? {
    let utf8 = path.utf8
    guard utf8.first == UInt8(ascii: "/") else { return nil }
    var parts = utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true { parts.removeLast() }
    var decoded: [String] = []
    for part in parts {
      guard let bytes = percentDecoded(Array(part)[...], isStrict: true), let first = bytes.first,
        first != UInt8(ascii: "."),
        !bytes.contains(where: { $0 < 32 || $0 == 127 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        ),
        let text = String(validating: bytes, as: UTF8.self)
      else { return nil }
      decoded.append(text)
    }
    return decoded
  }
}
