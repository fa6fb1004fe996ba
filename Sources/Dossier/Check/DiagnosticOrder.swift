internal import DossierModel

/// Returns messages in the order of files, lines and columns; those of no place come last. Equal ones keep their order.
func inOrderOfFiles(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  func isBefore(_ a: SourceLocation, _ b: SourceLocation) -> Bool {
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    return (a.line, a.column) < (b.line, b.column)
  }
  let sorted = diagnostics.enumerated().sorted { a, b in
    switch (a.element.location, b.element.location) {
    case (let first?, let second?):
      if isBefore(first, second) { return true }
      return isBefore(second, first) ? false : a.offset < b.offset
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): return a.offset < b.offset
    }
  }
  return sorted.map(\.element)
}
