internal import CReaderKernels

/// The careful reader's network as its file has it: BERT's encoder (Devlin and others, 2019), weights as whole numbers of
/// 8 bits with a scale for each output, read in place.
///
/// `@unchecked`, since it holds pointers: they lead into `file`, which it keeps alive and which nobody writes, so all
/// tasks may read.
struct ReaderModel: @unchecked Sendable {
  /// What kind of network it is.
  struct Shape: Hashable, Sendable {
    var width: Int
    var layers: Int
    var heads: Int
    /// The width between the two halves of a layer's second part.
    var inner: Int
    var words: Int
    var places: Int
    var head: Int
    /// How many layers all pieces go through.
    var full: Int

    static let version = 1
    static let headSize = 32
    /// The labels, up to a multiple of 64.
    static let outputs = 64
    /// Queries, keys and values, what mixes the heads, and the two halves of the second part.
    static let matricesPerLayer = 5

    /// The inputs and outputs of the matrices, in the order of the file.
    var matrices: [(inputs: Int, outputs: Int)] {
      var all: [(inputs: Int, outputs: Int)] = []
      for _ in 0..<layers {
        all += [
          (width, width), (width, 2 * width), (width, width), (width, inner), (inner, width),
        ]
      }
      return all + [(width, head), (head, Shape.outputs)]
    }

    /// As numbers of a file.
    var numbers: [UInt32] {
      ([
        Shape.version, width, layers, heads, inner, words, places, head, Hints.count, Label.count, full,
      ])
      .map { UInt32($0) }
    }

    init?(_ numbers: [UInt32]) {
      guard numbers.count == 11, numbers.allSatisfy({ (1...100_000).contains($0) }) else { return nil }
      let all = numbers.map { Int($0) }
      (width, layers, heads, inner) = (all[1], all[2], all[3], all[4])
      (words, places, head, full) = (all[5], all[6], all[7], all[10])
      guard all[0] == Shape.version, all[8] == Hints.count, all[9] == Label.count, layers <= 48,
        full <= layers,
        [width, inner, head].allSatisfy({ $0 % 64 == 0 && $0 <= 4096 }), width == heads * Shape.headSize,
        places <= Int(DOSSIER_MOST_TOKENS)
      else { return nil }
    }
  }

  /// Rows of whole numbers, each with its scale.
  struct Table {
    let rows: UnsafePointer<Int8>
    let scales: UnsafePointer<Float>
    let width: Int

    func row(_ index: Int) -> UnsafePointer<Int8> { rows + index * width }
  }

  let shape: Shape
  let pieces: WordPieces
  let words: Table
  /// Rows of `shape.width` numbers; so few that they need not be rounded.
  let places: UnsafePointer<Float>
  let hints: UnsafePointer<Float>
  /// What hints add before the last step, `shape.head` numbers each.
  let headHints: UnsafePointer<Float>
  /// The weights and biases of all normalizations: that of the input, then two a layer.
  let norms: UnsafePointer<Float>
  let matrices: [DossierMatrix]
  /// What tells this model from others.
  let checksum: UInt64
  /// How tagger and reader are weighed, and what scores mean.
  let settings: ReaderSettings
  private let file: ModelBytes

  /// Reads a file.
  init(_ file: ModelFile) throws(ModelFile.Problem) {
    guard let shape = Shape(file.numbers(0)) else { throw .damaged }
    func part<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Int, _ count: Int)
      throws(ModelFile.Problem) -> UnsafePointer<Number>
    {
      guard let numbers: UnsafeBufferPointer<Number> = file.numbersInPlace(number), numbers.count == count,
        let start = numbers.baseAddress
      else { throw .damaged }
      return start
    }
    func floats(_ number: Int, _ count: Int) throws(ModelFile.Problem) -> UnsafePointer<Float> {
      let words: UnsafePointer<UInt32> = try part(number, count)
      // Floats and words of 32 bits have the same size and alignment, and any bits make a float.
      return UnsafeRawPointer(words).assumingMemoryBound(to: Float.self)
    }
    func table(_ number: Int, _ rows: Int) throws(ModelFile.Problem) -> Table {
      Table(
        rows: try part(number, rows * shape.width), scales: try floats(number + 1, rows), width: shape.width)
    }
    self.shape = shape
    words = try table(1, shape.words)
    places = try floats(3, shape.places * shape.width)
    hints = try floats(4, Hints.count * shape.width)
    norms = try floats(5, (1 + 2 * shape.layers) * 2 * shape.width)
    headHints = try floats(6, Hints.count * shape.head)
    let sizes = shape.matrices
    var weights: UnsafePointer<Int8> = try part(7, sizes.reduce(0) { $0 + $1.inputs * $1.outputs })
    var rest = try floats(8, sizes.reduce(0) { $0 + 3 * $1.outputs })
    var factors = try floats(13, sizes.reduce(0) { $0 + $1.inputs })
    var matrices: [DossierMatrix] = []
    for (inputs, outputs) in sizes {
      matrices.append(
        DossierMatrix(
          inputs: Int32(inputs), outputs: Int32(outputs), weights: weights, scales: rest,
          sums: rest + outputs,
          biases: rest + 2 * outputs, factors: factors))
      weights += inputs * outputs
      rest += 3 * outputs
      factors += inputs
    }
    self.matrices = matrices
    guard
      let pieces = WordPieces(
        vocabulary: file.numbers(9), folds: file.numbers(10), folded: file.numbers(11)),
      pieces.count == shape.words, let settings = ReaderSettings(file.numbers(12))
    else { throw .damaged }
    self.pieces = pieces
    self.settings = settings
    checksum = file.checksum
    self.file = file.bytes
  }
}
