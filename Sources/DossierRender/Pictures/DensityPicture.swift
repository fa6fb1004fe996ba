internal import DossierModel

/// A picture of how many dated statements fall into each year: a row of bars, each a link to its year.
struct DensityPicture {
  /// A year with its number of statements.
  struct Bar {
    var year: Int
    var count: Int
    var url: String
  }

  /// The years that are shown, in the order of time; years without statements may be missing.
  let bars: [Bar]
  /// How many statements of other years there are.
  private let otherCount: Int

  private static let width = 640
  private static let height = 96
  private static let foot = 20
  /// The most years that have room.
  private static let mostYears = 80

  /// - Parameter bars: In the order of time. Where they span more years than there is room for, those years are shown
  ///   that have most of the statements, of equal ones the last: one far year must not press the others together.
  init(bars: [Bar]) {
    var best = (range: 0..<0, count: 0)
    var start = 0
    var count = 0
    for (index, bar) in bars.enumerated() {
      count += bar.count
      while bar.year - bars[start].year >= Self.mostYears {
        count -= bars[start].count
        start += 1
      }
      if count >= best.count { best = (start..<index + 1, count) }
    }
    self.bars = Array(bars[best.range])
    otherCount = bars.reduce(0) { $0 + $1.count } - best.count
  }

  /// What is not shown, in words.
  var outside: String {
    otherCount == 0
      ? ""
      : Wording.counted(otherCount, "statement of another year is", "statements of other years are")
        + " not drawn."
  }

  /// Returns the picture; nothing where there are less than two years to compare.
  func svg() -> HTML {
    guard let first = bars.first?.year, let last = bars.last?.year, first < last else {
      return HTML(trusted: "")
    }
    let years = last - first + 1
    let step = min(40, Self.width / years)
    let width = step * years
    let largest = bars.map(\.count).max() ?? 1
    let ground = Self.height - Self.foot
    var bytes: [UInt8] = []
    bytes +=
      "<svg class=\"density\" viewBox=\"0 0 \(max(width, 120)) \(Self.height)\" width=\"\(max(width, 120))\" height=\"\(Self.height)\" aria-label=\"Dated statements by year\">\n"
      .utf8
    bytes += "<path class=\"ground\" stroke=\"#999\" d=\"M0 \(ground)H\(width)\"/>\n".utf8
    for bar in bars {
      let size = max(2, bar.count * (ground - 14) / largest)
      let x = (bar.year - first) * step
      let words = "\(bar.year): " + Wording.counted(bar.count, "statement", "statements")
      bytes += "<a href=\"".utf8
      HTML.escape(bar.url, into: &bytes)
      bytes +=
        "\" aria-label=\"\(words)\"><rect class=\"touch\" fill=\"none\" x=\"\(x)\" y=\"0\" width=\"\(step)\" height=\"\(ground)\"/>"
        .utf8
      bytes +=
        "<rect fill=\"#666\" x=\"\(x)\" y=\"\(ground - size)\" width=\"\(max(1, step - 1))\" height=\"\(size)\"><title>\(words)</title></rect></a>\n"
        .utf8
    }
    for year in labelled(first, last, step: step) {
      let x = (year - first) * step + step / 2
      let anchor = year == first ? "start" : year == last ? "end" : "middle"
      let place = year == first ? 0 : year == last ? max(width, 0) : x
      bytes +=
        "<text x=\"\(place)\" y=\"\(Self.height - 5)\" text-anchor=\"\(anchor)\" font-size=\"12\">\(year)</text>\n"
        .utf8
    }
    bytes += "</svg>".utf8
    return HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }

  /// The first year, the last one, and round ones that stand far enough from these and from each other.
  private func labelled(_ first: Int, _ last: Int, step: Int) -> [Int] {
    let room = 56
    guard (last - first) * step >= room else { return [first] }
    var years = [first]
    let every = [1, 2, 5, 10, 20, 50].first { $0 * step >= room } ?? 50
    for year in stride(from: (first / every + 1) * every, to: last, by: every)
    where (year - first) * step >= room && (last - year) * step >= room {
      years.append(year)
    }
    return years + [last]
  }
}
