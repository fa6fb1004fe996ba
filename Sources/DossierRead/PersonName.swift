/// Names of people as lists of them are sorted.
enum PersonName {
  /// "Doe, Jane" is "Jane Doe"; any other name stays.
  static func inOrder(_ name: String) -> String {
    let parts = name.split(separator: ",").map(\.trimmed)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, parts[1].split(separator: " ").count <= 2
    else {
      return name
    }
    return parts[1] + " " + parts[0]
  }
}
