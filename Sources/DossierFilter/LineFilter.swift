internal import DossierJSON
public import DossierModel

/// One line of JSON Lines in, one line out. Each line stands for itself, so lines may be worked on in any order.
public struct LineFilter: Sendable {
  private let annotator: TextAnnotator
  /// What the lines come from, for messages: a path, or "-".
  private let path: String

  /// What a line became.
  public struct Answer: Sendable {
    /// The line to print, without its end; empty where the line was.
    public var line: [UInt8] = []
    /// What was wrong with it.
    public var problem: Diagnostic?
  }

  /// Creates a filter for the lines of `path`.
  public init(annotator: TextAnnotator, path: String) {
    self.annotator = annotator
    self.path = path
  }

  /// Returns the answer to a line.
  ///
  /// - Parameter number: The line's number, from 1; it stands for the `id` where there is none.
  /// - Complexity: O(bytes of the line).
  public func answer(to line: ArraySlice<UInt8>, number: Int) -> Answer {
    var answer = Answer()
    guard line.contains(where: { $0 > 32 }) else { return answer }
    do throws(JSONRecord.Problem) {
      let record = try JSONRecord(line: line)
      var date: TextDate?
      if let written = record.date {
        date = TextDate(written)
        if date == nil { answer.problem = .badTextDate(written, path: path, line: number) }
      }
      answer.line.reserveCapacity(record.text.utf8.count / 2)
      annotator.append(record.text, id: record.id ?? String(number), date: date, to: &answer.line)
    } catch {
      answer = failed(
        number: number, id: error.id, .badLine(error.reason, path: path, line: number, offset: error.offset))
    }
    return answer
  }

  /// Returns the answer to a line that is too long to be read.
  public func tooLong(number: Int, limit: Int) -> Answer {
    failed(number: number, id: nil, .lineTooLong(path: path, line: number, mebibytes: limit >> 20))
  }

  private func failed(number: Int, id: String?, _ problem: Diagnostic) -> Answer {
    var answer = Answer(problem: problem)
    TextAnnotator.append(error: problem.message, id: id ?? String(number), to: &answer.line)
    return answer
  }
}
