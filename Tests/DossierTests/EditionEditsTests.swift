import Dossier
import DossierEdition
import DossierFiles
import Foundation
import Testing

/// Single edits of a small folder, and exactly what is told of each, in Tests/Fixtures/editions/changes.txt. To write it
/// anew, run the tests with DOSSIER_RECORD=1 and read the difference.
@Suite("Edits between two editions")
struct EditionEditsTests {
  static let file = projectFolder + "/Tests/Fixtures/editions/changes.txt"

  static let pile = [
    "talks.md": """
    ---
    title: Talks resume
    date: 2024-03-12
    publisher: The Harbour Courier
    ---
    Angela Merkel met Vladimir Putin in Oslo on Monday. They spoke about the night train.

    The Nordic Council will pay for the line. Ingrid Solheim signed for the Nordic Council on 4 April 2024.
    Work on the bridge begins in May 2025.

    Nothing was said about fares.

    """,
    "harbour.md": """
    ---
    title: The harbour of Halden
    date: 2024-02-01
    marking: TLP:GREEN
    ---
    The harbour of Halden is to be dredged. The Nordic Council sent Ingrid Solheim to Halden.

    Fishers fear for their boats. A hearing took place on 17 January 2024.

    """,
    "budget.txt": """
    The budget of the railway

    The line costs more than was thought. Angela Merkel wants another tunnel.

    Ingrid Solheim asked the Nordic Council for money. Ships will call at the quay as before.

    The old trains are sold. The new ones come from Spain. Nobody knows when.

    """,
    "letters.md": """
    # Letters

    The square is loud at night. The buses are late. The lamps are too bright.

    Readers like the market. The fish is fresh. The bread is dear.

    """,
    "entities.yml": """
    entities:
      - {name: Ingrid Solheim, kind: person}
      - {name: Nordic Council, kind: organisation}
      - {name: Angela Merkel, kind: person}
      - {name: Vladimir Putin, kind: person}

    """,
    "dossier.yml": "title: Night trains\nrecogniser: fast\n",
  ]

  /// An edit: what is done to the folder.
  struct Edit: Sendable, CustomTestStringConvertible {
    var name: String
    var change: @Sendable (TemporaryFolder) throws -> Void
    var testDescription: String { name }

    init(_ name: String, _ change: @escaping @Sendable (TemporaryFolder) throws -> Void) {
      self.name = name
      self.change = change
    }

    /// A text of a file in the place of another.
    init(_ name: String, in file: String, _ old: String, _ new: String) {
      self.init(name) { folder in
        let text = String(decoding: try Files.read(folder.seeds + "/" + file), as: UTF8.self)
        try #require(text.contains(old), "\(name): no '\(old)'")
        try folder.write(file, text.replacingOccurrences(of: old, with: new))
      }
    }

    init(_ name: String, renaming old: String, to new: String, adding text: String = "") {
      self.init(name) { folder in
        try folder.write(new, try Files.read(folder.seeds + "/" + old) + Array(text.utf8))
        try Files.removeFile(folder.seeds + "/" + old)
      }
    }
  }

  static let edits = [
    Edit("nothing") { _ in },
    Edit("lines broken elsewhere", in: "talks.md", "Council on 4", "Council on\n4"),
    Edit("emphasis", in: "talks.md", "Nothing was", "*Nothing* was"),
    Edit("a word changed", in: "talks.md", "the night train", "the day train"),
    Edit("words added", in: "talks.md", "about fares", "about fares or seats"),
    Edit("a sign changed", in: "budget.txt", "Nobody knows when.", "Nobody knows when!"),
    Edit(
      "a sentence added", in: "letters.md", "The fish is fresh. ", "The fish is fresh. The cheese is old. "),
    Edit("a sentence removed", in: "letters.md", "The buses are late. ", ""),
    Edit(
      "a sentence moved", in: "letters.md", "loud at night. The buses are late. The lamps are too bright.",
      "loud at night. The lamps are too bright. The buses are late."),
    Edit(
      "a sentence moved far", in: "letters.md", "The square is loud at night. ", ""
    ).and("letters.md", "The bread is dear.", "The bread is dear. The square is loud at night."),
    Edit(
      "a sentence rewritten", in: "letters.md", "The buses are late.",
      "Trams would be a better answer to this."),
    Edit("a paragraph divided", in: "budget.txt", "from Spain. Nobody", "from Spain.\n\nNobody"),
    Edit(
      "a paragraph added", in: "budget.txt", "\nThe old trains", "\nTickets stay cheap.\n\nThe old trains"),
    Edit("two sentences changed", in: "letters.md", " are ", " were "),
    Edit("a document added") {
      try $0.write("night.md", "---\ndate: 2024-05-01\n---\n# Night\n\nIt is dark. Angela Merkel sleeps.\n")
    },
    Edit("a document removed") { try Files.removeFile($0.seeds + "/letters.md") },
    Edit("a document renamed", renaming: "letters.md", to: "post.md"),
    Edit(
      "a document renamed and longer", renaming: "letters.md", to: "post.md", adding: "\nThe end is near.\n"),
    Edit("a document in a folder", renaming: "letters.md", to: "old/letters.md"),
    Edit("documents that change places") { folder in
      let letters = try Files.read(folder.seeds + "/letters.md")
      try folder.write("letters.md", try Files.read(folder.seeds + "/talks.md"))
      try folder.write("talks.md", letters)
    },
    Edit("another title", in: "talks.md", "title: Talks resume", "title: Talks go on"),
    Edit("another address", in: "talks.md", "title:", "slug: meeting\ntitle:"),
    Edit("another publisher", in: "talks.md", "Harbour Courier", "Daily Courier"),
    Edit("no publisher", in: "talks.md", "publisher: The Harbour Courier\n", ""),
    Edit(
      "a licence and authors", in: "harbour.md", "date:",
      "licence: CC BY 4.0\nauthor: [Eva Berg, Jan Dahl]\ndate:"),
    Edit("another marking", in: "harbour.md", "TLP:GREEN", "TLP:AMBER"),
    Edit("the document's date moved", in: "talks.md", "date: 2024-03-12", "date: 2024-03-19"),
    Edit("a date moved", in: "talks.md", "4 April 2024", "5 April 2024"),
    Edit("a date added", in: "letters.md", "The buses are late.", "The buses are late since 3 May 2023."),
    Edit("a date gone", in: "harbour.md", " A hearing took place on 17 January 2024.", ""),
    Edit(
      "a name added", in: "letters.md", "The buses are late.", "Bernd Vogel says that the buses are late."),
    Edit("a name gone", in: "talks.md", "met Vladimir Putin in Oslo", "met nobody in Oslo"),
    Edit(
      "a name renamed by the author", in: "entities.yml", "{name: Ingrid Solheim, kind: person}",
      "{name: Ingrid Berg, kind: person, aliases: [Ingrid Solheim]}"),
    Edit(
      "another name", in: "entities.yml", "Putin, kind: person",
      "Putin, kind: person, aliases: [the night train]"),
    Edit("another kind", in: "entities.yml", "Council, kind: organisation", "Council, kind: event"),
    Edit(
      "names made one", in: "entities.yml", "entities:",
      "same:\n  - [Angela Merkel, Vladimir Putin]\nentities:"),
    Edit("a name that is none", in: "entities.yml", "entities:", "never: [Oslo]\nentities:"),
    Edit(
      "a tie added", in: "letters.md", "Readers like the market.",
      "Bernd Vogel met Eva Dahl. Bernd Vogel wrote to Eva Dahl. Bernd Vogel thanked Eva Dahl."),
    Edit("a tie gone", in: "harbour.md", "sent Ingrid Solheim to Halden", "sent nobody to Halden")
      .and("budget.txt", "Ingrid Solheim asked the Nordic Council", "Somebody asked the Nordic Council"),
    Edit("another template") { folder in
      try Files.createFolder(folder.path + "/Templates")
      try Files.write(Array(":root { --accent: navy; }".utf8), to: folder.path + "/Templates/colours.css")
    },
    Edit("another setting", in: "dossier.yml", "title:", "subtitle: Who pays\ntitle:"),
  ]

  @Test func changesAreToldExactly() async throws {
    let base = try TemporaryFolder(Self.pile)
    #expect(await base.build { $0.edition = EditionTag("1") }.isWritten)
    var text = ""
    for edit in Self.edits {
      let folder = try TemporaryFolder()
      for name in try Files.names(in: base.seeds) {
        try folder.write(name.text, try Files.read(base.seeds + "/" + name.text))
      }
      try edit.change(folder)
      let report = await folder.build {
        $0.edition = EditionTag("2")
        $0.since = base.site
      }
      #expect(report.isWritten, "\(edit.name): \(report.diagnostics)")
      let lines = ChangesText.lines(try EditionDifference.between(base.site, folder.site))
      #expect(lines[0].hasPrefix("From edition 1 · "))
      text += "== \(edit.name)\n" + lines.dropFirst(2).map { $0 + "\n" }.joined()
      // Nothing is other between an edition and itself.
      #expect(try EditionDifference.between(folder.site, folder.site).isNone)
      #expect(try EditionCheck.site(folder.site).damage.isNone)
      let page = try folder.page("changes.html")
      #expect(page.contains("Changes since edition 1"))
    }
    if ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1" {
      try Files.createFolder(String(Self.file.prefix(upTo: Self.file.lastIndex(of: "/")!)))
      try Files.write(Array(text.utf8), to: Self.file)
    }
    let expected = String(decoding: try Files.read(Self.file), as: UTF8.self)
    for (got, wanted) in zip(text.components(separatedBy: "== "), expected.components(separatedBy: "== ")) {
      #expect(got == wanted)
    }
    #expect(text == expected)
    #expect(Self.edits.count >= 30)
  }
}

extension EditionEditsTests.Edit {
  /// The edit and another one.
  func and(_ file: String, _ old: String, _ new: String) -> Self {
    Self(name) { [change] folder in
      try change(folder)
      try Self(name, in: file, old, new).change(folder)
    }
  }
}
