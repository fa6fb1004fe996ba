import Testing

@testable import EntityRecognizer

struct ModelFileTests {
  private let file = ModelFile.file(of: [
    ModelFile.part([1, 2, 3] as [UInt32]), [7, 8, 9], ModelFile.part([-5] as [Int16]),
  ])

  @Test func readsWhatItWrote() throws {
    let read = try ModelFile(ModelBytes(file))
    #expect(read.numbers(0) as [UInt32] == [1, 2, 3])
    #expect(read.numbers(1) as [UInt8] == [7, 8, 9])
    #expect(read.numbers(2) as [Int16] == [-5])
    #expect(read.numbers(3) as [UInt8] == [])
    #expect((read.numbersInPlace(0) as UnsafeBufferPointer<UInt32>?).map { Array($0) } == [1, 2, 3])
  }

  @Test func everyDamagedByteIsNoticed() {
    for index in file.indices {
      var damaged = file
      damaged[index] ^= 0x10
      #expect(throws: ModelFile.Problem.self, "byte \(index)") { try ModelFile(ModelBytes(damaged)) }
    }
  }

  @Test func everyShorterFileIsNoticed() {
    for count in 0..<file.count {
      #expect(throws: ModelFile.Problem.self) { try ModelFile(ModelBytes(Array(file[..<count]))) }
    }
  }

  @Test func newerVersionIsTold() {
    var newer = file
    newer[8] = 2
    let problem = #expect(throws: ModelFile.Problem.self) { try ModelFile(ModelBytes(newer)) }
    #expect(problem == .otherVersion(found: 2, known: 1))
    #expect(problem?.description == "the file is of version 2, but this program reads version 1")
  }

  @Test func otherFilesAreTold() {
    let problem = #expect(throws: ModelFile.Problem.self) {
      try ModelFile(ModelBytes(Array("a text of some length that is no model".utf8)))
    }
    #expect(problem == .noModel)
  }

  @Test func weightsWithoutListsAreTold() {
    #expect(throws: ModelFile.Problem.damaged) {
      try EntityRecognizer(lists: ModelBytes(file), model: ModelBytes(file))
    }
  }
}
