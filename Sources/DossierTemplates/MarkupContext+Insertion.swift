internal import DossierModel

/// What is wrong with markup in a template, or with a value's place in it.
enum MarkupProblem {
  case inUnquotedValue, unquotedValue, inTag, inComment, inPragma
  case inRawText([UInt8]), markupInPlainText([UInt8]), markupInAttribute
  case addressNeeded([UInt8]), gluedAddress([UInt8]), gluedAttribute, documentInAttribute
  case inlineStyle, inlineScript([UInt8])
}

extension MarkupContext {
  enum Inserted { case text, url, html }

  /// Attributes that a browser reads as addresses.
  private static let addressAttributes = Set(
    [
      "href", "src", "action", "formaction", "srcset", "imagesrcset", "poster", "data", "cite", "background",
      "ping", "manifest", "longdesc", "usemap", "codebase", "classid", "archive", "profile", "xlink:href",
      "xml:base",
    ].map { Array($0.utf8) })

  private var takesAddress: Bool { Self.addressAttributes.contains(attribute) }

  /// Puts a value here, and returns what is wrong with that.
  mutating func insert(_ inserted: Inserted) -> MarkupProblem? {
    let problem = problem(inserting: inserted)
    if case .quoted = place {
      valueHasContent = true
      valueHasAddress = takesAddress
      if tag == Array("meta".utf8), attribute == Array("content".utf8) { hasInsertedContent = true }
    }
    // Go on as if there were a name or value here, so that one mistake is told once.
    switch place {
    case .tagOpen, .endTagOpen: place = .tagName
    case .beforeName, .afterName, .afterValue:
      attribute = []
      place = .name
    case .beforeValue: place = .unquoted
    default: break
    }
    return problem
  }

  private func problem(inserting inserted: Inserted) -> MarkupProblem? {
    switch place {
    case .text: return nil
    case .rawText:
      guard Self.plainElements.contains(tag) else { return .inRawText(tag) }
      return inserted == .html ? .markupInPlainText(tag) : nil
    case .comment, .bogusComment, .declaration: return .inComment
    case .unquoted, .beforeValue: return .inUnquotedValue
    case .tagOpen, .endTagOpen, .tagName, .beforeName, .name, .afterName, .afterValue: return .inTag
    case .quoted:
      if isEndTag { return .inTag }
      if inserted == .html { return .markupInAttribute }
      // A browser reads the value of srcdoc as a document, in which escaped text is markup again.
      if attribute == Array("srcdoc".utf8) { return .documentInAttribute }
      if tag == Array("meta".utf8), attribute == Array("content".utf8), isPragma { return .inPragma }
      guard takesAddress else { return nil }
      if inserted == .text { return .addressNeeded(attribute) }
      return valueHasContent ? .gluedAddress(attribute) : nil
    }
  }

  /// Returns the context that stands for both, after a section that may be shown or not, or nothing where a
  /// template can't go on from both alike.
  func joined(with other: MarkupContext) -> MarkupContext? {
    var joined = self
    joined.valueHasContent = valueHasContent || other.valueHasContent
    joined.valueHasAddress = valueHasAddress || other.valueHasAddress
    joined.isPragma = isPragma || other.isPragma
    joined.hasInsertedContent = hasInsertedContent || other.hasInsertedContent
    guard tag == other.tag, isEndTag == other.isEndTag else { return nil }
    if place == other.place {
      switch place {
      case .quoted, .beforeValue, .unquoted: return attribute == other.attribute ? joined : nil
      case .comment:
        joined.matched = min(matched, other.matched)
        return joined
      case .rawText, .declaration: return matched == other.matched ? joined : nil
      case .name where attribute != other.attribute: break
      default: return joined
      }
    }
    guard mayEndHere, other.mayEndHere else { return nil }
    // After an attribute only space or the tag's end may follow, which is right after a name and before one too.
    joined.place = .afterValue
    joined.attribute = []
    return joined
  }

  /// Whether a tag could end here.
  private var mayEndHere: Bool {
    switch place {
    case .tagName, .beforeName, .name, .afterName, .afterValue: true
    default: false
    }
  }
}
