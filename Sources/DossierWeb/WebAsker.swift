internal import CCurl

/// Asks whether pages of the web are there.
///
///     let answers = WebAsker.ask(["https://example.org/"], WebManners(name: "Dossier/1.0"))
///
/// A host is asked one thing at a time, with a pause between; a few hosts are asked at once. First only the head of a page
/// is asked for, and where that is refused the page, of which nothing is read.
public struct WebAsker {
  /// Returns the answers in the order of `addresses`, which have to begin with "http://" or "https://".
  ///
  /// - Parameter progress: Told how many answers there are.
  public static func ask(
    _ addresses: [String], _ manners: WebManners, progress: (Int) -> Void = { _ in }
  ) -> [WebAnswer] {
    guard !addresses.isEmpty else { return [] }
    var asker = WebAsker(addresses, manners)
    asker.run(progress)
    return asker.answers
  }

  /// A question, as far as it has come.
  private struct Question {
    var number: Int
    var address: String
    var isHead = true
    var redirections = 0
    /// Whether the way so far is one that has been for good at each step.
    var isForGood = true
    var moved: String?
    var hasWaited = false
  }

  private struct Host {
    var questions: [Question] = []
    var next = 0
    var isBusy = false
    var earliest: ContinuousClock.Instant

    var isDone: Bool { next == questions.count }
  }

  private let manners: WebManners
  private let clock = ContinuousClock()
  private var answers: [WebAnswer]
  private var answered = 0
  private var hosts: [Host] = []
  private var hostNumbers: [String: Int] = [:]
  /// The hosts that have questions and are not busy, in the order in which they came.
  private var waiting: [Int] = []
  private var running: [UnsafeMutableRawPointer: (transfer: Transfer, question: Question, host: Int)] = [:]

  private init(_ addresses: [String], _ manners: WebManners) {
    self.manners = manners
    answers = Array(repeating: WebAnswer(.unsure("not asked")), count: addresses.count)
    for (number, address) in addresses.enumerated() { add(Question(number: number, address: address)) }
  }

  private mutating func add(_ question: Question, after wait: Duration? = nil) {
    let name = WebAsker.host(of: question.address)
    let number = hostNumbers[name] ?? hosts.count
    if number == hosts.count {
      hosts.append(Host(earliest: clock.now))
      hostNumbers[name] = number
    }
    if let wait { hosts[number].earliest = max(hosts[number].earliest, clock.now + wait) }
    if hosts[number].isDone, !hosts[number].isBusy { waiting.append(number) }
    hosts[number].questions.append(question)
  }

  /// Scheme, host and port, as one is asked at a time.
  static func host(of address: String) -> String {
    let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count > 2 ? parts[2].prefix { !"/?#".contains($0) }.lowercased() : address
  }

  private mutating func run(_ progress: (Int) -> Void) {
    guard let transfers = curl_multi_init() else { return }
    defer { curl_multi_cleanup(transfers) }
    while answered < answers.count {
      start(on: transfers)
      var count: Int32 = 0
      curl_multi_perform(transfers, &count)
      var result = CURLE_OK
      while let handle = dossier_curl_next_ended(transfers, &result) {
        guard let (transfer, question, host) = running.removeValue(forKey: handle) else { continue }
        take(transfer, question, result)
        curl_multi_remove_handle(transfers, handle)
        transfer.end()
        leave(host)
        progress(answered)
      }
      // Looks again soon where a host is only waited for.
      if answered < answers.count { curl_multi_poll(transfers, nil, 0, waiting.isEmpty ? 1000 : 20, nil) }
    }
  }

  private mutating func start(on transfers: UnsafeMutableRawPointer) {
    var index = 0
    while running.count < manners.hosts, index < waiting.count {
      let host = waiting[index]
      guard hosts[host].earliest <= clock.now else {
        index += 1
        continue
      }
      waiting.remove(at: index)
      let question = hosts[host].questions[hosts[host].next]
      hosts[host].next += 1
      guard let transfer = Transfer(question.address, isHead: question.isHead, manners) else {
        answer(question, .unsure("no memory"))
        leave(host)
        continue
      }
      hosts[host].isBusy = true
      running[transfer.handle] = (transfer, question, host)
      curl_multi_add_handle(transfers, transfer.handle)
    }
  }

  /// Lets a host rest after a question.
  private mutating func leave(_ host: Int) {
    hosts[host].isBusy = false
    hosts[host].earliest = max(hosts[host].earliest, clock.now + manners.pause)
    if !hosts[host].isDone { waiting.append(host) }
  }

  private mutating func answer(_ question: Question, _ state: WebAnswer.State) {
    answers[question.number] = WebAnswer(state, moved: state == .good ? question.moved : nil)
    answered += 1
  }

  // MARK: - Answers

  private mutating func take(_ transfer: Transfer, _ question: Question, _ result: CURLcode) {
    let status = transfer.status
    // A page whose bytes are not wanted ends so.
    let isAnswered = result == CURLE_OK || result == CURLE_WRITE_ERROR && status > 0
    guard isAnswered else {
      if transfer.hasRefused { return answer(question, .local) }
      if question.isHead,
        ![CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_URL_MALFORMAT].contains(result)
      {
        return askInFull(question)
      }
      return answer(question, WebAsker.state(of: result, manners))
    }
    switch status {
    case 200..<300: answer(question, .good)
    case 301, 302, 303, 307, 308:
      follow(transfer.redirection, question, isForGood: status == 301 || status == 308)
    case 429, 503:
      let wait = Duration.seconds(transfer.retryAfter)
      guard !question.hasWaited, wait > .zero, wait <= manners.longestWait else {
        return answer(question, .unsure("it answers \(status)"))
      }
      var again = question
      again.hasWaited = true
      add(again, after: wait)
    case _ where question.isHead: askInFull(question)
    case 404, 410: answer(question, .dead(String(status)))
    default: answer(question, .unsure("it answers \(status)"))
    }
  }

  /// Some hosts refuse to tell of a page alone.
  private mutating func askInFull(_ question: Question) {
    var again = question
    again.isHead = false
    add(again)
  }

  private mutating func follow(_ address: String?, _ question: Question, isForGood: Bool) {
    guard let address, address.hasPrefix("http://") || address.hasPrefix("https://") else {
      return answer(question, .unsure("it leads on to no page of the web"))
    }
    guard question.redirections < manners.redirections else {
      return answer(question, .unsure("it leads on more than \(manners.redirections) times"))
    }
    var next = question
    next.address = address
    next.isHead = true
    next.redirections += 1
    next.isForGood = question.isForGood && isForGood
    if next.isForGood { next.moved = address }
    add(next)
  }

  private static func state(of result: CURLcode, _ manners: WebManners) -> WebAnswer.State {
    switch result {
    case CURLE_COULDNT_RESOLVE_HOST: .noHost
    case CURLE_COULDNT_CONNECT: .unsure("it can't be connected to")
    case CURLE_OPERATION_TIMEDOUT: .unsure("no answer in \(manners.patience.components.seconds) seconds")
    case CURLE_PEER_FAILED_VERIFICATION: .unsure("its certificate is not good")
    case CURLE_URL_MALFORMAT: .dead("it is not written as an address")
    // A constant of libcurl's.
    default: .unsure(String(cString: curl_easy_strerror(result)))
    }
  }
}
