/// The texts of `dossier help`, made from the same tables that the argument reader uses.
enum HelpText {
  /// What `dossier help` prints.
  static var overview: String {
    let rows = CommandName.allCases.map { ($0.rawValue, overviewLine(of: $0)) }
    return """
      Dossier turns a folder of documents into a site of briefing pages.

      usage: \(overviewUsage)

      \(table(rows))

      Without a folder, the documents of 'seeds' become the site 'site'.
      To begin: 'dossier new my-briefing'. All options: 'dossier COMMAND --help'.

      """
  }

  static let overviewUsage = "dossier COMMAND [FOLDER] [OPTIONS] | --help | --version"

  /// Returns what a command does, in a few words.
  static func overviewLine(of command: CommandName) -> String {
    switch command {
    case .new: "make a folder to begin with"
    case .build: "build the site"
    case .check: "find every problem, write nothing"
    case .print: "print a PDF with page numbers and an index of names"
    case .changes: "tell what has changed between two editions"
    case .verify: "tell whether a site or a PDF is what it says"
    case .serve: "show the site in a browser, and follow each change"
    case .review: "list the names that are worth a second look"
    case .explain: "say why a name is linked as it is"
    case .annotate: "find the names and dates of texts, for other tools"
    case .templates: "list what templates can use; copy them to change them"
    case .completions: "print the completions of a shell"
    case .man: "print the manual page"
    case .help: "show what a command does"
    }
  }

  /// Returns what `dossier help COMMAND` prints.
  static func text(of command: CommandName) -> String {
    var rows = command.argument.map { [("    " + $0.name, command.argumentExplanation)] } ?? []
    for option in command.options {
      let short = option.letter.map { "-\($0), " } ?? "    "
      rows.append((short + option.usage, option.explanation(in: command)))
    }
    let remarks = command.remarks.isEmpty ? "" : "\n" + command.remarks.joined(separator: "\n") + "\n"
    let examples = table(command.examples.map { ($0.line, $0.purpose) })
    return
      "\(command.summary)\n\n\(usage(of: command))\n\n\(table(rows))\n\nexamples:\n\(examples)\n\(remarks)"
  }

  /// Returns the usage of a command, or of the program, in lines of at most 80 columns.
  static func usage(of command: CommandName?) -> String {
    guard let command else { return "usage: " + overviewUsage }
    var pieces: [String] = []
    if let argument = command.argument {
      let name = argument.name + (command.argumentCount.upperBound == .max ? "…" : "")
      pieces.append(command.needsArgument ? name : "[\(name)]")
    }
    for option in command.options where option != .help {
      if option == .quiet, command.options.contains(.verbose) {
        pieces.append("[\(option.long) | \(CommandOption.verbose.long)]")
      } else if option != .verbose || !command.options.contains(.quiet) {
        pieces.append("[\(option.usage)]")
      }
    }
    let head = "usage: dossier \(command.rawValue)"
    var lines = [head]
    for piece in pieces {
      if lines[lines.count - 1].count + 1 + piece.count > 80 {
        lines.append(String(repeating: " ", count: head.count))
      }
      lines[lines.count - 1] += " " + piece
    }
    return lines.joined(separator: "\n")
  }

  /// Returns rows of two columns, the second aligned.
  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  " + $0.0.padded(to: width + 2) + $0.1 }.joined(separator: "\n")
  }
}
