extension PersonName {
  /// Words before a name that are no part of it. Royal ones are missing on purpose: "King George" names no George.
  static let titles = Set(
    words:
      """
      mr mrs ms miss mx dr doctor prof professor sir dame madam madame monsieur herr frau senor senora signor lord lady
      president vice deputy prime minister premier chancellor secretary foreign defence defense interior finance home
      attorney solicitor chief justice judge speaker senator congressman congresswoman representative governor mayor
      councillor ambassador envoy commissioner director chairman chairwoman chair ceo spokesman spokeswoman spokesperson
      general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal admiral adm commander cmdr
      commodore marshal brigadier brig reverend rev father fr bishop archbishop cardinal rabbi imam ayatollah sheikh sheik
      shaikh mullah comrade former acting incoming outgoing then late under staff officer special rear field vice-president
      state treasury undersecretary emeritus emerita associate assistant shadow hon honourable honorable excellency
      """)

  /// Titles in capitals only: "HE Dr Ibrahim al-Jaafari", not "He Ping".
  static let capitalTitles: Set<String> = ["he", "hm", "hrh"]

  /// Letters after a name that are no part of it.
  static let honours = Set(
    words:
      "mp mep msp mbe obe cbe kbe dbe kcmg gcmg cmg qc kc phd md esq dso dsc ba ma bsc msc frs osb sj")

  /// Whether letters are a Roman numeral, and hardly a name.
  static func isNumeral(_ letters: String) -> Bool {
    letters.utf8.allSatisfy { "ivxl".utf8.contains($0) } && letters != "l" && letters != "li"
      && letters != "xi"
  }

  /// Particles that no given name is: "De Masi" is a surname, "Ben Smith" is not.
  static let surnameStarts = Set(words: "de di da von der den del della dos du le bin ibn des af zu ter")

  /// Small words between or before surnames.
  static let particles = Set(
    words:
      "van von der den de del della di da do dos das du la le les y e bin ibn ben bint abu af av zu zur ter ten op 't st"
  )

  /// Family names that stand first: Chinese, Korean and Vietnamese ones.
  static let familyNames = Set(
    words:
      """
      kim park lee choi jung jeong kang cho yoon jang lim moon roh ban xi li wang zhang liu chen yang huang zhao wu zhou xu
      sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng feng han cao zeng peng xiao cai pan tian dong yuan yu
      ye jiang du su wei lu ding ren shen yao mao bo wen hua qian nguyen tran le pham hoang phan vu vo dang bui ngo
      """)
}
