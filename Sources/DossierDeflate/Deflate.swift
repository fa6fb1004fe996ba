internal import CZlib

/// The compression of ZIP packages (DEFLATE, RFC 1951) and of gzip files (RFC 1952), by zlib.
public enum Deflate {
  /// Returns the unpacked bytes, or nothing where the stream is damaged, ends early, or is longer than `limit` bytes.
  ///
  /// - Complexity: O(`limit`), whatever the stream promises.
  public static func unpack(_ packed: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    inflated(packed, limit: limit, start: dossier_inflate_start)?.bytes
  }

  /// Returns the content of a gzip file, or nothing where it is damaged, ends early, goes on behind its end, or is longer
  /// than `limit` bytes.
  ///
  /// - Complexity: O(`limit`), whatever the file promises.
  public static func gunzip(_ packed: [UInt8], limit: Int) -> [UInt8]? {
    guard let (bytes, left) = inflated(packed[...], limit: limit, start: dossier_gunzip_start), left == 0
    else { return nil }
    return bytes
  }

  private static func inflated(
    _ packed: ArraySlice<UInt8>, limit: Int, start: (UnsafeMutablePointer<z_stream>) -> Int32
  ) -> (bytes: [UInt8], left: Int)? {
    var stream = z_stream()
    guard start(&stream) == Z_OK else { return nil }
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
        if code == Z_STREAM_END { return (unpacked, Int(stream.avail_in)) }
        guard code == Z_OK, made > 0 || stream.avail_in > 0 else { return nil }
      }
    }
  }

  /// Returns a gzip file of bytes, at zlib's best level, or nothing where there is no memory for that.
  ///
  /// The head has no time, no name, and "unknown" as the system, so that the same bytes always give the same file.
  ///
  /// - Complexity: O(bytes), about 40 ms a megabyte of text, and 270 kB beside the two texts.
  public static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard dossier_gzip_start(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var packed: [UInt8] = []
    packed.reserveCapacity(bytes.count / 3 + 64)
    var piece = [UInt8](repeating: 0, count: 16_384)
    var input = bytes
    var head = gz_header()
    head.os = 255
    // As above; zlib reads the head during the calls only, too.
    return withUnsafeMutablePointer(to: &head) { head in
      guard deflateSetHeader(&stream, head) == Z_OK else { return nil }
      return input.withUnsafeMutableBufferPointer { input in
        var given = 0
        while true {
          // Longer than 4 GB, which is more than zlib counts, in several gulps.
          let gulp = min(input.count - given, Int(UInt32.max))
          stream.next_in = input.baseAddress.map { $0 + given }
          stream.avail_in = UInt32(gulp)
          let flush = given + gulp == input.count ? Z_FINISH : Z_NO_FLUSH
          let (code, made) = piece.withUnsafeMutableBufferPointer { piece in
            stream.next_out = piece.baseAddress
            stream.avail_out = UInt32(piece.count)
            let code = deflate(&stream, flush)
            return (code, piece.count - Int(stream.avail_out))
          }
          given += gulp - Int(stream.avail_in)
          packed += piece[..<made]
          if code == Z_STREAM_END { return packed }
          guard code == Z_OK else { return nil }
        }
      }
    }
  }
}
