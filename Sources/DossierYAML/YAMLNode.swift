public import DossierModel

/// A value of a YAML document, with its place.
public struct YAMLNode: Hashable, Sendable {
  /// The value.
  public var value: YAMLValue
  /// The bytes of the value in the parsed text.
  public var range: TextRange

  /// Creates a node.
  public init(value: YAMLValue, range: TextRange) {
    self.value = value
    self.range = range
  }
}

/// A YAML value. Whether a text is a number, a date or a word is for those to say who use it.
public indirect enum YAMLValue: Hashable, Sendable {
  /// Text; `isPlain` where it is not quoted.
  case scalar(String, isPlain: Bool)
  /// A sequence.
  case list([YAMLNode])
  /// A mapping, in the order of the text.
  case map([YAMLEntry])
  /// Nothing, `~` or `null`.
  case null
}

/// A key of a mapping with its value.
public struct YAMLEntry: Hashable, Sendable {
  /// The key.
  public var key: String
  /// The bytes of the key in the parsed text.
  public var keyRange: TextRange
  /// The value.
  public var node: YAMLNode

  /// Creates an entry.
  public init(key: String, keyRange: TextRange, node: YAMLNode) {
    self.key = key
    self.keyRange = keyRange
    self.node = node
  }
}
