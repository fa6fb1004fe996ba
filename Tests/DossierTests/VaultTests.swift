import Dossier
import DossierFiles
import DossierModel
import Foundation
import SeededGenerator
import Testing

/// Folders of notes as note-taking tools keep them.
@Suite("A folder of notes")
struct VaultTests {
  /// A picture of one colour: a PNG's signature, and a header with its size.
  static func picture(width: UInt8, height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]
  }

  /// Writes 300 notes that link to, show and name each other.
  static func write(to folder: TemporaryFolder) throws {
    var random = SeededGenerator(state: 7)
    let people = [
      "Angela Merkel", "Tony Blair", "Barack Obama", "Vladimir Putin", "Xi Jinping", "David Cameron",
    ]
    let places = ["Berlin", "London", "Moscow", "Beijing", "Cairo"]
    for number in 0..<300 {
      let (other, third) = (random.below(300), random.below(300))
      let (person, place) = (people[random.below(people.count)], places[random.below(places.count)])
      var text = """
        ---
        aliases: [Alias \(number), "Other \(number)"]
        tags: [talks, \(place.lowercased())]
        created: 2023-01-0\(1 + number % 9)T10:00
        cssclasses: [wide]
        ---
        # Note \(number)

        \(person) was in \(place) on \(1 + number % 28) March 2015. #talks See [[note-\(other)]], [[Alias \(third)|another]]
        and [[Note \(other)#Who|the names]].[^1] It was ==clear==, and ~~not~~ long. %%Hidden%% ^p\(number)a

        ## Who

        | Name | Place |
        |:-----|------:|
        | \(person) | \(place) |
        | [[note-\(third)\\|third]] | `a\\|b` |

        > [!note]- About [[note-\(other)]]
        > \(person) said so.

        - [ ] write to \(person)
        - [x] go to \(place)

        [^1]: From [another note](../\(third % 10)/note-\(third).md#who).

        """
      switch number % 4 {
      case 0: text += "![[note-\(other)#^p\(other)a]]\n"
      case 1: text += "![[picture \(number % 5).png|120]]\n"
      case 2: text += "![A picture](../pictures/picture%20\(number % 5).png \"In \(place)\")\n"
      default: text += "Term\n: [[#Who]] of \(person)\n"
      }
      try folder.write("\(number % 10)/note-\(number).md", text)
    }
    for number in 0..<5 {
      try folder.write("pictures/picture \(number).png", picture(width: 40, height: UInt8(20 + number)))
    }
    try folder.write(".obsidian/app.json", "{}")
    try folder.write(".obsidian/note.md", "[[nowhere]]")
  }

  @Test("is built without edits, and without a message that says nothing")
  func vault() async throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let report = await folder.build {
      $0.recogniser = .fast
      $0.cache = .none
    }
    #expect(report.isWritten)
    #expect(report.documents == 300)
    // Paragraphs may show each other in a circle, as the generator has it.
    let messages = report.diagnostics.filter { $0.id != "read.embed-cycle" }
    #expect(messages.map(\.description) == [])

    let page = try folder.page("documents/1/note-1.html")
    #expect(page.contains("<span id=\"who\"></span>"))
    #expect(page.contains("width=\"120\" height=\"63\""))
    #expect(page.contains("<details class=\"callout neutral\">"))
    #expect(!page.contains("[["))
    #expect(!page.contains("Hidden"))
    let pictures = try Files.names(in: folder.site + "/assets").filter { $0.text.hasPrefix("picture-") }
    #expect(pictures.count == 5)

    let check = await folder.build {
      $0.recogniser = .fast
      $0.isCheck = true
    }
    #expect(check.diagnostics.filter { $0.id.hasPrefix("links.") }.map(\.description) == [])
  }
}
