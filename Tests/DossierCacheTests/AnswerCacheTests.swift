import DossierFiles
import Foundation
import Testing

@testable import DossierCache

@Suite struct AnswerCacheTests {
  /// A path that nothing else uses, removed at the end.
  private final class Place {
    let folder = NSTemporaryDirectory() + "dossier-cache-" + UUID().uuidString
    var path: String { folder + "/cache" }

    init() throws { try Files.createFolder(folder) }
    deinit { try? Files.removeTree(folder) }
  }

  @Test func answersAreThereTheNextTime() throws {
    let place = try Place()
    do {
      let cache = try AnswerCache(place.path)
      #expect(cache.find(1, 2) == nil)
      cache.keep(1, 2, [3, 4])
      cache.keep(.max, .max, [])
      // At once, too.
      #expect(cache.find(1, 2) == [3, 4])
    }
    let cache = try AnswerCache(place.path)
    #expect(cache.find(1, 2) == [3, 4])
    #expect(cache.find(.max, .max) == [])
    #expect(cache.find(2, 1) == nil)
    cache.keep(1, 2, [5])
    cache.flush()
    #expect(try AnswerCache(place.path).find(1, 2) == [5])
  }

  @Test func manyAnswers() throws {
    let place = try Place()
    let cache = try AnswerCache(place.path)
    for number in 0..<UInt64(2_345) { cache.keep(number, number * 7, [UInt8(truncatingIfNeeded: number)]) }
    cache.flush()
    let other = try AnswerCache(place.path)
    for number in 0..<UInt64(2_345) {
      #expect(other.find(number, number * 7) == [UInt8(truncatingIfNeeded: number)])
    }
  }

  @Test func twoAtOnce() async throws {
    let place = try Place()
    let path = place.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for part in 0..<4 as Range<UInt64> {
        group.addTask {
          let cache = try AnswerCache(path)
          for number in 0..<1_200 as Range<UInt64> { cache.keep(part, number, [UInt8(part), 9]) }
        }
      }
      try await group.waitForAll()
    }
    let cache = try AnswerCache(place.path)
    for part in 0..<4 as Range<UInt64> { #expect(cache.find(part, 1_199) == [UInt8(part), 9]) }
  }

  @Test func aDamagedAnswerIsNotFound() throws {
    let place = try Place()
    try AnswerCache(place.path).keep(1, 2, Array("the answer".utf8))
    var bytes = try Files.read(place.path)
    let words = Array("the answer".utf8)
    let found = bytes.indices.first { bytes[$0...].starts(with: words) }
    bytes[try #require(found)] ^= 1
    try Files.write(bytes, to: place.path)
    #expect(try AnswerCache(place.path).find(1, 2) == nil)
  }

  @Test func theOldestGo() throws {
    let place = try Place()
    let cache = try AnswerCache(place.path, limit: 200_000)
    for number in 0..<4_000 as Range<UInt64> {
      cache.keep(number, 0, [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 200))
    }
    cache.flush()
    #expect(cache.find(0, 0) == nil)
    #expect(cache.find(3_999, 0) != nil)
    #expect(try #require(Files.status(place.path)).size < 600_000)
  }

  @Test func whatIsNoCacheIsLeftAlone() throws {
    let place = try Place()
    let text = Array(String(repeating: "An important letter. ", count: 99).utf8)
    try Files.write(text, to: place.path)
    #expect(throws: AnswerCache.Problem.self) { try AnswerCache(place.path) }
    #expect(try Files.read(place.path) == text)
    #expect(throws: AnswerCache.Problem.self) { try AnswerCache(place.folder) }
    #expect(throws: AnswerCache.Problem.self) { try AnswerCache(place.folder + "/none/cache") }
  }

  @Test func aCutFileDoesNoHarm() throws {
    let place = try Place()
    do {
      let cache = try AnswerCache(place.path)
      for number in 0..<500 as Range<UInt64> { cache.keep(number, 0, [UInt8](repeating: 7, count: 300)) }
    }
    let bytes = try Files.read(place.path)
    for size in [1, 99, 4_096, bytes.count / 2] {
      try Files.write(Array(bytes[..<size]), to: place.path)
      guard let cache = try? AnswerCache(place.path) else { continue }
      for number in 0..<500 as Range<UInt64> {
        let found = cache.find(number, 0)
        #expect(found == nil || found == [UInt8](repeating: 7, count: 300))
      }
      cache.keep(1, 1, [1])
    }
  }
}
