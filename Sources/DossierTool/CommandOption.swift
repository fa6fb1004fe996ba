internal import Dossier
internal import DossierFilter
internal import DossierModel
internal import DossierPrint

/// An option of a command: the words by which the reader knows it and the help tells it.
enum CommandOption: CaseIterable, Sendable {
  case output
  /// The file of a PDF.
  case pdf
  case jobs
  case strict
  case force
  case frozen
  case templates
  case printAll
  case exports
  case edition
  case since
  case zip
  case singleFile
  case against
  case only
  case paper
  case engine
  case precompress
  case clearance
  case port
  case host
  case basePath
  case open
  case poll
  case offsets
  case recogniser
  case link
  case keepMentions
  case cache
  case noCache
  case write
  case all
  case from
  case copy
  case quiet
  case verbose
  case json
  case format
  case external
  case externalLocal
  case help

  /// The long form: "--output".
  var long: String {
    switch self {
    case .output, .pdf: "--output"
    case .jobs: "--jobs"
    case .strict: "--strict"
    case .force: "--force"
    case .frozen: "--frozen"
    case .templates: "--templates"
    case .printAll: "--print-all"
    case .exports: "--exports"
    case .edition: "--edition"
    case .since: "--since"
    case .zip: "--zip"
    case .singleFile: "--single-file"
    case .against: "--against"
    case .only: "--only"
    case .paper: "--paper"
    case .engine: "--engine"
    case .precompress: "--precompress"
    case .clearance: "--clearance"
    case .port: "--port"
    case .host: "--host"
    case .basePath: "--base-path"
    case .open: "--open"
    case .poll: "--poll"
    case .offsets: "--offsets"
    case .recogniser: "--recogniser"
    case .link: "--link"
    case .keepMentions: "--keep-mentions"
    case .cache: "--cache"
    case .noCache: "--no-cache"
    case .write: "--write"
    case .all: "--all"
    case .from: "--from"
    case .copy: "--copy"
    case .quiet: "--quiet"
    case .verbose: "--verbose"
    case .json: "--json"
    case .format: "--format"
    case .external: "--external"
    case .externalLocal: "--external-local"
    case .help: "--help"
    }
  }

  /// The letter of the short form, where there is one: "o".
  var letter: Character? {
    switch self {
    case .output, .pdf: "o"
    case .jobs: "j"
    case .quiet: "q"
    case .verbose: "v"
    case .help: "h"
    default: nil
    }
  }

  /// The option's value, where it takes one.
  var value: ArgumentValue? {
    switch self {
    case .output, .templates, .from, .copy: .folder("DIR")
    case .only: .text("NAME")
    case .paper: .choice("SIZE", among: PrintOptions.Paper.allCases.map(\.rawValue))
    case .engine: .choice("NAME", among: PrintEngine.allCases.map(\.rawValue))
    case .jobs: .number("N", in: 1...1024)
    case .port: .number("N", in: 0...65535)
    case .host: .text("ADDRESS")
    case .clearance: .text("MARK")
    case .basePath: .text("PATH")
    case .offsets: .choice("UNIT", among: OffsetUnit.allCases.map(\.rawValue))
    case .recogniser: .choice("NAME", among: BriefingSettings.Recogniser.allCases.map(\.rawValue))
    case .format: .choice("NAME", among: OutputStyle.Format.allCases.map(\.rawValue))
    case .edition: .text("TAG")
    case .since, .against: .folder("SITE")
    case .zip, .singleFile: .file("FILE")
    case .cache, .pdf: .file("FILE")
    default: nil
    }
  }

  /// Whether it may be given more than once, and then each counts.
  var isRepeatable: Bool { self == .only }

  /// Whether the value may be left out; then it is never the next word.
  var valueIsOptional: Bool { self == .copy }

  /// The long form with the value, as the help shows it: "--output DIR".
  var usage: String {
    guard let value else { return long }
    return valueIsOptional ? "\(long)[=\(value.name)]" : "\(long) \(value.name)"
  }

  /// Returns what the option does, for the help of `command`.
  func explanation(in command: CommandName) -> String {
    switch self {
    case .pdf: "the PDF (default: named after what is printed)"
    case .output: "the folder of the site (default: site)"
    case .jobs: "how much to work on at once (default: one for each core)"
    case .strict where command == .check: "let warnings too end with exit code 1"
    case .strict: "write nothing when any document has an error"
    case .force: "use an output folder that holds other files"
    case .frozen: "keep no new addresses in the folder of documents"
    case .templates: "templates that replace the built-in ones, file by file"
    case .precompress: "put .br and .gz copies beside the files, for servers"
    case .printAll: "make the print edition even of more than 500 documents"
    case .edition where command == .print: "put the edition's name into the foot of each sheet"
    case .edition: "make an edition of this name, with its seal"
    case .since: "tell what has changed since that edition"
    case .zip: "pack the site into a file, too"
    case .singleFile: "write all into one page, too"
    case .against: "the site of which a PDF should be"
    case .exports: "write data files even of more than 500 documents"
    case .only: "print this only; may be given more than once"
    case .paper: "a4 (default) or letter"
    case .engine: "weasyprint or chromium (default: the first installed)"
    case .clearance where command == .serve: "show it without what is above a handling mark"
    case .clearance: "leave out what is above a handling mark, and prove it"
    case .offsets: "what offsets count: scalars (default), bytes or utf16"
    case .recogniser where command == .annotate: "careful (default) or fast"
    case .recogniser: "careful or fast (default: as dossier.yml has it)"
    case .link: "add the name of the entity, over all texts together"
    case .keepMentions: "take the names from 'entities' of each line (with --link)"
    case .cache where command == .check: "where to keep what was read (default: nowhere)"
    case .cache: "where to keep what was read (default: beside the site)"
    case .noCache: "read everything anew and keep nothing"
    case .port: "the port (default: the first free one of 8000 to 8010)"
    case .host: "the address to listen on (default: 127.0.0.1)"
    case .basePath: "show the site below a path, as its host will"
    case .open: "open the page in a browser"
    case .poll: "look for changes: for network shares and containers"
    case .write: "add the surest answers to 'entities.yml'"
    case .all: "print every question (default: the first 20)"
    case .from: "the folder of documents"
    case .copy: "put the files into a folder (default: Templates)"
    case .quiet: "print only errors and warnings"
    case .verbose: "print time and memory of each stage, and every message"
    case .json where [.review, .explain, .templates].contains(command): "print JSON"
    case .json where command == .check: "the same as --format json"
    case .format: "print json, github or sarif on standard output"
    case .external: "ask whether outside links are good, too"
    case .externalLocal: "ask addresses of the local network, too"
    case .json: "print a report as JSON on standard output"
    case .help: "show this text"
    }
  }
}
