internal import CPreviewScript
internal import DossierHash
internal import DossierModel

/// Decides what each request for a live site gets: a function of the request and of what the site is at that moment.
struct LiveFiles: Sendable {
  let content: LiveContent
  let hosts: OwnHosts
  /// What only pages of this server know.
  let token: String

  /// The folder of what the preview itself needs; no page of a site has such an address.
  static let ownFolder = "-"

  /// Returns the answer to a request.
  func response(to request: FileRequest) -> FileResponse {
    if let refusal = FileResponse.refusal(of: request, hosts: hosts, methods: ["GET", "HEAD", "POST"]) {
      return refusal
    }
    let isPost = request.method == "POST"
    guard request.path.hasPrefix(content.basePath) else {
      if isPost || request.path != "/" && request.path + "/" != content.basePath { return notFound() }
      var response = FileResponse.plain(302, "")
      response.headers["Location"] = content.basePath
      return response
    }
    let path = "/" + request.path.dropFirst(content.basePath.utf8.count)
    guard let parts = StaticFiles.parts(of: path) else { return notFound() }
    if parts.first == LiveFiles.ownFolder, parts.count == 2 { return own(parts[1], request) }
    if isPost { return FileResponse.refusal(of: request, hosts: hosts) ?? notFound() }
    let isFolder = path.hasSuffix("/")
    let file = (parts + (isFolder ? ["index.html"] : [])).joined(separator: "/")
    if let bytes = content.file(file) { return found(bytes, at: file, request) }
    if !isFolder, content.file(file + "/index.html") != nil {
      return StaticFiles.redirect(to: parts.last ?? "")
    }
    return notFound(file)
  }

  private func found(_ bytes: [UInt8], at path: String, _ request: FileRequest) -> FileResponse {
    let type = MediaType.of(path)
    let body = type.hasPrefix("text/html") ? marked(bytes, page: path) : bytes
    return FileResponse.found(request, size: body.count, tag: LiveFiles.tag(of: body), type: type) {
      .bytes(body[$0..<($0 + $1)])
    }
  }

  /// - Parameter path: What was asked for, of which the page is told when it comes.
  private func notFound(_ path: String = "404.html") -> FileResponse {
    var response = FileResponse(status: 404, body: .bytes(marked(content.notFound(), page: path)[...]))
    response.headers["Content-Type"] = MediaType.of("404.html")
    return response
  }

  /// The entity tag of some bytes.
  static func tag(of bytes: [UInt8]) -> String { "\"" + SHA256.hexDigits(of: bytes).prefix(16) + "\"" }

  /// Returns a page with the preview's script in it.
  private func marked(_ page: [UInt8], page path: String) -> [UInt8] {
    let attributes = [
      ("base", content.basePath), ("page", path), ("tag", LiveFiles.tag(of: page)),
      ("token", content.answer == nil ? "" : token),
    ]
    var script = Array("<script src=\"".utf8)
    HTML.escape(content.basePath + LiveFiles.ownFolder + "/preview.js", into: &script)
    script += "\"".utf8
    for (name, value) in attributes {
      script += " data-\(name)=\"".utf8
      HTML.escape(value, into: &script)
      script += "\"".utf8
    }
    script += " defer></script>\n".utf8
    // The last end of a body; what comes after it is short.
    let end = Array("</body>".utf8)
    var place = page.count - end.count
    while place >= 0, !page[place...].starts(with: end) { place -= 1 }
    var marked = page
    marked.insert(contentsOf: script, at: place < 0 ? page.count : place)
    return marked
  }

  // MARK: - The preview's own

  private func own(_ name: String, _ request: FileRequest) -> FileResponse {
    let isPost = request.method == "POST"
    switch name {
    case "preview.js" where !isPost:
      // The array is a constant of the program, of the size that the program says.
      let script = Array(
        UnsafeBufferPointer(start: dossier_preview_script(), count: dossier_preview_script_size()))
      return FileResponse.found(
        request, size: script.count, tag: LiveFiles.tag(of: script), type: MediaType.of(name)
      ) { .bytes(script[$0..<($0 + $1)]) }
    case "events" where !isPost:
      var response = FileResponse(
        status: 200, body: .events(page: request.values["page"] ?? "", tag: request.values["tag"] ?? ""))
      response.headers["Content-Type"] = "text/event-stream"
      response.headers["Cache-Control"] = "no-store"
      return response
    default:
      guard let answer = content.answer else { return notFound() }
      // Another site's page can make a browser ask, but can't know the token.
      guard request.token == token, isOwn(request.origin, host: request.host) else {
        return FileResponse.plain(403, "only pages of this preview may ask that\n")
      }
      let result = answer(
        PreviewQuestion(
          name: name, page: request.values["page"] ?? "", id: request.values["id"] ?? "",
          text: request.values["text"] ?? "", isAction: isPost, body: request.body))
      var response = FileResponse(status: result.status, body: .text(result.json))
      response.headers["Content-Type"] = MediaType.of("answer.json")
      response.headers["Cache-Control"] = "no-store"
      return response
    }
  }

  private func isOwn(_ origin: String?, host: String?) -> Bool {
    guard let origin else { return true }
    return origin == "http://" + (host ?? "")
  }
}
