internal import DossierModel
internal import DossierRender
internal import Synchronization

extension BriefingBuild {
  /// Tells what the proof has found: the first of it at its places.
  func tell(_ log: LeakLog, _ diagnostics: inout [Diagnostic]) -> Diagnostic? {
    let leaks = log.leaks
    guard !leaks.isEmpty else { return nil }
    diagnostics += leaks.prefix(20).map {
      .leak($0, folder: options.folder, output: options.output)
    }
    return .leaks(leaks.count, options.clearance ?? "")
  }

  /// Renders everything once more and looks for what the edition must not say, without writing anything.
  func prove(
    _ proof: LeakProof, _ site: Site, _ assets: HashedAssets, _ report: inout BuildReport, _ clock: StageClock
  ) async {
    let (start, keys, log) = (clock.start(), site.pages, LeakLog())
    _ = await parallelMap(keys.count, jobs: options.jobs, progress: { _ in }) { index, buffer in
      site.render(keys[index], into: &buffer)
      return log.look(proof, at: site.path(of: keys[index]), buffer)
    }
    for file in assets.files { _ = log.look(proof, at: file.path, file.bytes) }
    for picture in site.pictures {
      if let bytes = try? read(picture) { _ = log.look(proof, at: picture.path, bytes) }
    }
    site.hostingFiles { _ = log.look(proof, at: $0.path, $0.bytes) }
    if let failure = tell(log, &report.diagnostics) { report.diagnostics.append(failure) }
    clock.finish("prove", proof.count, "words and sentences looked for", since: start, &report)
  }
}

/// What the proof has found, by whichever thread.
final class LeakLog: Sendable {
  private let found = Mutex<[LeakProof.Leak]>([])

  /// Looks into a file, and returns whether it may be published.
  func look(_ proof: LeakProof, at path: String, _ bytes: [UInt8]) -> Bool {
    let leaks = proof.leaks(in: path, bytes)
    if !leaks.isEmpty { found.withLock { $0 += leaks } }
    return leaks.isEmpty
  }

  /// All findings, in the order of the files.
  var leaks: [LeakProof.Leak] {
    found.withLock { $0 }.sorted { ($0.path, $0.line ?? 0, $0.words) < ($1.path, $1.line ?? 0, $1.words) }
  }
}
