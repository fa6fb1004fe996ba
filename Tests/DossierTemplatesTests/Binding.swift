import DossierModel
import DossierTemplates

/// A schema with a field of every kind.
enum Sample {
  static let row = TemplateSchema("row", ["label": .text, "url": .url, "current": .flag])
  static let page = TemplateSchema(
    "page",
    [
      "title": .text, "url": .url, "other": .url, "body": .html, "on": .flag, "rows": .list(row),
      "frame": .record(row),
    ])

  static func row(_ label: String, url: String = "u", current: Bool = false) -> TemplateRecord {
    TemplateRecord(row, ["label": .text(label), "url": .url(url), "current": .flag(current)])
  }

  static func page(
    title: String = "T", url: String = "u", other: String = "", body: String = "<p>b</p>", on: Bool = true,
    rows: [TemplateRecord] = [row("1"), row("2")], frame: TemplateRecord? = row("f")
  ) -> TemplateRecord {
    TemplateRecord(
      page,
      [
        "title": .text(title), "url": .url(url), "other": .url(other), "body": .html(HTML(trusted: body)),
        "on": .flag(on), "rows": .list(rows), "frame": .record(frame),
      ])
  }
}

func bind(_ source: String, _ partials: [String: String] = [:]) throws(TemplateErrors) -> Template {
  var files = [TemplateFile(name: "page.mustache", path: "page.mustache", source: source)]
  for (name, source) in partials {
    files.append(TemplateFile(name: name + ".mustache", path: name + ".mustache", source: source))
  }
  return try TemplateLibrary(files).bind("page.mustache", to: Sample.page)
}

/// Returns the problems of a template.
func problems(_ source: String, _ partials: [String: String] = [:]) -> [Diagnostic] {
  do throws(TemplateErrors) {
    _ = try bind(source, partials)
    return []
  } catch {
    return error.diagnostics
  }
}

func render(_ source: String, _ partials: [String: String] = [:], _ record: TemplateRecord = Sample.page())
  throws
  -> String
{
  String(decoding: try bind(source, partials).render(record), as: UTF8.self)
}
