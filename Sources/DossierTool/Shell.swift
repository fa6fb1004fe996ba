/// A shell that can complete the program's commands.
enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// What the shell has to read, made from the tables of commands and options.
  var completions: String {
    switch self {
    case .bash: BashCompletions.text
    case .zsh: ZshCompletions.text
    case .fish: FishCompletions.text
    }
  }
}
