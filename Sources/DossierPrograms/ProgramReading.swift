internal import CProgramRun

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A program that runs, while its output is read.
struct ProgramReading {
  private let run: program_run
  private let name: String
  private let limits: Program.Limits
  private let deadline: ContinuousClock.Instant
  private var output: [UInt8] = []
  private var errors: [UInt8] = []
  private var open: [Int32]

  /// So much of what a program complains of is kept.
  private static let mostErrors = 4_096

  init(_ run: program_run, of program: Program, _ limits: Program.Limits) {
    self.run = run
    name = program.path.split(separator: "/").last.map(String.init) ?? program.path
    self.limits = limits
    deadline = .now + .seconds(limits.seconds)
    open = [run.output, run.errors]
  }

  /// Reads to the end, or to a limit.
  mutating func result() throws(Program.Failure) -> Program.Output {
    var failure: Program.Failure?
    do throws(Program.Failure) {
      try read()
    } catch {
      failure = error
    }
    for descriptor in open { close(descriptor) }
    let status = end(isKilled: failure != nil)
    if let failure { throw failure }
    guard let status else { throw .tooSlow(seconds: limits.seconds) }
    guard status == 0 else { throw .failed(reason(status)) }
    return Program.Output(text: output, complaints: errors)
  }

  private mutating func read() throws(Program.Failure) {
    while !open.isEmpty {
      let left = deadline - .now
      guard left > .zero else { throw .tooSlow(seconds: limits.seconds) }
      var waiting = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      // Never longer than a second, so that the clock is looked at.
      poll(&waiting, nfds_t(waiting.count), left > .seconds(1) ? 1_000 : 50)
      for entry in waiting where entry.revents != 0 { try take(from: entry.fd) }
    }
  }

  private mutating func take(from descriptor: Int32) throws(Program.Failure) {
    // `read` fills at most the piece, and says how much.
    let piece = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 65_536) { piece -> [UInt8]? in
      let got = systemRead(descriptor, piece.baseAddress, piece.count)
      if got < 0 { return errno == EAGAIN || errno == EINTR ? [] : nil }
      return got == 0 ? nil : Array(piece[..<got])
    }
    guard let piece else {
      open.removeAll { $0 == descriptor }
      close(descriptor)
      return
    }
    if descriptor == run.errors {
      errors += piece.prefix(ProgramReading.mostErrors - errors.count)
    } else {
      guard output.count + piece.count <= limits.output else { throw .tooMuch(bytes: limits.output) }
      output += piece
    }
  }

  /// Waits for the program's end and returns its status, or nothing where it had to be killed. What else it has started is
  /// killed in any case.
  private func end(isKilled: Bool) -> Int32? {
    var isKilled = isKilled
    var status: Int32 = 0
    if isKilled { kill(-run.process, SIGKILL) }
    while true {
      let ended = waitpid(run.process, &status, isKilled ? 0 : WNOHANG)
      if ended == run.process { break }
      if ended < 0, errno != EINTR { break }
      guard !isKilled else { continue }
      if .now > deadline {
        isKilled = true
        kill(-run.process, SIGKILL)
      } else {
        // It has closed its output, so its end is near.
        usleep(2_000)
      }
    }
    kill(-run.process, SIGKILL)
    return isKilled ? nil : status
  }

  /// The first line of its complaints, or how it ended.
  private func reason(_ status: Int32) -> String {
    let text = String(decoding: errors, as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).first { $0.contains { !$0.isWhitespace } }
    // Many programs begin with their own name.
    if let line {
      return String((line.hasPrefix(name + ": ") ? line.dropFirst(name.count + 2) : line).prefix(200))
    }
    let signal = status & 0x7F
    return signal != 0 ? "it was ended by signal \(signal)" : "it ended with code \(status >> 8 & 0xFF)"
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
