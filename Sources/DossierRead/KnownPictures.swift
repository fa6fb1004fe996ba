internal import DossierFiles
internal import DossierModel
internal import Synchronization

/// What is known of pictures from one resolution to the next, as long as their files do not change: so a folder that is
/// followed while it is written in is not read anew with each change.
public final class KnownPictures: Sendable {
  struct Answer: Sendable {
    var picture: BriefingPicture
    var destination: NoteReference.Destination
  }

  private let answers = Mutex<[String: (stamp: FileStamp, answer: Answer)]>([:])

  /// Creates what knows nothing.
  public init() {}

  /// Returns what is known of a file.
  func answer(_ file: SeedFile, _ stamp: FileStamp?) -> Answer? {
    answers.withLock { answers in
      guard let stamp, let known = answers[file.location], known.stamp == stamp else { return nil }
      return known.answer
    }
  }

  /// Keeps what was read of a file.
  func keep(_ answer: Answer, of file: SeedFile, _ stamp: FileStamp?) {
    guard let stamp else { return }
    answers.withLock { $0[file.location] = (stamp, answer) }
  }
}
