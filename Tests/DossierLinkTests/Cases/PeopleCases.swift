extension LinkingCaseTests {
  static let people: [LinkingCase] = [
    LinkingCase(
      "surname after the full name", "[p:Vladimir Putin] spoke. [p:Putin] left.", "Putin = Vladimir Putin"),
    LinkingCase(
      "surname before the full name", "[p:Putin] speaks. Then [p:Vladimir Putin] left.",
      "Putin = Vladimir Putin"),
    LinkingCase("given name alone", "[p:Imelda Marcos] sang. [p:Imelda] bowed.", "Imelda = Imelda Marcos"),
    LinkingCase(
      "father and son of nearly one name", "[p:Kim Jong-Un] is the son of [p:Kim Jong-Il].",
      "Kim Jong-Un ≠ Kim Jong-Il"),
    LinkingCase(
      "a family name of two", "[p:Kim Jong-Un] followed [p:Kim Jong-Il]. [p:Kim] is strict.",
      "Kim ?; Kim ≠ Kim Jong-Un; Kim ≠ Kim Jong-Il"),
    LinkingCase(
      "a family name that stands first", "[p:Kim Jong-Un] smiled. [p:Kim] left.", "Kim = Kim Jong-Un"),
    LinkingCase("Chinese family name", "[p:Xi Jinping] met the press. [p:Xi] smiled.", "Xi = Xi Jinping"),
    LinkingCase(
      "the two names after a family name", "[p:Kim Jong-Un] came. [p:Jong-Un] left.", "Jong-Un = Kim Jong-Un"),
    LinkingCase(
      "hyphen or space in a name", "[p:Kim Jong-un] and [p:Kim Jong Un] and [p:KIM JONG-UN].",
      "Kim Jong-un = Kim Jong Un; Kim Jong-un = KIM JONG-UN"),
    LinkingCase(
      "two presidents with other middle letters", "[p:George W. Bush] is the son of [p:George H. W. Bush].",
      "George W. Bush ≠ George H. W. Bush"),
    LinkingCase(
      "no middle letter where two have some",
      "[p:George W. Bush] and [p:George H. W. Bush]. [p:George Bush] spoke.",
      "George Bush ?; George Bush ≠ George W. Bush"),
    LinkingCase(
      "no middle letter where one has", "[p:George W. Bush] arrived. [p:George Bush] spoke.",
      "George Bush = George W. Bush"),
    LinkingCase(
      "husband and wife", "[p:Bill Clinton] and [p:Hillary Clinton] came. [p:Clinton] spoke.",
      "Clinton ?; Bill Clinton ≠ Hillary Clinton"),
    LinkingCase(
      "wife named by her first name", "[p:Bill Clinton] and [p:Hillary Clinton] came. [p:Hillary] spoke.",
      "Hillary ≠ Bill Clinton"),
    LinkingCase(
      "father and junior", "[p:Paul Desmarais Jr.] took over from [p:Paul Desmarais].",
      "Paul Desmarais Jr. ≠ Paul Desmarais"),
    LinkingCase(
      "senior and junior", "[p:John Smith Sr.] and [p:John Smith Jr.] met.", "John Smith Sr. ≠ John Smith Jr."
    ),
    LinkingCase(
      "junior with a comma", "[p:Martin Luther King, Jr.] marched. [p:King] spoke.",
      "King = Martin Luther King, Jr."),
    LinkingCase(
      "kings with numbers", "[p:George V] followed [p:Edward VII]. [p:George VI] came later.",
      "George V ≠ George VI"),
    LinkingCase(
      "a king's name without its number", "[p:George V] and [p:George VI]. [p:George] died.",
      "George ≠ George V; George ≠ George VI"),
    LinkingCase(
      "initials for names", "[p:Joanne Kathleen Rowling] writes. [p:J. K. Rowling] signs.",
      "J. K. Rowling = Joanne Kathleen Rowling"),
    LinkingCase(
      "initials without a space", "[p:J.K. Rowling] writes. [p:J. K. Rowling] signs. [p:Rowling] smiles.",
      "J.K. Rowling = J. K. Rowling; Rowling = J.K. Rowling"),
    LinkingCase(
      "an initial that fits one", "[p:Julie Bishop] spoke. [p:J. Bishop] signed.", "J. Bishop = Julie Bishop"),
    LinkingCase(
      "an initial that fits two", "[p:Julie Bishop] and [p:John Bishop] met. [p:J. Bishop] signed.",
      "J. Bishop ?"),
    LinkingCase(
      "an initial that fits none", "[p:Julie Bishop] spoke. [p:M. Bishop] signed.", "M. Bishop ≠ Julie Bishop"
    ),
    LinkingCase(
      "a middle name left out", "[p:Chauncey Bunce Brewster] was a bishop. [p:Chauncey Brewster] died.",
      "Chauncey Brewster = Chauncey Bunce Brewster"),
    LinkingCase(
      "a middle letter for a middle name",
      "[p:William Hepburn Armstrong] sat. [p:William H. Armstrong] voted.",
      "William H. Armstrong = William Hepburn Armstrong"),
    LinkingCase(
      "another middle name", "[p:William Henry Harrison] and [p:William Hale Harrison].",
      "William Henry Harrison ≠ William Hale Harrison"),
    LinkingCase(
      "the same surname, other given names", "[p:Ken Clark] met [p:Tom Clark].", "Ken Clark ≠ Tom Clark"),
    LinkingCase(
      "Clark and Clarke", "[p:Kenneth Clark] met [p:Kenneth Clarke].", "Kenneth Clark ≠ Kenneth Clarke"),
    LinkingCase("Smith and Smyth", "[p:John Smith] met [p:John Smyth].", "John Smith ≠ John Smyth"),
    LinkingCase("one letter apart", "[p:Ramez Idriss] and [p:Ramey Idriss].", "Ramez Idriss ≠ Ramey Idriss"),
    LinkingCase(
      "brothers", "[p:Zakhary Lyapunov] and [p:Prokopy Lyapunov] rose. [p:Lyapunov] fell.",
      "Lyapunov ?; Zakhary Lyapunov ≠ Prokopy Lyapunov"),
    LinkingCase(
      "nickname in quotation marks",
      "[p:Wilfried \"Willi\" Schneider] raced. [p:Willi] won. [p:Schneider] too.",
      "Willi = Wilfried \"Willi\" Schneider; Schneider = Willi"),
    LinkingCase(
      "Dutch particles", "[p:Alexander van der Bellen] won. [p:Van der Bellen] spoke. [p:Bellen] left.",
      "Van der Bellen = Alexander van der Bellen; Bellen = Alexander van der Bellen"),
    LinkingCase(
      "German particle", "[p:Ursula von der Leyen] spoke. [p:von der Leyen] left.",
      "von der Leyen = Ursula von der Leyen"),
    LinkingCase(
      "French particle", "[p:Charles de Gaulle] spoke. [p:De Gaulle] left.", "De Gaulle = Charles de Gaulle"),
    LinkingCase(
      "Italian particle that is always large", "[p:Francesco De Masi] composed. [p:De Masi] died.",
      "De Masi = Francesco De Masi"),
    LinkingCase(
      "Arabic bin", "[p:Osama bin Laden] hid. [p:Bin Laden] was found.", "Bin Laden = Osama bin Laden"),
    LinkingCase(
      "Arabic article", "[p:Bashar al-Assad] spoke. [p:Assad] and [p:al-Assad] are one.",
      "Assad = Bashar al-Assad; al-Assad = Bashar al-Assad"),
    LinkingCase(
      "Arabic article in capitals with a space",
      "[p:Haider Al Abadi] spoke. [p:Al Abadi] left. [p:Abadi] too.",
      "Al Abadi = Haider Al Abadi; Abadi = Al Abadi"),
    LinkingCase(
      "Al is a given name too", "[p:Al Gore] met [p:Tipper Gore]. [p:Gore] spoke.",
      "Gore ?; Al Gore ≠ Tipper Gore"),
    LinkingCase(
      "two surnames", "[p:Guillermo David Endara Galimany] ruled. [p:Endara] fled.",
      "Endara = Guillermo David Endara Galimany"),
    LinkingCase(
      "two surnames, both alone", "[p:Alberto Valenzuela Llanos] painted. [p:Valenzuela Llanos] died.",
      "Valenzuela Llanos = Alberto Valenzuela Llanos"),
    LinkingCase(
      "a double given name is no other's", "[p:Antony Noghès] and [p:Yann-Antony Noghès].",
      "Antony Noghès ≠ Yann-Antony Noghès"),
    LinkingCase(
      "double surname, first half", "[p:Louise Faure-Favier] flew. [p:Faure-Favier] wrote.",
      "Faure-Favier = Louise Faure-Favier"),
    LinkingCase(
      "last name of one, first of another", "[p:John Paul] and [p:Paul Smith] met. [p:Paul] left.", "Paul ?"),
    LinkingCase(
      "two people in a row", "[p:Vladimir Putin] and [p:Xi Jinping] met. [p:Putin] and [p:Xi] signed.",
      "Putin = Vladimir Putin; Xi = Xi Jinping; Putin ≠ Xi"),
    LinkingCase("a name of one word stays", "[p:Pelé] met [p:Madonna].", "Pelé ≠ Madonna"),
    LinkingCase(
      "a plural of a family", "[p:John Rockefeller] gave. The [p:Rockefellers] came.",
      "Rockefellers ≠ John Rockefeller"),
    LinkingCase(
      "a given name in a family", "[p:David Rockefeller] and [p:John Rockefeller]. [p:David] paid.",
      "David ≠ John Rockefeller"),
    LinkingCase("honours after a name", "[p:Jane Doe MBE] and [p:Jane Doe].", "Jane Doe MBE = Jane Doe"),
    LinkingCase(
      "another name that the text gives", "[p:Abboud Qanbar], also known as [p:Abu Haidar], led.",
      "Abu Haidar = Abboud Qanbar"),
    LinkingCase(
      "stage name", "[p:Stefani Germanotta], better known as [p:Lady Gaga], sang. [p:Gaga] bowed.",
      "Lady Gaga = Stefani Germanotta"),
    LinkingCase(
      "an apposition is no alias", "[p:Xi Jinping], [p:Vladimir Putin] and [p:Ebrahim Raisi] met.",
      "Xi Jinping ≠ Vladimir Putin; Vladimir Putin ≠ Ebrahim Raisi"),
  ]

  static let titles: [LinkingCase] = [
    LinkingCase(
      "title and surname", "[p:Vladimir Putin] spoke. [p:President Putin] left.",
      "President Putin = Vladimir Putin"),
    LinkingCase(
      "long title", "[p:Foreign Minister Julie Bishop] met him. [p:Bishop] spoke. [p:Julie Bishop] left.",
      "Foreign Minister Julie Bishop = Julie Bishop; Bishop = Julie Bishop"),
    LinkingCase(
      "Dr and Mr", "[p:Dr Anne Hall] spoke. [p:Dr. Hall] left. [p:Ms Hall] wrote.",
      "Dr. Hall = Dr Anne Hall; Ms Hall = Dr Anne Hall"),
    LinkingCase(
      "two titles", "[p:Emeritus Professor John Burrows] spoke. [p:John Burrows] left.",
      "Emeritus Professor John Burrows = John Burrows"),
    LinkingCase(
      "Sir", "[p:Sir Winston Churchill] smoked. [p:Churchill] painted.", "Churchill = Sir Winston Churchill"),
    LinkingCase(
      "rank", "[p:Commodore Andrew Burns] commands. [p:Burns] said so.", "Burns = Commodore Andrew Burns"),
    LinkingCase(
      "title in capitals", "[p:HE Dr Ibrahim al-Jaafari] and [p:Ibrahim al-Jaafari].",
      "HE Dr Ibrahim al-Jaafari = Ibrahim al-Jaafari"),
    LinkingCase("He is a family name", "[p:He Ping] and [p:Li Ping] met.", "He Ping ≠ Li Ping"),
    LinkingCase(
      "title with a hyphen", "[p:Vice-President Kamala Harris] met [p:Kamala Harris].",
      "Vice-President Kamala Harris = Kamala Harris"),
    LinkingCase("a major is no John", "[p:John Major] spoke. [p:Major] left.", "Major = John Major"),
    LinkingCase(
      "one title, two people", "[p:President Putin] met [p:President Xi].", "President Putin ≠ President Xi"),
    LinkingCase(
      "a king is no George of another name", "[p:King George] met [p:George Smith].",
      "King George ≠ George Smith"),
    LinkingCase(
      "a pope is no Francis of another name", "[p:Pope Francis] met [p:Francis Fukuyama].",
      "Pope Francis ≠ Francis Fukuyama"),
    LinkingCase("Lord", "[p:David Owen] resigned. [p:Lord Owen] returned.", "Lord Owen = David Owen"),
    LinkingCase(
      "general without a first name", "[p:General Haftar] and [p:Khalifa Haftar].",
      "General Haftar = Khalifa Haftar"),
  ]
}
