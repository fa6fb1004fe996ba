import DossierModel
import DossierTemplates

/// The data of a Mustache case.
indirect enum JSON: Decodable, Sendable {
  case null, flag(Bool), text(String), list([JSON]), record([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .text(Int(exactly: number).map(String.init) ?? String(number))
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .record(try container.decode([String: JSON].self))
    }
  }
}

/// A schema made from data, and the records of that schema.
struct JSONSchema {
  let schema: TemplateSchema
  private let names: [String]
  private let inner: [String: JSONSchema]
  private let html: Set<String>

  init(_ records: [[String: JSON]], html: Set<String>) {
    self.html = html
    names = Set(records.flatMap(\.keys)).sorted()
    var inner: [String: JSONSchema] = [:]
    var fields: [(String, TemplateField)] = []
    for name in names {
      var kind = JSON.null
      var items: [[String: JSON]] = []
      for case .some(let sample) in records.map({ $0[name] }) {
        if case .null = kind { kind = sample }
        if case .record(let fields) = sample { items.append(fields) }
        guard case .list(let list) = sample else { continue }
        for case .record(let fields) in list { items.append(fields) }
      }
      let made = JSONSchema(items, html: html)
      inner[name] = made
      switch kind {
      case .flag: fields.append((name, .flag))
      case .text: fields.append((name, html.contains(name) ? .html : .text))
      case .list: fields.append((name, .list(made.schema)))
      case .record, .null: fields.append((name, .record(made.schema)))
      }
    }
    self.inner = inner
    schema = TemplateSchema("data", pairs(fields))
  }

  func record(_ data: [String: JSON]) -> TemplateRecord {
    TemplateRecord(schema, pairs(names.map { ($0, value($0, data[$0] ?? .null)) }))
  }

  private func value(_ name: String, _ json: JSON) -> TemplateValue {
    switch json {
    case .flag(let flag): return .flag(flag)
    case .text(let text): return html.contains(name) ? .html(HTML(trusted: text)) : .text(text)
    case .null: return .record(nil)
    case .record(let fields): return .record(inner[name]?.record(fields))
    case .list(let items):
      return .list(
        items.compactMap { if case .record(let fields) = $0 { inner[name]?.record(fields) } else { nil } })
    }
  }
}

/// Makes the literal that only the compiler can make.
func pairs<Value>(_ all: [(String, Value)]) -> KeyValuePairs<String, Value> {
  switch all.count {
  case 0: KeyValuePairs()
  case 1: KeyValuePairs(dictionaryLiteral: all[0])
  case 2: KeyValuePairs(dictionaryLiteral: all[0], all[1])
  case 3: KeyValuePairs(dictionaryLiteral: all[0], all[1], all[2])
  case 4: KeyValuePairs(dictionaryLiteral: all[0], all[1], all[2], all[3])
  default: preconditionFailure("a case has at most four fields")
  }
}
