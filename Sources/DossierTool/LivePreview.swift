internal import Dossier
internal import DossierFiles
internal import DossierJSON
internal import DossierModel
internal import DossierPreview
internal import Synchronization

/// A briefing that follows its files, and what a server shows of it.
final class LivePreview: Sendable {
  let briefing: LiveBriefing
  private let state: State
  private let options: ServeOptions

  /// What is shown now.
  private final class State: Sendable {
    let site = Mutex<LiveSite?>(nil)
    let server = Mutex<PreviewServer?>(nil)
    let told = Mutex<[Diagnostic]>([])
  }

  /// How many problems a page shows; the terminal has all.
  private static let mostProblems = 20
  /// How often connections are looked after, in milliseconds.
  private static let beat = 15_000

  init(_ options: ServeOptions, console: Console) {
    self.options = options
    let state = State()
    self.state = state
    briefing = LiveBriefing(options.build, news: { console.tell($0) }) { update in
      state.site.withLock { $0 = update.site }
      state.server.withLock { $0 }?.tellNews()
      let before = state.told.withLock { $0 }
      if update.isComplete { state.told.withLock { $0 = update.site.diagnostics } }
      console.tell(update, after: before)
    }
  }

  /// Tells a server of all that comes.
  func follow(_ server: PreviewServer) { state.server.withLock { $0 = server } }

  /// Begins to watch the files, and returns their changes, and what ends when the user wants to stop.
  func changes() -> (news: AsyncStream<FolderWatch.News>, untilStopped: AsyncStream<Never>) {
    let (stream, continuation) = AsyncStream.makeStream(of: FolderWatch.News.self)
    let (untilStopped, stopping) = AsyncStream.makeStream(of: Never.self)
    let (folders, output, polls) = (briefing.folders, options.build.output, options.polls)
    let stop = StopSignal.descriptor()
    let isStarted = DetachedThread.start {
      var watch = FolderWatch(folders, excluding: output, isPolling: polls)
      // What was written between the first reading and now, nobody tells of.
      continuation.yield(.everything)
      while true {
        let news = watch.next(wake: stop, milliseconds: LivePreview.beat)
        if news == .woken { break }
        continuation.yield(news)
      }
      continuation.finish()
      stopping.finish()
    }
    if !isStarted {
      continuation.finish()
      stopping.finish()
    }
    return (stream, untilStopped)
  }

  /// What the server shows.
  var content: LiveContent {
    let (state, folder) = (state, options.build.folder)
    @Sendable func site() -> LiveSite? { state.site.withLock { $0 } }
    let session = String(UInt64.random(in: 0 ... .max), radix: 36)
    var content = LiveContent(
      basePath: options.basePath,
      file: { path in
        guard let site = site() else { return nil }
        if let bytes = site.file(path) { return bytes }
        return site.hasPages || path != "index.html" ? nil : LivePreview.emptyPage
      },
      notFound: { site()?.notFound ?? LivePreview.emptyPage },
      news: { page, tag in
        // Before the first build a page that is there already stays as it is.
        guard let site = site() else { return "{\"isBuilding\":true}" }
        let shown = site.file(page) ?? site.notFound ?? LivePreview.emptyPage
        return LivePreview.news(
          site.diagnostics, isOther: PreviewServer.tag(of: shown) != tag, session: session)
      })
    // Who can only look at the site from elsewhere must not write to the author's files.
    if options.isLocal {
      content.answer = { question in
        guard let site = site() else { return PreviewAnswer(404, json: "{}") }
        return LivePreview.answer(question, LiveReview(site, folder: folder))
      }
    }
    return content
  }

  /// What is shown while there is no site: the problems come over it.
  private static let emptyPage = Array(
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Nothing to show yet</title></head><body><main><p>There is nothing to show yet.</p></main></body></html>\n"
      .utf8)

  private static func news(_ diagnostics: [Diagnostic], isOther: Bool, session: String) -> String {
    let serious = diagnostics.filter { $0.severity > .note }.sorted { $0.severity > $1.severity }
    let texts = serious.prefix(mostProblems).map { JSONText.string($0.description) }.joined(separator: ",")
    let (errors, more) = (serious.count { $0.severity == .error }, max(0, serious.count - mostProblems))
    return
      "{\"reload\":\(isOther),\"session\":\"\(session)\",\"errors\":\(errors),\"warnings\":\(serious.count - errors),"
      + "\"more\":\(more),\"problems\":[\(texts)]}"
  }

  private static func answer(_ question: PreviewQuestion, _ review: LiveReview) -> PreviewAnswer {
    switch question.name {
    case "mention" where !question.isAction:
      guard let json = review.question(page: question.page, id: question.id) else {
        return PreviewAnswer(404, json: "{}")
      }
      return PreviewAnswer(200, json: json)
    case "names" where !question.isAction:
      return PreviewAnswer(200, json: review.names(beginningWith: question.text))
    case "decide" where question.isAction:
      do throws(Diagnostic) {
        let name = String(decoding: question.body, as: UTF8.self)
        guard
          let json = try review.decide(page: question.page, id: question.id, key: question.text, name: name)
        else {
          return PreviewAnswer(404, json: "{\"problem\":\"the page has changed meanwhile; try again\"}")
        }
        return PreviewAnswer(200, json: json)
      } catch {
        return PreviewAnswer(409, json: "{\"problem\":\(JSONText.string(error.description))}")
      }
    default: return PreviewAnswer(404, json: "{}")
    }
  }
}

extension Console {
  /// Tells of a change of a live site: what was not wrong before, what is no more, and how long it took.
  fileprivate func tell(_ update: LiveBriefing.Update, after before: [Diagnostic]) {
    guard update.isComplete else { return }
    let known = Set(before)
    tell(update.site.diagnostics.filter { !known.contains($0) })
    let isMended =
      before.contains { $0.severity == .error }
      && !update.site.diagnostics.contains { $0.severity == .error }
    tell(
      change: update.files, shownAfter: update.shownAfter, milliseconds: update.milliseconds,
      isMended: isMended)
  }
}
