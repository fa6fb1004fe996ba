internal import Dossier
internal import DossierModel

/// What the command line asks for.
enum Command: Sendable {
  case build(BuildOptions, OutputStyle)
  /// A build whose options say `isCheck`.
  case check(BuildOptions, OutputStyle)
  /// Prints a briefing.
  case print(BuildOptions, PrintOptions, OutputStyle)
  /// Tells what has changed from one site to another.
  case changes(old: String, new: String, isJSON: Bool)
  /// Tells whether a site or a PDF is the edition that it names.
  case verify(String, against: String?)
  /// Serves a briefing or a built site.
  case serve(ServeOptions)
  /// Lists decisions.
  case review(BuildOptions, ReviewStyle)
  /// Explains a place or a name; without a folder in the options, the one that the target is in.
  case explain(BuildOptions, target: String, folder: String?, isJSON: Bool)
  /// Finds the names and dates of texts.
  case annotate(AnnotateOptions)
  /// Makes a briefing to begin with.
  case new(folder: String)
  /// Tells of templates, or copies them.
  case templates(TemplatesOptions)
  /// Prints a shell's completions.
  case completions(Shell)
  /// Prints the manual page.
  case man
  /// Shows the help of a command, or the overview.
  case help(CommandName?)
  case version
}

/// What `dossier review` prints and does.
struct ReviewStyle: Equatable, Sendable {
  var isJSON = false
  /// Whether every question is printed.
  var printsAll = false
  /// Whether the answers that are very likely right are written.
  var writes = false
}

/// What `dossier templates` tells of and does.
struct TemplatesOptions: Equatable, Sendable {
  /// The templates by their names; all where there is none.
  var names: [String] = []
  /// The folder to copy to, where they are to be copied.
  var copyFolder: String?
  var isJSON = false
}

/// How much is printed, and in what form.
struct OutputStyle: Equatable, Sendable {
  /// How much is printed on standard error.
  var verbosity = Verbosity.normal
  /// What is printed on standard output.
  var format = Format.text

  /// A form of the report.
  enum Format: String, CaseIterable, Sendable {
    /// Nothing: the messages on standard error are for people.
    case text
    case json
    /// Workflow commands of GitHub Actions.
    case github
    case sarif
  }

  /// How much is printed on standard error.
  enum Verbosity: Sendable {
    /// Errors and warnings.
    case quiet
    /// Stages, progress, notes too, and the last line.
    case normal
    /// Processor time and memory too, and every message however many are alike.
    case verbose
  }
}

/// A command line that cannot be followed.
struct UsageError: Error, Equatable {
  /// What is wrong.
  var diagnostic: Diagnostic
  /// The command whose usage is shown, where one was named.
  var command: CommandName?
}
