extension CommandName {
  /// Lines to copy, each with what it does; the first is the plainest.
  var examples: [(line: String, purpose: String)] {
    switch self {
    case .new:
      [("dossier new my-briefing", "then: cd my-briefing; dossier build")]
    case .build:
      [
        ("dossier build", "seeds becomes site"),
        ("dossier build notes -o public", "notes becomes public"),
        ("dossier build --recogniser fast", "sooner, with more mistakes"),
      ]
    case .check:
      [("dossier check", "all of seeds"), ("dossier check notes --strict", "warnings count too")]
    case .print:
      [
        ("dossier print", "the whole book"), ("dossier print --only talks.md", "one document"),
        ("dossier print --only 'Ingrid Solheim'", "all there is of a name"),
      ]
    case .changes:
      [("dossier changes site-2 site", "edition 2 and the next one")]
    case .verify:
      [
        ("dossier verify site", "all files"),
        ("dossier verify briefing.pdf --against site", "each page's foot"),
      ]
    case .serve:
      [
        ("dossier serve --open", "seeds, in the browser"), ("dossier serve site", "a site that is there"),
        ("dossier serve --base-path /briefings/", "as its host will"),
      ]
    case .review:
      [("dossier review", "the first 20 questions"), ("dossier review --write", "the surest answered")]
    case .explain:
      [
        ("dossier explain seeds/a.md:3", "the names in a line"),
        ("dossier explain 'Ingrid Solheim'", "a name, wherever it stands"),
      ]
    case .annotate:
      [
        ("dossier annotate texts.jsonl", "each text by itself"),
        ("dossier annotate --link texts.jsonl", "with the names of entities"),
      ]
    case .templates:
      [
        ("dossier templates", "all, with their names"),
        ("dossier templates entity", "one, with all that lies in its records"),
        ("dossier templates foot --copy", "Templates/foot.mustache, to be changed"),
        ("dossier templates --copy=Templates", "all of them"),
      ]
    case .completions:
      [("dossier completions bash", "to be read with 'source'")]
    case .man:
      [("dossier man", "into a file for 'man -l'")]
    case .help:
      [("dossier help build", "the options of 'build'")]
    }
  }
}
