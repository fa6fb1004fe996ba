/// A command of the program: the words by which the reader knows it and the help tells it.
enum CommandName: String, CaseIterable, Sendable {
  case build
  case check
  case serve
  case annotate
  case help

  /// What the command does, as the first line of its help.
  var summary: String {
    switch self {
    case .build: "Build the site of a folder of documents."
    case .check: "Find every problem in a folder of documents, and write nothing."
    case .serve: "Show a site in a browser on this computer, building it first where that is needed."
    case .annotate: "Find the names and dates of texts: JSON Lines in, JSON Lines out."
    case .help: "Show what a command does."
    }
  }

  /// The name of the one argument that is no option.
  var argument: String {
    switch self {
    case .build, .check: "FOLDER"
    case .serve: "FOLDER|SITE"
    case .annotate: "FILE"
    case .help: "COMMAND"
    }
  }

  /// Whether the argument may be given more than once.
  var takesManyArguments: Bool { self == .annotate }

  /// What the argument is.
  var argumentExplanation: String {
    switch self {
    case .build, .check: "the folder of documents (default: seeds)"
    case .serve: "the folder of documents, or a built site (default: seeds)"
    case .annotate: "JSON Lines (.jsonl) or one text (default: standard input)"
    case .help: "the command to tell about (default: all)"
    }
  }

  /// The options, in the order of the help.
  var options: [CommandOption] {
    switch self {
    case .build:
      [
        .output, .jobs, .recogniser, .cache, .noCache, .strict, .force, .templates, .printAll, .quiet,
        .verbose,
        .json, .help,
      ]
    case .check: [.recogniser, .cache, .templates, .strict, .quiet, .json, .help]
    case .serve: [.port, .help]
    case .annotate: [.link, .keepMentions, .recogniser, .offsets, .jobs, .help]
    case .help: [.help]
    }
  }

  /// What else is worth knowing, as the last lines of the help.
  var remarks: [String] {
    switch self {
    case .build:
      [
        "Progress and problems go to standard error; standard output has only what is",
        "asked for. A build that fails leaves the site as it was.",
        "Exit code: 0 built, 1 the documents have errors, 2 wrong command line.",
      ]
    case .check:
      ["Exit code: 0 nothing wrong, or warnings only; 1 errors; 2 wrong command line."]
    case .serve:
      [
        "A folder that Dossier wrote is served as it is; any other is built into 'site'",
        "first. The address is printed on standard output. Ctrl-C stops.",
      ]
    case .annotate:
      [
        "A line is {\"id\": …, \"text\": \"…\"}, with \"date\" if that is known. Its answer is",
        "{\"id\": …, \"entities\": […], \"dates\": […]}, in the same order; where the line is",
        "wrong it is {\"id\": …, \"error\": \"…\"}, and the rest goes on.",
        "With --link, names that stand for one thing get one \"name\"; all texts are read",
        "before the first answer.",
        "Types: PER ORG LOC EVENT MISC. Exit code: 0, or 1 where a line was wrong.",
      ]
    case .help: []
    }
  }
}
