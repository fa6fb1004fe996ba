internal import DossierModel

/// A picture of how many dated statements fall into each year: a row of bars, each a link to its year.
struct DensityPicture {
  /// A year with its number of statements.
  struct Bar {
    var year: Int
    var count: Int
    var url: String
  }

  /// In the order of time; years without statements may be left out.
  var bars: [Bar]

  private static let width = 640
  private static let height = 96
  private static let foot = 20
  /// The most years that have a bar of their own; what lies before them is in the list only.
  private static let mostYears = 80

  /// Returns the picture; nothing where there are less than two years to compare.
  func svg() -> HTML {
    guard let last = bars.last?.year else { return HTML(trusted: "") }
    let shown = bars.filter { last - $0.year < Self.mostYears }
    guard let first = shown.first?.year, first < last else { return HTML(trusted: "") }
    let years = last - first + 1
    let step = min(40, Self.width / years)
    let width = step * years
    let largest = shown.map(\.count).max() ?? 1
    let ground = Self.height - Self.foot
    var bytes: [UInt8] = []
    bytes +=
      "<svg class=\"density\" viewBox=\"0 0 \(max(width, 120)) \(Self.height)\" width=\"\(max(width, 120))\" height=\"\(Self.height)\" role=\"group\" aria-label=\"Dated statements by year\">\n"
      .utf8
    bytes += "<path class=\"ground\" d=\"M0 \(ground)H\(width)\"/>\n".utf8
    for bar in shown {
      let size = max(2, bar.count * (ground - 14) / largest)
      let x = (bar.year - first) * step
      let words = "\(bar.year): " + Wording.counted(bar.count, "statement", "statements")
      bytes += "<a href=\"".utf8
      HTML.escape(bar.url, into: &bytes)
      bytes +=
        "\" aria-label=\"\(words)\"><rect class=\"touch\" x=\"\(x)\" y=\"0\" width=\"\(step)\" height=\"\(ground)\"/>"
        .utf8
      bytes +=
        "<rect x=\"\(x)\" y=\"\(ground - size)\" width=\"\(max(1, step - 1))\" height=\"\(size)\"><title>\(words)</title></rect></a>\n"
        .utf8
    }
    for year in labelled(first, last, step: step) {
      let x = (year - first) * step + step / 2
      let anchor = year == first ? "start" : year == last ? "end" : "middle"
      let place = year == first ? 0 : year == last ? max(width, 0) : x
      bytes += "<text x=\"\(place)\" y=\"\(Self.height - 5)\" text-anchor=\"\(anchor)\">\(year)</text>\n".utf8
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
