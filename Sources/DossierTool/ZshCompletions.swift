/// What zsh has to read to complete the program's commands: from a folder of its `fpath`, or by `source`.
enum ZshCompletions {
  static var text: String {
    let commands = CommandName.allCases.map {
      "    " + ShellText.quoted("\($0.rawValue):\(HelpText.overviewLine(of: $0))")
    }
    var cases = ""
    for command in CommandName.allCases {
      var specifications = command.options.map { option(of: $0, in: command) }
      if let argument = command.argument {
        let place = command.takesManyArguments ? "*:" : command.needsArgument ? "1:" : "1::"
        specifications.append(ShellText.quoted(place + action(for: argument)))
      }
      let lines = specifications.joined(separator: " \\\n        ")
      cases += "    \(command.rawValue))\n      _arguments -s \\\n        \(lines)\n      ;;\n"
    }
    return """
      #compdef dossier
      # zsh completion for dossier: made by 'dossier completions zsh'.
      _dossier() {
        local -a commands
        commands=(
      \(commands.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then
          _describe -t commands command commands
          [[ $words[2] == -* ]] && compadd -- --help --version
          return
        fi
        shift words
        (( CURRENT-- ))
        case $words[1] in
      \(cases)  esac
      }
      if [[ $funcstack[1] == _dossier ]]; then
        _dossier "$@"
      else
        compdef _dossier dossier
      fi

      """
  }

  private static func option(of option: CommandOption, in command: CommandName) -> String {
    let explanation = "[\(escaped(option.explanation(in: command), "[]"))]"
    guard let value = option.value else {
      guard let letter = option.letter else { return ShellText.quoted(option.long + explanation) }
      return "'(-\(letter) \(option.long))'{-\(letter),\(option.long)}" + ShellText.quoted(explanation)
    }
    if option.valueIsOptional {
      return ShellText.quoted("\(option.long)=-\(explanation)::" + action(for: value))
    }
    let rest = explanation + ":" + action(for: value)
    guard let letter = option.letter else { return ShellText.quoted("\(option.long)=\(rest)") }
    return "'(-\(letter) \(option.long))'{-\(letter)+,\(option.long)=}" + ShellText.quoted(rest)
  }

  /// Returns what a value is called and how it is completed.
  private static func action(for value: ArgumentValue) -> String {
    let name = escaped(value.name, ":")
    return switch value {
    case .text, .number: "\(name): "
    case .file: "\(name):_files"
    case .folder: "\(name):_files -/"
    case .choice(_, let choices): "\(name):(\(choices.joined(separator: " ")))"
    }
  }

  private static func escaped(_ text: String, _ special: String) -> String {
    text.reduce(into: "") { $0 += (special.contains($1) || $1 == "\\" ? "\\" : "") + String($1) }
  }
}
