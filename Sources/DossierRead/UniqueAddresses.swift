public import DossierModel

/// Returns the documents without those whose address an earlier one has, and an error for each left out.
///
/// - Parameter location: The path of a document, to show in messages.
public func withUniqueAddresses(
  _ documents: [Document], location: (Document) -> String
) -> (documents: [Document], diagnostics: [Diagnostic]) {
  var first: [String: Int] = [:]
  var kept: [Document] = []
  var diagnostics: [Diagnostic] = []
  kept.reserveCapacity(documents.count)
  for document in documents {
    if let other = first[document.slug] {
      diagnostics.append(
        .sameAddress(location(document), slug: document.slug, other: location(kept[other])))
    } else {
      first[document.slug] = kept.count
      kept.append(document)
    }
  }
  return (kept, diagnostics)
}
