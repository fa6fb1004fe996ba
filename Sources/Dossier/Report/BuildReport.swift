internal import DossierJSON
public import DossierModel

/// What a build did, and how long it took.
public struct BuildReport: Sendable {
  /// The stages in order, as far as the build came.
  public var stages: [Stage] = []
  /// Everything the author should know, in the order of files.
  public var diagnostics: [Diagnostic] = []
  /// Whether the site was written.
  public var isWritten = false
  /// How many documents the site has.
  public var documents = 0
  /// How many entities.
  public var entities = 0
  /// How many mentions.
  public var mentions = 0
  /// How many possible names are scored too low to be mentions.
  public var suggestions = 0
  /// How many files the site has.
  public var files = 0
  /// How many of them are new or changed.
  public var written = 0
  /// How many old ones were removed.
  public var removed = 0

  /// One stage of the build.
  public struct Stage: Sendable {
    /// Its name: "read".
    public var name: String
    /// How many things it handled.
    public var count: Int
    /// What they are, in the plural: "documents".
    public var unit: String
    /// The wall time in milliseconds.
    public var milliseconds: Double
    /// The processor time of all threads, in milliseconds.
    public var processorMilliseconds: Double
    /// The most memory that the process has held so far, in bytes.
    public var peakMemory: Int

    /// Creates the record of a stage.
    public init(
      name: String, count: Int, unit: String, milliseconds: Double, processorMilliseconds: Double,
      peakMemory: Int
    ) {
      self.name = name
      self.count = count
      self.unit = unit
      self.milliseconds = milliseconds
      self.processorMilliseconds = processorMilliseconds
      self.peakMemory = peakMemory
    }
  }

  /// Creates an empty report.
  public init() {}

  /// Returns how many diagnostics have the given severity.
  public func count(of severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The report as one JSON object in one line: counts, for each stage its milliseconds, processor milliseconds and peak
  /// memory in bytes, and every message.
  ///
  /// A message has "severity" (error, warning or note), "id", "message" and, where there is one, "hint"; where it has a
  /// place also "path", and of that "line", "column" and "length", which count from 1 and in characters.
  public var json: String {
    func number(_ value: Double) -> String {
      // Three digits are enough for milliseconds; written from whole numbers, so that no locale has a say.
      let thousandths = Int((value * 1000).rounded())
      let fraction = String(thousandths % 1000)
      return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
    }
    let stages = stages.map { stage in
      "{\"name\":\(JSONText.string(stage.name)),\"count\":\(stage.count),\"unit\":\(JSONText.string(stage.unit)),"
        + "\"milliseconds\":\(number(stage.milliseconds)),"
        + "\"processorMilliseconds\":\(number(stage.processorMilliseconds)),\"peakMemory\":\(stage.peakMemory)}"
    }
    return "{\"written\":\(isWritten),\"documents\":\(documents),\"entities\":\(entities),"
      + "\"mentions\":\(mentions),\"suggestions\":\(suggestions),\"files\":\(files),\"changed\":\(written),\"removed\":\(removed),"
      + "\"errors\":\(count(of: .error)),\"warnings\":\(count(of: .warning)),\"notes\":\(count(of: .note)),"
      + "\"stages\":[\(stages.joined(separator: ","))],"
      + "\"diagnostics\":[\(diagnostics.map(\.json).joined(separator: ","))]}"
  }
}

extension Diagnostic {
  /// The message as a JSON object.
  fileprivate var json: String {
    var json = "{\"severity\":\"\(severity.word)\",\"id\":\(JSONText.string(id))"
    if let location {
      json += ",\"path\":" + JSONText.string(location.path)
      if location.line > 0 { json += ",\"line\":\(location.line)" }
      if location.column > 0 { json += ",\"column\":\(location.column),\"length\":\(location.length)" }
    }
    json += ",\"message\":" + JSONText.string(message)
    if let hint { json += ",\"hint\":" + JSONText.string(hint) }
    return json + "}"
  }
}
