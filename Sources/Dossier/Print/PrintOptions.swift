public import DossierModel
public import DossierPrint

/// What is printed, on what, and by which program.
public struct PrintOptions: Sendable {
  /// The file of the PDF; without it, one in the current folder that is named after what is printed.
  public var output: String?
  /// What is printed, each by its name; empty for the whole briefing.
  public var only: [String] = []
  /// The size of the sheets.
  public var paper = Paper.a4
  /// The engine; without it, the first that is installed.
  public var engine: PrintEngine?

  /// A size of sheets.
  public enum Paper: String, CaseIterable, Sendable { case a4, letter }

  /// Creates the default options.
  public init() {}
}

/// What came of printing.
public struct PrintReport: Sendable {
  /// The file, where it was written.
  public var file: String?
  /// The engine that printed it.
  public var engine: PrintEngine?
  /// How many sheets it has.
  public var sheets = 0
  /// How often it was printed until no number moved.
  public var rounds = 0
  /// What the author should know.
  public var diagnostics: [Diagnostic] = []
}
