internal import CDefaultTemplates
internal import DossierFiles
internal import DossierModel
internal import DossierTemplates

/// The templates, the style sheet and the scripts that a build uses.
struct TemplateFiles {
  var templates: TemplateLibrary
  /// The contents of the files that are no templates, by name.
  var assets: [String: [UInt8]]

  /// The files that every site has beside its pages.
  static let assetNames = ["style.css", "start.js", "dossier.js"]
}

extension BriefingBuild {
  /// Takes the built-in templates, and in their place the files of the author's folder of templates.
  ///
  /// - Throws: That a template can't be read. A site of other templates than the author's is not what was asked for.
  func loadTemplates(_ diagnostics: inout [Diagnostic]) throws(Diagnostic) -> TemplateFiles {
    var files: [String: (path: String, bytes: [UInt8])] = [:]
    for (name, bytes) in builtInTemplates() { files[name] = ("built-in/" + name, bytes) }
    if let folder = try templateFolder() {
      let builtIn = files.keys.sorted()
      var isUsed = false
      var others: [String] = []
      do throws(FileError) {
        for name in try Files.names(in: folder).map(\.text) where !name.hasPrefix(".") {
          if name.hasSuffix(".mustache") || TemplateFiles.assetNames.contains(name) {
            files[name] = (folder + "/" + name, try Files.read(folder + "/" + name, limit: 1 << 20))
            isUsed = true
          }
          if !builtIn.contains(name) { others.append(name) }
        }
      } catch {
        throw .unreadableTemplate(error.path, error.reason)
      }
      if !isUsed { diagnostics.append(.noTemplates(folder)) }
      let sources = files.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }
        .map { String(decoding: $0.value.bytes, as: UTF8.self) }
      for name in others where !isPartial(name, of: sources) {
        diagnostics.append(.unknownTemplate(folder + "/" + name, name, among: builtIn))
      }
    }
    return templateFiles(files)
  }

  /// The built-in templates alone.
  var builtInTemplateFiles: TemplateFiles {
    templateFiles(
      Dictionary(
        builtInTemplates().map { ($0.name, (path: "built-in/" + $0.name, bytes: $0.bytes)) },
        uniquingKeysWith: { first, _ in first }))
  }

  private func templateFiles(_ files: [String: (path: String, bytes: [UInt8])]) -> TemplateFiles {
    let templates = files.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }.map {
      TemplateFile(name: $0.key, path: $0.value.path, source: String(decoding: $0.value.bytes, as: UTF8.self))
    }
    var assets: [String: [UInt8]] = [:]
    for name in TemplateFiles.assetNames { assets[name] = files[name]?.bytes ?? [] }
    return TemplateFiles(templates: TemplateLibrary(templates), assets: assets)
  }

  /// Whether a template puts the file `name` in: "{{> name}}".
  private func isPartial(_ name: String, of sources: [String]) -> Bool {
    guard name.hasSuffix(".mustache") else { return false }
    let wanted = name.dropLast(".mustache".count)
    return sources.contains { source in
      source.split(separator: "{{>").dropFirst().contains { tag in
        tag.drop { $0.isWhitespace }.prefix { !$0.isWhitespace && $0 != "}" } == wanted
      }
    }
  }

  private func templateFolder() throws(Diagnostic) -> String? {
    if let folder = options.templates {
      guard Files.status(folder)?.kind == .folder else { throw .noTemplateFolder(folder) }
      return folder
    }
    let folder = options.folder
    let last = folder.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let beside =
      if last == "." || last == ".." {
        folder + "/../Templates"
      } else {
        String(folder.dropLast(last.count)) + "Templates"
      }
    return Files.status(beside)?.kind == .folder ? beside : nil
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
