internal import Dossier
internal import DossierFiles
internal import DossierModel
internal import DossierPreview

extension Program {
  /// Serves a site until the user stops it. A folder that is not a site is built first.
  func serve(_ folder: String, port: UInt16?) async -> Int32 {
    var site = folder
    if Files.status(folder + "/.dossier-manifest") == nil {
      var options = BuildOptions()
      options.folder = folder
      options.jobs = surroundings.cores
      site = options.output
      // Errors in some documents are shown, and the others' site is served all the same.
      guard await build(options, OutputStyle()).isWritten else { return Program.contentError }
    }
    do throws(Diagnostic) {
      let server = try Program.firstFree(port) { port throws(Diagnostic) in
        try PreviewServer(folder: site, port: port)
      }
      if port == nil, server.port != ArgumentReader.ports.lowerBound {
        surroundings.messages(
          "port \(ArgumentReader.ports.lowerBound) is in use, so \(server.port) is taken\n")
      }
      surroundings.messages("serving \(TerminalText.safe(site)) to this computer only; Ctrl-C stops\n")
      surroundings.output("http://127.0.0.1:\(server.port)/\n")
      StopSignal.wait()
      server.stop()
      return Program.success
    } catch {
      Console(OutputStyle(), surroundings).tell(error)
      return Program.contentError
    }
  }

  /// Returns what `start` gives for `port`; without one, for the first of the usual ports that is free.
  static func firstFree<Server>(
    _ port: UInt16?, start: (UInt16) throws(Diagnostic) -> Server
  ) throws(Diagnostic) -> Server {
    if let port { return try start(port) }
    for port in ArgumentReader.ports {
      do throws(Diagnostic) {
        return try start(port)
      } catch {
        guard error.id == "preview.port-busy" else { throw error }
      }
    }
    throw .noFreePort(ArgumentReader.ports)
  }
}
