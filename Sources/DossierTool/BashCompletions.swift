/// What bash, from 3.2 on, has to read to complete the program's commands. Needs no other package of completions.
enum BashCompletions {
  static var text: String {
    let names = (CommandName.allCases.map(\.rawValue) + ["--help", "--version"]).joined(separator: " ")
    var values = ""
    var options = ""
    var arguments = ""
    for command in CommandName.allCases {
      for option in command.options {
        guard let value = option.value else { continue }
        // The value of "--name=value" comes after a word "=".
        var keys = ["\(command.rawValue):\(option.long)="]
        if !option.valueIsOptional {
          keys.append("\(command.rawValue):\(option.long)")
          if let letter = option.letter { keys.append("\(command.rawValue):-\(letter)") }
        }
        values += "    \(keys.joined(separator: "|"))) \(action(for: value)); return ;;\n"
      }
      let words = command.options.flatMap { option in
        (option.letter.map { ["-\($0)"] } ?? []) + [option.long]
      }
      options += "      \(command.rawValue)) _dossier_words '\(words.joined(separator: " "))' ;;\n"
      if let argument = command.argument {
        arguments += "    \(command.rawValue)) \(action(for: argument)) ;;\n"
      }
    }
    return """
      # bash completion for dossier: made by 'dossier completions bash'.
      _dossier_words() {
        local word
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
      }
      _dossier_paths() {
        local path
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$cur")
      }
      _dossier() {
        local cur=${COMP_WORDS[COMP_CWORD]} key=${COMP_WORDS[COMP_CWORD - 1]}
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          _dossier_words '\(names)'
          return
        fi
        # "--name=value" comes as three words.
        if [ "$cur" = = ]; then
          cur=
          key+==
        elif [ "$key" = = ]; then
          key=${COMP_WORDS[COMP_CWORD - 2]}=
        fi
        case ${COMP_WORDS[1]}:$key in
      \(values)  esac
        case $cur in
        -*)
          case ${COMP_WORDS[1]} in
      \(options)    esac
          return
          ;;
        esac
        case ${COMP_WORDS[1]} in
      \(arguments)  esac
      }
      complete -F _dossier dossier

      """
  }

  private static func action(for value: ArgumentValue) -> String {
    switch value {
    case .text, .number: ":"
    case .file: "_dossier_paths -f"
    case .folder: "_dossier_paths -d"
    case .choice(_, let choices): "_dossier_words \(ShellText.quoted(choices.joined(separator: " ")))"
    }
  }
}
