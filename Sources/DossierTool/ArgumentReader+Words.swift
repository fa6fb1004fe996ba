internal import DossierModel

/// How words become arguments, flags and values.
extension ArgumentReader {
  mutating func readWords() throws(UsageError) {
    while let word = words.popFirst() {
      if word == "--" {
        arguments += words
        return
      }
      if word.hasPrefix("--") {
        try readLong(word)
      } else if word.hasPrefix("-"), word != "-" {
        try readShort(word)
      } else {
        arguments.append(word)
      }
      // Asking for help is never wrong, whatever follows.
      if flags.contains(.help) { return }
    }
  }

  /// Reads "--name" or "--name=value".
  mutating func readLong(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let option = command.options.first(where: { $0.long == parts[0] }) else {
      throw wrong(.unknownOption(parts[0], of: command))
    }
    let attached = parts.count > 1 ? parts[1] : nil
    if option.value == nil {
      if let attached { throw wrong(.needlessValue(attached, of: option.long)) }
      flags.insert(option)
    } else if option.valueIsOptional, attached == nil {
      flags.insert(option)
    } else {
      let value = try value(of: option, called: option.long, attached: attached)
      values[option] = value
      if option.isRepeatable { lists[option, default: []].append(value) }
    }
  }

  /// Reads "-q", "-qv", "-j4" or "-j 4".
  mutating func readShort(_ word: String) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.letter == letter }) else {
        throw wrong(.unknownOption(word.count == 2 ? word : "-\(letter)", of: command))
      }
      if option.value == nil {
        flags.insert(option)
        continue
      }
      var attached = letters.isEmpty ? nil : String(letters)
      if let text = attached, text.hasPrefix("=") { attached = String(text.dropFirst()) }
      values[option] = try value(of: option, called: "-\(letter)", attached: attached)
      return
    }
  }

  /// Returns an option's value: what is attached to it, or the next word, unless that is an option itself.
  mutating func value(
    of option: CommandOption, called name: String, attached: String?
  ) throws(UsageError) -> String {
    var text = attached
    if text == nil, let next = words.first {
      let isOption = next.hasPrefix("-") && !(next.dropFirst().first?.isNumber ?? true)
      if !isOption { text = words.popFirst() }
    }
    guard let text, !text.isEmpty else {
      let separator = option.valueIsOptional ? "=" : " "
      throw wrong(.missingValue(of: name, called: separator + (option.value?.name ?? "")))
    }
    return text
  }
}
