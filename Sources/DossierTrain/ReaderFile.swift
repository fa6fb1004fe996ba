import EntityRecognizer
import Foundation

/// From a trained network to the file that the program reads: weights as whole numbers of 8 bits.
struct ReaderFile {
  private struct Tensor: Decodable {
    var dtype: String
    var shape: [Int]
    var data_offsets: [Int]
  }

  private let tensors: [String: Tensor]
  private let data: Data

  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  /// Reads a file of tensors (the safetensors format: the size of a JSON head, the head, the numbers).
  init(_ path: String) throws {
    let file = try Data(contentsOf: URL(fileURLWithPath: path))
    guard file.count > 8 else { throw Missing(description: "\(path) is no file of tensors") }
    let size = (0..<8).reduce(0) { $0 | Int(file[$1]) << (8 * $1) }
    guard size > 0, size < file.count - 8 else { throw Missing(description: "\(path) is no file of tensors") }
    tensors = try JSONDecoder().decode([String: Tensor].self, from: file[8..<8 + size])
    data = file[(8 + size)...]
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    guard let tensor = tensors[name] else { throw Missing(description: "the network has no '\(name)'") }
    return Array(data[data.startIndex + tensor.data_offsets[0]..<data.startIndex + tensor.data_offsets[1]])
  }

  private func floats(_ name: String) throws -> [Float] {
    let bytes = try bytes(name)
    return stride(from: 0, to: bytes.count, by: 4).map { offset in
      Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) })
    }
  }

  /// Returns the network as a file, for the places of `longest` pieces.
  func file(settings: ReaderSettings, longest: Int = 256) throws -> [UInt8] {
    let width = tensors["norm.weight"]?.shape[0] ?? 0
    let layers = (0...).first { tensors["layers.\($0).up.weight"] == nil } ?? 0
    let head = tensors["head.weight"]?.shape[0] ?? 0
    let inner = tensors["layers.0.up.weight"]?.shape[0] ?? 0
    let words = tensors["words.weight"]?.shape[0] ?? 0
    let full = try bytes("full").first ?? 0
    let numbers = [
      1, width, layers, width / 32, inner, words, longest, head, Hints.count, Label.count, Int(full),
    ]

    let hintNumbers = try floats("hints.weight").prefix(Hints.count * width)
    // The program reads texts of no set, whose vector is the first.
    let set = try floats("sets.weight").prefix(width)
    let places = try floats("places.weight").prefix(longest * width).enumerated().map {
      $0.element + set[$0.offset % width]
    }
    var norms = try floats("norm.weight") + floats("norm.bias")
    var matrices: [Matrix] = []
    for layer in 0..<layers {
      let seen = "layers.\(layer).qkv"
      try matrices.append(matrix(seen, outputs: 0..<width))
      try matrices.append(matrix(seen, outputs: width..<3 * width))
      for name in ["mixed", "up", "down"] { try matrices.append(matrix("layers.\(layer).\(name)")) }
      for name in ["norm1", "norm2"] {
        norms += try floats("layers.\(layer).\(name).weight") + floats("layers.\(layer).\(name).bias")
      }
    }
    try matrices.append(matrix("head"))
    try matrices.append(matrix("labels", padded: 64))

    func part(_ numbers: [Float]) -> [UInt8] { ModelFile.part(numbers.map(\.bitPattern)) }
    func table(_ numbers: [Float]) -> [[UInt8]] {
      let (rows, scales) = ReaderFile.rows(numbers, width: width)
      return [ModelFile.part(rows), part(scales)]
    }
    return ModelFile.file(
      of: [ModelFile.part(numbers.map { UInt32($0) })] + table(try floats("words.weight")) + [
        part(places), part(Array(hintNumbers)), part(norms),
        part(Array(try floats("head_hints.weight").prefix(Hints.count * head))),
        ModelFile.part(matrices.flatMap(\.weights)),
        part(matrices.flatMap { $0.scales + $0.sums + $0.biases }),
        try bytes("vocabulary"), try bytes("folds"), try bytes("folded"), ModelFile.part(settings.numbers),
        part(matrices.flatMap(\.factors)),
      ], alignment: 64)
  }

  private struct Matrix {
    var weights: [Int8]
    var scales: [Float]
    var sums: [Float]
    var biases: [Float]
    var factors: [Float]
  }

  /// Returns a matrix in the order of the kernels: sixteen outputs together, of each four inputs at a time.
  private func matrix(_ name: String, outputs range: Range<Int>? = nil, padded: Int? = nil) throws -> Matrix {
    // What the export has rounded already stays as it is.
    let isRounded = tensors["\(name).rows"] != nil
    var biases = try floats("\(name).bias")
    var (rows, own): ([Int8], [Float])
    if isRounded {
      rows = try bytes("\(name).rows").map { Int8(bitPattern: $0) }
      own = try floats("\(name).scales")
    } else {
      let weights = try floats("\(name).weight")
      (rows, own) = ReaderFile.rows(weights, width: weights.count / biases.count)
    }
    let inputs = rows.count / biases.count
    let factors = try isRounded ? floats("\(name).factors") : [Float](repeating: 1, count: inputs)
    if let range {
      rows = Array(rows[range.lowerBound * inputs..<range.upperBound * inputs])
      own = Array(own[range])
      biases = Array(biases[range])
    }
    let outputs = padded ?? biases.count
    var scales = own
    var sums = own.indices.map { row in
      own[row] * Float(rows[row * inputs..<(row + 1) * inputs].reduce(0) { $0 + Int($1) })
    }
    scales += [Float](repeating: 0, count: outputs - scales.count)
    sums += [Float](repeating: 0, count: outputs - sums.count)
    biases += [Float](repeating: 0, count: outputs - biases.count)
    var packed: [Int8] = []
    packed.reserveCapacity(inputs * outputs)
    for panel in stride(from: 0, to: outputs, by: 16) {
      for input in stride(from: 0, to: inputs, by: 4) {
        for output in panel..<panel + 16 {
          for offset in 0..<4 {
            let index = output * inputs + input + offset
            packed.append(index < rows.count ? rows[index] : 0)
          }
        }
      }
    }
    return Matrix(weights: packed, scales: scales, sums: sums, biases: biases, factors: factors)
  }

  /// Returns rows as whole numbers from -127 to 127, each row with a scale of its own.
  private static func rows(_ numbers: [Float], width: Int) -> ([Int8], [Float]) {
    var rows: [Int8] = []
    rows.reserveCapacity(numbers.count)
    var scales: [Float] = []
    for start in stride(from: 0, to: numbers.count, by: width) {
      let row = numbers[start..<start + width]
      let most = row.reduce(0) { max($0, abs($1)) }
      let scale = most > 0 ? most / 127 : 1
      rows += row.map { Int8(($0 / scale).rounded()) }
      scales.append(scale)
    }
    return (rows, scales)
  }
}
