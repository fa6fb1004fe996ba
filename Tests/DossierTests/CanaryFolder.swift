import SeededGenerator

/// A folder in which words that stand nowhere else are planted at each rung of the ladder, wherever an author can write.
struct CanaryFolder {
  /// A planted word.
  struct Canary {
    var word: String
    /// Where it stands.
    var place: String
    /// How high its mark is: 1 for TLP:GREEN.
    var rank: Int
    /// Whether an edition in which it may be seen has to show it.
    var isShown: Bool
  }

  static let marks = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
  /// How each canary begins, so that one look through a file finds all of them.
  static let prefix = "zyq"

  private(set) var canaries: [Canary] = []
  private(set) var files: [String: String] = [:]
  private(set) var pictures: [String] = []
  private var generator = SeededGenerator(state: 2025)
  private var used: Set<String> = []

  init() {
    var (entities, same, addresses, aliases) = ("entities:\n", "same:\n", "", [String]())
    var points = "key_points:\n  - \"{TLP:CLEAR} Trains run.\"\n"
    var open =
      "---\ntitle: An open paper\nmarking: TLP:CLEAR\n---\n\nAnna Keller met Tom Berg in Oslo on 2 May 2024.\n"
    var plain = "{TLP:CLEAR} A plain paper\n\nIt rains in Oslo, says Anna Keller of the railway company.\n"
    for rank in 1..<CanaryFolder.marks.count {
      let mark = CanaryFolder.marks[rank]
      func new(_ place: String, shown: Bool = true, _ folder: inout CanaryFolder) -> String {
        folder.plant(place, rank, shown)
      }
      // A document of its own, in which everything is withheld.
      let file = new("file name", &self)
      let person = new("a person's name", &self)
      let alias = new("an alias in entities.yml", &self)
      let picture = new("a picture's file name", &self)
      let note = new("a note's id", shown: false, &self)
      files["\(file).md"] = """
        ---
        title: The \(new("title", &self)) paper
        marking: \(mark)
        date: 2024-03-0\(rank)
        author: Jane \(new("author", &self))
        affiliation: University of \(new("affiliation", &self))
        publisher: The \(new("publisher", &self)) Courier
        url: https://\(new("url", &self)).example.org/a
        licence: Licence \(new("licence", &self))
        aliases: [\(new("alias in front matter", shown: false, &self))]
        tags: [\(new("tag", &self))]
        ---

        Maria \(person) met Anna Keller in Oslo on 4 May 2024. She spoke of \(new("a sentence", &self)).

        ## The \(new("heading", &self)) part {#\(new("own id", shown: false, &self))}

        | who | what |
        |---|---|
        | Ivan \(new("table cell", &self)) | nothing at all |

        - An item with \(new("list item", &self)) in it.

        > A quotation of \(new("quotation", &self)) and others.

        > [!note] On \(new("callout's title", &self))
        > And \(new("callout", &self)) is in it.

        \(new("term", &self))
        : means \(new("definition", &self)) here

        ```
        run \(new("code block", &self))
        ```

        The command `\(new("code", &self)) now` is code.[^\(note)] See [\(new("link text", &self))](https://example.org/\(new("link target", &self))).

        ![\(new("alternative text", &self))](pictures/\(picture).png "\(new("caption", &self))")

        [[\(new("link by hand", &self))|a friend]] was there, and ==\(new("marked words", &self))== too. The \(alias) came.

        [^\(note)]: A footnote on \(new("footnote", &self)).
        """
      pictures.append("pictures/\(picture).png")
      // Parts of documents that anyone may see.
      let (entity, old) = (new("a name in entities.yml", &self), new("an old address", shown: false, &self))
      open += """

        {\(mark)} Maria \(person) is on the list with Olga \(entity) and \(new("paragraph", &self)).[^p\(rank)]

        [^p\(rank)]: Only \(new("footnote of a withheld paragraph", &self)) knows it.

        ## {\(mark)} The \(new("marked heading", &self)) matter

        It is about \(new("paragraph below a marked heading", &self)), said Tom Berg.

        ## What anyone may read \(rank)

        Anna Keller stays in Oslo.

        - {\(mark)} First \(new("marked item", &self)).

          Then \(new("second paragraph of a marked item", &self)).
        - Open to all.

        > {\(mark)} It was \(new("marked quotation", &self)).

        > [!warning] {\(mark)} About \(new("marked callout", &self))
        > With \(new("body of a marked callout", &self)).

        | {\(mark)} a | b |
        |---|---|
        | \(new("marked table", &self)) | 1 |

        Anna Keller spoke.[^f\(rank)] Tom Berg read [that paper](\(file).md) and [[\(file)|the other]].

        ![[\(file)]]

        [^f\(rank)]: {\(mark)} Said by \(new("marked footnote", &self)).

        """
      plain += "\n{\(mark)} The plain \(new("plain paragraph", &self)) is with Olga \(entity) in Bergen.\n"
      files["\(new("file name of a plain text", &self)).txt"] =
        "{\(mark)} Report on \(new("headline", &self)) and others\n\nThe town of \(new("plain text", &self)) is quiet, says Tom Berg of Oslo.\n"
      entities += """
          - name: Olga \(entity)
            kind: person
            aliases: [\(new("another alias", shown: false, &self))]
            description: Head of \(new("description", &self))
            note: Not \(new("note", &self))
            url: https://example.org/\(new("address of an entity", &self))

        """
      aliases.append(alias)
      same += "  - [Olga \(entity), \(new("same", shown: false, &self))]\n"
      let other = new("an old address of someone anyone may know", shown: false, &self)
      addresses += "people/\(old): \(old)\npeople/\(other): {name: \(other), moved: people/anna-keller}\n"
      points += "  - \"{\(mark)} The point is \(new("key point", &self)).\"\n"
    }
    files["entities.yml"] =
      entities + "  - name: Anna Keller\n    aliases: [\(aliases.joined(separator: ", "))]\n" + same
    files["dossier.yml"] = "title: Trains\n" + points
    files["open.md"] = open
    files["plain.txt"] = plain
    files["addresses.yml"] = "people/anna-keller: Anna Keller\n" + addresses
  }

  private mutating func plant(_ place: String, _ rank: Int, _ shown: Bool) -> String {
    let syllables = ["ba", "do", "ka", "lu", "mi", "no", "pe", "ra", "so", "tu", "vi", "wo"]
    var word = ""
    repeat {
      word = CanaryFolder.prefix + (0..<4).map { _ in generator.pick(syllables) }.joined()
    } while !used.insert(word).inserted
    // Names begin with a capital, as names do.
    let isFile =
      place.hasPrefix("file") || place.contains("id") || place.contains("target") || place == "url"
      || place.contains("address") || place.hasPrefix("a picture")
    let written = isFile ? word : word.prefix(1).uppercased() + word.dropFirst()
    canaries.append(Canary(word: word, place: place, rank: rank, isShown: shown))
    return written
  }

  /// The canaries in bytes, whatever their letters: found by their beginning.
  static func found(in bytes: [UInt8]) -> Set<String> {
    let start = Array(prefix.utf8)
    let lower = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    var found: Set<String> = []
    var index = 0
    while index + start.count <= lower.count {
      if lower[index] == start[0], lower[index..<index + start.count].elementsEqual(start) {
        let word = lower[index...].prefix { $0 >= 0x61 && $0 <= 0x7A }
        found.insert(String(decoding: word, as: UTF8.self))
      }
      index += 1
    }
    return found
  }
}
