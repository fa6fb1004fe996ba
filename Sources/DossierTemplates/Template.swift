internal import DossierModel

/// A template bound to a schema: rendering it can't fail.
public struct Template: Sendable {
  let operations: [TemplateOperation]
  /// The operations of the page itself; those of its partials follow.
  let pageEnd: Int
  /// The text of all operations.
  let statics: [UInt8]
  /// The fields of the names with dots.
  let paths: [Int32]
  let schema: ObjectIdentifier

  /// Returns the page of a record, which must be of the schema that the template is bound to.
  public func render(_ record: TemplateRecord) -> [UInt8] {
    var output: [UInt8] = []
    render(record, into: &output)
    return output
  }

  /// Appends the page of a record, which must be of the schema that the template is bound to, to `output`.
  ///
  /// - Complexity: O(bytes appended and operations run). The stack grows with the nesting of sections and
  ///   partials in the templates only.
  public func render(_ record: TemplateRecord, into output: inout [UInt8]) {
    assert(record.schema == schema, "the record is not of the schema that the template is bound to")
    var stack = [record]
    // Rendering is the work of a whole site, and half of it is this text: the pointer saves a check and a count of
    // references for each piece. It is used inside the closure only, and the ranges were made with the text.
    statics.withUnsafeBufferPointer { run(0, pageEnd, &stack, &output, $0) }
  }

  private func run(
    _ start: Int, _ end: Int, _ stack: inout [TemplateRecord], _ output: inout [UInt8],
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    var index = start
    while index < end {
      let operation = operations[index]
      index += 1
      switch operation.kind {
      case .text:
        output.append(
          contentsOf: UnsafeBufferPointer(rebasing: text[Int(operation.low)..<Int(operation.high)]))
      case .escaped:
        switch value(operation, stack) {
        case .text(let text), .url(let text): HTML.escape(text, into: &output)
        default: break
        }
      case .markup:
        if case .html(let html) = value(operation, stack) { output.append(contentsOf: html.markup.utf8) }
      case .when:
        if !value(operation, stack).isTrue { index += Int(operation.length) }
      case .unless:
        if value(operation, stack).isTrue { index += Int(operation.length) }
      case .each:
        let bodyEnd = index + Int(operation.length)
        if case .list(let records) = value(operation, stack), let first = records.first {
          let top = stack.count
          stack.append(first)
          for position in records.indices {
            if position > 0 { stack[top] = records[position] }
            run(index, bodyEnd, &stack, &output, text)
          }
          stack.removeLast()
        }
        index = bodyEnd
      case .enter:
        let bodyEnd = index + Int(operation.length)
        if case .record(let record?) = value(operation, stack) {
          stack.append(record)
          run(index, bodyEnd, &stack, &output, text)
          stack.removeLast()
        }
        index = bodyEnd
      case .call: run(Int(operation.low), Int(operation.high), &stack, &output, text)
      }
    }
  }

  @inline(__always)
  private func value(_ operation: TemplateOperation, _ stack: [TemplateRecord]) -> TemplateValue {
    let record = stack[Int(operation.depth)]
    return operation.low == operation.high
      ? record.values[Int(operation.field)].value : inner(operation, record)
  }

  private func inner(_ operation: TemplateOperation, _ record: TemplateRecord) -> TemplateValue {
    var value = record.values[Int(operation.field)].value
    for place in operation.low..<operation.high {
      guard case .record(let record?) = value else { return .flag(false) }
      value = record.values[Int(paths[Int(place)])].value
    }
    return value
  }
}

/// One step of rendering. It holds no reference, so that reading it costs nothing.
struct TemplateOperation: Sendable {
  var kind: Kind
  /// The record that holds the value, counted from the page's own.
  var depth: Int32 = 0
  /// The value's field in that record.
  var field: Int32 = 0
  /// Of text, a range of bytes; of a value, a range of the fields that are entered after `field`; of a call,
  /// a range of operations.
  var low: Int32 = 0
  var high: Int32 = 0
  /// How many of the next operations are a section's.
  var length: Int32 = 0

  enum Kind: UInt8, Sendable { case text, escaped, markup, when, unless, each, enter, call }
}
