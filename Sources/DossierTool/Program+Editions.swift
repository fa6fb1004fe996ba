internal import Dossier
internal import DossierEdition
internal import DossierModel

/// Editions: what has changed between two, and whether one is what it says.
extension Program {
  /// Tells what has changed from one site to another.
  func changes(from old: String, to new: String, isJSON: Bool) -> Int32 {
    do throws(Diagnostic) {
      let changes = try EditionDifference.between(old, new)
      if isJSON {
        surroundings.output(EditionDifference.json(changes))
      } else {
        surroundings.output(ChangesText.lines(changes).map { TerminalText.safe($0) + "\n" }.joined())
      }
      return Program.success
    } catch {
      Console(OutputStyle(), surroundings).tell(error)
      return Program.usageError
    }
  }

  /// Tells whether a site or a PDF is the edition that it names.
  func verify(_ name: String, against site: String?) -> Int32 {
    do throws(Diagnostic) {
      let (lines, isMatch) =
        EditionCheck.isPDF(name)
        ? Program.lines(on: try EditionCheck.sheets(name, against: site), name)
        : Program.lines(on: try EditionCheck.site(name), name)
      surroundings.output(lines.map { TerminalText.safe($0) + "\n" }.joined())
      return isMatch ? Program.success : Program.contentError
    } catch {
      Console(OutputStyle(), surroundings).tell(error)
      // A manifest that somebody has changed is an answer too.
      return error.id == "edition.damaged" ? Program.contentError : Program.usageError
    }
  }

  private static func lines(on site: EditionCheck.Site, _ name: String) -> ([String], Bool) {
    let damage = site.damage
    var lines = damage.missing.map { "missing: \($0)" }
    lines += damage.changed.map { "changed: \($0)" }
    lines += damage.added.map { "added: \($0)" }
    let files = ConsoleText.amount(site.count, "file")
    if damage.isNone {
      lines.append("\(name): \(site.mark.foot), \(files), all as they were made")
    } else {
      let counts = [
        (damage.missing.count, "missing"), (damage.changed.count, "changed"), (damage.added.count, "added"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      lines.append(
        "\(name): not as it was made as \(site.mark.foot): of \(files) " + counts.joined(separator: ", "))
    }
    return (lines, damage.isNone)
  }

  private static func lines(on sheets: EditionCheck.Sheets, _ name: String) -> ([String], Bool) {
    let marks = sheets.marks
    var lines: [String] = []
    var kinds: [EditionMark?] = []
    for mark in marks where !kinds.contains(mark) { kinds.append(mark) }
    for mark in kinds {
      let pages = marks.indices.filter { marks[$0] == mark }.map { $0 + 1 }
      let isAll = pages.count == marks.count
      let which = isAll ? "all \(ConsoleText.amount(pages.count, "page"))" : "page \(ranges(pages))"
      lines.append("\(name): \(which): \(mark?.foot ?? "no edition in the foot")")
    }
    if let site = sheets.site, let expected = sheets.expected {
      lines.append(
        sheets.isMatch
          ? "\(name): the edition of \(site)"
          : "\(name): not the edition of \(site), which is \(expected.foot)")
    } else if !sheets.isMatch {
      lines.append("\(name): not one edition throughout")
    }
    return (lines, sheets.isMatch)
  }

  /// "1–3, 7".
  static func ranges(_ pages: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for page in pages {
      if let last = ranges.last, last.upperBound + 1 == page {
        ranges[ranges.count - 1] = last.lowerBound...page
      } else {
        ranges.append(page...page)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(
      separator: ", ")
  }
}
