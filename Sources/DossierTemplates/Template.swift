internal import DossierModel

/// A template bound to a schema: rendering it can't fail.
public struct Template: Sendable {
  /// Where a value is: how deep in the records that are open, and which field; then, for a dotted name, which of
  /// `paths` leads on. No array here: operations are copied as they run, and a copy would count references.
  struct Reference: Sendable {
    var depth: Int32
    var field: Int32
    var path: Int32 = -1
  }

  enum Operation: Sendable {
    /// Bytes of `statics`.
    case text(Int, Int)
    case escaped(Reference)
    case markup(Reference)
    /// The operations up to `end`, where the value tests as yes.
    case when(Reference, end: Int)
    case unless(Reference, end: Int)
    case each(Reference, end: Int)
    case enter(Reference, end: Int)
  }

  let operations: [Operation]
  let statics: [UInt8]
  /// The fields of fields that dotted names lead to.
  let paths: [[Int]]

  /// Appends the page of a record, which must be of the schema that the template is bound to, to `output`.
  ///
  /// - Complexity: O(bytes appended).
  public func render(_ record: TemplateRecord, into output: inout [UInt8]) {
    var stack = [record]
    render(0, operations.count, &stack, &output)
  }

  private func render(
    _ start: Int, _ end: Int, _ stack: inout [TemplateRecord], _ output: inout [UInt8]
  ) {
    var index = start
    while index < end {
      switch operations[index] {
      case .text(let low, let high): output.append(contentsOf: statics[low..<high])
      case .escaped(let reference):
        switch value(reference, stack) {
        case .text(let text), .url(let text): HTML.escape(text, into: &output)
        default: break
        }
      case .markup(let reference):
        if case .html(let html) = value(reference, stack) { output.append(contentsOf: html.markup.utf8) }
      case .when(let reference, let end):
        if !value(reference, stack).isTrue { index = end - 1 }
      case .unless(let reference, let end):
        if value(reference, stack).isTrue { index = end - 1 }
      case .each(let reference, let end):
        if case .list(let records) = value(reference, stack) {
          for record in records {
            stack.append(record)
            render(index + 1, end, &stack, &output)
            stack.removeLast()
          }
        }
        index = end - 1
      case .enter(let reference, let end):
        if case .record(let record?) = value(reference, stack) {
          stack.append(record)
          render(index + 1, end, &stack, &output)
          stack.removeLast()
        }
        index = end - 1
      }
      index += 1
    }
  }

  private func value(_ reference: Reference, _ stack: [TemplateRecord]) -> TemplateValue {
    var value = stack[Int(reference.depth)].values[Int(reference.field)]
    guard reference.path >= 0 else { return value }
    for field in paths[Int(reference.path)] {
      guard case .record(let record?) = value else { return .flag(false) }
      value = record.values[field]
    }
    return value
  }
}
