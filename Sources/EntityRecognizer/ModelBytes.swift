/// Bytes that stay where they are and never change: those of a constant in the program, read in place, or a copy.
///
/// It may be read by pointer as long as it lives. `@unchecked`, since it holds a pointer: nobody can write through it, so
/// all tasks may read.
package final class ModelBytes: @unchecked Sendable {
  let raw: UnsafeRawBufferPointer
  private let isCopy: Bool

  /// Copies bytes.
  package init(_ bytes: [UInt8]) {
    // Parts of files are read as numbers of eight bytes.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyBytes(from: bytes)
    raw = UnsafeRawBufferPointer(copy)
    isCopy = true
  }

  /// Takes a constant, which is never freed.
  init(constant: UnsafeRawBufferPointer) {
    raw = constant
    isCopy = false
  }

  deinit {
    if isCopy { raw.deallocate() }
  }
}
