import DossierModel
import DossierTemplates
import Foundation
import Testing

/// The cases of Tests/Fixtures/mustache.
struct MustacheCasesTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var template: String
    var data: [String: JSON]
    var partials: [String: String]?
    var html: [String]?
    var expected: String?
    var refused: String?
    var topic: String?

    var testDescription: String { "\(topic ?? ""): \(name)" }
  }

  static func cases(_ topic: String) throws -> [Case] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Fixtures/mustache/\(topic).json"))
    return try JSONDecoder().decode([Case].self, from: data).map {
      var one = $0
      one.topic = topic
      return one
    }
  }

  static let all = Result {
    try ["comments", "interpolation", "sections", "inverted", "partials"].flatMap { try cases($0) }
  }

  @Test func thereAreCasesOfBothKinds() throws {
    let all = try Self.all.get()
    #expect(all.count { $0.expected != nil } >= 100)
    #expect(all.count { $0.refused != nil } >= 20)
    #expect(all.allSatisfy { ($0.expected == nil) != ($0.refused == nil) })
  }

  @Test(arguments: (try? all.get()) ?? [])
  func rendersOrRefuses(_ one: Case) throws {
    let schema = JSONSchema([one.data], html: Set(one.html ?? []))
    var files = [TemplateFile(name: "case.mustache", path: "case.mustache", source: one.template)]
    for (name, source) in one.partials ?? [:] {
      files.append(TemplateFile(name: name + ".mustache", path: name + ".mustache", source: source))
    }
    do throws(TemplateErrors) {
      let template = try TemplateLibrary(files).bind("case.mustache", to: schema.schema)
      let output = String(decoding: template.render(schema.record(one.data)), as: UTF8.self)
      #expect(output == one.expected)
    } catch {
      let ids = Set(error.diagnostics.map(\.id))
      #expect(ids == Set([one.refused].compactMap(\.self)), "\(error.diagnostics)")
    }
  }
}
