/// Returns the name of an asset with the hash of its content before the extension, "assets/style.css" as
/// "assets/style.7d3f0a1b.css", so that a host may tell browsers to keep it for ever.
///
/// The hash is 64-bit FNV-1a (Fowler, Noll and Vo), folded to 32 bits and written as eight hexadecimal
/// digits. It has to tell apart the versions of one file, which are the author's own, not to withstand an attacker: two
/// versions have the same name once in four thousand million.
public func hashedName(_ name: String, _ bytes: [UInt8]) -> String {
  let hash = fnv1a(bytes)
  let digits = String((hash >> 32 ^ hash) & 0xFFFF_FFFF, radix: 16)
  let code = String(repeating: "0", count: 8 - digits.utf8.count) + digits
  let file = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name.utf8.index(after: $0) } ?? name.startIndex
  guard let dot = name.utf8[file...].lastIndex(of: UInt8(ascii: ".")), dot > file else {
    return name + "." + code
  }
  return name[..<dot] + "." + code + name[dot...]
}

/// Returns the 64-bit FNV-1a hash.
func fnv1a(_ bytes: [UInt8]) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}
