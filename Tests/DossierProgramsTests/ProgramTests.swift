import DossierPrograms
import Testing

@Suite struct ProgramTests {
  private let shell = Program(path: "/bin/sh")
  private let limits = Program.Limits(seconds: 20, output: 1 << 20)

  private func failure(_ program: Program, _ arguments: [String], _ limits: Program.Limits) -> Program
    .Failure?
  {
    do throws(Program.Failure) {
      _ = try program.run(arguments, limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func argumentsArriveAsTheyAre() throws {
    let words = ["-n", "a b", "$HOME", "*", "new\nline", "'", "\"", ""]
    let output = try shell.run(["-c", "printf '%s|' \"$@\"", "sh"] + words, limits)
    #expect(String(decoding: output.text, as: UTF8.self) == words.joined(separator: "|") + "|")
  }

  @Test func thereIsNoInputAndNothingOfTheUsersEnvironment() throws {
    let output = try shell.run(["-c", "cat; echo \"$HOME $LC_ALL $TZ $USER\""], limits)
    #expect(String(decoding: output.text, as: UTF8.self) == "/nonexistent C.UTF-8 UTC \n")
  }

  @Test func manyAtOnceDoNotHoldEachOther() async {
    let sizes = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let output = try? Program(path: "/bin/sh").run(
            ["-c", "head -c 300000 /dev/zero; echo told >&2"], Program.Limits(seconds: 30, output: 1 << 20))
          return output?.text.count ?? -1
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sizes == [Int](repeating: 300_000, count: 8))
  }

  @Test func slowProgramsAreKilledWithWhatTheyStarted() throws {
    let name = "/tmp/dossier-killed-\(UInt64.random(in: 0 ... .max))"
    let started = ContinuousClock.now
    let found = failure(
      shell, ["-c", "(sleep 4; touch \(name)) & sleep 60"], Program.Limits(seconds: 1, output: 100))
    #expect(found == .tooSlow(seconds: 1))
    #expect(ContinuousClock.now - started < .seconds(20))
    _ = try shell.run(["-c", "sleep 5"], limits)
    #expect(throws: Program.Failure.self) { try shell.run(["-c", "ls \(name)"], limits) }
  }

  /// A program that has closed its output may still go on.
  @Test func silenceIsNoEnd() {
    let found = failure(shell, ["-c", "exec >&- 2>&-; sleep 60"], Program.Limits(seconds: 1, output: 100))
    #expect(found == .tooSlow(seconds: 1))
  }

  @Test func tooMuchOutputIsCutOff() {
    #expect(
      failure(shell, ["-c", "yes"], Program.Limits(seconds: 20, output: 100_000)) == .tooMuch(bytes: 100_000))
  }

  @Test func failuresSayWhy() {
    #expect(failure(shell, ["-c", "echo; echo bad file >&2; exit 3"], limits) == .failed("bad file"))
    #expect(failure(shell, ["-c", "exit 3"], limits) == .failed("it ended with code 3"))
    #expect(failure(shell, ["-c", "kill -9 $$"], limits) == .failed("it was ended by signal 9"))
    #expect(failure(Program(path: "/no/such"), [], limits) == .notStarted("No such file or directory"))
  }

  #if os(Linux)
    @Test func noOtherFileIsOpen() throws {
      let output = try shell.run(["-c", "ls /proc/self/fd | wc -l"], limits)
      // Three, and the one by which they are listed.
      #expect(String(decoding: output.text, as: UTF8.self) == "4\n")
    }

    @Test func memoryIsBounded() {
      let small = Program.Limits(seconds: 60, output: 100, memory: 64 << 20)
      #expect(
        failure(shell, ["-c", "head -c 200000000 /dev/zero | tail -c 190000000 | wc -c >&2; exit 1"], small)
          != nil)
    }
  #endif

  @Test func programsAreFoundOnThePath() {
    #expect(Program(named: "sh") != nil)
    #expect(Program(named: "no-such-program-anywhere") == nil)
  }
}
