@main
struct DossierProgram {
  static func main() async {
    let surroundings = Surroundings.ofProcess()
    let code = await Program(surroundings).run(Array(CommandLine.arguments.dropFirst()))
    surroundings.exit(code)
  }
}
