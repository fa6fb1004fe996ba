/// Returns the name of an asset with the hash of its content before the extension, "assets/style.css" as
/// "assets/style.7d3f0a1b.css", so that a host may tell browsers to keep it for ever.
///
/// The hash is 64-bit FNV-1a (Fowler, Noll and Vo), cut to eight hexadecimal digits: it has to tell apart the
/// versions of one file, not to withstand an attacker.
public func hashedName(_ path: String, _ bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  let hexadecimal = String((hash ^ hash >> 32) & 0xFFFF_FFFF, radix: 16)
  let code = String(repeating: "0", count: 8 - hexadecimal.utf8.count) + hexadecimal
  guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path + "." + code }
  return path[..<dot] + "." + code + path[dot...]
}
