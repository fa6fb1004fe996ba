/// How a unit stands to the reference or to a date in the text.
enum RelationWord: Int16 {
  case last = 1
  case past
  case this
  case next
  case coming
  case previous
  case following
  case same
  case that
}

/// The words that measure a number: "about", "at least".
enum MeasureWord: Int16 {
  case about = 1
  case nearly
  case more
  case less
  case at
  case least
  case most
  case up
}

extension Lexicon {
  /// The words with their lexemes; a word in several rows has the classes of all.
  static var entries: [(String, Lexeme)] { dateWords + numberWords + relationWords + contextWords }

  private static func row(
    _ words: String, _ classes: WordClasses, _ value: Int16 = 0, _ unit: CalendarUnit = .day
  ) -> (String, Lexeme) { (words, Lexeme(classes: classes, value: value, unit: unit)) }

  private static func counted(
    _ words: String, _ classes: WordClasses, from first: Int16
  ) -> [(String, Lexeme)] {
    words.split(separator: " ").enumerated().map { row(String($1), classes, first + Int16($0)) }
  }

  private static var dateWords: [(String, Lexeme)] {
    let months = "january february march april may june july august september october november december"
    let days = "monday tuesday wednesday thursday friday saturday sunday"
    let plurals = "mondays tuesdays wednesdays thursdays fridays saturdays sundays"
    var rows = counted(months, .month, from: 1)
    rows += counted("jan feb mar apr - jun jul aug sep oct nov dec", [.month, .short], from: 1)
    rows += [row("sept", [.month, .short], 9), row("march april may june august", .wavering)]
    rows += counted(days, .weekday, from: 1) + counted(plurals, .pluralWeekday, from: 1)
    rows += counted("mon tue wed thu fri sat sun", [.weekday, .short], from: 1)
    rows += [row("tues", [.weekday, .short], 2), row("thur thurs", [.weekday, .short], 4)]
    rows += counted("spring summer autumn winter", .season, from: 1) + [row("fall", .season, 3)]
    rows += counted("morning afternoon evening night", .partOfDay, from: 1)
    rows += counted("yesterday today tomorrow tonight", .namedDay, from: 1)
    rows += counted("christmas new boxing valentine halloween bastille armistice", .holiday, from: 0)
    rows += counted("q1 q2 q3 q4 h1 h2", .quarterSign, from: 1)
    let singular = "second minute hour - day weekend week month - - - year decade century"
    let plural = "seconds minutes hours - days weekends weeks months - - - years decades centuries"
    for (words, unitClass) in [(singular, WordClasses.unit), (plural, .pluralUnit)] {
      for (word, unit) in zip(words.split(separator: " "), CalendarUnit.allCases) {
        rows.append(row(String(word), unitClass, 0, unit))
      }
    }
    rows += [row("fortnight", [.unit, .filler], 0, .week), row("day eve", .dayWord)]
    rows += [row("fortnights", [.pluralUnit, .filler], 0, .week)]
    rows += [row("quarter quarters", .quarter), row("half", .half), row("bc bce ad ce", .era)]
    rows += [row("every each", .every), row("per", .per)]
    for (word, unit) in [
      ("daily", CalendarUnit.day), ("weekly", .week), ("monthly", .month), ("annually", .year),
      ("yearly", .year),
    ] {
      rows.append(row(word, .adverb, 0, unit))
    }
    return rows
  }

  private static var numberWords: [(String, Lexeme)] {
    let ones =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
      + "seventeen eighteen nineteen"
    let ordinals =
      "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
      + "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    var rows = counted(ones, .cardinal, from: 1) + counted(ordinals, .ordinal, from: 1)
    rows += [row("final last", .ordinal, -1)]
    for (index, word) in "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ")
      .enumerated()
    {
      rows.append(row(String(word), .cardinal, Int16(20 + index * 10)))
    }
    for (index, word) in "twenties thirties forties fifties sixties seventies eighties nineties"
      .split(separator: " ").enumerated()
    {
      rows.append(row(String(word), .decadeName, Int16(2 + index)))
    }
    rows += [row("hundred", .hundreds, 100), row("thousand", .hundreds, 1_000)]
    rows += [
      row("a an", .article), row("few several many couple", .vague), row("some", [.vague, .measure], 1),
    ]
    rows += [
      row(
        "full whole consecutive straight successive long more further additional "
          + "working business calendar", .filler)
    ]
    return rows
  }

  private static var relationWords: [(String, Lexeme)] {
    var rows: [(String, Lexeme)] = []
    for (word, relation) in [
      ("past", RelationWord.past), ("this", .this), ("current", .this), ("next", .next),
      ("coming", .coming), ("previous", .previous), ("preceding", .previous), ("following", .following),
      ("same", .same), ("that", .that),
    ] {
      rows.append(row(word, .relation, relation.rawValue))
    }
    // "last" is "the last quarter" too, an ordinal with a value of its own; the relation's is 1.
    rows.append(row("last", .relation, RelationWord.last.rawValue))
    rows += counted("early mid late", .phase, from: 1)
    rows += [
      row("start beginning outset", .phaseOf, 1), row("middle", .phaseOf, 2), row("end close", .phaseOf, 3),
    ]
    for (words, measure) in [
      ("about around approximately roughly circa", MeasureWord.about), ("nearly almost", .nearly),
      ("more", .more), ("less fewer", .less), ("at", .at), ("least", .least), ("most", .most), ("up", .up),
    ] {
      rows.append(row(words, measure == .least || measure == .most ? [] : .measure, measure.rawValue))
    }
    rows += [
      row("earlier", .comparative, -1), row("later", .comparative, 1), row("afterwards afterward", .ago, 2),
    ]
    rows += [
      row("ago", .ago, -1), row("hence", .ago, 1), row("earlier beforehand", .ago, -2), row("later", .ago, 2),
    ]
    rows += [row("recent", .recent, -1), row("coming", .recent)]
    return rows
  }

  private static var contextWords: [(String, Lexeme)] {
    [
      row("in since until till during early late mid year", .yearFront),
      row("by from of before after between to through around about circa copyright prior", .weakFront),
      row(
        "page pages p pp chapter section article paragraph no number nos resolution resolutions version v room "
          + "flight route highway model line lines item issue volume vol box tel fax phone unscr street act "
          + "sections articles paragraphs verse channel boeing airbus windows area block unit points point aged",
        .numbered),
      row(
        "people troops soldiers men women children civilians cases homes houses villages tons tonnes miles "
          + "kilometres kilometers km metres meters m feet ft dollars euros pounds percent per-cent times votes "
          + "members fighters refugees families others tanks vehicles words pages students workers police officers "
          + "prisoners detainees protesters migrants deaths casualties jobs seats rooms acres hectares hours days "
          + "weeks months years minutes seconds calories copies items points victims residents personnel rebels "
          + "militants billion million thousand hundred degrees kg litres barrels units schools dead injured "
          + "wounded persons households individuals patients employees companies firms prisoners shares rupees yen "
          + "roubles rubles lira square cubic calls words mph kph bodies aircraft ships missiles rockets sorties",
        .counted),
      row(
        "election elections invasion war wars uprising revolution coup attack attacks bombing bombings agreement "
          + "treaty accord accords conference summit budget report census constitution season championship "
          + "protests protest crisis campaign ceasefire referendum film book novel album study survey presidential "
          + "parliamentary general federal legislative local midterm olympics olympic games world earthquake "
          + "tsunami massacre borders peace deal strategy review plan draft final edition conflict intervention "
          + "genocide famine floods drought recession financial economic nuclear interim convention protocol "
          + "act law offensive operation siege assassination raid strike strikes summer winter european asian "
          + "commonwealth tour cup grand nobel academy expo festival human global annual levels level",
        .event),
      row(
        "and or but when while the a an to as with for by at on in after before because since who which that he she "
          + "it they was were is are has had have would will could should this these his her their its our my "
          + "from until till through under over against following where alone onwards onward although however "
          + "though than if so then not also amid between into during only there we you i did do does both each "
          + "some many most several all about up down out of no nor yet saw when whose whether more less even just "
          + "still already never once again without within among despite due via per being been be may might must "
          + "can cannot shall let those such an any every other another until came began became made led left took "
          + "went marked showed shows onto toward towards around across said says according including when",
        .function),
      row("will would shall due upcoming scheduled expected planned forthcoming ll tomorrow next", .future),
      row(
        "said told was were had did announced reported warned went came took met began ended held killed saw made "
          + "became left led won lost gave says has have",
        .past),
      row(
        "movement brigade brigades battalion revolution army front coalition group square street hospital stadium "
          + "bridge party committee airport mosque university road avenue park foundation",
        .nameHead),
      row("attack attacks terror terrorist hijackers hijackings", .attack),
      row(
        "black bloody good easter ash holy palm cyber sheffield super man red blue maundy spy whit ruby happy",
        .dayNameFront),
      row(
        "times telegraph mirror express mail herald people sun independent post business guardian world star "
          + "record mosque nights",
        .dayNameHead),
      row(
        "for within after in lasting lasted last least than took takes over under nearly almost about",
        .lengthFront),
      row("the", .the), row("of", .of), row("and", .and), row("or", .or), row("to through thru", .to),
      row("from", .from),
      row("between", .between), row("until till", .until), row("old", .old), row("than", .than),
      row("in", .in),
      row("on", .on), row("by", .by), row("now", .now), row("pre post", .prefix), row("other", .other),
      row("time", .time), row("be is are", .be), row("times once twice", .other),
    ]
  }
}
