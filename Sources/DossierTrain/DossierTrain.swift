import EntityRecognizer
import Foundation

/// The program that makes the recogniser's files.
///
///     dossier-train lists FOLDER OUTPUT       # the name lists, ready for look-ups
///     dossier-train model DATA LISTS OUTPUT   # the weights, with a report of what they are worth
///     dossier-train ablate DATA LISTS         # what each family of features and each set of texts brings
///     dossier-train score LISTS MODEL FILE…   # what a model is worth on other marked texts
@main
struct DossierTrain {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      switch (words.first, words.count) {
      case ("lists", 3): try compileLists(words[1], to: words[2])
      case ("model", 4...5):
        try train(data: words[1], lists: words[2], to: words[3], measured: words.dropFirst(4).first)
      case ("reader-texts", 4): try ReaderTexts.write(data: words[1], lists: words[2], to: words[3])
      case ("reader-model", 6):
        try readerModel(words[1], data: words[2], lists: words[3], tagger: words[4], to: words[5])
      case ("reader-answers", 2): try ReaderComparison.answer(words[1])
      case ("ablate", 3): try ablate(data: words[1], lists: words[2])
      case ("score", 4...): try score(lists: words[1], model: words[2], files: Array(words[3...]))
      default:
        say(
          "usage: dossier-train lists FOLDER OUTPUT | model DATA LISTS OUTPUT | ablate DATA LISTS | score LISTS MODEL FILE…"
        )
        exit(2)
      }
    } catch {
      say("dossier-train: error: \(error)")
      exit(1)
    }
  }

  private static func compileLists(_ folder: String, to output: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }
      .sorted()
    let lists = NameLists(try files.map { (String($0.dropLast(4)), try bytes(of: "\(folder)/\($0)")) })
    try Data(lists.file).write(to: URL(fileURLWithPath: output))
  }

  private static func train(data: String, lists path: String, to output: String, measured: String?) throws {
    let listBytes = ModelBytes(try bytes(of: path))
    let lists = try NameLists(ModelFile(listBytes))
    let sets = try MarkedSets(data)
    var training = Training()
    training.log = { say($0) }

    say("without the held-out documents:")
    let measuredResult = training.run(sets.sources(withHeldOut: false), lists: lists)
    let uncalibrated = try EntityRecognizer(
      lists: listBytes, model: ModelBytes(measuredResult.file(calibration: Calibration.Scale.square.identity))
    )
    let report = Report(of: uncalibrated, on: sets.tests)
    let calibration = report.calibration()
    let measuredFile = measuredResult.file(calibration: calibration)
    if let measured { try Data(measuredFile).write(to: URL(fileURLWithPath: measured)) }
    let measuredRecognizer = try EntityRecognizer(lists: listBytes, model: ModelBytes(measuredFile))
    say(Report(of: measuredRecognizer, on: sets.tests).table)
    say(report.reliability())
    say(Report.headlines(of: measuredRecognizer, on: sets.tests))

    say("with them, as it is written:")
    let all = training.run(sets.sources(withHeldOut: true), lists: lists)
    let file = all.file(calibration: calibration)
    try Data(file).write(to: URL(fileURLWithPath: output))
    let recognizer = try EntityRecognizer(lists: listBytes, model: ModelBytes(file))
    say(Report(of: recognizer, on: sets.tests.filter { !$0.isHeldOut }).table)
  }

  private static func readerModel(
    _ network: String, data: String, lists: String, tagger: String, to output: String
  ) throws {
    let file = try ReaderFile(network)
    let choice = ReaderChoice(
      lists: ModelBytes(try bytes(of: lists)), tagger: ModelBytes(try bytes(of: tagger)), network: file,
      tests: try MarkedSets(data).tests)
    let settings = try choice.best { say($0) }
    say("reader \(settings.readerWeight), tagger \(settings.taggerWeight), sure \(settings.sureEnough)")
    for care in [EntityRecognizer.Care.fast, .careful, .thorough] {
      let report = try choice.report(settings, care)
      say("\(care):\n\(report.table)\n\(report.reliability())")
    }
    say(try choice.headlines(settings))
    try Data(file.file(settings: settings)).write(to: URL(fileURLWithPath: output))
  }

  private static func ablate(data: String, lists path: String) throws {
    let listBytes = ModelBytes(try bytes(of: path))
    let lists = try NameLists(ModelFile(listBytes))
    let sets = try MarkedSets(data)
    func run(_ name: String, _ training: Training, without corpus: String? = nil) throws {
      let sources = sets.sources(withHeldOut: false).filter { $0.corpus.name != corpus }
      let model = ModelBytes(
        training.run(sources, lists: lists).file(calibration: Calibration.Scale.square.identity))
      let report = Report(of: try EntityRecognizer(lists: listBytes, model: model), on: sets.tests)
      say("\(name) | \(report.row)")
    }
    try run("all", Training())
    for family in Template.families {
      var training = Training()
      training.without = family.templates
      try run("without \(family.name)", training)
    }
    for corpus in Corpus.all { try run("without \(corpus.name)", Training(), without: corpus.name) }
  }

  private static func score(lists: String, model: String, files: [String]) throws {
    let recognizer = try EntityRecognizer(
      lists: ModelBytes(bytes(of: lists)), model: ModelBytes(bytes(of: model)))
    let tests = try files.map { MarkedSets.Test(name: $0, texts: try MarkedText.read($0), isHeldOut: false) }
    say(Report(of: recognizer, on: tests).table)
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Prints a line at once, however standard output is buffered: training takes minutes.
  private static func say(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}
