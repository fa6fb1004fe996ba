internal import DossierModel

extension DocumentNames {
  /// Joins short forms of names that are no people's: initials, beginnings, names without the place before them.
  mutating func joinThings(_ table: FormTable) {
    let things = names.indices.filter { !names[$0].isPerson && names[$0].decision == nil }
    guard things.count > 1 else { return }
    // What a short form may stand for: by its initials, and by its words.
    var byInitials: [String: [Int]] = [:]
    var byWords: [String: [Int]] = [:]
    let places = Set(things.filter { names[$0].kinds[.place] > 0 }.map { table[names[$0].form].name.key })
    for name in things {
      let words = table[names[name].form].name.words
      let lead = OrganisationName.leadingPlaces(words) { places.contains($0) || Country.words.contains($0) }
      if lead > 0 {
        byWords[NameForm.fullKey(of: words[lead...]), default: []].append(name)
        for initials in OrganisationName.initials(of: words[lead...]) where initials.utf8.count > 2 {
          byInitials[initials, default: []].append(name)
        }
      }
      for initials in OrganisationName.initials(of: words[...]) where initials.utf8.count > 1 {
        byInitials[initials, default: []].append(name)
      }
      for end in words.indices.dropFirst() where OrganisationName.isShortForm(words[..<end], of: words) {
        byWords[NameForm.fullKey(of: words[..<end]), default: []].append(name)
      }
    }
    for name in things where names[name].head == name && names[name].canonicalName == nil {
      let form = table[names[name].form].name
      if form.isAcronym, let full = only(byInitials[form.words[0].letters], besides: name) {
        join(name, to: full, .initials(evidence(of: full)))
      } else if names[name].kinds[.organisation] > 0, let full = only(byWords[form.key], besides: name),
        names[full].kinds[.organisation] > 0
      {
        join(name, to: full, .shortForm(evidence(of: full)))
      }
    }
  }

  /// Returns what the names stand for, if that is one thing.
  private func only(_ names: [Int]?, besides name: Int) -> Int? {
    guard let names else { return nil }
    let roots = Set(names.map { root(of: $0) }).subtracting([root(of: name)])
    return roots.count == 1 ? roots.first : nil
  }
}
