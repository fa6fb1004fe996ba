/// What is known of an address of the web after it was asked.
public struct WebAnswer: Hashable, Sendable {
  /// What was answered.
  public var state: State
  /// Where the page is for good, if that is elsewhere.
  public var moved: String?

  /// What was answered.
  public enum State: Hashable, Sendable {
    /// There is a page.
    case good
    /// There is none, for the reason given: "404".
    case dead(String)
    /// There may be one: the host did not say, for the reason given.
    case unsure(String)
    /// There is no such host, or no network.
    case noHost
    /// It is an address of this computer or a local network, and was not asked.
    case local
  }

  /// Creates an answer.
  public init(_ state: State, moved: String? = nil) {
    self.state = state
    self.moved = moved
  }
}

/// How pages are asked for.
public struct WebManners: Sendable {
  /// How many hosts are asked at once.
  public var hosts = 8
  /// The time between two requests to a host.
  public var pause = Duration.milliseconds(500)
  /// The longest time that one request may take.
  public var patience = Duration.seconds(20)
  /// The longest time that a host may ask to be left alone; what takes longer is not found out.
  public var longestWait = Duration.seconds(30)
  /// How many times a page may lead on to another.
  public var redirections = 5
  /// Whether addresses of this computer and of local networks are asked.
  public var asksLocal = false
  /// What hosts are told who asks: "Dossier/1.0".
  public var name: String

  /// Creates manners with a name.
  public init(name: String) { self.name = name }
}
