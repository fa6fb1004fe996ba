extension LinkingCaseTests {
  static let organisations: [LinkingCase] = [
    LinkingCase(
      "the text's acronym is not the list's",
      "The [o:Islamic Mujahideen Front] ([o:IMF=International Monetary Fund]) attacked. The [o:IMF=International Monetary Fund] fled. The [o:International Monetary Fund=International Monetary Fund] lent.",
      "IMF = Islamic Mujahideen Front; IMF ≠ International Monetary Fund"),
    LinkingCase(
      "another EU", "The [o:European Ukrainians] ([o:EU=European Union]) voted.", "EU = European Ukrainians"),
    LinkingCase(
      "the list's acronym, in another spelling",
      "The [o:World Health Organisation] ([o:WHO=World Health Organization]) met. || The [o:WHO=World Health Organization] agreed.",
      "1:WHO = 2:WHO; 1:WHO = World Health Organisation"),
    LinkingCase(
      "acronym in parentheses", "The [o:Syrian Democratic Forces] ([o:SDF]) advanced. The [o:SDF] won.",
      "SDF = Syrian Democratic Forces"),
    LinkingCase(
      "acronym first", "The [o:SDF] ([o:Syrian Democratic Forces]) advanced.",
      "SDF = Syrian Democratic Forces"),
    LinkingCase(
      "acronym that the text does not define", "The [o:Portland Golf Club] opened. The [o:PGC] is old.",
      "PGC = Portland Golf Club"),
    LinkingCase(
      "acronym that fits two",
      "The [o:Royal Society of Music] and the [o:Royal Society of Medicine]. The [o:RSM] met.",
      "RSM ≠ Royal Society of Music; RSM ≠ Royal Society of Medicine"),
    LinkingCase(
      "acronym that fits none", "The [o:Portland Golf Club] and the [o:NRA].", "NRA ≠ Portland Golf Club"),
    LinkingCase(
      "acronym with small words", "The [o:Association of Southeast Asian Nations] met. [o:ASEAN] agreed.",
      "ASEAN ≠ Association of Southeast Asian Nations"),
    LinkingCase(
      "acronym with small words, defined", "The [o:Association of Southeast Asian Nations] ([o:ASEAN]) met.",
      "ASEAN = Association of Southeast Asian Nations"),
    LinkingCase(
      "syllables in parentheses", "The [o:Consolidated Mining and Smelting Company] ([o:COMINCO]) paid.",
      "COMINCO = Consolidated Mining and Smelting Company"),
    LinkingCase(
      "a university's syllables", "The [o:University of Uyo] ([o:UNIUYO]) teaches.",
      "UNIUYO = University of Uyo"),
    LinkingCase(
      "a place in parentheses is no alias", "[o:Reuters] ([l:London]) reports.", "Reuters ≠ London"),
    LinkingCase("another body in parentheses", "[o:Ford] ([o:GM]) rose.", "Ford ≠ GM"),
    LinkingCase(
      "Corporation left out", "[o:Burger King Corporation] grew. [o:Burger King] sells.",
      "Burger King = Burger King Corporation"),
    LinkingCase("Inc left out", "[o:Apple Inc.] grew. [o:Apple] sells.", "Apple = Apple Inc."),
    LinkingCase("Ltd left out", "[o:Barings Ltd] fell. [o:Barings] fell.", "Barings = Barings Ltd"),
    LinkingCase("plc left out", "[o:Tesco plc] and [o:Tesco].", "Tesco = Tesco plc"),
    LinkingCase("AG left out", "[o:Platit AG] and [o:Platit].", "Platit = Platit AG"),
    LinkingCase(
      "Group left out", "[o:Westfield Group] built. [o:Westfield] owns.", "Westfield = Westfield Group"),
    LinkingCase(
      "two companies of one beginning", "[o:Westfield Group] and [o:Westfield Bank] met. [o:Westfield] pays.",
      "Westfield ≠ Westfield Group; Westfield ≠ Westfield Bank"),
    LinkingCase(
      "a branch is another body", "[o:Ubisoft] owns [o:Ubisoft Montreal].", "Ubisoft ≠ Ubisoft Montreal"),
    LinkingCase(
      "a part is another body",
      "[o:Barry University School of Podiatric Medicine] belongs to [o:Barry University].",
      "Barry University ≠ Barry University School of Podiatric Medicine"),
    LinkingCase(
      "a national branch is another body", "[o:Nintendo] owns [o:Nintendo of America].",
      "Nintendo ≠ Nintendo of America"),
    LinkingCase("a channel's sister", "[o:CBBC] and [o:CBBC HD].", "CBBC ≠ CBBC HD"),
    LinkingCase(
      "University left out", "[o:Butler University] won. [o:Butler] plays.", "Butler = Butler University"),
    LinkingCase(
      "the country left out",
      "The [o:Russian Ministry of Defence] spoke. The [o:Ministry of Defence] denied.",
      "Ministry of Defence = Russian Ministry of Defence"),
    LinkingCase(
      "two ministries",
      "The [o:Russian Ministry of Defence] and the [o:British Ministry of Defence]. The [o:Ministry of Defence] denied.",
      "Ministry of Defence ≠ Russian Ministry of Defence; Russian Ministry of Defence ≠ British Ministry of Defence"
    ),
    LinkingCase(
      "two armies", "The [o:Free Syrian Army] fought the [o:Syrian Army].", "Free Syrian Army ≠ Syrian Army"),
    LinkingCase(
      "the Party alone", "The [o:Conservative Party] won. The [o:Party] met.", "Party ≠ Conservative Party"),
    LinkingCase(
      "the Ministry alone", "The [o:Ministry of Defence] met. The [o:Ministry] denied.",
      "Ministry ≠ Ministry of Defence"),
    LinkingCase(
      "the Conversation", "[o:The Conversation] printed it. It is in the [o:Conversation].",
      "The Conversation = Conversation"),
    LinkingCase(
      "the country's name in letters",
      "The [o:U.S. Department of State] and the [o:United States Department of State].",
      "U.S. Department of State = United States Department of State"),
    LinkingCase(
      "UN before a body", "The [o:UN Security Council] and the [o:United Nations Security Council].",
      "UN Security Council = United Nations Security Council"),
    LinkingCase(
      "a body is not its parent", "The [o:UN] and the [o:UN Security Council].", "UN ≠ UN Security Council"),
    LinkingCase(
      "a team without its city", "The [o:Seattle Mariners] won. The [o:Mariners] play.",
      "Mariners = Seattle Mariners"),
    LinkingCase(
      "two teams in one span", "[o:Cloud9 and Immortals] met. The [o:Immortals] won.",
      "Immortals ≠ Cloud9 and Immortals"),
    LinkingCase(
      "two teams", "The [o:Seattle Mariners] met the [o:Montreal Expos]. The [o:Expos] won.",
      "Expos = Montreal Expos; Expos ≠ Seattle Mariners"),
    LinkingCase(
      "of what country a coalition is says little",
      "The [o:Syrian Arab Coalition] and [o:Syrian Arab] forces.", "Syrian Arab ≠ Syrian Arab Coalition"),
    LinkingCase(
      "and or ampersand", "[o:Marks and Spencer] and [o:Marks & Spencer].",
      "Marks and Spencer = Marks & Spencer"),
    LinkingCase(
      "list's name", "[o:NATO=NATO] and [o:North Atlantic Treaty Organization=NATO].",
      "NATO = North Atlantic Treaty Organization"),
    LinkingCase(
      "a list's name in one document, an acronym in another",
      "The [o:SDF] won. || The [o:Syrian Democratic Forces] ([o:SDF]) lost.",
      "1:SDF = Syrian Democratic Forces"),
    LinkingCase(
      "an acronym of two bodies in other documents",
      "The [o:SDF] won. || The [o:Syrian Democratic Forces] ([o:SDF]) lost. || The [o:Sudan Defence Force] ([o:SDF]) fell.",
      "1:SDF ?; 2:SDF = Syrian Democratic Forces; 3:SDF = Sudan Defence Force"),
    LinkingCase(
      "House of", "The [o:House of Lords] and the [o:House of Commons].", "House of Lords ≠ House of Commons"),
    LinkingCase(
      "a department by its short words",
      "The [o:Royal College of Nursing] met. The [o:Royal College] agreed.",
      "Royal College = Royal College of Nursing"),
    LinkingCase(
      "former name in the text", "[o:Meta], formerly known as [o:Facebook], grew.", "Facebook = Meta"),
    LinkingCase(
      "a surname before regime", "[p:Assad] spoke. || The [o:Assad] regime fell.", "1:Assad = 2:Assad"),
  ]

  static let places: [LinkingCase] = [
    LinkingCase(
      "names of the United States",
      "[l:US=United States], [l:U.S.=United States], [l:USA=United States], [l:America=United States] and the [l:United States=United States].",
      "US = U.S.; USA = America; US = United States"),
    LinkingCase(
      "names of the United Kingdom",
      "[l:UK=United Kingdom], [l:Britain=United Kingdom] and [l:Great Britain=United Kingdom].",
      "UK = Britain; UK = Great Britain"),
    LinkingCase(
      "a former state is another", "The [l:Soviet Union=Soviet Union] and [l:Russia=Russia].",
      "Soviet Union ≠ Russia"),
    LinkingCase(
      "two halves", "[l:North Korea=North Korea] and [l:South Korea=South Korea].",
      "North Korea ≠ South Korea"),
    LinkingCase(
      "neither half", "[l:North Korea=North Korea], [l:South Korea=South Korea] and a united [l:Korea].",
      "Korea ≠ North Korea; Korea ≠ South Korea"),
    LinkingCase(
      "a river is no state", "[l:Connecticut] and the [l:Connecticut River].",
      "Connecticut ≠ Connecticut River"),
    LinkingCase("new places are others", "[l:Mexico=Mexico] and [l:New Mexico].", "Mexico ≠ New Mexico"),
    LinkingCase("a province is no city", "[l:Homs] and [l:Homs Governorate].", "Homs ≠ Homs Governorate"),
    LinkingCase("a part is no whole", "[l:Iraq=Iraq] and [l:Northern Iraq].", "Iraq ≠ Northern Iraq"),
    LinkingCase("a city is no airport", "[l:London] and [l:London Airport].", "London ≠ London Airport"),
    LinkingCase(
      "a long name of a country", "[l:Syria=Syria] and the [l:Syrian Arab Republic=Syria].",
      "Syria = Syrian Arab Republic"),
    LinkingCase("near names of countries", "[l:Niger=Niger] and [l:Nigeria=Nigeria].", "Niger ≠ Nigeria"),
    LinkingCase(
      "nearer names of countries", "[l:Slovakia=Slovakia] and [l:Slovenia=Slovenia].", "Slovakia ≠ Slovenia"),
    LinkingCase("nearest names of countries", "[l:Iran=Iran] and [l:Iraq=Iraq].", "Iran ≠ Iraq"),
    LinkingCase(
      "Austria and Australia", "[l:Austria=Austria] and [l:Australia=Australia].", "Austria ≠ Australia"),
    LinkingCase(
      "Guinea and others",
      "[l:Guinea=Guinea], [l:Guinea-Bissau=Guinea-Bissau] and [l:Papua New Guinea=Papua New Guinea].",
      "Guinea ≠ Guinea-Bissau; Guinea ≠ Papua New Guinea"),
    LinkingCase(
      "Dominica", "[l:Dominica=Dominica] and the [l:Dominican Republic=Dominican Republic].",
      "Dominica ≠ Dominican Republic"),
    LinkingCase(
      "the Kremlin is not Russia", "The [o:Kremlin=Kremlin] and [l:Russia=Russia].", "Kremlin ≠ Russia"),
    LinkingCase(
      "a capital is not its country", "[l:Moscow=Moscow] and [l:Russia=Russia].", "Moscow ≠ Russia"),
    LinkingCase(
      "Downing Street", "[o:Downing Street=Downing Street] and the [l:UK=United Kingdom].",
      "Downing Street ≠ UK"),
    LinkingCase(
      "a country that is read as a body", "[l:Iran=Iran] agreed. || [o:Iran] signed.", "1:Iran = 2:Iran"),
    LinkingCase(
      "a name in another language", "The [l:Great Belt Bridge] (Danish: [l:Storebæltsbroen]) is long.",
      "Storebæltsbroen = Great Belt Bridge"),
    LinkingCase(
      "another name with or", "The [l:Loopline Bridge], or the [l:Liffey Viaduct], is old.",
      "Liffey Viaduct = Loopline Bridge"),
    LinkingCase(
      "a list of places", "[l:Mosul], [l:Kirkuk] and [l:Erbil] were named.", "Mosul ≠ Kirkuk; Kirkuk ≠ Erbil"),
    LinkingCase(
      "a town and its country in commas", "[l:Paris], [l:France], and [l:Paris], [l:Texas].",
      "Paris ≠ France; France ≠ Texas"),
    LinkingCase("directions", "[l:East Timor] and [l:West Timor].", "East Timor ≠ West Timor"),
    LinkingCase(
      "an event with a year", "The [e:2012 Summer Olympics] and the [e:2016 Summer Olympics].",
      "2012 Summer Olympics ≠ 2016 Summer Olympics"),
    LinkingCase("world wars", "[e:World War I] and [e:World War II].", "World War I ≠ World War II"),
  ]

  static let spellings: [LinkingCase] = [
    LinkingCase("capitals", "[o:Nato] and [o:NATO].", "Nato = NATO"),
    LinkingCase("all capitals", "[o:DAESH], [o:Daesh] and [o:Da'esh].", "DAESH = Daesh; Daesh = Da'esh"),
    LinkingCase("curly apostrophe", "[o:Da\u{2019}esh] and [o:Da'esh].", "Da\u{2019}esh = Da'esh"),
    LinkingCase(
      "accents", "[p:José María Aznar] and [p:Jose Maria Aznar].", "José María Aznar = Jose Maria Aznar"),
    LinkingCase("umlaut in a place", "[l:Zürich] and [l:Zurich].", "Zürich = Zurich"),
    LinkingCase("possessive", "[p:Putin] and [p:Putin's].", "Putin = Putin's"),
    LinkingCase(
      "curly possessive", "[l:Bangladesh] and [l:Bangladesh\u{2019}].", "Bangladesh = Bangladesh\u{2019}"),
    LinkingCase(
      "two spaces", "[p:Vladimir  Putin] and [p:Vladimir Putin].", "Vladimir  Putin = Vladimir Putin"),
    LinkingCase(
      "no-break space", "[l:North\u{A0}Korea] and [l:North Korea].", "North\u{A0}Korea = North Korea"),
    LinkingCase(
      "left-to-right mark", "[p:Haider al-Abadi\u{200E}] and [p:Haider al-Abadi].",
      "Haider al-Abadi\u{200E} = Haider al-Abadi"),
    LinkingCase("soft hyphen", "[l:Kirkuk\u{AD}] and [l:Kirkuk].", "Kirkuk\u{AD} = Kirkuk"),
    LinkingCase(
      "other hyphens", "[p:Kim Jong\u{2011}Un] and [p:Kim Jong-Un].", "Kim Jong\u{2011}Un = Kim Jong-Un"),
    LinkingCase(
      "a broken hyphen", "[p:Ibrahim al- Jaafari] and [p:Ibrahim al-Jaafari].",
      "Ibrahim al- Jaafari = Ibrahim al-Jaafari"),
    LinkingCase(
      "an apostrophe for a sound", "[p:Ibrahim Al-Ja'afari] and [p:Ibrahim al-Jaafari].",
      "Ibrahim Al-Ja'afari = Ibrahim al-Jaafari"),
    LinkingCase(
      "the article and a final h", "[l:Raqqa], [l:Raqqah] and [l:Ar Raqqah].",
      "Raqqa = Raqqah; Raqqa = Ar Raqqah"),
    LinkingCase(
      "Deir ez-Zor", "[l:Deir ez-Zor], [l:Dayr az Zawr] and [l:Deir al-Zour].",
      "Deir ez-Zor = Dayr az Zawr; Deir ez-Zor = Deir al-Zour"),
    LinkingCase(
      "Mohammed", "[p:Mohammed Javad Zarif] and [p:Mohammad Javad Zarif].",
      "Mohammed Javad Zarif = Mohammad Javad Zarif"),
    LinkingCase(
      "Mohammed is not Mahmoud", "[p:Mohammed Abbas] and [p:Mahmoud Abbas].", "Mohammed Abbas ≠ Mahmoud Abbas"
    ),
    LinkingCase(
      "Hassan is not Hussein", "[p:Hassan al-Tikriti] and [p:Hussein al-Tikriti].",
      "Hassan al-Tikriti ≠ Hussein al-Tikriti"),
    LinkingCase(
      "Assad and Asad", "[p:Bashar al-Assad] and [p:Bashar al-Asad].", "Bashar al-Assad = Bashar al-Asad"),
    LinkingCase("Gaddafi", "[p:Muammar Gaddafi] spoke. [p:Qaddafi] left.", "Qaddafi = Muammar Gaddafi"),
    LinkingCase("Hezbollah", "[o:Hezbollah] and [o:Hizballah].", "Hezbollah = Hizballah"),
    LinkingCase(
      "al-Qaeda", "[o:al-Qaeda], [o:Al Qaida] and [o:al-Qa'ida].", "al-Qaeda = Al Qaida; al-Qaeda = al-Qa'ida"
    ),
    LinkingCase(
      "El Salvador is not Salvador", "[l:El Salvador=El Salvador] and [l:Salvador=Salvador].",
      "El Salvador ≠ Salvador"),
    LinkingCase("Marina and Marine", "[p:Marina Silva] and [p:Marine Silva].", "Marina Silva ≠ Marine Silva"),
    LinkingCase(
      "Anderson and Andersen", "[p:Hans Anderson] and [p:Hans Andersen].", "Hans Anderson ≠ Hans Andersen"),
    LinkingCase("without dots", "[l:U.S.] and [l:US].", "U.S. = US"),
    LinkingCase(
      "hyphenated place", "[l:Port-au-Prince] and [l:Port au Prince].", "Port-au-Prince = Port au Prince"),
  ]
}
