internal import CCurl
#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// One request of libcurl's: the handle, and what is noted while it runs.
struct Transfer {
  let handle: UnsafeMutableRawPointer
  /// Becomes 1 where an address was refused. It outlives the handle, which has its address.
  private let refusal: UnsafeMutablePointer<Int32>

  var hasRefused: Bool { refusal.pointee != 0 }
  var status: Int { dossier_curl_status(handle) }
  /// The seconds for which the host wants to be left alone (RFC 9110, section 10.2.3: a number or a date); 0 where it
  /// does not say.
  var retryAfter: Int {
    guard let text = dossier_curl_line(handle, "Retry-After").map({ String(cString: $0) }) else { return 0 }
    return Int(text) ?? max(0, curl_getdate(text, nil) - WallClock.seconds)
  }
  /// The handle's own text, copied at once.
  var redirection: String? { dossier_curl_redirection(handle).map { String(cString: $0) } }

  /// Prepares a request. Redirections are not followed: each is a request of its own, with the same rules.
  init?(_ address: String, isHead: Bool, _ manners: WebManners) {
    guard let handle = curl_easy_init() else { return nil }
    self.handle = handle
    refusal = .allocate(capacity: 1)
    refusal.initialize(to: 0)
    // libcurl copies texts; the pointer to the note stays good until `end()`.
    dossier_curl_set_text(handle, CURLOPT_URL, address)
    dossier_curl_set_text(handle, CURLOPT_USERAGENT, manners.name)
    dossier_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    // Behind a proxy it could not be seen whose address is asked.
    dossier_curl_set_text(handle, CURLOPT_PROXY, "")
    dossier_curl_set_number(handle, CURLOPT_NOBODY, isHead ? 1 : 0)
    dossier_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    dossier_curl_set_number(
      handle, CURLOPT_TIMEOUT_MS, Int(manners.patience.components.seconds * 1000))
    // The page itself is of no interest: the first of its bytes ends the transfer.
    dossier_curl_set_write_function(handle) { _, _, _, _ in 0 }
    dossier_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, refusal)
    if manners.asksLocal { return }
    // Called with the address that will be connected to, so that neither a name nor a redirection can lead elsewhere.
    dossier_curl_set_socket_function(handle) { note, _, address in
      guard let address, Transfer.isPublic(&address.pointee) else {
        note?.assumingMemoryBound(to: Int32.self).pointee = 1
        return curl_socket_t(-1)
      }
      return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    }
  }

  /// Frees the handle, which must not be in use any more.
  func end() {
    curl_easy_cleanup(handle)
    refusal.deallocate()
  }

  private static func isPublic(_ address: UnsafeMutablePointer<curl_sockaddr>) -> Bool {
    // The field is as large as the address of its family, as libcurl says, and is only read.
    let family = address.pointee.family
    let start = UnsafeRawPointer(address).advanced(by: MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
    switch family {
    case AF_INET:
      let offset = MemoryLayout<sockaddr_in>.offset(of: \.sin_addr) ?? 0
      return PublicAddress.isPublic(v4: Array(UnsafeRawBufferPointer(start: start + offset, count: 4)))
    case AF_INET6:
      let offset = MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr) ?? 0
      return PublicAddress.isPublic(v6: Array(UnsafeRawBufferPointer(start: start + offset, count: 16)))
    default: return false
    }
  }
}
