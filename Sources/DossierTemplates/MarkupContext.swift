internal import DossierModel

/// Where in HTML a template's text has come to, so that a value is put only where it is safe.
///
/// It follows the tokenizer of the HTML standard (section 13.2.5) as far as templates need: text, tags, attributes
/// and their values, comments, and the elements whose content is no markup.
struct MarkupContext: Hashable {
  enum Place: Hashable {
    case text, tagOpen, endTagOpen, tagName
    case beforeName, name, afterName, beforeValue, quoted(UInt8), unquoted, afterValue
    case declaration, bogusComment, comment
    /// Inside `tag`, whose content is no markup.
    case rawText
  }

  var place = Place.text
  /// The name of the tag, in lower case.
  var tag: [UInt8] = []
  var isEndTag = false
  /// The name of the attribute, in lower case.
  var attribute: [UInt8] = []
  /// Whether the attribute's value holds anything yet.
  var valueHasContent = false
  /// Whether an inserted address stands in the value, so that nothing may follow.
  var valueHasAddress = false
  /// Whether a `meta` has the attribute `http-equiv`, and whether a value is inserted into its `content`.
  var isPragma = false
  var hasInsertedContent = false
  /// How much is seen of what ends a comment ("--") or raw text ("</script").
  var matched = 0

  /// Elements in which references are resolved but tags are not.
  static let plainElements: Set<[UInt8]> = [Array("title".utf8), Array("textarea".utf8)]
  private static let rawElements = Set(
    ["script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"].map { Array($0.utf8) })

  /// Follows a piece of text; `report` is told each problem in it, with its bytes.
  ///
  /// - Returns: Where the last tag or comment of the piece begins, if any does.
  mutating func read(_ text: ArraySlice<UInt8>, report: (MarkupProblem, TextRange) -> Void) -> Int? {
    var opening: Int?
    for (offset, byte) in text.enumerated() {
      if place == .text, byte == UInt8(ascii: "<") { opening = offset }
      guard let problem = step(byte) else { continue }
      switch problem {
      case .inlineStyle, .inlineScript:
        report(problem, TextRange(max(0, offset - attribute.count), offset))
      default: report(problem, TextRange(offset, offset + 1))
      }
    }
    return opening
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 12 || byte == 13
  }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
  }
  private static func lower(_ byte: UInt8) -> UInt8 { isLetter(byte) ? byte | 32 : byte }

  private mutating func step(_ byte: UInt8) -> MarkupProblem? {
    switch place {
    case .text: if byte == UInt8(ascii: "<") { place = .tagOpen }
    case .tagOpen, .endTagOpen: openTag(byte)
    case .tagName:
      if !leavesName(byte) { tag.append(Self.lower(byte)) }
    case .beforeName, .afterName, .afterValue: return betweenAttributes(byte)
    case .name:
      if byte == UInt8(ascii: "=") { return startValue() }
      if Self.isSpace(byte) {
        place = .afterName
      } else if !leavesName(byte) {
        attribute.append(Self.lower(byte))
      }
    case .beforeValue:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        place = .quoted(byte)
        valueHasContent = false
        valueHasAddress = false
      } else if byte == UInt8(ascii: ">") {
        finishTag()
        return .unquotedValue
      } else if !Self.isSpace(byte) {
        place = .unquoted
        return .unquotedValue
      }
    case .quoted(let quote):
      if byte == quote {
        place = .afterValue
      } else {
        let isGlued = valueHasAddress
        valueHasAddress = false
        valueHasContent = true
        if isGlued { return .gluedAddress(attribute) }
      }
    case .unquoted:
      if byte == UInt8(ascii: ">") { finishTag() } else if Self.isSpace(byte) { place = .beforeName }
    case .declaration:
      matched = byte == UInt8(ascii: "-") ? matched + 1 : 0
      if matched == 2 {
        // "<!-->" is a whole comment: the dashes of its start count for its end.
        place = .comment
      } else if matched == 0 {
        place = byte == UInt8(ascii: ">") ? .text : .bogusComment
      }
    case .bogusComment: if byte == UInt8(ascii: ">") { leave() }
    case .comment:
      if byte == UInt8(ascii: "-") {
        matched = min(2, matched + 1)
      } else if byte == UInt8(ascii: ">"), matched >= 2 {
        leave()
      } else {
        matched = byte == UInt8(ascii: "!") && matched == 2 ? 3 : 0
      }
    case .rawText: matchEndTag(byte)
    }
    return nil
  }

  private mutating func openTag(_ byte: UInt8) {
    if Self.isLetter(byte) {
      leave()
      isEndTag = place == .endTagOpen
      tag = [byte | 32]
      place = .tagName
    } else if place == .endTagOpen {
      place = byte == UInt8(ascii: ">") ? .text : .bogusComment
    } else {
      switch byte {
      case UInt8(ascii: "/"): place = .endTagOpen
      case UInt8(ascii: "!"):
        place = .declaration
        matched = 0
      case UInt8(ascii: "?"): place = .bogusComment
      case UInt8(ascii: "<"): break
      default: place = .text
      }
    }
  }

  /// Leaves the name of a tag or attribute, if the byte ends it.
  private mutating func leavesName(_ byte: UInt8) -> Bool {
    if byte == UInt8(ascii: ">") {
      finishTag()
    } else if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
      place = .beforeName
    } else {
      return false
    }
    return true
  }

  private mutating func betweenAttributes(_ byte: UInt8) -> MarkupProblem? {
    if place == .afterName, byte == UInt8(ascii: "=") { return startValue() }
    if place == .afterName, Self.isSpace(byte) { return nil }
    if leavesName(byte) { return nil }
    let isGlued = place == .afterValue
    attribute = [Self.lower(byte)]
    place = .name
    return isGlued ? .gluedAttribute : nil
  }

  private mutating func startValue() -> MarkupProblem? {
    place = .beforeValue
    if attribute == Array("style".utf8) { return .inlineStyle }
    if attribute.starts(with: "on".utf8) { return .inlineScript(attribute) }
    if tag == Array("meta".utf8), attribute == Array("http-equiv".utf8) {
      isPragma = true
      if hasInsertedContent { return .inPragma }
    }
    return nil
  }

  private mutating func finishTag() {
    if !isEndTag, Self.rawElements.contains(tag) || Self.plainElements.contains(tag) {
      let element = tag
      leave()
      tag = element
      place = .rawText
    } else {
      leave()
    }
  }

  private mutating func leave() {
    let before = place
    self = MarkupContext()
    if before == .endTagOpen { place = .endTagOpen }
  }

  private mutating func matchEndTag(_ byte: UInt8) {
    let isNext: Bool
    switch matched {
    case 0: isNext = byte == UInt8(ascii: "<")
    case 1: isNext = byte == UInt8(ascii: "/")
    case 2..<tag.count + 2: isNext = Self.lower(byte) == tag[matched - 2]
    default:
      if Self.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        isEndTag = true
        matched = 0
        _ = leavesName(byte)
        return
      }
      isNext = false
    }
    matched = isNext ? matched + 1 : byte == UInt8(ascii: "<") ? 1 : 0
  }
}
