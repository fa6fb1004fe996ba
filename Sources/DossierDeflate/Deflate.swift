internal import CZlib

/// The compression of ZIP packages (DEFLATE, RFC 1951), by zlib.
public enum Deflate {
  /// Returns the unpacked bytes, or nothing where the stream is damaged, ends early, or is longer than `limit` bytes.
  ///
  /// - Complexity: O(`limit`), whatever the stream promises.
  public static func unpack(_ packed: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var stream = z_stream()
    guard dossier_inflate_start(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var unpacked: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16_384)
    var input = Array(packed)
    let count = UInt32(clamping: input.count)
    guard Int(count) == input.count else { return nil }
    // zlib reads and writes only within the two buffers, whose sizes it is told, and only during the calls in here, while
    // both stay where they are.
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = count
      while true {
        let (code, made) = piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          let code = inflate(&stream, Z_NO_FLUSH)
          return (code, piece.count - Int(stream.avail_out))
        }
        guard unpacked.count + made <= limit else { return nil }
        unpacked += piece[..<made]
        if code == Z_STREAM_END { return unpacked }
        guard code == Z_OK, made > 0 || stream.avail_in > 0 else { return nil }
      }
    }
  }
}
