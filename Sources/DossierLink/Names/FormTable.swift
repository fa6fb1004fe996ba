internal import DossierModel

/// Every way in which names are written, taken apart once.
struct FormTable {
  /// A way of writing a name.
  struct Form {
    let name: NameForm
    /// The parts, where it is a person's.
    let person: PersonName?

    /// What equal names have in common, within people or within things.
    var key: String { person?.key ?? name.key }
    /// The name as written, without titles.
    var text: String { person?.text ?? name.text }
  }

  private var people: [String: Int] = [:]
  private var things: [String: Int] = [:]
  private(set) var forms: [Form] = []

  subscript(_ number: Int) -> Form { forms[number] }

  /// Returns the number of a form, taking it apart where it is new.
  mutating func number(of text: Substring, isPerson: Bool) -> Int {
    let text = String(text)
    if let known = isPerson ? people[text] : things[text] { return known }
    let name = NameForm(text, keepsInitials: isPerson)
    forms.append(Form(name: name, person: isPerson ? PersonName(name) : nil))
    if isPerson { people[text] = forms.count - 1 } else { things[text] = forms.count - 1 }
    return forms.count - 1
  }
}
