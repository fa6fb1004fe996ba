extension MarkdownTree {
  /// Returns whether libcmark 0.30.2 could take many seconds to parse `source`.
  ///
  /// Its time is linear but for two shapes, which no one writes by accident: blank lines below list items that lie
  /// thousands deep in each other (it looks at each of the items for each line), and thousands of links in the
  /// descriptions of thousands of images in one paragraph (it looks at each of the images for each link). This counts
  /// those steps, rather too many than too few.
  ///
  /// - Complexity: O(bytes of `source`).
  public static func isTooCostly(_ source: String) -> Bool {
    var source = source
    // The whole text goes through this loop; the buffer is only read while it is lent.
    return source.withUTF8 { utf8 in
      var steps = 0
      // List items that may be open.
      var depth = 0
      // Beginnings of images, and ends of whatever is in brackets, that may be in the paragraph.
      var (images, brackets) = (0, 0)
      var isAfterBlank = true
      var index = 0
      while index < utf8.count {
        let prefix = LinePrefix(utf8, at: &index)
        // Each item in another takes at least two columns.
        let deepest = prefix.columns / 2 + 1
        if prefix.kind == .spaces {
          steps += images * brackets
          (images, brackets) = (0, 0)
        } else if prefix.kind == .text, isAfterBlank {
          depth = deepest
        } else {
          // The line may go on with a paragraph in the items above, however little it is indented.
          depth = max(depth, deepest)
        }
        if prefix.kind != .text { steps += depth }
        isAfterBlank = prefix.kind == .spaces
        if steps > mostSteps { return true }
        while index < utf8.count, utf8[index] != 10, utf8[index] != 13 {
          if utf8[index] == UInt8(ascii: "]") { brackets += 1 }
          if utf8[index] == UInt8(ascii: "["), index > 0, utf8[index - 1] == UInt8(ascii: "!") { images += 1 }
          index += 1
        }
        if index + 1 < utf8.count, utf8[index] == 13, utf8[index + 1] == 10 { index += 1 }
        index += 1
      }
      return steps + images * brackets > mostSteps
    }
  }

  /// A step takes up to 50 ns.
  private static let mostSteps = 100_000_000
}

/// What a line has before its text: spaces and the markers of block quotes and list items.
private struct LinePrefix {
  enum Kind {
    /// There is nothing else in the line.
    case spaces, quoteMarkers
    case text
  }
  var kind = Kind.spaces
  /// The columns, rather too many than too few.
  var columns = 0

  /// Reads the prefix of the line at `index`, and moves that behind it.
  init(_ utf8: UnsafeBufferPointer<UInt8>, at index: inout Int) {
    while index < utf8.count {
      switch utf8[index] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: ">"):
        columns += 1
        if kind == .spaces { kind = .quoteMarkers }
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        columns += 1
        kind = .text
      case 10, 13: return
      default:
        kind = .text
        return
      }
      index += 1
    }
  }
}
