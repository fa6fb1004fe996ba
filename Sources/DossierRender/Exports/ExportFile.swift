/// A file of data for other programs.
public enum ExportFile: Hashable, Sendable {
  /// What all the files are, in the terms of Frictionless Data.
  case package
  /// The same for people to read.
  case guide
  /// Rows of a table as JSON, and as CSV.
  case json(ExportTable, part: Int)
  case csv(ExportTable, part: Int)
  /// Documents, entities and sentences in JSON-LD.
  case graph(part: Int)
  /// Documents, and what is in them, in FollowTheMoney's model.
  case moneyDocuments(part: Int)
  case moneyEntities(part: Int)
  /// Ties as a graph in GraphML.
  case ties(part: Int)
}

extension ExportFile {
  /// The folder of all files.
  static let folder = "data/"

  /// The path in the site.
  var path: String { Self.folder + name }

  /// The path in the folder. The first part has the plain name; most sites have no other.
  var name: String {
    switch self {
    case .package: "datapackage.json"
    case .guide: "README.md"
    case .json(let table, let part): Self.numbered(table.rawValue, part, ".json")
    case .csv(let table, let part): Self.numbered(table.rawValue, part, ".csv")
    case .graph(let part): Self.numbered("graph", part, ".jsonld")
    case .moneyDocuments(let part): Self.numbered("documents", part, ".ftm.json")
    case .moneyEntities(let part): Self.numbered("entities", part, ".ftm.json")
    case .ties(let part): Self.numbered("ties", part, ".graphml")
    }
  }

  private static func numbered(_ name: String, _ part: Int, _ ending: String) -> String {
    part == 0 ? name + ending : "\(name)--\(part + 1)\(ending)"
  }

  /// The number of the file among those of its kind, from 0.
  var part: Int {
    switch self {
    case .package, .guide: 0
    case .json(_, let part), .csv(_, let part), .graph(let part), .moneyDocuments(let part),
      .moneyEntities(let part),
      .ties(let part):
      part
    }
  }

  /// What the file is.
  var explanation: String {
    switch self {
    case .package: "the same for programs, with sizes and SHA-256 (Frictionless Data Package)"
    case .guide: "what all of these files are, and what every column means"
    case .json(let table, _), .csv(let table, _): table.explanation
    case .graph: "documents, entities and sentences in the words of schema.org (JSON-LD)"
    case .moneyDocuments: "the documents in FollowTheMoney's model, for Aleph and OpenAleph"
    case .moneyEntities: "entities, mentions and ties in the same model"
    case .ties: "the ties as a graph (GraphML), for Gephi, yEd, NetworkX and others"
    }
  }

  /// The media type (IANA's registry; GraphML and FollowTheMoney have none of their own).
  var mediaType: String {
    switch self {
    case .package, .json: "application/json"
    case .guide: "text/markdown"
    case .csv: "text/csv"
    case .graph: "application/ld+json"
    case .moneyDocuments, .moneyEntities: "application/x-ndjson"
    case .ties: "application/xml"
    }
  }
}
