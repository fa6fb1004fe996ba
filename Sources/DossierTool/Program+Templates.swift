internal import Dossier
internal import DossierJSON
internal import DossierModel

extension Program {
  /// The widest line of a list.
  private static let width = 80

  /// Lists what templates can use, or copies them.
  func templates(_ options: TemplatesOptions) -> Int32 {
    let chosen = TemplateOutline.all.filter { options.names.isEmpty || options.names.contains($0.name) }
    if let folder = options.copyFolder { return copy(chosen.map(\.file), to: folder) }
    if options.isJSON {
      let templates = chosen.map { json(of: $0) }.joined(separator: ",\n")
      surroundings.output("{\"templates\":[\n\(templates)\n]}\n")
      return Program.success
    }
    var text = ""
    for kind in TemplateOutline.Kind.allCases {
      for outline in chosen where outline.kind == kind {
        text += head(of: outline) + rows(of: outline.names, isWhole: !options.names.isEmpty) + "\n"
      }
    }
    if options.names.isEmpty {
      text += """
        'dossier templates NAME' tells what lies in records and lists, 'frame' being the
        same for all pages. 'dossier templates NAME --copy' puts a file into Templates/,
        where it replaces the built-in one.

        """
    } else {
      text.removeLast()
    }
    surroundings.output(text)
    return Program.success
  }

  private func copy(_ names: [String], to folder: String) -> Int32 {
    let console = Console(OutputStyle(), surroundings)
    do throws(Diagnostic) {
      let copies = TemplateCopies(folder: folder)
      let (files, diagnostics) = try copies.copy(names)
      for (name, outcome) in files where outcome != .kept {
        let note = outcome == .same ? "  (was there, unchanged)" : ""
        surroundings.output(TerminalText.safe("\(copies.folder)/\(name)") + note + "\n")
      }
      for diagnostic in diagnostics { console.tell(diagnostic) }
      return Program.success
    } catch {
      console.tell(error)
      return Program.contentError
    }
  }

  // MARK: - Text

  private func head(of outline: TemplateOutline) -> String {
    var text = lines("\(outline.file): \(outline.summary)")
    if outline.kind == .part {
      text += lines("Part of: \(outline.pages.joined(separator: ", "))")
    }
    return text
  }

  /// Returns a row for each name; with those of its records below it where all is told.
  private func rows(of names: [TemplateOutline.Name], isWhole: Bool) -> String {
    var rows: [(name: String, of: TemplateOutline.Name)] = []
    func add(_ names: [TemplateOutline.Name], depth: Int) {
      for name in names {
        rows.append((String(repeating: "  ", count: depth) + name.name, name))
        if isWhole { add(name.names, depth: depth + 1) }
      }
    }
    add(names, depth: 1)
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      let inner = isWhole ? "" : row.of.names.map(\.name).joined(separator: ", ")
      let line = row.name.padded(to: width + 2) + row.of.type.padded(to: 9) + row.of.example + inner
      return cut(line) + "\n"
    }.joined()
  }

  private func cut(_ line: String) -> String {
    let line = String(line.reversed().drop { $0 == " " }.reversed())
    return line.count <= Program.width ? line : line.prefix(Program.width - 1) + "…"
  }

  private func lines(_ text: String) -> String {
    WrappedText.lines(text.split(separator: " "), width: Program.width, indent: 2).map { $0 + "\n" }.joined()
  }

  // MARK: - JSON

  private func json(of outline: TemplateOutline) -> String {
    let pages = outline.pages.map { JSONText.string($0) }.joined(separator: ",")
    return "{\"file\":\(JSONText.string(outline.file)),\"kind\":\"\(outline.kind.rawValue)\","
      + "\"summary\":\(JSONText.string(outline.summary)),\"pages\":[\(pages)],"
      + "\"names\":\(json(of: outline.names))}"
  }

  private func json(of names: [TemplateOutline.Name]) -> String {
    let entries = names.map { name in
      var entry = "{\"name\":\(JSONText.string(name.name)),\"type\":\"\(name.type)\""
      if !name.example.isEmpty { entry += ",\"example\":\(JSONText.string(name.example))" }
      if !name.names.isEmpty { entry += ",\"names\":\(json(of: name.names))" }
      return entry + "}"
    }
    return "[\(entries.joined(separator: ","))]"
  }
}
