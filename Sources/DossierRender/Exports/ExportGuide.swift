/// What the files of data are, for who has received a site. It is the same in all sites, and made from what the files are made
/// from.
enum ExportGuide {
  static var bytes: [UInt8] {
    var lines = [opening]
    for table in ExportTable.allCases {
      lines.append("### \(table.rawValue).json, \(table.rawValue).csv\n\n\(table.explanation)\n")
      lines.append("| column | type | what it is |\n|---|---|---|")
      for column in table.columns {
        lines.append(
          "| `\(column.name)` | \(column.type.rawValue)\(column.isOptional ? "?" : "") | \(column.explanation) |"
        )
      }
      lines.append("")
    }
    lines.append(closing)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static let opening = """
    # The data of this briefing

    Version \(ExportTable.version). A later version may add columns at the end of a table and keeps its number; whatever else
    changes gets a new number, which stands in `datapackage.json` and in each JSON file.

    All files are UTF-8. The same documents give the same bytes. `datapackage.json` lists the files with their rows, sizes and
    SHA-256, and the columns of the CSV files by Table Schema ([Frictionless Data](https://specs.frictionlessdata.io/)). Of a very
    large briefing, a table is in several files, `sentences.csv`, `sentences--2.csv` and so on, none of which has more than
    \(Site.rowsPerExport) rows.

    Counts are those of the pages: the `mentions` of an entity are its rows in `mentions`, and so on. An unclear name, of which
    the documents do not say whose it is, is an entity of its own with `isUnclear`; what it may stand for is in `candidates`, and
    it counts for none of them. What is not known is null in JSON and empty in CSV.

    A machine has found the names, and may be wrong: `score` says how sure it is. A tie says that two things are named in the same
    sentence, and no more.

    ## Tables

    The JSON files are one object each, `{"schema": "dossier-data", "version": …, "part": …, "parts": …, "TABLE": [rows]}`, with a
    row a line. In CSV (RFC 4180), lists are JSON in a cell. A text that a spreadsheet might take for a formula has an apostrophe
    before it, and so has one that begins with an apostrophe: take one apostrophe away from a text that begins with it, and you
    have what is in the JSON. Offsets count in the text without it.

    A type with a question mark may be missing. A `url` is a link from the root of the site.

    """

  private static let closing = """
    ## Other formats

    - `graph.jsonld`: documents, entities and sentences in the words of [schema.org](https://schema.org/), as JSON-LD. The context
      is in the file. Ids are the addresses of pages.
    - `documents.ftm.json`, `entities.ftm.json`: lines of [FollowTheMoney](https://followthemoney.tech/) for Aleph and OpenAleph.
      Documents are Article, Email or Pages; things are Person, Organization, Address (places), Event, or Note (others). That a
      document names a person or an organisation is a Mention, anything else a Documentation; an unclear name is a Mention that is
      resolved to nobody. A tie is an UnknownLink with its documents as proof, the ids of its sentences, and five of them in words.
      An id is the first 40 digits of the SHA-256 of the address: of `people/NAME`, `documents/ID`, `mention documents/ID people/NAME`
      or `tie A B`. It stays as long as the address does.
    - `ties.graphml`: an undirected graph for Gephi, yEd, NetworkX and others. Nodes have name, kind, entity (the id), url, mentions,
      documents and isUnclear; edges have count, score, documents, isBeyondChance and isUnclear. The id of a node is the entity's, with
      a colon in place of the slash.
    """
}
