internal import DossierRead
internal import DossierYAML

/// The files of a new briefing: a document to begin with, and the author's files with all that can be said in them.
enum SampleBriefing {
  /// The folder of documents in the briefing's own: the one that `dossier build` takes unless told otherwise.
  static let seeds = BuildOptions().folder

  /// Returns the files by their paths in the briefing's folder.
  static func files(title: String) -> [(path: String, text: String)] {
    [
      (seeds + "/night-train.md", document), (seeds + "/dossier.yml", settings(title: title)),
      (seeds + "/" + EntitiesFile.name, decisions), (".gitignore", ignored),
    ]
  }

  static let document = """
    ---
    title: Oslo and Gothenburg agree on a night train
    date: 2024-03-12
    author: Clara Holm
    publisher: The Harbour Courier
    url: https://example.org/night-train
    licence: CC BY 4.0
    ---

    A night train will run between Oslo and Gothenburg from June 2025, the two cities said on Monday. It is the first on
    this line since 2014.

    "People want to fall asleep in one city and wake up in another," said Ingrid Solheim, the mayor of Oslo, when she
    signed the contract in Gothenburg. Solheim said that Norway will pay for half of the cars.

    ## What it costs

    The Nordic Rail Fund gives 40 million euros, and the European Union gives the rest. Erik Lindqvist, who leads the
    Nordic Rail Fund, expects 200,000 travellers in the first year. "We have talked about this since 2021," Lindqvist said.

    ## What is open

    Unions in Sweden ask who will work at night. The EU wants an answer before the first test run, which is
    planned for 3 May 2025 in Halden. Ingrid Solheim and Erik Lindqvist will meet there.

    """

  /// The file `dossier.yml`. A line without a blank after its "#" is YAML.
  static func settings(title: String) -> String {
    var text = """
      # What is said of the whole site. To use a setting, take the '#' before it away, and put in your own words.


      """
    for name in SettingName.allCases {
      let explanation = name.standard.map { "\(name.explanation) (default: \($0))" } ?? name.explanation
      text += "# \(name.rawValue): \(explanation)\n"
      text +=
        name == .title
        ? "title: \(YAMLText.scalar(title))\n"
        : name.lines.map { "#\($0)\n" }.joined()
      text += "\n"
    }
    return String(text.dropLast())
  }

  /// The file `entities.yml`, written in the same way.
  static var decisions: String {
    var text = """
      # What you have decided about names: it wins over everything that is found. 'dossier review' lists what is worth a
      # decision. To use a section, take the '#' before its name and its lines away, and put in your own names.

      """
    for section in EntitiesFile.Section.allCases {
      text += "\n# \(explanation(of: section))\n#\(section.rawValue):\n"
      text += example(of: section).split(separator: "\n").map { "#\($0)\n" }.joined()
    }
    return text
  }

  private static func explanation(of section: EntitiesFile.Section) -> String {
    switch section {
    case .entities: "things, with their names, kind (person, organisation, place, event, other) and words"
    case .same: "names of one thing; the first is what it is called"
    case .different: "names that are never one thing"
    case .never: "what is no name: everywhere, in a document, or in one place"
    case .always: "what is a name, though it was not found"
    case .pinned: "a single mention, known by the words around it"
    }
  }

  private static func example(of section: EntitiesFile.Section) -> String {
    switch section {
    case .entities:
      """
        - name: Ingrid Solheim
          kind: person
          aliases: [the mayor of Oslo]
          description: Mayor of Oslo
          url: https://example.org/solheim
          note: Signed the contract.
      """
    case .same: "  - [European Union, EU]"
    case .different: "  - [Ingrid Solheim, Erik Lindqvist]"
    case .never: "  - {name: Halden, in: night-train.md}"
    case .always: "  - {name: Unions, kind: organisation}"
    case .pinned:
      "  - {in: night-train.md, quote: Lindqvist said, name: Lindqvist, is: Erik Lindqvist}"
    }
  }

  private static let ignored = """
    # What Dossier makes anew: the site, and what was read for it.
    /\(BuildOptions().output)/
    /.dossier-cache*

    """
}
