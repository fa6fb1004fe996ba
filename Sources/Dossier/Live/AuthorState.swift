internal import DossierFiles
internal import DossierModel
internal import DossierRead

/// What the author's own files say: settings, decisions, addresses and templates. Of a file that has become unreadable the
/// last good state stays.
struct AuthorState: Sendable {
  private(set) var settings = BriefingSettings(title: "")
  private(set) var decisions = AuthorDecisions()
  private(set) var addresses = AddressMemory()
  private(set) var library: TemplateFiles?
  private(set) var diagnostics: [Diagnostic] = []
  private var stamps: [String: FileStamp?] = [:]

  /// What an update came to.
  struct Change {
    /// The files that are others than before.
    var files: [String] = []
    /// Whether texts are to be read, or names to be found, in another way.
    var needsReadings = false
    /// Whether anything is to be built anew.
    var isAny = false
  }

  /// Reads the files, if any of them has changed.
  ///
  /// - Parameter isForced: Whether one of them may have.
  mutating func update(_ build: BriefingBuild, isForced: Bool) -> Change {
    var change = Change()
    guard isForced else { return change }
    let folder = build.options.folder
    var new: [String: FileStamp?] = [:]
    for path in AuthorFile.all(in: folder) + build.templatePaths {
      new[path] = .some(Files.status(path).map(FileStamp.init))
    }
    guard new != stamps else { return change }
    change.files = new.keys.filter { stamps[$0] != new[$0] && !stamps.isEmpty }.sorted()
    stamps = new
    let before = settings
    diagnostics = []
    let read = Settings.read(folder: folder, &diagnostics)
    // At first there is nothing better than what could be read.
    if before.title.isEmpty || !diagnostics.contains(where: { $0.severity == .error }) { settings = read }
    change.needsReadings =
      settings.recogniser != before.recogniser || settings.markings != before.markings
      || settings.hasSmartPunctuation != before.hasSmartPunctuation
    do throws(Diagnostic) {
      decisions = try AuthorFile.decisions(folder: folder, &diagnostics)
    } catch {
      diagnostics.append(error)
    }
    do throws(Diagnostic) {
      addresses = try AuthorFile.addresses(folder: folder)
    } catch {
      diagnostics.append(error)
    }
    do throws(Diagnostic) {
      library = try build.loadTemplates(&diagnostics)
    } catch {
      diagnostics.append(error)
    }
    change.isAny = true
    return change
  }
}
