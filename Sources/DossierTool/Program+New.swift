internal import Dossier
internal import DossierModel

extension Program {
  /// Makes a briefing to begin with, and tells how to go on.
  func new(_ folder: String) -> Int32 {
    do throws(Diagnostic) {
      let files = try NewBriefing(folder: folder).create()
      let path = TerminalText.safe(folder)
      var text = "made \(path): \(files.joined(separator: ", "))\n\nnext:\n"
      if folder != "." { text += "  cd \(ShellText.word(path))\n" }
      text += "  dossier serve --open\n  dossier build\n"
      surroundings.output(text)
      return Program.success
    } catch {
      Console(OutputStyle(), surroundings).tell(error)
      return Program.contentError
    }
  }
}
