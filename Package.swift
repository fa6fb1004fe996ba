// swift-tools-version: 6.2
import PackageDescription

// Every Swift target is built with the same rules.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

// Fixtures lie in Tests/Fixtures and are found by the path of the test's own file.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "SeededGenerator"] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "Dossier",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Dossier", targets: ["Dossier"]),
    .executable(name: "dossier", targets: ["DossierTool"]),
    .executable(name: "dossier-train", targets: ["DossierTrain"]),
  ],
  targets: [
    // C libraries of the system, each seen by one Swift module only.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"]), .brew(["jansson"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd",
      providers: [.apt(["libmicrohttpd-dev"]), .brew(["libmicrohttpd"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
    .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),

    // Files kept inside the program.
    .target(name: "CDefaultTemplates"),
    .target(name: "CEntityModel"),
    .target(name: "CReaderModel"),
    .target(name: "CPlaceList"),
    .target(name: "CPreviewScript"),

    // The arithmetic of the careful reader.
    .target(name: "CReaderKernels"),

    // The start of another program.
    .target(name: "CProgramRun"),

    // The bottom: values, and one wrapper for each thing outside.
    library("DossierModel"),
    library("DossierFiles"),
    library("DossierMarkdown", ["CCmark", "DossierModel"]),
    library("DossierYAML", ["CYAML", "DossierModel"]),
    library("DossierJSON", ["CJansson"]),
    library("DossierHash", ["CLibMD"]),
    library("DossierDeflate", ["CZlib"]),
    library("DossierEdition", ["DossierHash", "DossierJSON"]),
    library("DossierBrotli", ["CBrotli"]),
    library("DossierTemplates", ["DossierModel"]),
    library("DossierCache", ["CSQLite"]),
    .target(
      name: "DossierCharset", swiftSettings: strict,
      // Elsewhere a part of the C library.
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    library("DossierHTML"),
    library("DossierPrograms", ["CProgramRun"]),
    library("DossierPrint", ["DossierPrograms"]),
    library("DossierWeb", ["CCurl"]),
    library("UTF8Text"),
    library("EntityRecognizer", ["CEntityModel", "CReaderKernels", "CReaderModel", "UTF8Text"]),
    library("DateRecognizer", ["UTF8Text"]),

    // The five stages. None imports another.
    library(
      "DossierRead",
      [
        "DossierModel", "DossierCharset", "DossierDeflate", "DossierFiles", "DossierHTML", "DossierHash",
        "DossierJSON",
        "DossierMarkdown", "DossierPrograms", "DossierYAML",
      ]),
    library("DossierAnnotate", ["DossierModel", "EntityRecognizer", "DateRecognizer"]),
    library("DossierLink", ["CPlaceList", "DossierModel"]),
    library(
      "DossierRender",
      ["DossierModel", "DossierEdition", "DossierHash", "DossierJSON", "DossierMarkdown", "DossierTemplates"]),
    library("DossierWrite", ["DossierModel", "DossierFiles"]),

    // The pipeline, the preview server and the program.
    library(
      "Dossier",
      [
        "CDefaultTemplates", "DossierModel", "DossierFiles", "DossierJSON", "DossierYAML", "DossierTemplates",
        "DossierCache", "DossierPrint", "DossierPrograms", "DossierWeb", "DossierRead", "DossierHash",
        "DossierBrotli", "DossierDeflate", "DossierEdition",
        "DossierAnnotate", "DossierLink", "DossierRender", "DossierWrite", "EntityRecognizer",
      ]),
    library(
      "DossierFilter",
      ["DossierModel", "DossierJSON", "DossierAnnotate", "DossierLink", "DateRecognizer", "EntityRecognizer"]),
    library(
      "DossierPreview", ["CMicroHTTPD", "CPreviewScript", "DossierFiles", "DossierHash", "DossierModel"]),
    .executableTarget(
      name: "DossierTool",
      dependencies: [
        "Dossier", "DossierEdition", "DossierModel", "DossierFiles", "DossierFilter", "DossierJSON",
        "DossierPreview", "DossierPrint", "EntityRecognizer",
      ],
      swiftSettings: strict),

    // What makes the recogniser's files; not a part of the program.
    .executableTarget(name: "DossierTrain", dependencies: ["EntityRecognizer"], swiftSettings: strict),

    // Random numbers of the fuzzers, the same on every run.
    .target(name: "SeededGenerator", path: "Tests/SeededGenerator", swiftSettings: strict),
    tests("DossierModel"),
    tests("DossierFiles"),
    tests("DossierMarkdown", ["DossierModel"]),
    tests("DossierYAML", ["DossierModel"]),
    tests("DossierCharset"),
    tests("DossierHTML"),
    tests("DossierPrograms", ["DossierFiles"]),
    tests("DossierHash"),
    tests("DossierDeflate"),
    tests("DossierEdition"),
    tests("DossierBrotli"),
    tests("DossierJSON"),
    tests("DossierTemplates", ["DossierModel"]),
    tests("DossierCache", ["DossierFiles"]),
    tests("DossierPrint"),
    tests("DossierWeb"),
    tests("EntityRecognizer", ["CReaderKernels", "UTF8Text"]),
    tests("DateRecognizer"),
    tests("DossierRead", ["DossierDeflate", "DossierModel", "DossierFiles", "DossierPrograms"]),
    tests("DossierAnnotate", ["DossierModel", "EntityRecognizer"]),
    tests("DossierLink", ["DossierModel"]),
    tests("DossierRender", ["DossierModel", "DossierTemplates", "DossierMarkdown", "DossierJSON"]),
    tests("DossierWrite", ["DossierModel", "DossierFiles"]),
    tests(
      "Dossier",
      [
        "DossierCache", "DossierModel", "DossierFiles", "DossierJSON", "DossierPrint", "DossierPrograms",
        "DossierRender", "DossierTemplates", "DossierWeb", "DossierWrite", "DossierBrotli", "DossierDeflate",
        "DossierEdition",
      ]),
    tests("DossierFilter", ["DossierModel", "DossierJSON", "EntityRecognizer"]),
    tests("DossierPreview", ["DossierModel", "DossierFiles"]),
    tests("DossierTool", ["Dossier", "DossierEdition", "DossierModel", "DossierFiles", "DossierPrint"]),
  ]
)
