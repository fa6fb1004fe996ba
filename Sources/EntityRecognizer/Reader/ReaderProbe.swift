internal import CReaderKernels

/// The careful reader's inner parts by themselves, for holding them against the network as it was trained.
package struct ReaderProbe {
  private let model: ReaderModel
  private let encoder: Encoder

  /// Opens a reader's file.
  package init(_ file: ModelBytes) throws(ModelFile.Problem) {
    model = try ReaderModel(ModelFile(file))
    encoder = Encoder(model, kernels: Encoder.fastestKernels)
  }

  /// Returns all pieces of a word.
  package func pieces(of word: String) -> [UInt16] {
    let bytes = Array(word.utf8)
    var pieces: [UInt16] = []
    model.pieces.append(of: 0..<bytes.count, in: bytes, limit: .max, to: &pieces)
    return pieces
  }

  /// Returns the scores of the words of one window, each given as its pieces, its hints and whether it goes
  /// through all layers.
  package func scores(of words: [(pieces: [UInt16], hints: [UInt8], isActive: Bool)]) -> [[UInt8]] {
    var window = ReaderWindow()
    for word in words {
      window.append(word.pieces[...], hints: word.hints[...], isAsked: true, isActive: word.isActive)
    }
    window.close()
    let scores = encoder.read(window)
    return (0..<scores.count).map { Array(scores[$0]) }
  }
}
