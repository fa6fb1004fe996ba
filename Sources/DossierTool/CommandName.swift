internal import Dossier

/// A command of the program: the words by which the reader knows it and the help tells it.
enum CommandName: String, CaseIterable, Sendable {
  case new
  case build
  case check
  case print
  case changes
  case verify
  case serve
  case review
  case explain
  case annotate
  case templates
  case completions
  case man
  case help

  /// What the command does, as the first line of its help.
  var summary: String {
    switch self {
    case .new: "Make a briefing to begin with: a folder that builds at once."
    case .build: "Build the site of a folder of documents."
    case .check: "Find every problem in a folder of documents, and write nothing."
    case .print: "Print a briefing, or a part of it, as a PDF."
    case .changes: "Tell what has changed between two editions."
    case .verify: "Tell whether a site or a PDF is the edition that it names."
    case .serve: "Show a briefing in a browser, and follow each change of its files."
    case .review: "List the names that are worth a second look, with the lines that settle each."
    case .explain: "Say why words are a name, and why the name is that thing."
    case .annotate: "Find the names and dates of texts: JSON Lines in, JSON Lines out."
    case .templates: "List what templates can use, or put templates in place to be changed."
    case .completions: "Print what lets a shell complete this program's commands."
    case .man: "Print the manual page, in the form that 'man' reads."
    case .help: "Show what a command does."
    }
  }

  /// The one argument that is no option, where it takes one.
  var argument: ArgumentValue? {
    switch self {
    case .new: .folder("FOLDER")
    case .build, .check, .print, .review: .folder("FOLDER")
    case .explain: .file("PLACE|NAME")
    case .changes: .folder("OLD NEW")
    case .verify: .file("SITE|PDF")
    case .serve: .folder("FOLDER|SITE")
    case .annotate: .file("FILE")
    case .templates: .choice("TEMPLATE", among: TemplateOutline.allNames)
    case .completions: .choice("SHELL", among: Shell.allCases.map(\.rawValue))
    case .man: nil
    case .help: .choice("COMMAND", among: CommandName.allCases.map(\.rawValue))
    }
  }

  /// Whether the argument may be given more than once.
  var takesManyArguments: Bool { argumentCount.upperBound > 1 }

  /// Whether the argument must be given.
  var needsArgument: Bool { argumentCount.lowerBound > 0 }

  /// How often the argument may be given.
  var argumentCount: ClosedRange<Int> {
    switch self {
    case .changes: 2...2
    case .new, .explain, .verify, .completions: 1...1
    case .annotate, .templates: 0...Int.max
    case .man: 0...0
    case .build, .check, .print, .serve, .review, .help: 0...1
    }
  }

  /// What the argument is.
  var argumentExplanation: String {
    switch self {
    case .build, .check, .print, .review: "the folder of documents (default: seeds)"
    case .explain: "FILE, FILE:LINE or FILE:LINE:COLUMN; or a name"
    case .changes: "two sites, as folders or .zip, of which both have their data"
    case .verify: "a site (folder or .zip), or what 'dossier print' made"
    case .serve: "documents, or a built site (default: seeds)"
    case .annotate: "JSON Lines (.jsonl) or one text (default: standard input)"
    case .new: "the folder to make, or an empty one"
    case .templates: "a template to tell all of, or to copy (default: all)"
    case .completions: "bash, zsh or fish"
    case .man: ""
    case .help: "the command to tell about (default: all)"
    }
  }

  /// The options, in the order of the help.
  var options: [CommandOption] {
    switch self {
    case .build:
      [
        .output, .jobs, .recogniser, .cache, .noCache, .strict, .force, .frozen, .clearance, .templates,
        .printAll, .exports, .edition, .since, .zip, .singleFile, .precompress, .quiet,
        .verbose,
        .json, .help,
      ]
    case .check:
      [
        .external, .externalLocal, .clearance, .recogniser, .cache, .noCache, .templates, .strict, .quiet,
        .verbose,
        .format,
        .json, .help,
      ]
    case .print:
      [
        .pdf, .only, .paper, .engine, .clearance, .edition, .recogniser, .cache, .noCache, .strict,
        .templates,
        .quiet, .verbose, .help,
      ]
    case .changes: [.json, .help]
    case .verify: [.against, .help]
    case .serve:
      [
        .port, .host, .basePath, .open, .poll, .clearance, .templates, .recogniser, .cache, .noCache, .help,
      ]
    case .review: [.write, .all, .recogniser, .cache, .noCache, .json, .help]
    case .explain: [.from, .recogniser, .cache, .noCache, .json, .help]
    case .annotate: [.link, .keepMentions, .recogniser, .offsets, .jobs, .help]
    case .templates: [.copy, .json, .help]
    case .new, .completions, .man, .help: [.help]
    }
  }

  /// What else is worth knowing, as the last lines of the help.
  var remarks: [String] {
    switch self {
    case .build:
      [
        "The addresses of pages are kept in 'addresses.yml' in FOLDER: keep it with the",
        "documents, so that links to pages stay good.",
        "Progress and problems go to standard error; standard output has only what is",
        "asked for. A build that fails leaves the site as it was.",
        "Exit code: 0 built, 1 the documents have errors, 2 wrong command line.",
      ]
    case .changes:
      [
        "'+' is new, '-' is gone, '~' has changed; [-words-] are gone, {+words+} are new.",
        "Exit code: 0, or 2 where a site is none or has no data.",
      ]
    case .verify:
      [
        "A PDF is held against the site that --against names, or that lies beside it.",
        "Exit code: 0 it is, 1 it is not, 2 it can't be told.",
      ]
    case .check:
      [
        "With --external, hosts are asked one request at a time, and good answers are kept",
        "for a week beside the site, or in the cache that is named.",
        "Exit code: 0 nothing wrong, or warnings only; 1 errors; 2 wrong command line.",
      ]
    case .print:
      [
        "What to print is a document (by its path, title or alias), a part of one",
        "(talks.md#Next steps), a name, or 'key points', 'timeline', 'who with whom',",
        "'sources' or 'index'. Page numbers need 'pdfinfo', of poppler-utils.",
        "Exit code: 0 printed, 1 errors, 2 wrong command line.",
      ]
    case .serve:
      [
        "A folder of documents is built in memory; pages reload by themselves when",
        "documents, settings, decisions or templates change. 'Review names' on a",
        "document's page writes decisions to 'entities.yml'. A folder that Dossier wrote",
        "is served as it is. The address is printed on standard output. Ctrl-C stops.",
      ]
    case .review:
      [
        "Each question has its sentences and the lines to paste into 'entities.yml' in",
        "FOLDER; the one that changes most links comes first. Exit code: 0, or 1 where",
        "'entities.yml' has errors.",
      ]
    case .explain:
      [
        "Without --from, the folder of a FILE is the nearest one above it that has",
        "'dossier.yml', 'entities.yml' or 'addresses.yml'; of a NAME it is 'seeds'.",
        "Exit code: 0, or 1 where there is no such name.",
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
    case .new:
      [
        "FOLDER gets 'seeds' with a document, 'dossier.yml' and 'entities.yml', in which",
        "all that can be set stands as a comment. A folder with anything in it is left",
        "as it is. Exit code: 0, or 1 where nothing was made.",
      ]
    case .templates:
      [
        "A file in 'Templates' beside the folder of documents replaces the built-in one of",
        "its name: 'head', 'masthead' and 'foot' change all pages. 'colours.css' need set",
        "only the colours that are to be others. A copy never replaces a changed file.",
      ]
    case .completions: ["'make install' puts these where the shells look for them."]
    case .man, .help: []
    }
  }
}
