internal import DossierModel

extension JoinReason {
  /// The word for the rule in data, which never changes.
  var word: String {
    switch self {
    case .spelling: "spelling"
    case .transliteration: "transliteration"
    case .rewording: "rewording"
    case .list: "list"
    case .title: "title"
    case .part(.surname, _): "surname"
    case .part(.givenName, _): "given-name"
    case .part(.otherName, _): "other-name"
    case .part(.names, _): "names"
    case .shortForm: "short-form"
    case .initials: "initials"
    case .definition: "definition"
    case .onlyBearer: "only-bearer"
    case .author: "author"
    case .hand: "hand"
    }
  }
}
