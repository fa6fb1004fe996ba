extension LinkingCaseTests {
  static let betweenDocuments: [LinkingCase] = [
    LinkingCase(
      "an initial before the full name",
      "[p:R. Smith] left. [p:Robert Smith] came. || [p:Robert Smith] stayed.",
      "1:R. Smith = 2:Robert Smith; 1:Robert Smith = 2:Robert Smith"),
    LinkingCase("a name in two documents", "[l:Iran] agreed. || [l:Iran] signed.", "1:Iran = 2:Iran"),
    LinkingCase(
      "a surname in another document", "[p:Vladimir Putin] spoke. || [p:Putin] left.",
      "2:Putin = Vladimir Putin"),
    LinkingCase(
      "a surname of two in other documents",
      "[p:Putin] left. || [p:Vladimir Putin] spoke. || [p:Lyudmila Putin] wrote.", "1:Putin ?"),
    LinkingCase(
      "a surname that its own document explains",
      "[p:Lyudmila Putin] wrote. [p:Putin] left. || [p:Vladimir Putin] spoke. [p:Putin] smiled.",
      "1:Putin = Lyudmila Putin; 2:Putin = Vladimir Putin; 1:Putin ≠ 2:Putin"),
    LinkingCase(
      "a given name in another document says nothing", "[p:Vladimir Putin] spoke. || [p:Vladimir] left.",
      "Vladimir ≠ Vladimir Putin"),
    LinkingCase(
      "a family name that stands first, in another document", "[p:Xi Jinping] spoke. || [p:Xi] left.",
      "Xi = Xi Jinping"),
    LinkingCase(
      "a middle name in another document",
      "[p:Vladimir Vladimirovich Putin] was born. || [p:Vladimir Putin] spoke.",
      "Vladimir Putin = Vladimir Vladimirovich Putin"),
    LinkingCase(
      "two middle names in other documents",
      "[p:John Adam Smith] was born. || [p:John Smith] spoke. || [p:John Brown Smith] died.",
      "John Smith ?; John Adam Smith ≠ John Brown Smith"),
    LinkingCase(
      "a first letter in another document says too little",
      "[p:James Smith] was born. || [p:J. Smith] spoke.", "J. Smith ≠ James Smith"),
    LinkingCase(
      "the same people in two documents",
      "[p:Kim Jong-Un] and [p:Kim Jong-Il]. || [p:Kim Jong-Un] alone. [p:Kim] spoke.",
      "2:Kim = 1:Kim Jong-Un; 1:Kim Jong-Un = 2:Kim Jong-Un"),
    LinkingCase(
      "unclear in one, clear in another",
      "[p:Kim Jong-Un] and [p:Kim Jong-Il]. [p:Kim] spoke. || [p:Kim Jong-Un] alone. [p:Kim] spoke.",
      "1:Kim ?; 2:Kim = 2:Kim Jong-Un"),
    LinkingCase(
      "an acronym from another document",
      "The [o:ISF] advanced. || The [o:Iraqi Security Forces] ([o:ISF]) advanced.",
      "1:ISF = Iraqi Security Forces"),
    LinkingCase(
      "a short name of a body stays in its document",
      "[o:Johns Hopkins] teaches. || [o:Johns Hopkins University] teaches.",
      "Johns Hopkins ≠ Johns Hopkins University"),
    LinkingCase(
      "another spelling in another document",
      "[p:Ibrahim al-Jaafari] met her. || [p:Ibrahim Al-Ja'afari] spoke.",
      "Ibrahim al-Jaafari = Ibrahim Al-Ja'afari"),
    LinkingCase(
      "a full name in three documents",
      "[p:Ash Carter] met him. || [p:Ash Carter] spoke. || [p:Carter] left.", "3:Carter = 1:Ash Carter"),
    LinkingCase(
      "a title in one, a full name in another", "[p:President Obama] spoke. || [p:Barack Obama] left.",
      "President Obama = Barack Obama"),
    LinkingCase(
      "an event in two documents", "The [e:Geneva Communique] holds. || The [e:Geneva Communiqué] holds.",
      "Geneva Communique = Geneva Communiqué"),
    LinkingCase(
      "one tagged as a place, one as a body", "[o:Aleppo] fell. || [l:Aleppo] stands.", "1:Aleppo = 2:Aleppo"),
  ]

  static let namesakes: [LinkingCase] = [
    LinkingCase(
      "the person and the country",
      "[p:Michael Jordan] played. [p:Jordan] scored. || [l:Jordan=Jordan] signed.",
      "1:Jordan = Michael Jordan; 1:Jordan ≠ 2:Jordan"),
    LinkingCase(
      "the person and the country in one text", "[p:Michael Jordan] flew to [l:Jordan=Jordan].",
      "Michael Jordan ≠ Jordan"),
    LinkingCase(
      "the general and the city",
      "[p:George Washington] crossed. || [l:Washington=Washington] agreed with the [o:White House].",
      "George Washington ≠ Washington"),
    LinkingCase(
      "the country by its company",
      "[l:Georgia=Georgia] and [l:Armenia=Armenia] signed. || [l:Georgia=Georgia] and [l:Alabama] voted.",
      "1:Georgia ≠ 2:Georgia"),
    LinkingCase(
      "the country twice",
      "[l:Georgia=Georgia] and [l:Armenia=Armenia] signed. || [l:Georgia=Georgia] and [l:Abkhazia] fought.",
      "1:Georgia = 2:Georgia"),
    LinkingCase(
      "without company, where both are named",
      "[l:Georgia=Georgia] and [l:Armenia=Armenia]. || [l:Georgia=Georgia] and [l:Alabama]. || [l:Georgia=Georgia] alone.",
      "3:Georgia ?"),
    LinkingCase(
      "without company, where one is named",
      "[l:Georgia=Georgia] and [l:Armenia=Armenia]. || [l:Georgia=Georgia] alone.", "2:Georgia = 1:Georgia"),
    LinkingCase(
      "two Congos", "[l:Congo=Congo] and [l:Kinshasa]. || [l:Congo=Congo] and [l:Brazzaville].",
      "1:Congo ≠ 2:Congo"),
    LinkingCase(
      "Washington state",
      "[l:Washington=Washington] and [l:Seattle] voted. || [l:Washington=Washington] and the [o:Pentagon=Pentagon] agreed.",
      "1:Washington ≠ 2:Washington"),
    LinkingCase(
      "Cambridge", "[l:Cambridge=Cambridge] and [o:Harvard]. || [l:Cambridge=Cambridge] and [l:Oxford].",
      "1:Cambridge ≠ 2:Cambridge"),
    LinkingCase(
      "a family, a firm", "[p:Henry Ford] built cars. [o:Ford=Ford] sells them.", "Henry Ford ≠ Ford"),
    LinkingCase(
      "a band named like its singer",
      "[p:Marilyn Manson] sang. || [o:Marilyn Manson] toured. || [p:Marilyn Manson] left.",
      "1:Marilyn Manson = 2:Marilyn Manson"),
  ]
}
