/// The formats of pictures that every browser shows.
enum PictureKind: String {
  case png, jpeg, gif, webp, avif, svg

  /// The format that a file's name tells.
  init?(path: String) {
    let ending = SeedFolder.fileExtension(of: path)
    self.init(rawValue: ending == "jpg" ? "jpeg" : ending)
  }

  /// Whether a file's first bytes are those of the format.
  func begins(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .gif: bytes.starts(with: "GIF8".utf8)
    case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    case .avif: bytes.dropFirst(4).starts(with: "ftyp".utf8)
    // Text, which may begin with a declaration or a comment.
    case .svg: bytes.prefix(4096).contains(UInt8(ascii: "<"))
    }
  }

  /// Returns the size in pixels, as the file's header has it; nothing where it has none.
  ///
  /// - Complexity: O(1), in JPEG O(segments before the frame).
  func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
    func big(_ index: Int, _ count: Int) -> Int? {
      guard index >= 0, index + count <= bytes.count else { return nil }
      return bytes[index..<(index + count)].reduce(0) { $0 << 8 | Int($1) }
    }
    func little(_ index: Int, _ count: Int) -> Int? {
      guard index >= 0, index + count <= bytes.count else { return nil }
      return bytes[index..<(index + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    var size: (Int?, Int?)
    switch self {
    case .png: size = (big(16, 4), big(20, 4))
    case .gif: size = (little(6, 2), little(8, 2))
    case .webp:
      switch bytes.dropFirst(12).prefix(4) {
      case let name where name.elementsEqual("VP8 ".utf8):
        size = (little(26, 2).map { $0 & 0x3FFF }, little(28, 2).map { $0 & 0x3FFF })
      case let name where name.elementsEqual("VP8L".utf8):
        let bits = little(21, 4)
        size = (bits.map { ($0 & 0x3FFF) + 1 }, bits.map { ($0 >> 14 & 0x3FFF) + 1 })
      case let name where name.elementsEqual("VP8X".utf8):
        size = (little(24, 3).map { $0 + 1 }, little(27, 3).map { $0 + 1 })
      default: return nil
      }
    case .jpeg: size = PictureKind.jpegSize(big)
    case .avif, .svg: return nil
    }
    guard let width = size.0, let height = size.1, width > 0, height > 0, width <= 100_000, height <= 100_000
    else { return nil }
    return (width, height)
  }

  /// Goes from segment to segment to the one that begins the frame (ITU-T T.81, annex B).
  private static func jpegSize(_ big: (Int, Int) -> Int?) -> (Int?, Int?) {
    var index = 2
    while let mark = big(index, 2), mark >> 8 == 0xFF {
      let kind = mark & 0xFF
      if kind == 0xFF {
        // Filling.
        index += 1
      } else if (0xC0...0xCF).contains(kind), kind != 0xC4, kind != 0xC8, kind != 0xCC {
        return (big(index + 7, 2), big(index + 5, 2))
      } else if kind == 1 || (0xD0...0xD8).contains(kind) {
        index += 2
      } else {
        guard let length = big(index + 2, 2), length >= 2, kind != 0xD9, kind != 0xDA else { break }
        index += 2 + length
      }
    }
    return (nil, nil)
  }
}
