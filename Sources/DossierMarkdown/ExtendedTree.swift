internal import CCmark
internal import DossierModel

/// A tree of CommonMark with all that authors use besides: the passes in their order.
///
/// Blocks that CommonMark does not have are rewritten in the source, which is then parsed again; the rest is found in the
/// tree. Each pass looks at each node a few times at most.
struct ExtendedTree {
  let root: OpaquePointer
  var places: [OpaquePointer: LeafPlace] = [:]
  var ids: [OpaquePointer: [String]] = [:]
  var references: [(node: OpaquePointer, reference: MarkdownReference)] = []
  var footnotes = Footnotes()
  let origin: (OpaquePointer) -> LeafPlace

  init(_ source: String, isSmart: Bool) {
    let bytes = Array(source.utf8)
    let marked = EscapeMarks.marked(bytes)
    let rewriting = Rewriting(marked ?? bytes, isSmart: isSmart)
    root = rewriting.root
    let origin = rewriting.origin
    self.origin = origin
    places = rewriting.places
    let notes = rewriting.notes

    CommentPass.apply(to: root)
    CalloutPass.apply(to: root, &places, origin)
    ItemPass.apply(to: root)
    var inlines = InlinePass(labels: Set(notes.map { $0.label.lowercased() }))
    inlines.read(root)
    var pictures = PicturePass()
    pictures.read(root, &places, origin)
    var embeds = inlines.references
    PicturePass.makeBlocks(of: &embeds, &places, origin)
    references = embeds + pictures.references
    ids = AnchorPass.apply(to: root)
    if marked != nil { EscapeMarks.remove(from: root) }
    footnotes = Footnotes(notes, inlines.footnoteMarks, inlines.strays, in: root)
    locateReferences()
  }

  /// Puts the references in the order of the text, and notes the place of each.
  private mutating func locateReferences() {
    guard !references.isEmpty || !footnotes.strays.isEmpty else { return }
    var numbers: [OpaquePointer: Int] = [:]
    for (number, reference) in references.enumerated() { numbers[reference.node] = number }
    var strays: [OpaquePointer: Int] = [:]
    for (number, stray) in footnotes.strays.enumerated() { strays[stray.node] = number }
    var order: [Int] = []
    var leaves: [OpaquePointer] = []
    MarkdownTree.forEachLeaf(of: root) { leaf, _ in leaves.append(leaf) }
    for (number, leaf) in leaves.enumerated() {
      var length = 0
      func note(_ node: OpaquePointer, _ isEnter: Bool) {
        guard let reference = numbers[node] else { return }
        if isEnter {
          order.append(reference)
          references[reference].reference.leaf = number
          references[reference].reference.range = TextRange(length, length)
        } else {
          references[reference].reference.range.end = length
        }
      }
      MarkdownTree.forEachTextPiece(of: leaf, element: note) { node, kind, _ in
        if let stray = strays[node] { footnotes.strays[stray].leaf = number }
        length += kind.length ?? MarkdownTree.literal(of: node).count
      }
    }
    references = order.map { references[$0] }
  }
}

/// A source parsed until nothing in it has to be rewritten.
private struct Rewriting {
  private(set) var root: OpaquePointer
  private(set) var places: [OpaquePointer: LeafPlace] = [:]
  private(set) var notes: [(label: String, node: OpaquePointer)] = []
  private var source: LineSource?

  init(_ bytes: [UInt8], isSmart: Bool) {
    var lines = LineSource(bytes)
    let notePass = NotePass.mayApply(to: lines) ? NotePass(&lines) : nil
    if lines.revision == 0, !TablePass.mayApply(to: lines) {
      root = MarkdownTree.parse(bytes, isSmart: isSmart)
      return
    }
    root = MarkdownTree.parse(lines.text(), isSmart: isSmart)
    var tables: TablePass?
    if TablePass.mayApply(to: lines) {
      let count = lines.revision
      tables = TablePass(root, &lines)
      if lines.revision != count {
        cmark_node_free(root)
        root = MarkdownTree.parse(lines.text(), isSmart: isSmart)
      }
    }
    source = lines
    let origin = self.origin
    tables?.assemble(in: root, lines, &places)
    if let notePass { notes = notePass.assemble(in: root, lines, &places, origin) }
  }

  /// Where a node of the parser's stands in the author's source.
  func origin(_ node: OpaquePointer) -> LeafPlace {
    var place = MarkdownTree.parsedPlace(of: node)
    guard let source, !source.lines.isEmpty else { return place }
    func line(_ number: Int) -> LineSource.Line { source.lines[min(max(number, 1), source.lines.count) - 1] }
    let (first, last) = (line(place.startLine), line(place.endLine))
    place.startLine = Int(first.origin)
    place.startColumn += Int(first.shift)
    place.endLine = Int(last.origin)
    place.endColumn += Int(last.shift)
    return place
  }
}
