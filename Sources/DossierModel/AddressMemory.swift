/// The addresses that a briefing has given to its entities' pages so far, so that links to them stay good.
public struct AddressMemory: Hashable, Sendable {
  /// The addresses in the order of their bytes.
  public var entries: [Entry]

  /// An address and whose it is.
  public struct Entry: Hashable, Sendable {
    /// The folder and the name of the page, without extension: "people/kim-jong-un".
    public var address: String
    /// The name for which it was given out.
    public var name: String
    /// The address that has taken its place.
    public var movedTo: String?

    /// Creates an entry.
    public init(address: String, name: String, movedTo: String? = nil) {
      self.address = address
      self.name = name
      self.movedTo = movedTo
    }
  }

  /// Creates a memory.
  public init(entries: [Entry] = []) { self.entries = entries }
}

/// An old address that leads to an entity's page.
public struct Redirect: Hashable, Sendable {
  /// The old address: "people/putin".
  public var address: String
  /// The entity's index in the briefing.
  public var entity: Int

  /// Creates a redirect.
  public init(address: String, entity: Int) {
    self.address = address
    self.entity = entity
  }
}
