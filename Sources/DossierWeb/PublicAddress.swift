/// Which addresses of the Internet Protocol are of the public network.
///
/// A document may link to `http://169.254.169.254/` or to a host whose name leads to the reader's own network, to have
/// something asked there. What is not in a block of public addresses (IANA's special-purpose registries) is not asked.
enum PublicAddress {
  /// Whether an address of four bytes is public.
  static func isPublic(v4 address: [UInt8]) -> Bool {
    guard address.count == 4 else { return false }
    switch (address[0], address[1], address[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): return false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): return false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 51, 100), (203, 0, 113): return false
    default: return true
    }
  }

  /// Whether an address of sixteen bytes is public. One that holds an older address is as that is.
  static func isPublic(v6 address: [UInt8]) -> Bool {
    guard address.count == 16 else { return false }
    // ::ffff:0:0/96 and 64:ff9b::/96
    if address[..<10].allSatisfy({ $0 == 0 }), address[10] == 0xFF, address[11] == 0xFF {
      return isPublic(v4: Array(address[12...]))
    }
    if address.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return isPublic(v4: Array(address[12...]))
    }
    if address[0] == 0x20, address[1] == 0x02 { return isPublic(v4: Array(address[2..<6])) }
    // 2001::/23 has tunnels and the like, 2001:db8::/32 is for examples, and 3fff::/20 too.
    if address[0] == 0x20, address[1] == 0x01, address[2] < 2 { return false }
    if address.starts(with: [0x20, 0x01, 0x0D, 0xB8]) { return false }
    if address[0] == 0x3F, address[1] == 0xFF, address[2] < 0x10 { return false }
    return address[0] & 0xE0 == 0x20
  }
}
