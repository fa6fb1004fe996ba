internal import DossierModel

/// Names that may stand for something else: a building for those who work in it, a capital for its government, a half for
/// the whole. They are things of their own, and never count for the other.
enum Metonyms {
  /// What a name may stand for, as words, and a country to which the words belong.
  private static let table: [String: (phrase: String, countries: [String])] = [
    "Kremlin": ("the government of Russia", ["Russia"]),
    "Downing Street": ("the office of the prime minister of the United Kingdom", ["United Kingdom"]),
    "Whitehall": ("the government of the United Kingdom", ["United Kingdom"]),
    "Westminster": ("the parliament of the United Kingdom", ["United Kingdom"]),
    "White House": ("the president of the United States and their staff", ["United States"]),
    "Pentagon": ("the Department of Defense of the United States", ["United States"]),
    "Capitol Hill": ("the Congress of the United States", ["United States"]),
    "Foggy Bottom": ("the Department of State of the United States", ["United States"]),
    "Langley": ("the Central Intelligence Agency", ["United States"]),
    "Wall Street": ("the financial markets of the United States", ["United States"]),
    "Hollywood": ("the film industry of the United States", ["United States"]),
    "Élysée Palace": ("the president of France", ["France"]),
    "Quai d'Orsay": ("the foreign ministry of France", ["France"]),
    "Zhongnanhai": ("the leadership of China", ["China"]),
    "Blue House": ("the president of South Korea", ["South Korea"]),
    "Planalto": ("the president of Brazil", ["Brazil"]),
    "Casa Rosada": ("the president of Argentina", ["Argentina"]),
    "Vatican": ("the leadership of the Catholic Church", []),
    "Vatican City": ("the leadership of the Catholic Church", []),
    "Brussels": (
      "the institutions of the European Union, or the government of Belgium", ["European Union", "Belgium"]
    ),
    "The Hague": ("the international courts there, or the government of the Netherlands", ["Netherlands"]),
    "Korea": ("North Korea, South Korea, or both", ["North Korea", "South Korea"]),
    "Ankara": ("the government of Turkey", ["Turkey"]),
  ]

  /// Fills in what each entity's name may stand for.
  ///
  /// - Complexity: O(entities).
  static func add(to entities: inout [Entity]) {
    var numbers: [String: Int] = [:]
    for (number, entity) in entities.enumerated() where entity.kind != .person {
      numbers[entity.name] = number
    }
    for number in entities.indices
    where entities[number].kind == .place || entities[number].kind == .organisation {
      let name = entities[number].name
      if let (phrase, countries) = table[name] {
        entities[number].standsFor = StandsFor(phrase: phrase, entities: countries.compactMap { numbers[$0] })
      } else if entities[number].kind == .place, let country = Country.byCapital[name] {
        let article = country.takesArticle ? "the " : ""
        entities[number].standsFor = StandsFor(
          phrase: "the government of \(article)\(country.name)",
          entities: [numbers[country.name]].compactMap(\.self))
      }
    }
  }
}

extension Country {
  fileprivate var takesArticle: Bool {
    ["United", "Democratic", "Republic", "Central", "Dominican"].contains { name.hasPrefix($0 + " ") }
      || [
        "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Seychelles", "Comoros",
        "Palestinian Territories",
      ]
      .contains(name)
  }
}
