/// The names under which a browser may ask this server, each with its port.
///
/// Somebody else's name could lead to this machine (DNS rebinding), and then their page could read what is served. A
/// number can't.
struct OwnHosts: Sendable {
  private let names: Set<String>
  /// The port, where any number with it is good: the server listens on all addresses.
  private let openPort: UInt16?

  /// - Parameter host: The address that the server listens on, in numbers.
  init(host: String, port: UInt16) {
    var names: Set<String> = []
    for name in ["localhost", "127.0.0.1", "[::1]", host] {
      names.insert("\(name):\(port)")
      if port == 80 { names.insert(name) }
    }
    self.names = names
    openPort = host == "0.0.0.0" ? port : nil
  }

  /// Whether the Host header of a request is one of them.
  func contain(_ header: String) -> Bool {
    let header = header.lowercased()
    if names.contains(header) { return true }
    guard let openPort else { return false }
    let parts = header.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    return (parts.count == 2 && parts[1] == "\(openPort)" || parts.count == 1 && openPort == 80)
      && numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil }
  }
}
