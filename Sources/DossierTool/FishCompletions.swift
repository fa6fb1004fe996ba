/// What fish has to read to complete the program's commands.
enum FishCompletions {
  static var text: String {
    var lines = [
      "# fish completion for dossier: made by 'dossier completions fish'.",
      "function __dossier_command",
      "  set -l words (commandline -opc)",
      "  test (count $words) -gt 1; and test \"$words[2]\" = \"$argv[1]\"",
      "end",
      "function __dossier_no_command",
      "  test (count (commandline -opc)) -eq 1",
      "end",
      "complete -c dossier -f",
      "complete -c dossier -n __dossier_no_command -s h -l help -d 'show the commands'",
      "complete -c dossier -n __dossier_no_command -l version -d 'print the version'",
    ]
    for command in CommandName.allCases {
      lines.append(
        "complete -c dossier -n __dossier_no_command -a \(command.rawValue) -d "
          + quoted(HelpText.overviewLine(of: command)))
    }
    for command in CommandName.allCases {
      let head = "complete -c dossier -n '__dossier_command \(command.rawValue)'"
      for option in command.options {
        var line = head + (option.letter.map { " -s \($0)" } ?? "") + " -l \(option.long.dropFirst(2))"
        // What fish would take for a value must be one: where it may be left out, it is not asked for.
        if let value = option.value, !option.valueIsOptional { line += " -r" + completion(of: value) }
        lines.append(line + " -d " + quoted(option.explanation(in: command)))
      }
      if let argument = command.argument { lines.append(head + completion(of: argument)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func completion(of value: ArgumentValue) -> String {
    switch value {
    case .text, .number: " -f"
    case .file: " -F"
    case .folder: " -f -a '(__fish_complete_directories)'"
    case .choice(_, let choices): " -f -a \(quoted(choices.joined(separator: " ")))"
    }
  }

  /// Returns a text in single quotes, in which fish knows a backslash.
  private static func quoted(_ text: String) -> String {
    "'" + text.reduce(into: "") { $0 += ("\\'".contains($1) ? "\\" : "") + String($1) } + "'"
  }
}
