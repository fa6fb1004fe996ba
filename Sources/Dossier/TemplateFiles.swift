internal import CDefaultTemplates
internal import DossierFiles
internal import DossierModel
internal import DossierTemplates

/// The templates, the style sheet and the scripts that a build uses.
struct TemplateFiles {
  var templates: TemplateLibrary
  /// The contents of the files that are no templates, by name.
  var assets: [String: [UInt8]]
  /// The files as they are, in the order of their names; of the author's colours what comes after the built-in ones.
  var sources: [(name: String, bytes: [UInt8])] = []

  /// The files that every site has beside its pages.
  static let assetNames = ["style.css", "book.css", "start.js", "dossier.js"]
  /// The author's colours, which go to the end of the style sheet, so that they need say only what they change.
  static let coloursName = "colours.css"

  /// Whether a file of the author's folder of templates is used.
  static func isUsed(_ name: String) -> Bool {
    name.hasSuffix(".mustache") || assetNames.contains(name) || name == coloursName
  }
}

extension BriefingBuild {
  /// Takes the built-in templates, and in their place the files of the author's folder of templates.
  ///
  /// - Throws: That a template can't be read. A site of other templates than the author's is not what was asked for.
  func loadTemplates(_ diagnostics: inout [Diagnostic]) throws(Diagnostic) -> TemplateFiles {
    var files = builtInFiles
    let builtInNames = files.keys.sorted()
    guard let folder = try templateFolder() else { return templateFiles(files, ownColours: []) }
    var own: [String] = []
    do throws(FileError) {
      own = try Files.names(in: folder).map(\.text).filter { !$0.hasPrefix(".") }
      for name in own where TemplateFiles.isUsed(name) && name != TemplateFiles.coloursName {
        files[name] = (folder + "/" + name, try Files.read(folder + "/" + name, limit: 1 << 20))
      }
      let colours =
        own.contains(TemplateFiles.coloursName)
        ? try Files.read(folder + "/" + TemplateFiles.coloursName, limit: 1 << 20) : []
      let result = templateFiles(files, ownColours: colours)
      if !own.contains(where: TemplateFiles.isUsed) { diagnostics.append(.noTemplates(folder)) }
      for name in own where !builtInNames.contains(name) && !result.templates.partials.contains(name) {
        // A file of another kind may lie there for the author's own ends, unless its name is a slip.
        let near = nearMiss(to: name, among: builtInNames)
        if near != nil || name.hasSuffix(".mustache") {
          diagnostics.append(.unusedTemplate(folder + "/" + name, nearest: near))
        }
      }
      return result
    } catch {
      throw .unreadableTemplate(error.path, error.reason)
    }
  }

  /// The built-in templates alone.
  var builtInTemplateFiles: TemplateFiles { templateFiles(builtInFiles, ownColours: []) }

  /// The built-in files by name.
  private var builtInFiles: [String: (path: String, bytes: [UInt8])] {
    Dictionary(
      builtInTemplates().map { ($0.name, (path: "built-in/" + $0.name, bytes: $0.bytes)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func templateFiles(
    _ files: [String: (path: String, bytes: [UInt8])], ownColours: [UInt8]
  ) -> TemplateFiles {
    let templates = files.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }.map {
      TemplateFile(name: $0.key, path: $0.value.path, source: String(decoding: $0.value.bytes, as: UTF8.self))
    }
    var assets: [String: [UInt8]] = [:]
    for name in TemplateFiles.assetNames { assets[name] = files[name]?.bytes ?? [] }
    let colours = files[TemplateFiles.coloursName]?.bytes ?? []
    assets["style.css"] = colours + (assets["style.css"] ?? []) + ownColours
    var sources = files.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value.bytes) }
    if !ownColours.isEmpty { sources.append((name: "own/" + TemplateFiles.coloursName, bytes: ownColours)) }
    return TemplateFiles(templates: TemplateLibrary(templates), assets: assets, sources: sources)
  }

  private func templateFolder() throws(Diagnostic) -> String? {
    if let folder = options.templates {
      guard Files.status(folder)?.kind == .folder else { throw .noTemplateFolder(folder) }
      return folder
    }
    let beside = BriefingBuild.templateFolder(beside: options.folder)
    return Files.status(beside)?.kind == .folder ? beside : nil
  }

  /// The folder of templates beside the documents' folder, whether it is there or not.
  static func templateFolder(beside folder: String) -> String {
    let last = folder.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return last == "." || last == ".."
      ? folder + "/../Templates" : String(folder.dropLast(last.count)) + "Templates"
  }

  /// The paths at which templates and assets of the author's are looked for.
  var templatePaths: [String] {
    let folder = options.templates ?? BriefingBuild.templateFolder(beside: options.folder)
    return (try? Files.names(in: folder))?.map { folder + "/" + $0.text } ?? []
  }
}

/// Returns the files of the folder Templates that are inside the program, by name.
func builtInTemplates() -> [(name: String, bytes: [UInt8])] {
  (0..<dossier_template_file_count()).map { index in
    let file = dossier_template_file(index)
    // The name and the bytes are constants of the program, never freed, and `size` is the size of the array.
    return (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
  }
}
