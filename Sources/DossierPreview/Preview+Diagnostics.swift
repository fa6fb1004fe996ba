internal import DossierModel

extension Diagnostic {
  static func noSite(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, id: "preview.no-site", at: SourceLocation(path: folder), "there is no such folder to serve",
      hint: "build the site first, or name another folder")
  }

  static func badHost(_ host: String) -> Diagnostic {
    Diagnostic(
      .error, id: "preview.bad-host", "'\(host)' is no address of this machine",
      hint: "write it in numbers: 127.0.0.1")
  }

  static func portBusy(_ port: UInt16) -> Diagnostic {
    Diagnostic(
      .error, id: "preview.port-busy", "the port \(port) is in use", hint: "name another one with --port")
  }

  static func cannotListen(_ address: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "preview.cannot-listen", "can't listen on \(address): \(reason)",
      hint: "name another port with --port")
  }
}
