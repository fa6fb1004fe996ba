import DossierFiles
import Foundation

@testable import DossierPreview

/// A small site for one test, beside a file that must not be served; removed at the end.
final class ServedFolder {
  let path: String

  init() throws {
    let path = NSTemporaryDirectory() + "dossier-preview-" + UUID().uuidString
    try Files.createFolder(path)
    self.path = Files.realPath(path) ?? path
    try put("secret.txt", "secret")
    try put("site/index.html", "home")
    try put("site/404.html", "not here")
    try put("site/digits.txt", "0123456789")
    try put("site/empty.css", "")
    try put("site/people/index.html", "people")
    try put("site/people/a & b é.html", "a & b")
    try put("site/a:b/index.html", "colon")
    try put("site/bare/x.txt", "x")
    try put("site/.hidden", "hidden")
    try put("site/.git/config", "hidden")
    try link("site/out.txt", to: "../secret.txt")
    try link("site/up", to: "..")
    try link("site/in.txt", to: "digits.txt")
    try link("site/shown.txt", to: ".hidden")
    try link("site/broken.txt", to: "nothing")
    try link("site/loop", to: "loop")
  }

  deinit { try? Files.removeTree(path) }

  var site: String { path + "/site" }
  var files: StaticFiles { StaticFiles(root: site, hosts: OwnHosts(host: "127.0.0.1", port: 8000)) }

  func put(_ name: String, _ text: String) throws {
    let file = path + "/" + name
    try Files.createFolder(String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]))
    try Files.write(Array(text.utf8), to: file)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  func get(_ path: String, _ change: (inout FileRequest) -> Void = { _ in }) -> FileResponse {
    var request = FileRequest(method: "GET", path: path, host: "localhost:8000")
    change(&request)
    return files.response(to: request)
  }

  /// What the body of a response is.
  func text(_ response: FileResponse) throws -> String {
    switch response.body {
    case .text(let text): return text
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .events(let page, let tag): return "events of \(page) \(tag)"
    case .file(let path, let offset, let count, _):
      return String(decoding: try Files.read(path)[offset..<(offset + count)], as: UTF8.self)
    }
  }
}
