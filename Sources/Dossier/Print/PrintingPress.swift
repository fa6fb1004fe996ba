internal import DossierFiles
internal import DossierModel
internal import DossierPrint
internal import DossierPrograms
internal import DossierRender

/// Prints a book again and again until its page numbers are true.
struct PrintingPress {
  let site: Site
  /// What makes a page with its style sheets and pictures in it.
  let pages: HandOut
  /// A folder for the page and the PDF.
  let folder: String
  let engine: PrintEngine
  let program: Program
  /// What tells the places in a PDF; without it there are no page numbers.
  let info: Program?

  /// A printed book.
  struct Sheets {
    var bytes: [UInt8]
    var count = 0
    var rounds = 1
    /// Whether all numbers in it are true.
    var isSettled = true
  }

  private var page: String { folder + "/book.html" }
  private var file: String { folder + "/book.pdf" }

  /// Prints a book.
  ///
  /// All numbers within sentences are equally wide, and those of the index stand last, so that mostly the second round is
  /// the same as the first but for its numbers. Where the number of sheets had a digit more or less than was thought, or
  /// something moved all the same, a third measures and prints anew.
  func print(_ book: Book, mostRounds: Int) throws(Diagnostic) -> Sheets {
    var book = book
    book.putsNotesAtFoot = engine.floatsFootnotes
    guard let info else { return Sheets(bytes: try printed(book)) }
    var numbers = PageNumbers(numbers: [:], digits: likelyDigits(of: book))
    var places = PrintedPlaces()
    var sheets = Sheets(bytes: [])
    var lastDigits = 0
    for round in 1...mostRounds {
      book.pages = numbers
      // The links that measure every name have no place in what is handed over, but in the last round they prove it.
      book.isMeasured = numbers.digits != lastDigits || round == mostRounds
      lastDigits = numbers.digits
      let bytes = try printed(book)
      let now: PrintedPlaces
      do throws(Program.Failure) {
        now = try PrintedPlaces(of: file, by: info)
      } catch {
        throw .engineFailed("pdfinfo", error)
      }
      sheets = Sheets(bytes: bytes, count: now.sheets, rounds: round)
      sheets.isSettled = round > 1 && now.agrees(with: places, book.isMeasured)
      if sheets.isSettled { break }
      // What was not measured this time is where it was.
      places.places.merge(now.places) { $1 }
      places.sheets = now.sheets
      numbers = PageNumbers(numbers: places.places.mapValues(\.sheet), digits: String(now.sheets).count)
    }
    return sheets
  }

  /// The digits of the number of sheets, by the length of the texts.
  private func likelyDigits(of book: Book) -> Int {
    var words = 0
    for part in book.parts {
      if case .document(let index, _) = part { words += site.briefing.documents[index].wordCount }
    }
    let sheets = 6 + book.parts.count + words / 330
    return String(sheets).count
  }

  private func printed(_ book: Book) throws(Diagnostic) -> [UInt8] {
    do throws(FileError) {
      try Files.write(pages.page(of: book), to: page)
    } catch {
      throw .unwritablePDF(error.path, error.reason)
    }
    do throws(Program.Failure) {
      try engine.print(page, to: file, by: program, workFolder: folder)
    } catch {
      throw .engineFailed(engine.rawValue, error)
    }
    do throws(FileError) {
      return try Files.read(file)
    } catch {
      throw .engineFailed(engine.rawValue, .failed("it wrote no file"))
    }
  }
}

extension PrintedPlaces {
  /// Whether all that both name is on the same sheets, and as far up.
  ///
  /// - Parameter isWhole: Whether both name all places. The index stands last, and its lines are as long as its numbers.
  fileprivate func agrees(with other: PrintedPlaces, _ isWhole: Bool) -> Bool {
    guard sheets == other.sheets || !isWhole else { return false }
    return places.allSatisfy { id, place in
      guard !id.hasPrefix("name-"), let before = other.places[id] else { return id.hasPrefix("name-") }
      return before.sheet == place.sheet && (isWhole || abs(before.height - place.height) <= 1)
    }
  }
}
