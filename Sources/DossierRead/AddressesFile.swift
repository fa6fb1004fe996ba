public import DossierModel
internal import DossierYAML

/// The file `addresses.yml`: the addresses that pages have had.
///
///     people/kim-jong-un: Kim Jong-Un
///     people/kim: {name: Kim, moved: people/kim-jong-un}
///
/// The program writes it, and the author keeps it with the documents. One line an address, so that a difference is easily
/// read.
public enum AddressesFile {
  /// The name of the file in the documents' folder.
  public static let name = "addresses.yml"

  /// Reads the text of the file at `path`.
  ///
  /// - Throws: The first mistake. What is not understood would be lost when the file is written again.
  /// - Complexity: O(bytes).
  public static func read(_ source: String, path: String) throws(Diagnostic) -> AddressMemory {
    guard let root = try YAML.parse(source, path: path), root.value != .null else { return AddressMemory() }
    func place(_ range: TextRange) -> SourceLocation {
      SourceLocation(path: path, source: source, range: range)
    }
    guard case .map(let entries) = root.value else { throw .addressesNotAMap(place(root.range)) }
    var memory = AddressMemory()
    for entry in entries {
      guard isAddress(entry.key) else { throw .notAPageAddress(entry.key, place(entry.keyRange)) }
      switch entry.node.value {
      case .scalar(let name, _): memory.entries.append(AddressMemory.Entry(address: entry.key, name: name))
      case .map(let fields):
        var texts: [String: String] = [:]
        for field in fields {
          guard case .scalar(let text, _) = field.node.value else {
            throw .addressWithoutName(place(field.node.range))
          }
          texts[field.key] = text
        }
        guard let name = texts["name"], let moved = texts["moved"], isAddress(moved) else {
          throw .addressWithoutName(place(entry.node.range))
        }
        memory.entries.append(AddressMemory.Entry(address: entry.key, name: name, movedTo: moved))
      case .list, .null: throw .addressWithoutName(place(entry.keyRange))
      }
    }
    return memory
  }

  /// Returns the text of the file.
  public static func text(_ memory: AddressMemory) -> String {
    var text = """
      # The addresses of pages, so that links to them stay good. Written by 'dossier build'; keep it with the documents.

      """
    for entry in memory.entries {
      let name = YAMLText.scalar(entry.name)
      let moved = entry.movedTo.map { "{name: \(name), moved: \(YAMLText.scalar($0))}" }
      text += "\(YAMLText.scalar(entry.address)): \(moved ?? name)\n"
    }
    return text
  }

  /// Whether a text is a kind's folder and a slug. Nothing else may become the path of a page.
  private static func isAddress(_ text: String) -> Bool {
    // By bytes: a mark that combines with the slash would make it another character.
    let parts = text.utf8.split(separator: 47, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard parts.count == 2, EntityKind.allCases.contains(where: { $0.folder == parts[0] }) else {
      return false
    }
    return !parts[1].isEmpty && parts[1] == Slug.make(parts[1], limit: .max) && parts[1] != "index"
      && parts[1].utf8.count <= 100
  }
}
