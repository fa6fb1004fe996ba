/// The words of English that say little about what a text is about.
enum StopWords {
  /// Whether a word, as a number of `WordHashes`, is one.
  static func contain(_ word: UInt64) -> Bool { words.contains(word) }

  private static let words = Set(
    WordHashes.all(
      of: """
        a about above across after again against ago all almost along already also although always am among an and another
        any anyone anything are around as asked at away back be became because become been before began behind being below
        between both but by called came can cannot come could day days did do does doing done down during each early either
        else enough even ever every far few first five for former found four from gave get give given go going got had
        half has have having he her here hers herself high him himself his how however i if in including instead into is
        it its itself just keep kept know known last late later least less like likely long made make makes making many
        may me might mine month months more most much must my myself near nearly need never new next nine no nobody none
        nor not nothing now number of off often old on once one only or other others our ours ourselves out over own part
        per perhaps put quite rather really recent recently said same say saying says second see seem seen seven several
        shall she should show shown since six so some something soon still such take taken ten than that the their theirs
        them themselves then there these they thing things third this those though three through thus time times to today
        together told too took toward towards two under until up upon us use used using very via want wanted was way we
        week weeks well went were what when where whether which while who whole whom whose why will with within without
        would year years yes yet yesterday you your yours yourself added according stated monday tuesday wednesday
        thursday friday saturday sunday january february march april june july august september october november december
        dont didnt doesnt isnt wasnt arent werent wont wouldnt couldnt shouldnt cant hasnt havent hadnt thats theyre
        weve ive youre hes shes
        """))
}
