extension SourceRecord {
  /// Whether it says where the document is from: who wrote or published it, or where it stands.
  public var hasSource: Bool { publisher != nil || url != nil || !authors.isEmpty }
}
