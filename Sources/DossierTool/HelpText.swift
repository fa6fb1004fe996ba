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
      'dossier COMMAND --help' tells the options of a command.

      """
  }

  private static let overviewUsage = "dossier COMMAND [FOLDER] [OPTIONS] | --help | --version"

  private static func overviewLine(of command: CommandName) -> String {
    switch command {
    case .build: "build the site"
    case .check: "find every problem, write nothing"
    case .serve: "show the site in a browser on this computer"
    case .review: "list the names that are worth a second look"
    case .explain: "say why a name is linked as it is"
    case .annotate: "find the names and dates of texts, for other tools"
    case .help: "show what a command does"
    }
  }

  /// Returns what `dossier help COMMAND` prints.
  static func text(of command: CommandName) -> String {
    var rows = [("    \(command.argument.name)", command.argumentExplanation)]
    for option in command.options {
      let short = option.letter.map { "-\($0), " } ?? "    "
      let value = option.value.map { " " + $0.name } ?? ""
      rows.append((short + option.long + value, option.explanation(in: command)))
    }
    let remarks = command.remarks.isEmpty ? "" : "\n" + command.remarks.joined(separator: "\n") + "\n"
    return "\(command.summary)\n\n\(usage(of: command))\n\n\(table(rows))\n\(remarks)"
  }

  /// Returns the usage of a command, or of the program, in lines of at most 80 columns.
  static func usage(of command: CommandName?) -> String {
    guard let command else { return "usage: " + overviewUsage }
    var pieces = ["[\(command.argument.name)\(command.takesManyArguments ? "…" : "")]"]
    for option in command.options where option != .help {
      if option == .quiet, command.options.contains(.verbose) {
        pieces.append("[\(option.long) | \(CommandOption.verbose.long)]")
      } else if option != .verbose || !command.options.contains(.quiet) {
        pieces.append("[\(option.long)\(option.value.map { " " + $0.name } ?? "")]")
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
