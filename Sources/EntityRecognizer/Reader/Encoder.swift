internal import CReaderKernels

/// Runs the careful reader's network over one window after another.
///
/// The answer is the same to the bit on every machine and with any kernels, whatever else was read before: products are of
/// whole numbers, and what is in floating point has a fixed order.
final class Encoder {
  private let model: ReaderModel
  private let kernels: DossierKernels
  private let room: Room

  /// The most pieces of a window.
  static let longest = 256
  /// So many rows go through the wide part of a layer at once, that they stay near the processor.
  private static let block = 66

  init(_ model: ReaderModel, kernels: DossierKernels) {
    self.model = model
    self.kernels = kernels
    room = Room(model.shape)
  }

  /// The fastest kernels that this machine has.
  static var fastestKernels: DossierKernels {
    for number in 0..<Int32(DOSSIER_KERNEL_COUNT) {
      if let kernels = dossier_kernels(number) { return kernels.pointee }
    }
    preconditionFailure("the portable kernels are a part of the program")
  }

  /// Returns what the network says of the words that the window asks for. A window that is too long, or has none of the
  /// model's pieces, gets no answer; none is ever made so.
  func read(_ window: ReaderWindow) -> ReaderScores {
    let count = window.pieces.count
    guard count <= min(Encoder.longest, model.shape.places), !window.asked.isEmpty,
      window.pieces.allSatisfy({ Int($0) < model.shape.words })
    else { return ReaderScores() }
    embed(window)
    for layer in 0..<model.shape.full { run(layer, count, x: room.x, rows: count) }
    if !window.active.isEmpty { runRest(window) }
    return answer(window)
  }

  private func embed(_ window: ReaderWindow) {
    let width = model.shape.width
    for (index, piece) in window.pieces.enumerated() {
      let row = room.x + index * width
      row.update(from: model.places + index * width, count: width)
      kernels.add(row, model.words.row(Int(piece)), model.words.scales[Int(piece)], Int32(width))
      // The mark of the start has no hints.
      if index > 0 {
        for hint in window.hints[Int(window.hintEnds[index - 1])..<Int(window.hintEnds[index])] {
          let told = model.hints + Int(hint) * width
          for column in 0..<width { row[column] += told[column] }
        }
      }
    }
    kernels.normalize(room.x, nil, Int32(window.pieces.count), Int32(width), norm(0), norm(0) + width)
  }

  private func norm(_ number: Int) -> UnsafePointer<Float> { model.norms + number * 2 * model.shape.width }

  /// Runs the layers through which only active pieces go; the others are looked at as they are.
  private func runRest(_ window: ReaderWindow) {
    let width = model.shape.width
    for (row, piece) in window.active.enumerated() {
      (room.some + row * width).update(from: room.x + Int(piece) * width, count: width)
    }
    for layer in model.shape.full..<model.shape.layers {
      run(layer, window.pieces.count, x: room.some, rows: window.active.count)
      for (row, piece) in window.active.enumerated() {
        (room.x + Int(piece) * width).update(from: room.some + row * width, count: width)
      }
    }
  }

  /// Runs a layer over some rows, which look at all `count` pieces of the window.
  private func run(_ layer: Int, _ count: Int, x: UnsafeMutablePointer<Float>, rows: Int) {
    let width = model.shape.width
    let first = ReaderModel.Shape.matricesPerLayer * layer
    multiply(room.x, count, matrix: first + 1, to: room.wide)
    multiply(x, rows, matrix: first, to: room.z)
    kernels.attend(
      room.z, Int32(rows), room.wide, Int32(count), Int32(model.shape.heads), room.y, room.attention)
    multiply(room.y, rows, matrix: first + 2, to: room.z)
    normalize(x, room.z, rows, 1 + 2 * layer)
    for start in stride(from: 0, to: rows, by: Encoder.block) {
      let part = min(Encoder.block, rows - start)
      multiply(x + start * width, part, matrix: first + 3, to: room.wide)
      kernels.gelu(room.wide, part * model.shape.inner)
      multiply(room.wide, part, matrix: first + 4, to: room.z)
      normalize(x + start * width, room.z, part, 2 + 2 * layer)
    }
  }

  private func normalize(
    _ x: UnsafeMutablePointer<Float>, _ other: UnsafePointer<Float>, _ rows: Int, _ number: Int
  ) {
    let width = model.shape.width
    kernels.normalize(x, other, Int32(rows), Int32(width), norm(number), norm(number) + width)
  }

  private func multiply(
    _ x: UnsafePointer<Float>, _ rows: Int, matrix: Int, to: UnsafeMutablePointer<Float>
  ) {
    let steps = DossierRows(steps: room.steps, sizes: room.sizes, least: room.least)
    kernels.quantize(x, model.matrices[matrix].factors, Int32(rows), model.matrices[matrix].inputs, steps)
    withUnsafePointer(to: model.matrices[matrix]) { kernels.multiply(steps, Int32(rows), $0, to) }
  }

  private func answer(_ window: ReaderWindow) -> ReaderScores {
    let (rows, head, width) = (window.asked.count, model.shape.head, model.shape.width)
    let last = ReaderModel.Shape.matricesPerLayer * model.shape.layers
    for (row, word) in window.asked.enumerated() {
      (room.some + row * width).update(from: room.x + Int(word) * width, count: width)
    }
    multiply(room.some, rows, matrix: last, to: room.wide)
    for (row, word) in window.asked.enumerated() {
      let numbers = room.wide + row * head
      for hint in window.hints[Int(window.hintEnds[Int(word) - 1])..<Int(window.hintEnds[Int(word)])] {
        let told = model.headHints + Int(hint) * head
        for index in 0..<head { numbers[index] += told[index] }
      }
    }
    kernels.gelu(room.wide, rows * head)
    multiply(room.wide, rows, matrix: last + 1, to: room.z)
    var scores = ReaderScores()
    for row in 0..<rows {
      scores.append(UnsafeBufferPointer(start: room.z + row * ReaderModel.Shape.outputs, count: Label.count))
    }
    return scores
  }
}

extension Encoder {
  /// The memory that the network works in, taken once.
  private final class Room {
    let x: UnsafeMutablePointer<Float>
    let some: UnsafeMutablePointer<Float>
    let y: UnsafeMutablePointer<Float>
    let z: UnsafeMutablePointer<Float>
    let wide: UnsafeMutablePointer<Float>
    let steps: UnsafeMutablePointer<UInt8>
    let sizes: UnsafeMutablePointer<Float>
    let least: UnsafeMutablePointer<Float>
    let attention: UnsafeMutablePointer<UInt8>
    private let whole: UnsafeMutableRawPointer

    init(_ shape: ReaderModel.Shape) {
      let rows = Encoder.longest
      let row = max(shape.width, shape.head, ReaderModel.Shape.outputs)
      let wide = max(rows * 2 * shape.width, Encoder.block * shape.inner, rows * shape.head)
      let steps = max(rows * row, Encoder.block * shape.inner)
      // Parts begin at multiples of 64 bytes, as vectors are read fastest.
      let sizes = [
        4 * rows * row, 4 * rows * row, 4 * rows * row, 4 * rows * row, 4 * wide, steps, 4 * rows, 4 * rows,
        dossier_attention_workspace(),
      ].map { ($0 + 63) / 64 * 64 }
      whole = .allocate(byteCount: sizes.reduce(0, +), alignment: 64)
      var next = whole
      func part<Number>(_ number: Int) -> UnsafeMutablePointer<Number> {
        defer { next += sizes[number] }
        // Each part is of one type for as long as the memory lives.
        return next.bindMemory(to: Number.self, capacity: sizes[number] / MemoryLayout<Number>.size)
      }
      x = part(0)
      some = part(1)
      y = part(2)
      z = part(3)
      self.wide = part(4)
      self.steps = part(5)
      self.sizes = part(6)
      least = part(7)
      attention = part(8)
    }

    deinit { whole.deallocate() }
  }
}
