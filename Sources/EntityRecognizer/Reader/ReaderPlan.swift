/// Which words of a text the careful reader reads together.
///
/// No sentence is cut that fits into a window. Around what is asked, a window has the sentences beside it. Where windows
/// begin depends on the paragraphs near by only, so that an edit changes few of them.
struct ReaderPlan {
  /// A sentence, or a part of one that is too long for a window.
  struct Unit: Sendable {
    var tokens: Range<Int>
    var pieces: Int
    /// Whether it is to be read.
    var isAsked: Bool
    /// Whether a window may begin here although the one before has room: one paragraph in four, by its words.
    var mayBegin: Bool
  }

  /// Units of a window: those of which some are asked, and with those beside them.
  struct Part: Equatable {
    var core: Range<Int>
    var all: Range<Int>
  }

  /// How many pieces of asked sentences go into one window, unless one sentence has more.
  static let usual = 126
  /// How many pieces are taken from before and from behind.
  static let context = 40
  /// A longer sentence is cut into parts that fit into the context.
  static let longestSentence = Encoder.longest - 2 - 2 * context

  /// Returns the parts that hold all asked units, in order.
  static func parts(of units: [Unit]) -> [Part] {
    var parts: [Part] = []
    var core: Range<Int>?
    var size = 0
    func close() {
      guard let range = core else { return }
      var (start, end) = (range.lowerBound, range.upperBound)
      var room = context
      while start > 0, units[start - 1].pieces <= room {
        start -= 1
        room -= units[start].pieces
      }
      room = context
      while end < units.count, units[end].pieces <= room {
        room -= units[end].pieces
        end += 1
      }
      parts.append(Part(core: range, all: start..<end))
      core = nil
    }
    for (index, unit) in units.enumerated() {
      if unit.mayBegin { close() }
      guard unit.isAsked else { continue }
      if let range = core {
        // What lies between is read with them where it is short.
        let between = units[range.upperBound..<index].reduce(0) { $0 + $1.pieces }
        if between <= context / 2, size + between + unit.pieces <= usual {
          core = range.lowerBound..<index + 1
          size += between + unit.pieces
          continue
        }
        close()
      }
      core = index..<index + 1
      size = unit.pieces
    }
    close()
    return parts
  }
}
