/// Returns the candidate nearest to `word`, at most two edits away and closer than half its length: for "did
/// you mean" hints.
///
/// Edits are insertion, deletion, substitution and the swap of neighbours (the restricted Damerau-Levenshtein
/// distance), ignoring case. Of equally near ones the first is returned.
public func nearMiss(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased())
  var best: (distance: Int, name: String)?
  for candidate in candidates where candidate != word {
    let distance = editDistance(letters, Array(candidate.lowercased()))
    if distance <= 2, distance * 2 < max(3, letters.count + 1), distance < best?.distance ?? .max {
      best = (distance, candidate)
    }
  }
  return best?.name
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  guard abs(a.count - b.count) <= 2 else { return .max }
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
