public import DossierModel

extension Site {
  /// Returns the same site with another text in one document: what a preview shows until all that follows from the change
  /// is worked out. Of its pages only that of the document is good; the others would point into the old text.
  ///
  /// - Complexity: O(documents), which is far less than a new site takes.
  public func rewriting(_ index: Int, as document: BriefingDocument) -> Site {
    Site(self, rewriting: index, as: document)
  }
}
