internal import Dossier

/// The manual page, made from the tables of commands, options and settings, for `man`.
enum ManPage {
  static var text: String {
    var page = Roff()
    // The day must stand as it is to be read as one.
    page.text += ".TH DOSSIER 1 \(dossierVersionDate) \"dossier \(dossierVersion)\" \"User Commands\"\n"
    page.section("Name")
    // "\-" is what the lists of manual pages look for between a name and what it is.
    page.text += "dossier \\- turn a folder of documents into a site of briefing pages\n"
    page.section("Synopsis")
    page.line(HelpText.overviewUsage)
    page.section("Description")
    page.line(
      "Finds every person, organisation, place and event in a folder of texts, names each once, and links it back to "
        + "the sentences that mention it. Without a folder, the documents of 'seeds' become the site 'site'.")
    page.section("Commands")
    for command in CommandName.allCases { page.add(command) }
    page.section("Settings")
    page.line("The file 'dossier.yml' in the folder of documents may have these lines:")
    for name in SettingName.allCases {
      let standard = name.standard.map { " (default: \($0))" } ?? ""
      page.item(name.rawValue + ":", name.explanation + standard)
    }
    page.section("Files")
    for (name, what) in files { page.item(name, what) }
    page.section("Exit status")
    page.item("0", "done; of 'check', nothing wrong or warnings only")
    page.item("1", "the documents have errors, or something could not be read, written or served")
    page.item("2", "the command line is wrong")
    page.section("Environment")
    page.item("NO_COLOR", "set to anything, messages have no colours")
    return page.text
  }

  private static let files = [
    ("dossier.yml", "in the folder of documents: what is said of the whole site"),
    ("entities.yml", "in the folder of documents: what the author has decided about names"),
    ("addresses.yml", "in the folder of documents, written by a build: the addresses that pages keep"),
    ("Templates/", "beside the folder of documents: templates that replace the built-in ones, file by file"),
    (".dossier-cache", "beside the site: what was read; it may be deleted at any time"),
  ]
}

/// A page in the making, in the macros of man(7).
private struct Roff {
  var text = ""

  mutating func command(_ name: String, _ words: [String]) {
    text += ".\(name) " + words.map { "\"\(RoffText.escaped($0))\"" }.joined(separator: " ") + "\n"
  }

  mutating func section(_ title: String) { command("SH", [title.uppercased()]) }

  /// Text that is filled anew; its lines here are short for those who read the source.
  mutating func line(_ words: String) {
    for line in WrappedText.lines(words.split(separator: " ").map { RoffText.escaped(String($0)) }, width: 78)
    {
      text += line + "\n"
    }
  }

  /// A word with what it means below it.
  mutating func item(_ word: String, _ meaning: String) {
    text += ".TP\n.B \(RoffText.escaped(word))\n"
    line(meaning)
  }

  /// Lines that stay as they are.
  mutating func verbatim(_ lines: [String]) {
    text += ".nf\n"
    for line in lines { text += RoffText.escaped(line) + "\n" }
    text += ".fi\n"
  }

  mutating func add(_ command: CommandName) {
    self.command("SS", ["dossier " + command.rawValue])
    line(command.summary)
    text += ".PP\n"
    verbatim(HelpText.usage(of: command).split(separator: "\n").map { String($0.dropFirst("usage: ".count)) })
    if let argument = command.argument { item(argument.name, command.argumentExplanation) }
    for option in command.options {
      item((option.letter.map { "-\($0), " } ?? "") + option.usage, option.explanation(in: command))
    }
    if !command.remarks.isEmpty {
      text += ".PP\n"
      line(command.remarks.joined(separator: " "))
    }
    text += ".PP\nExamples:\n.PP\n.RS 4\n"
    verbatim(command.examples.flatMap { [$0.line, "    " + $0.purpose] })
    text += ".RE\n"
  }
}
