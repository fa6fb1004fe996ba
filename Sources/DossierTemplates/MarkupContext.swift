internal import DossierModel

/// Where in HTML a template's text has come to, so that a value is put only where it is safe.
///
/// It follows the tokenizer of the HTML standard (section 13.2.5) as far as templates need: text, tags, attributes
/// and their values, comments, and the raw text of `script` and `style`.
struct MarkupContext: Equatable {
  private enum State: Equatable {
    case text, tagOpen, tagName, endTag, beforeAttribute, attributeName, afterName, beforeValue, unquoted, comment
    case quoted(UInt8)
    case rawText
  }

  private var state = State.text
  private var tag: [UInt8] = []
  private var attribute: [UInt8] = []
  /// Whether the attribute's value holds anything yet.
  private var valueHasContent = false
  /// Whether a URL stands in the value, so that nothing may follow.
  private var valueHasURL = false
  private var recent: [UInt8] = []

  enum Inserted { case text, url, html }

  enum Problem {
    case inUnquotedValue, inTag, inComment, inRawText, urlNeeded([UInt8]), gluedURL([UInt8]), markupInAttribute
    case inlineStyle, inlineScript([UInt8]), unquotedValue
  }

  private static let addressAttributes: Set<String> = [
    "href", "src", "action", "formaction", "srcset", "poster", "data", "cite", "background", "ping", "manifest",
  ]

  /// Whether a template may go on from `other` as well as from here: what was seen of a value may differ, and so may
  /// whether an attribute came last in a tag.
  func isSamePlace(as other: MarkupContext) -> Bool {
    func place(_ state: State) -> State {
      switch state {
      case .tagName, .afterName, .attributeName: .beforeAttribute
      default: state
      }
    }
    return place(state) == place(other.state)
  }

  /// Returns what is wrong with putting a value here.
  func problem(inserting inserted: Inserted) -> Problem? {
    switch state {
    case .text: return nil
    case .rawText: return .inRawText
    case .comment: return .inComment
    case .unquoted, .beforeValue: return .inUnquotedValue
    case .tagOpen, .tagName, .endTag, .beforeAttribute, .attributeName, .afterName: return .inTag
    case .quoted:
      if inserted == .html { return .markupInAttribute }
      guard Self.addressAttributes.contains(String(decoding: attribute, as: UTF8.self)) else { return nil }
      if inserted == .text { return .urlNeeded(attribute) }
      return valueHasContent ? .gluedURL(attribute) : nil
    }
  }

  /// Notes that a value was put here.
  mutating func insert() {
    if case .quoted = state {
      valueHasContent = true
      valueHasURL = Self.addressAttributes.contains(String(decoding: attribute, as: UTF8.self))
    }
  }

  /// Follows a piece of text; `report` is told each problem in it with its offset.
  mutating func read(_ text: [UInt8], report: (Problem, Int) -> Void) {
    for (offset, byte) in text.enumerated() {
      recent.append(byte)
      if recent.count > 8 { recent.removeFirst() }
      step(byte, offset, report)
    }
  }

  private mutating func step(_ byte: UInt8, _ offset: Int, _ report: (Problem, Int) -> Void) {
    let isSpace = byte == 32 || byte == 9 || byte == 10 || byte == 13 || byte == 12
    let isLetter = (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { state = .tagOpen }
    case .tagOpen:
      if isLetter {
        tag = [byte | 32]
        state = .tagName
      } else {
        state = byte == UInt8(ascii: "/") ? .endTag : byte == UInt8(ascii: "!") ? .comment : .text
      }
    case .tagName:
      if byte == UInt8(ascii: ">") { endTag() } else if isSpace || byte == UInt8(ascii: "/") { state = .beforeAttribute } else { tag.append(isLetter ? byte | 32 : byte) }
    case .endTag:
      if byte == UInt8(ascii: ">") { state = .text }
    case .beforeAttribute, .afterName:
      if byte == UInt8(ascii: ">") {
        endTag()
      } else if state == .afterName, byte == UInt8(ascii: "=") {
        state = .beforeValue
      } else if !isSpace, byte != UInt8(ascii: "/") {
        attribute = [isLetter ? byte | 32 : byte]
        state = .attributeName
      }
    case .attributeName:
      if byte == UInt8(ascii: ">") {
        endTag()
      } else if byte == UInt8(ascii: "=") {
        if attribute == Array("style".utf8) { report(.inlineStyle, offset) }
        if attribute.starts(with: "on".utf8) { report(.inlineScript(attribute), offset) }
        state = .beforeValue
      } else if isSpace {
        state = .afterName
      } else {
        attribute.append(isLetter ? byte | 32 : byte)
      }
    case .beforeValue:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .quoted(byte)
        valueHasContent = false
        valueHasURL = false
      } else if !isSpace {
        report(.unquotedValue, offset)
        state = byte == UInt8(ascii: ">") ? .text : .unquoted
      }
    case .quoted(let quote):
      if byte == quote {
        state = .beforeAttribute
      } else {
        if valueHasURL { report(.gluedURL(attribute), offset) }
        valueHasURL = false
        valueHasContent = true
      }
    case .unquoted:
      if byte == UInt8(ascii: ">") { endTag() } else if isSpace { state = .beforeAttribute }
    case .comment:
      // A doctype ends at ">", a comment at "-->".
      let isComment = tag == Array("!--".utf8)
      if !isComment, recent.suffix(4).elementsEqual("<!--".utf8) { tag = Array("!--".utf8) } else if byte == UInt8(ascii: ">"), !isComment || recent.suffix(3).elementsEqual("-->".utf8) {
        tag = []
        state = .text
      }
    case .rawText:
      let end = Array("</".utf8) + tag
      if recent.suffix(end.count).map({ $0 | 32 }).elementsEqual(end.map { $0 | 32 }) { state = .endTag }
    }
  }

  private mutating func endTag() {
    state = tag == Array("script".utf8) || tag == Array("style".utf8) ? .rawText : .text
    if state == .text { tag = [] }
  }
}
