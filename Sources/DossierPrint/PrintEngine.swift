public import DossierPrograms

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A program that prints a page of HTML as a PDF.
public enum PrintEngine: String, CaseIterable, Sendable {
  /// WeasyPrint, which puts footnotes at the foot of the sheet.
  case weasyprint
  /// Chromium, or a browser made from it, which is faster and writes tags for screen readers.
  case chromium

  /// Whether it can float footnotes to the foot of the sheet.
  public var floatsFootnotes: Bool { self == .weasyprint }

  /// The names by which its program is installed.
  private var programNames: [String] {
    switch self {
    case .weasyprint: ["weasyprint"]
    case .chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
    }
  }

  /// The engine's program, where it is installed.
  public var program: Program? { programNames.lazy.compactMap { Program(named: $0) }.first }

  /// The seconds and the bytes of messages that a run may take.
  private static let limits = Program.Limits(seconds: 1_800, output: 1 << 24)

  /// Prints a page. Nothing is fetched from the network.
  ///
  /// - Parameters:
  ///   - page: The absolute path of an HTML file.
  ///   - file: The absolute path of the PDF.
  ///   - workFolder: The absolute path of a folder for the engine's own files.
  public func print(
    _ page: String, to file: String, by program: Program, workFolder: String
  ) throws(Program.Failure) {
    switch self {
    case .weasyprint: _ = try program.run(["--quiet", "--presentational-hints", page, file], Self.limits)
    case .chromium:
      var arguments = [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(workFolder)/profile",
        "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=\(file)",
      ]
      // Its sandbox is made of other users' rights, which the superuser has none of; nothing runs in these pages.
      if geteuid() == 0 { arguments.append("--no-sandbox") }
      _ = try program.run(arguments + [page], Self.limits)
    }
  }
}
