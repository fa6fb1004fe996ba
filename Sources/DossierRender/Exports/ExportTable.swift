/// The tables of data that a site offers to other programs.
public enum ExportTable: String, CaseIterable, Hashable, Sendable {
  case documents, sentences, mentions, entities, ties, dates
}

extension ExportTable {
  /// The version of the tables: a new column at the end leaves it, all else that readers would notice raises it.
  static let version = 1

  /// What a row is.
  var explanation: String {
    switch self {
    case .documents: "One row for each document, with what is known of its source."
    case .sentences: "One row for each sentence, in the order of the documents."
    case .mentions: "One row for each name in a sentence: where it stands, and what it names."
    case .entities: "One row for each person, organisation, place, event or other thing that is named."
    case .ties: "One row for each two things that a sentence names together; it says no more than that."
    case .dates: "One row for each date that a sentence states, also where its days stay open."
    }
  }

  /// The columns that tell each row from all others.
  var primaryKey: [String] {
    switch self {
    case .documents, .sentences, .mentions, .entities, .dates: ["id"]
    case .ties: ["a", "b"]
    }
  }

  /// The columns whose values are ids of another table.
  var references: [(column: String, table: ExportTable)] {
    switch self {
    case .documents, .entities: []
    case .sentences: [("document", .documents)]
    case .mentions: [("entity", .entities), ("document", .documents), ("sentence", .sentences)]
    case .ties: [("a", .entities), ("b", .entities)]
    case .dates: [("document", .documents), ("sentence", .sentences)]
    }
  }

  /// The columns, in the order of the values of a row.
  var columns: [ExportColumn] {
    switch self {
    case .documents: Self.documentColumns
    case .sentences: Self.sentenceColumns
    case .mentions: Self.mentionColumns
    case .entities: Self.entityColumns
    case .ties: Self.tieColumns
    case .dates: Self.dateColumns
    }
  }

  private static let documentColumns: [ExportColumn] = [
    .one("id", .string, "the document's id: its page's path below documents/, without .html"),
    .one("path", .string, "the file, as its path in the folder of documents"),
    .one("title", .string, "the title"),
    .one("url", .string, "its page, as a link from the root of the site"),
    .maybe("date", .string, "when it was written, as exactly as is stated: 2015-08-21, 2015-08 or 2015"),
    .maybe("publisher", .string, "who published it"),
    .one("authors", .array, "who wrote it, in order"),
    .maybe("source", .string, "where the original stands, an http or https address"),
    .maybe("licence", .string, "the licence, as stated"),
    .one("language", .string, "its language, a BCP 47 tag: as stated, or else the briefing's"),
    .maybe("marking", .string, "its handling mark, or else the briefing's"),
    .one("format", .string, "the media type of the file"),
    .maybe("sha256", .string, "the SHA-256 of the file, in hexadecimal digits"),
    .one("words", .integer, "how many words it has"),
    .one("paragraphs", .integer, "how many numbered paragraphs it has, headings and title among them"),
    .one("sentences", .integer, "how many sentences it has: its rows of sentences"),
    .one("mentions", .integer, "how many names are found in it: its rows of mentions"),
  ]

  private static let sentenceColumns: [ExportColumn] = [
    .one("id", .string, "the sentence's id: document#pNsM, the Mth sentence of paragraph N"),
    .one("document", .string, "the document's id"),
    .one("paragraph", .integer, "the number of its paragraph, from 1"),
    .maybe("page", .integer, "the page of the original on which the paragraph starts, where that has pages"),
    .one("url", .string, "its place, as a link from the root of the site"),
    .one("text", .string, "the sentence, word for word; what offsets of mentions and dates count in"),
  ]

  private static let mentionColumns: [ExportColumn] = [
    .one("id", .string, "the mention's id: document#pNmM, the Mth mention of paragraph N"),
    .one("entity", .string, "the id of what it names"),
    .one("document", .string, "the document's id"),
    .one("sentence", .string, "the sentence's id"),
    .one("start", .integer, "its first character in the sentence's text, in Unicode scalars from 0"),
    .one("end", .integer, "the character after its last one"),
    .one("surface", .string, "the words themselves: the sentence's text from start to end"),
    .one("score", .number, "how sure the recogniser is that it is a name of that kind, from 0 to 1"),
    .one("found", .string, "what found it: list, shape, model, memory or author"),
    .one(
      "rule", .string,
      "why it is that thing: own-name, spelling, transliteration, rewording, list, title, surname, given-name, "
        + "other-name, names, short-form, initials, definition, only-bearer, author or hand"),
  ]

  private static let entityColumns: [ExportColumn] = [
    .one("id", .string, "the thing's id: its page's path, without .html"),
    .one("name", .string, "its name, as pages show it"),
    .one("kind", .string, "person, organisation, place, event or other"),
    .one("url", .string, "its page, as a link from the root of the site"),
    .one("aliases", .array, "its other names, in order of first appearance"),
    .maybe("description", .string, "what it is, in a document's words or the author's"),
    .maybe(
      "describedIn", .string,
      "the id of the sentence that the description is quoted from; none where it is the author's"),
    .maybe("link", .string, "an address with more about it, from the author"),
    .maybe("country", .string, "the country in which it lies, where it is a place and that is known"),
    .maybe("region", .string, "the part of the world in which it lies (UN M49), where that is known"),
    .one("mentions", .integer, "how often it is named: its rows of mentions"),
    .one("sentences", .integer, "how many sentences name it"),
    .one("documents", .integer, "how many documents name it"),
    .one(
      "isUnclear", .boolean,
      "whether it is a name of which the documents do not say what it stands for; its mentions count for none of the "
        + "candidates"),
    .one("candidates", .array, "the ids of what an unclear name may stand for"),
    .maybe("mayStandFor", .string, "what the name may also stand for, which is not counted as it"),
  ]

  private static let tieColumns: [ExportColumn] = [
    .one("a", .string, "the id of the one, which is first in entities"),
    .one("b", .string, "the id of the other"),
    .one("count", .integer, "how many sentences name both"),
    .one("documents", .integer, "how many documents have these sentences"),
    .one("expected", .number, "how many sentences would name both by chance"),
    .one("score", .number, "G², Dunning's log-likelihood ratio (1993): how far the count is from chance"),
    .one(
      "isBeyondChance", .boolean,
      "whether the count is above what chance explains, all pairs considered, and neither name is unclear"),
    .one("isUnclear", .boolean, "whether one of them is an unclear name"),
    .one("sentences", .array, "the ids of the sentences, in reading order"),
  ]

  private static let dateColumns: [ExportColumn] = [
    .one("id", .string, "the date's id: document#pNsMdK, the Kth date of that sentence"),
    .one("document", .string, "the document's id"),
    .one("sentence", .string, "the sentence's id"),
    .one("start", .integer, "its first character in the sentence's text, in Unicode scalars from 0"),
    .one("end", .integer, "the character after its last one"),
    .one("surface", .string, "the words themselves: the sentence's text from start to end"),
    .one("kind", .string, "date, time or duration (TIMEX3)"),
    .maybe("from", .string, "the first day meant, 2015-08-21; none where the days stay open"),
    .maybe("to", .string, "the last day meant; of one day, the same"),
    .one("isExact", .boolean, "whether from and to are just what is meant: neither open nor vague"),
    .one(
      "precision", .string,
      "the unit it is stated in: day, week, month, season, quarter, half, year, decade, century, or less than a day"
    ),
    .maybe(
      "modifier", .string,
      "how from and to are to be taken, where they are not exact: approximate, start, middle, end, before, after, "
        + "less-than, more-than, at-most or at-least"),
    .one("value", .string, "the value of TIMEX3 as far as the words alone go: 2015-08-21, XXXX-06"),
    .maybe("words", .string, "the days in words, never more exact than the text"),
    .maybe("open", .string, "why the days stay open, where they do"),
  ]
}
