extension Files {
  /// Writes a file piece by piece, and puts it in place at once and as a whole: until then it lies beside, with ".partial"
  /// after its name. Where `body` throws, what was there stays. A link in the place of the file is replaced, never
  /// followed.
  ///
  /// - Parameter body: Is given what appends bytes to the file.
  public static func replace(
    _ path: String,
    _ body: (_ append: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    let draft = path + ".partial"
    do throws(FileError) {
      try write([], to: draft)
      try body { bytes throws(FileError) in try write(bytes, to: draft, isAppended: true) }
      try rename(draft, to: path)
    } catch {
      try? removeFile(draft)
      throw error.path == draft ? FileError(path: path, code: error.code) : error
    }
  }
}
