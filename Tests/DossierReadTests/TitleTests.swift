import DossierModel
import DossierRead
import Testing

@Suite struct TitleTests {
  private func title(_ text: String, path: String = "a.txt") throws -> (String, Document.TitleOrigin) {
    let document = try #require(
      DocumentReader().document(path: path, location: path, bytes: Array(text.utf8)).document)
    return (document.title, document.titleOrigin)
  }

  @Test(arguments: [
    ("Foreign troops left the town. They had come in June.", "Foreign troops left the town"),
    ("Will they stay? Nobody knows that yet.", "Will they stay?"),
    (
      "U.S. Army General Joseph Votel met Dr. Low on Dec. 3 in St. Ives. He left.",
      "U.S. Army General Joseph Votel met Dr. Low on Dec. 3 in St. Ives"
    ),
    ("“It is over.” That is what he said.", "“It is over.”"),
    ("He said: “It is over.” Then he left.", "He said: “It is over.”"),
    ("At 9.30 a.m. Friday the gates were shut. It rained.", "At 9.30 a.m. Friday the gates were shut"),
    ("J. R. Low wrote it. Nobody read it.", "J. R. Low wrote it"),
    ("The price rose to 3.5 million. It fell.", "The price rose to 3.5 million"),
    ("朝鲜宣布进入准战争状态。韩国方面表示，将继续。", "朝鲜宣布进入准战争状态。"),
    ("One  word\tand\u{A0}another.", "One word and another"),
    (
      "The governor of the northern province told the assembly on Thursday that the road, which has been closed since June, would open.",
      "The governor of the northern province told the assembly on Thursday that the road"
    ),
    (
      "The governor of the northern province told the assembly on Thursday that the long road would open again before winter.",
      "The governor of the northern province told the assembly on Thursday that the long road…"
    ),
    (
      "On behalf of the president and of the whole American people, I congratulate the people of Turkey on the day of the republic.",
      "On behalf of the president and of the whole American people, I congratulate the people…"
    ),
    (
      "The two ministers will travel to Baghdad in the coming week to discuss key political, economic, and security issues of the day.",
      "The two ministers will travel to Baghdad in the coming week to discuss key political…"
    ),
  ])
  func firstSentences(text: String, expected: String) throws {
    let (title, origin) = try title(text)
    #expect(title == expected)
    #expect(origin == .firstSentence)
    #expect(title.unicodeScalars.count <= 91)
  }

  @Test func oneEndlessWordIsCut() throws {
    let (title, _) = try title(String(repeating: "x", count: 5000))
    #expect(title == String(repeating: "x", count: 90) + "…")
  }

  @Test func aTextWithoutLettersIsNamedAfterItsFile() throws {
    #expect(
      try title("Source: Reuters\n", path: "b/north_korea-visit.txt") == ("north korea visit", .fileName))
  }

  @Test(arguments: [
    "A full stop ends this line.\nThe council met in the old hall on Thursday and heard what the engineers had to say.",
    "small letters start this line\nThe council met in the old hall on Thursday and heard what the engineers had to say.",
    "The mayor said:\nThe council met in the old hall on Thursday and heard what the engineers had to say.",
    "apples\noranges\npears\n", "Apples\nOranges\nPears\nPlums\n",
  ])
  func whatIsNoHeadline(text: String) throws {
    #expect(try title(text).1 == .firstSentence)
  }

  @Test func headlinesMayAskOrBeLongWhereABlankLineFollows() throws {
    let prose = "The council met in the old hall on Thursday and heard what the engineers had to say."
    #expect(try title("Who closed the bridge?\n" + prose) == ("Who closed the bridge?", .headline))
    let long =
      "Minister for the Northern Province welcomes the reopening of the bridge and reiterates the support of the government for those who live on the river"
    #expect(try title(long + "\n\n" + prose) == (long, .headline))
  }
}
