internal import CBrotli

/// The compression of the web (RFC 7932), by Google's libbrotli.
public enum Brotli {
  /// Returns the compressed bytes, at the best level, or nothing where there is no memory for that.
  ///
  /// The same bytes always give the same result, with the same version of the library.
  ///
  /// - Complexity: O(bytes), one to two seconds a megabyte, and up to some 200 MB for large texts.
  public static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    let room = BrotliEncoderMaxCompressedSize(bytes.count)
    guard room > 0 else { return nil }
    var made = room
    var packed = [UInt8](repeating: 0, count: room)
    // The library reads `bytes` and writes within `packed`, whose size it is told, during the call only.
    let isDone = bytes.withUnsafeBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        BrotliEncoderCompress(
          BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, input.count, input.baseAddress, &made,
          output.baseAddress)
      }
    }
    guard isDone == BROTLI_TRUE else { return nil }
    return Array(packed[..<made])
  }

  /// Returns the content, or nothing where it is damaged, ends early, goes on behind its end, or is longer than `limit`
  /// bytes.
  ///
  /// - Complexity: O(`limit`), whatever the bytes promise.
  public static func decompressed(_ packed: [UInt8], limit: Int) -> [UInt8]? {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
    defer { BrotliDecoderDestroyInstance(decoder) }
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16_384)
    // The library moves both pointers within the two buffers, whose sizes it is told, during the calls only, while both
    // stay where they are.
    return packed.withUnsafeBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while true {
        let (result, made) = piece.withUnsafeMutableBufferPointer { piece in
          var free = piece.baseAddress
          var room = piece.count
          let result = BrotliDecoderDecompressStream(decoder, &left, &next, &room, &free, nil)
          return (result, piece.count - room)
        }
        guard content.count + made <= limit else { return nil }
        content += piece[..<made]
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return left == 0 ? content : nil
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
        default: return nil
        }
      }
    }
  }
}
