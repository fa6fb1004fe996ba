internal import DossierJSON
public import DossierModel

/// One line of JSON Lines in, one line out. Each line stands for itself, so lines may be worked on in any order.
public struct LineFilter: Sendable {
  private let annotator: TextAnnotator
  /// What the lines come from, for messages: a path, or "-".
  private let path: String
  private let keepsEntities: Bool

  /// What was found in a line.
  public struct Reading: Sendable {
    /// The text with its names and dates; nothing where the line was empty, or wrong.
    public var text: AnnotatedText?
    /// The line to print in place of one that was wrong.
    public var failure: [UInt8] = []
    /// What was wrong with it.
    public var problem: Diagnostic?

    /// Creates what is read in an empty line.
    public init() {}

    /// Returns the line to print, with its end; nothing for an empty one.
    public func line(_ unit: OffsetUnit) -> [UInt8] {
      var line = failure
      text?.append(unit, to: &line)
      if !line.isEmpty { line.append(10) }
      return line
    }
  }

  /// Creates a filter for the lines of `path`.
  ///
  /// - Parameter keepsEntities: Whether the names are those that each line brings along in `entities`.
  public init(annotator: TextAnnotator, path: String, keepsEntities: Bool = false) {
    self.annotator = annotator
    self.path = path
    self.keepsEntities = keepsEntities
  }

  /// Returns what is found in the text of a line.
  ///
  /// - Parameter number: The line's number, from 1; it stands for the `id` where there is none.
  /// - Complexity: O(bytes of the line).
  public func read(_ line: ArraySlice<UInt8>, number: Int) -> Reading {
    guard line.contains(where: { $0 > 32 }) else { return Reading() }
    do throws(JSONRecord.Problem) {
      let record = try JSONRecord(line: line, keepsEntities: keepsEntities)
      var reading = Reading()
      var date: TextDate?
      if let written = record.date {
        date = TextDate(written)
        if date == nil { reading.problem = .badTextDate(written, path: path, line: number) }
      }
      let id = record.id ?? String(number)
      if keepsEntities {
        reading.text = annotator.annotate(record.text, id: id, date: date, given: record.entities)
        if reading.text == nil {
          throw JSONRecord.Problem(reason: "an entity is not within the text, or is empty", id: record.id)
        }
      } else {
        reading.text = annotator.annotate(record.text, id: id, date: date)
      }
      return reading
    } catch {
      return failed(
        number: number, id: error.id, .badLine(error.reason, path: path, line: number, offset: error.offset))
    }
  }

  /// Returns the answer to a line that is too long to be read.
  public func tooLong(number: Int, limit: Int) -> Reading {
    failed(number: number, id: nil, .lineTooLong(path: path, line: number, mebibytes: limit >> 20))
  }

  private func failed(number: Int, id: String?, _ problem: Diagnostic) -> Reading {
    var reading = Reading()
    reading.problem = problem
    AnnotatedText.append(error: problem.message, id: id ?? String(number), to: &reading.failure)
    return reading
  }
}
