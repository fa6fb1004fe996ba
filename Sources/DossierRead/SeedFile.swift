/// A file to read, found by `SeedFolder`.
public struct SeedFile: Sendable, Hashable {
  /// The path in the folder, with "/" between its parts: "syria/statement.txt".
  public var path: String
  /// The path to open, and to show in messages: the folder, "/" and `path`.
  public var location: String

  /// Creates a file from its two paths.
  public init(path: String, location: String) {
    self.path = path
    self.location = location
  }
}
