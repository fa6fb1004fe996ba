/// What sort of thing a name stands for.
public enum EntityKind: UInt8, CaseIterable, Hashable, Sendable {
  case person
  case organisation
  case place
  case event
  case other
}

extension EntityKind {
  /// The word for one thing of this kind, as a class name in pages and a key in data: "person".
  public var word: String {
    switch self {
    case .person: "person"
    case .organisation: "organisation"
    case .place: "place"
    case .event: "event"
    case .other: "other"
    }
  }

  /// The folder of this kind's pages: "people".
  public var folder: String {
    switch self {
    case .person: "people"
    case .organisation: "organisations"
    case .place: "places"
    case .event: "events"
    case .other: "other"
    }
  }
}
