/// Paths in the folder, with "/" between their parts.
public enum FolderPath {
  /// Returns the folder of a path; nothing but an empty text at the top.
  public static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Returns a path from another folder of the folder, or nothing where it leads out of it.
  /// One that begins with "/" begins at the top.
  public static func resolved(_ path: String, from folder: String) -> String? {
    guard !path.hasPrefix("/") else { return resolved(String(path.drop { $0 == "/" }), from: "") }
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// Returns an address without its percent signs, or nothing where it is no text then.
  public static func decoded(_ address: String) -> String? {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
    guard let bytes = percentDecoded(Array(address.utf8)[...], isStrict: false), !bytes.contains(0) else {
      return nil
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
