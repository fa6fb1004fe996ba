internal import DossierHash

/// An entity of FollowTheMoney (https://followthemoney.tech), as Aleph and OpenAleph read it: an id, a schema, and properties that
/// have several values each.
struct MoneyEntity {
  private let schema: String
  private let id: String
  private var properties: [(name: String, values: [String])] = []

  /// The most Unicode scalars that the model's types take; what is longer would be left out as wrong.
  enum Limit: Int {
    case name = 384
    case string = 1_000
    case text = 60_000
  }

  /// - Parameter address: What the id is made from; the same gives the same id, whatever else changes.
  init(_ schema: String, _ address: String) {
    self.schema = schema
    id = MoneyEntity.id(of: address)
  }

  /// Returns the id of the entity with an address. Ids of the model have plain letters and digits only, and are short; so it is
  /// the first 40 hexadecimal digits of the address' SHA-256.
  static func id(of address: String) -> String {
    String(SHA256.hexDigits(of: Array(address.utf8)).prefix(40))
  }

  /// Adds the values of a property, each once, the empty ones left out and the long ones cut.
  mutating func add(_ name: String, _ values: [String], _ limit: Limit = .string) {
    var seen: Set<String> = []
    let kept = values.map { Self.cut($0, limit) }.filter { value in
      value.contains { !$0.isWhitespace } && seen.insert(value).inserted
    }
    if !kept.isEmpty { properties.append((name, kept)) }
  }

  mutating func add(_ name: String, _ value: String?, _ limit: Limit = .string) {
    if let value { add(name, [value], limit) }
  }

  /// Adds a reference to the entities with addresses.
  mutating func refer(_ name: String, to addresses: [String]) { add(name, addresses.map(Self.id)) }

  private static func cut(_ text: String, _ limit: Limit) -> String {
    // A text has no more scalars than bytes, so most need not be counted.
    guard text.utf8.count > limit.rawValue else { return text }
    return String(text.unicodeScalars.prefix(limit.rawValue))
  }

  /// Appends it as a line of JSON.
  func append(to json: inout JSONWriter) {
    json.object { json in
      json.entry("id", id)
      json.entry("schema", schema)
      json.key("properties")
      json.object { json in
        for (name, values) in properties {
          json.key(name)
          json.array { json in
            for value in values { json.text(value) }
          }
        }
      }
    }
    json.end()
  }
}
