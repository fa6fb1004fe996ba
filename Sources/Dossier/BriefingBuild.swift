/// The pipeline: read, annotate, link, render, write.
public struct BriefingBuild: Sendable {
  /// What to build.
  public var options: BuildOptions

  /// News of a running build.
  public enum Event: Sendable {
    /// How far a stage is.
    case progress(stage: String, done: Int, total: Int)
    /// A stage has ended.
    case finished(BuildReport.Stage)
  }

  /// Creates a build.
  public init(_ options: BuildOptions) { self.options = options }

  /// Runs the build. `news` may be called from any thread.
  public func run(news: @escaping @Sendable (Event) -> Void = { _ in }) async -> BuildReport { BuildReport() }
}
