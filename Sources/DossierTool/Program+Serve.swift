internal import Dossier
internal import DossierFiles
internal import DossierModel
internal import DossierPreview

/// Where and how a preview is served.
struct ServeOptions: Sendable {
  /// What is built.
  var build = BuildOptions()
  /// The port; nothing for the first free one of the usual ones.
  var port: UInt16?
  /// The address to listen on.
  var host = "127.0.0.1"
  /// The path under which the site stands, with a slash at both ends.
  var basePath = "/"
  /// Whether the page is opened in a browser.
  var opens = false
  /// Whether files are looked at for changes, rather than the system telling of them.
  var polls = false

  /// Whether nobody but who sits at this computer can reach the server.
  var isLocal: Bool { host == "localhost" || host.hasPrefix("127.") }
}

extension Program {
  /// Serves a briefing that follows its files, or a built site as it is, until the user stops it.
  func serve(_ options: ServeOptions) async -> Int32 {
    do throws(Diagnostic) {
      if Files.status(options.build.folder + "/.dossier-manifest") != nil {
        return try await serveFolder(options)
      }
      return try await serveLive(options)
    } catch {
      Console(OutputStyle(), surroundings).tell(error)
      return Program.contentError
    }
  }

  private func serveFolder(_ options: ServeOptions) async throws(Diagnostic) -> Int32 {
    let folder = options.build.folder
    let server = try Program.firstFree(options.port) { port throws(Diagnostic) in
      try PreviewServer(folder: folder, host: options.host, port: port)
    }
    tell(server, options, what: folder)
    await StopSignal.wait()
    server.stop()
    return Program.success
  }

  private func serveLive(_ options: ServeOptions) async throws(Diagnostic) -> Int32 {
    guard Files.status(options.build.folder)?.kind == .folder else {
      throw .noFolderToServe(options.build.folder)
    }
    // The watch begins before the files are read, so that no change falls between the two.
    let preview = LivePreview(options, console: Console(OutputStyle(), surroundings))
    let changes = preview.changes()
    // A port that is taken is told before the first build, which may take long.
    let server = try Program.firstFree(options.port) { port throws(Diagnostic) in
      try PreviewServer(preview.content, host: options.host, port: port)
    }
    preview.follow(server)
    await preview.briefing.start()
    // Until here a signal ends the process, which has nothing to bring to an end.
    StopSignal.heed()
    tell(server, options, what: options.build.folder)
    // Who wants to stop does not wait for what is being read.
    let following = Task {
      for await news in changes.news {
        switch news {
        case .files(let paths): await preview.briefing.change(paths)
        case .everything: await preview.briefing.change(nil)
        case .nothing, .woken: break
        }
        server.beat()
      }
    }
    for await _ in changes.untilStopped {}
    following.cancel()
    server.stop()
    return Program.success
  }

  /// Says where the site is.
  private func tell(_ server: PreviewServer, _ options: ServeOptions, what: String) {
    if options.port == nil, server.port != ArgumentReader.ports.lowerBound {
      surroundings.messages("port \(ArgumentReader.ports.lowerBound) is in use, so \(server.port) is taken\n")
    }
    if !options.isLocal { Console(OutputStyle(), surroundings).tell(.servedToOthers(options.host)) }
    let whom = options.isLocal ? "this computer only" : "the network"
    surroundings.messages("serving \(TerminalText.safe(what)) to \(whom); Ctrl-C stops\n")
    let name = options.host == "0.0.0.0" ? "127.0.0.1" : options.host
    let address = "http://\(name):\(server.port)\(options.basePath)"
    surroundings.output(address + "\n")
    if options.opens, !surroundings.open(address) {
      Console(OutputStyle(), surroundings).tell(.noBrowser(address))
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
