import Testing

@testable import DossierPrint

@Suite struct PrintedPlacesTests {
  @Test func readsDestinationsAndTheNumberOfSheets() {
    let destinations = """
      Page  Destination                 Name
         1 [ XYZ   56  792 null      ] "d-0"
        12 [ XYZ    6  602 null      ] "d1-p3"
         3 [ Fit ] "odd \"name\""
      no line of it
      """
    let places = PrintedPlaces(
      destinations: Array(destinations.utf8), facts: Array("Title: Pages: 9\nPages:           14\n".utf8))
    #expect(places.sheets == 14)
    #expect(places.places["d1-p3"] == PrintedPlaces.Place(sheet: 12, height: 602))
    #expect(places.places["d-0"] == PrintedPlaces.Place(sheet: 1, height: 792))
    #expect(places.places["odd \"name\""] == PrintedPlaces.Place(sheet: 3, height: 0))
    #expect(places.places.count == 3)
  }

  @Test(arguments: [
    ("/CreationDate (D:20261127205248+00'00')", "/CreationDate (D:20000101000000+00'00')"),
    ("/ModDate(D:20261127205248Z)", "/ModDate(D:20000101000000Z)"),
    ("/CreationDate (D:2026)", "/CreationDate (D:2026)"), ("/CreationDate", "/CreationDate"), ("/", "/"),
    ("text (D:20261127205248)", "text (D:20261127205248)"),
  ])
  func fixesDates(_ before: String, _ after: String) {
    var bytes = Array(before.utf8)
    PDFDates.fix(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == after)
  }
}
