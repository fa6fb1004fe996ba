/// The country and the part of the world in which a place lies.
public struct PlaceLocation: Hashable, Sendable {
  /// The country's usual name; the place's own where it is one. Nothing for what no one country holds, such as a sea.
  public var country: String?
  /// The part of the world, a sub-region of UN M49: "Western Asia".
  public var region: String?
  /// The sentence that says so; nothing where a list does.
  public var evidence: Evidence?

  /// Creates a location.
  public init(country: String?, region: String?, evidence: Evidence? = nil) {
    self.country = country
    self.region = region
    self.evidence = evidence
  }
}
