import Synchronization

@testable import DossierTool

/// Surroundings that keep what is printed, with a clock that is set by hand.
final class Recorder: Sendable {
  private let texts = Mutex((output: "", messages: ""))
  private let time = Mutex(Duration.zero)

  /// What was printed on standard output.
  var output: String { texts.withLock { $0.output } }

  /// What was printed on standard error.
  var messages: String { texts.withLock { $0.messages } }

  func advance(by duration: Duration) { time.withLock { $0 += duration } }

  func surroundings(hasCursor: Bool = false, hasColours: Bool = false) -> Surroundings {
    Surroundings(
      output: { text in self.texts.withLock { $0.output += text } },
      bytes: { bytes in self.texts.withLock { $0.output += String(decoding: bytes, as: UTF8.self) } },
      messages: { text in self.texts.withLock { $0.messages += text } },
      hasCursor: hasCursor, hasColours: hasColours, cores: 4,
      now: { self.time.withLock { $0 } })
  }
}
