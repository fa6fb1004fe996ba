/// Places that share a name, told apart by what else a document names.
struct NamesakePlaces {
  /// One of the places.
  struct Sense {
    /// Its name on pages.
    let name: String
    /// Names that go with it, by their letters.
    let company: Set<String>
  }

  let senses: [Sense]
  /// What the name is called where nothing tells which is meant.
  let unclear: String

  /// Returns the place that a document means, if its names go with one only.
  func sense(among names: Set<String>) -> Sense? {
    let fitting = senses.filter { !$0.company.isDisjoint(with: names) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The places by the name that they share.
  static let all: [String: NamesakePlaces] = [
    "Georgia": NamesakePlaces(
      unclear: "Georgia (country or U.S. state)",
      (
        "Georgia",
        "tbilisi abkhazia southossetia saakashvili armenia azerbaijan russia caucasus blacksea batumi gori"
          + " tskhinvali kutaisi turkey georgiandream ivanishvili yerevan baku europeanunion nato"
      ),
      (
        "Georgia (U.S. state)",
        "atlanta alabama florida tennessee southcarolina northcarolina savannah augusta macon"
          + " fultoncounty georgiatech universityofgeorgia marietta decatur mississippi briankemp"
      )),
    "Congo": NamesakePlaces(
      unclear: "Congo (Brazzaville or Kinshasa)",
      (
        "Democratic Republic of the Congo",
        "kinshasa goma kivu northkivu southkivu katanga lubumbashi bukavu rwanda kabila"
          + " tshisekedi ituri monusco kasai"
      ),
      ("Republic of the Congo", "brazzaville pointenoire sassounguesso")),
    "Washington": NamesakePlaces(
      unclear: "Washington",
      (
        "Washington",
        "dc whitehouse pentagon congress senate statedepartment washingtondc capitolhill maryland virginia"
      ),
      ("Washington (U.S. state)", "seattle spokane tacoma olympia oregon idaho pugetsound bellevue everett")),
    "Cambridge": NamesakePlaces(
      unclear: "Cambridge (England or Massachusetts)",
      ("Cambridge", "universityofcambridge england oxford cambridgeshire london unitedkingdom"),
      (
        "Cambridge, Massachusetts",
        "harvard harvarduniversity mit massachusetts boston massachusettsinstituteoftechnology"
      )),
  ]

  private init(unclear: String, _ senses: (name: String, company: String)...) {
    self.unclear = unclear
    self.senses = senses.map {
      Sense(name: $0.name, company: Set($0.company.split(separator: " ").map(String.init)))
    }
  }
}
