internal import CSQLite
internal import Synchronization

/// Answers that took long to work out, kept in one file from one build to the next.
///
/// The file may be deleted at any time, and builds may share it: SQLite sees to that. Whatever is wrong with it, nothing
/// but time is lost: an entry that is damaged is not found, and one that cannot be kept is dropped.
public final class AnswerCache: Sendable {
  /// Why a cache cannot be used, in SQLite's words.
  public struct Problem: Error, Hashable, Sendable {
    /// The file.
    public var path: String
    /// What is wrong.
    public var reason: String
  }

  /// Of `@unchecked`: the connection is no value, and only touched while the mutex is held.
  private struct State: @unchecked Sendable {
    var database: OpaquePointer
    var search: OpaquePointer
    /// Answers that are not in the file yet.
    var fresh: [Key: [UInt8]] = [:]
    /// The bytes of their answers.
    var freshBytes = 0
  }

  private struct Key: Hashable {
    var first: UInt64
    var second: UInt64
    var bytes: [UInt8] { AnswerCache.bytes(of: first) + AnswerCache.bytes(of: second) }
  }

  private let state: Mutex<State>
  private let limit: Int

  /// So many answers, or bytes of them, are written at once; a build that is stopped loses fewer.
  private static let (most, mostBytes) = (500, 8 << 20)
  /// "Doss": other programs can tell what the file is.
  private static let application = 0x446F_7373

  /// Opens a cache, creating the file where it is missing. A file that is no cache is left alone.
  ///
  /// - Parameter limit: The most bytes of answers, about; the oldest are dropped.
  public init(_ path: String, limit: Int = 512 << 20) throws(Problem) {
    self.limit = limit
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    do throws(Problem) {
      guard code == SQLITE_OK, let database = opened else { throw AnswerCache.problem(path, opened) }
      sqlite3_busy_timeout(database, 5_000)
      // In this order: who makes the file at the same time says whose it is before making a table.
      let tables = AnswerCache.number(database, "SELECT count(*) FROM sqlite_master")
      let found = AnswerCache.number(database, "PRAGMA application_id")
      guard let found, let tables else { throw AnswerCache.problem(path, database) }
      guard tables == 0 || found == AnswerCache.application else {
        throw Problem(path: path, reason: "it is a database of another program")
      }
      // After a crash of the machine the file may be damaged, which costs no more than the answers.
      let setUp = """
        PRAGMA synchronous = OFF; PRAGMA application_id = \(AnswerCache.application);
        CREATE TABLE IF NOT EXISTS answers (number INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, answer BLOB NOT NULL);
        """
      guard sqlite3_exec(database, setUp, nil, nil, nil) == SQLITE_OK,
        let search = AnswerCache.prepare(database, "SELECT answer FROM answers WHERE key = ?1")
      else { throw AnswerCache.problem(path, database) }
      state = Mutex(State(database: database, search: search))
    } catch {
      sqlite3_close_v2(opened)
      throw error
    }
  }

  deinit {
    flush()
    state.withLock { state in
      sqlite3_finalize(state.search)
      sqlite3_close_v2(state.database)
    }
  }

  /// Returns the answer to what has these hashes.
  public func find(_ first: UInt64, _ second: UInt64) -> [UInt8]? {
    state.withLock { state in
      let key = Key(first: first, second: second)
      if let fresh = state.fresh[key] { return fresh }
      defer { sqlite3_reset(state.search) }
      AnswerCache.bind(key.bytes, 1, state.search)
      guard sqlite3_step(state.search) == SQLITE_ROW else { return nil }
      return AnswerCache.unsealed(AnswerCache.column(0, state.search), key)
    }
  }

  /// Keeps an answer.
  public func keep(_ first: UInt64, _ second: UInt64, _ answer: [UInt8]) {
    state.withLock { state in
      state.fresh[Key(first: first, second: second)] = answer
      state.freshBytes += answer.count
      if state.fresh.count >= AnswerCache.most || state.freshBytes >= AnswerCache.mostBytes { write(&state) }
    }
  }

  /// Writes what is not in the file yet, and drops the oldest answers where there are too many.
  public func flush() {
    state.withLock { state in
      if !state.fresh.isEmpty { write(&state) }
    }
  }

  private func write(_ state: inout State) {
    defer { (state.fresh, state.freshBytes) = ([:], 0) }
    guard sqlite3_exec(state.database, "BEGIN IMMEDIATE", nil, nil, nil) == SQLITE_OK else { return }
    let insert = AnswerCache.prepare(
      state.database, "INSERT OR REPLACE INTO answers (key, answer) VALUES (?1, ?2)")
    for (key, answer) in state.fresh.sorted(by: { $0.key.first < $1.key.first }) {
      AnswerCache.bind(key.bytes, 1, insert)
      AnswerCache.bind(AnswerCache.sealed(answer, key), 2, insert)
      sqlite3_step(insert)
      sqlite3_reset(insert)
    }
    sqlite3_finalize(insert)
    let size = AnswerCache.number(state.database, "PRAGMA page_count") ?? 0
    let free = AnswerCache.number(state.database, "PRAGMA freelist_count") ?? 0
    let page = AnswerCache.number(state.database, "PRAGMA page_size") ?? 0
    if (size - free) * page > limit {
      // A quarter goes, so that this is not done again at once; the file stays as large, its pages are used again.
      sqlite3_exec(
        state.database,
        """
        DELETE FROM answers WHERE number <=
          (SELECT min(number) + (max(number) - min(number)) / 4 FROM answers)
        """, nil, nil, nil)
    }
    sqlite3_exec(state.database, "COMMIT", nil, nil, nil)
  }
}

extension AnswerCache {
  private static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
  }

  /// An answer with eight bytes before it by which damage is found.
  private static func sealed(_ answer: [UInt8], _ key: Key) -> [UInt8] {
    bytes(of: seal(of: answer[...], key)) + answer
  }

  private static func unsealed(_ bytes: [UInt8], _ key: Key) -> [UInt8]? {
    guard bytes.count >= 8 else { return nil }
    let answer = bytes.dropFirst(8)
    guard bytes.prefix(8).elementsEqual(AnswerCache.bytes(of: seal(of: answer, key))) else { return nil }
    return Array(answer)
  }

  /// FNV-1a over the answer, begun with its key.
  private static func seal(of answer: ArraySlice<UInt8>, _ key: Key) -> UInt64 {
    var sum = key.first ^ key.second &* 31
    for byte in answer { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return sum
  }

  private static func problem(_ path: String, _ database: OpaquePointer?) -> Problem {
    Problem(path: path, reason: database.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory")
  }

  private static func prepare(_ database: OpaquePointer, _ text: String) -> OpaquePointer? {
    var statement: OpaquePointer?
    sqlite3_prepare_v2(database, text, -1, &statement, nil)
    return statement
  }

  private static func number(_ database: OpaquePointer, _ text: String) -> Int? {
    let statement = prepare(database, text)
    defer { sqlite3_finalize(statement) }
    return sqlite3_step(statement) == SQLITE_ROW ? Int(sqlite3_column_int64(statement, 0)) : nil
  }

  private static func bind(_ bytes: [UInt8], _ place: Int32, _ statement: OpaquePointer?) {
    // SQLite copies the bytes before the call returns, being told that they are transient (-1).
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_blob64(statement, place, bytes, UInt64(bytes.count), transient)
  }

  private static func column(_ number: Int32, _ statement: OpaquePointer?) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, number) else { return [] }
    // The row's bytes, as many as SQLite says, live until the next step.
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, number))))
  }
}
