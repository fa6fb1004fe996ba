import DossierModel
import DossierRead
import Testing

private let prose =
  "The council met in the old hall on Thursday and heard what the engineers had to say about the bridge, which is closed."

/// A text with a headline, a line below it, two paragraphs, and a line at the end.
private func document(below: String? = nil, end: String? = nil) throws -> Document {
  let lines = ["Bridge to stay closed", below, prose, prose, end].compactMap { $0 }
  let text = lines.joined(separator: "\n") + "\n"
  return try #require(
    DocumentReader().document(path: "a.txt", location: "a.txt", bytes: Array(text.utf8)).document)
}

@Suite struct RecordLineTests {
  @Test(arguments: [
    ("Friday, August 21, 2015", "2015-08-21"), ("21 August 2015", "2015-08-21"),
    ("March 5, 2007", "2007-03-05"),
    ("2015-08-21", "2015-08-21"), ("2015-08-21T10:30:00Z", "2015-08-21"),
    ("Published 3 March 2016", "2016-03-03"),
    ("Published: 3 March 2016", "2016-03-03"), ("Updated: 4 March 2016, 10:30 GMT", "2016-03-04"),
    ("Last updated on Tuesday 1st March 2016 at 2.15pm", "2016-03-01"), ("Aug. 3, 2015", "2015-08-03"),
    ("3 Sept 2015", "2015-09-03"), ("London, 3 March 2016", "2016-03-03"), ("21.08.2015", "2015-08-21"),
    ("21/08/2015", "2015-08-21"), ("08/21/2015", "2015-08-21"), ("August 2015", "2015-08"),
    ("Updated 4 March 2016, published 3 March 2016", "2016-03-03"), ("(3 March 2016)", "2016-03-03"),
    ("The 3rd of March 2016".replacing("The ", with: ""), "2016-03-03"), ("DATE: 3 MARCH 2016", "2016-03-03"),
  ])
  func datesBelowTheHeadline(line: String, date: String) throws {
    let document = try document(below: line)
    #expect(document.record.date?.iso == date)
    #expect(document.blocks[1].kind == .dateLine)
    #expect(document.blocks[0].kind == .title)
  }

  @Test(arguments: [
    "Taipei, Taiwan — The festival was off to a bright start on 3 March 2007 as thousands came to see it.",
    "On 3 March 2016", "3 March", "2016", "30 February 2016", "Mayor visits on 3 March 2016",
    "Rome 2016-13-01",
    "3 March 2016 was a cold day", "Version 2.10.2015.3",
  ])
  func whatIsNoDateLine(line: String) throws {
    let isRead = line == "On 3 March 2016"
    #expect((try document(below: line).record.date != nil) == isRead)
  }

  @Test func aDateWhoseDayMayBeItsMonthIsNotGuessed() throws {
    let document = try document(below: "03/04/2016")
    #expect(document.blocks[1].kind == .dateLine)
    #expect(document.record.date == nil)
  }

  @Test func aDateMayStandAtTheEndOrStartTheFirstParagraph() throws {
    #expect(try document(end: "Published 3 March 2016").record.date?.iso == "2016-03-03")
    #expect(try document(below: "Thursday, May 7, 2015 " + prose).record.date?.iso == "2015-05-07")
  }

  @Test(
    arguments: [
      ("By Jane Doe", ["Jane Doe"], nil), ("BY JANE DOE", ["JANE DOE"], nil),
      ("By Jane Doe and John Smith", ["Jane Doe", "John Smith"], nil),
      ("By Jane Doe, John Smith and Ann van der Low", ["Jane Doe", "John Smith", "Ann van der Low"], nil),
      ("By J. R. Doe, Foreign Editor", ["J. R. Doe"], "Foreign Editor"),
      ("By Jane Doe in Beirut", ["Jane Doe"], nil),
      ("By Omar al-Bashir", ["Omar al-Bashir"], nil),
      (
        "Jane Doe, Lecturer in International Politics, Lancaster University", ["Jane Doe"],
        "Lecturer in International Politics, Lancaster University"
      ),
      (
        "Ibrahim Al-Ja’afari, Senior Fellow at the Elm Institute", ["Ibrahim Al-Ja’afari"],
        "Senior Fellow at the Elm Institute"
      ),
    ] as [(String, [String], String?)])
  func bylinesAtEitherEnd(line: String, authors: [String], affiliation: String?) throws {
    for document in try [document(below: line), document(end: line)] {
      #expect(document.record.authors == authors)
      #expect(document.record.affiliation == affiliation)
      #expect(document.blocks.contains { $0.kind == .byline && document.text.slice($0.textRange) == line })
    }
  }

  @Test(arguments: [
    "Jane Doe, senior lecturer in international relations at Lancaster University", "— Jane Doe",
    "Jane Doe is a professor of geography at Lancaster University.",
  ])
  func bylinesAtTheEndOnly(line: String) throws {
    #expect(try document(end: line).record.authors == ["Jane Doe"])
    #expect(try document(below: line).record.authors == [])
  }

  @Test(arguments: [
    "By 2015 the bridge had been closed twice", "By the river", "By Thursday, he said", "By and large",
    "Tobias Ellwood, Minister for the Middle East welcomes the liberation of Sinjar", "North Korea",
    "Saudi Arabia and Iran",
    "By Jane Doe, who saw it.", "Jane Doe, who saw it", "Peekaboo Cosplay as The Fawn Image: Nick Moreau.",
  ])
  func whatIsNoByline(line: String) throws {
    #expect(try document(below: line).record.authors == [])
    #expect(try document(end: line).record.authors == [])
  }

  @Test func aListOfPeopleHasNoAuthors() throws {
    let people = ["Jane Doe, Editor", "John Smith, Director", "Ann Low, Analyst", "Max Roe, Lecturer"]
    #expect(try document(end: people.joined(separator: "\n")).record.authors == [])
  }

  @Test(
    arguments: [
      (
        "This article is republished from The Conversation under a Creative Commons license. Read the original article.",
        "The Conversation", "Creative Commons license", nil
      ),
      (
        "This article is republished from The Conversation underneath a Creative Commons license. Read the original article.",
        "The Conversation", "Creative Commons license", nil
      ),
      ("Published under CC BY 4.0", nil, "CC BY 4.0", nil), ("CC BY-SA 4.0", nil, "CC BY-SA 4.0", nil),
      ("© 2016 Crown copyright", nil, "© 2016 Crown copyright", nil),
      ("Open Government Licence v3.0", nil, "Open Government Licence v3.0", nil),
      ("Source: Reuters", "Reuters", nil, nil),
      ("Source: https://example.org/a.", nil, nil, "https://example.org/a"),
      ("Originally published at https://example.org/a?b=c(d)", nil, nil, "https://example.org/a?b=c(d)"),
      (
        "This story was originally published by the Elmstadt Post on 3 March 2016.", "the Elmstadt Post", nil,
        nil
      ),
      ("Licence: CC0", nil, "CC0", nil), ("https://example.org/", nil, nil, "https://example.org/"),
      ("All rights reserved.", nil, "All rights reserved", nil),
    ] as [(String, String?, String?, String?)])
  func licences(line: String, publisher: String?, licence: String?, url: String?) throws {
    let document = try document(end: line)
    #expect(document.blocks.last?.kind == .licence)
    #expect(document.record.publisher == publisher)
    #expect(document.record.licence == licence)
    #expect(document.record.url == url)
  }

  @Test(arguments: [
    "Sources in the ministry say that it will not be opened again before the autumn of next year.",
    "The article of the treaty was read out to the delegates, who had not seen it before.",
    "Link: javascript:alert(1) is what he typed, and much more besides, for he was a man of many words and few of them good ones, they said",
    "The report published on Monday was read by many, and its findings are to be debated in the spring.",
  ])
  func whatIsNoLicence(line: String) throws {
    let document = try document(end: line)
    #expect(document.record.url == nil)
    #expect(document.record.licence == nil)
    #expect(document.record.publisher == nil)
    #expect(document.blocks.last?.kind == .paragraph)
  }

  @Test func onlyAddressesOfTheWebBecomeAddresses() throws {
    for line in ["Source: javascript:alert(1)", "Source: ftp://example.org/a", "Source: https://"] {
      #expect(try document(end: line).record.url == nil)
    }
  }
}
