/// Countries with their capitals, and the words for what is theirs.
struct Country: Sendable {
  /// The usual name.
  let name: String
  /// The seat of the government; nothing where there is none, or where the city has the country's name.
  let capital: String?
  /// "Russian".
  let adjective: String
}

extension Country {
  /// The country of which a place is the capital.
  static let byCapital: [String: Country] = Dictionary(
    all.compactMap { country in country.capital.map { ($0, country) } },
    uniquingKeysWith: { first, _ in first })

  /// Countries by the letters of their names and adjectives.
  static let byWord: [String: String] = {
    var names = [
      "us": "unitedstates", "uk": "unitedkingdom", "american": "unitedstates", "british": "unitedkingdom",
    ]
    for country in all {
      let key = NameForm(country.name, keepsInitials: false).key
      names[key] = key
      names[NameForm(country.adjective, keepsInitials: false).key] =
        names[NameForm(country.adjective, keepsInitials: false).key] ?? key
    }
    return names
  }()

  /// Words in small letters that say of which country something is: its name, its adjective.
  static let words: Set<String> = {
    var words: Set<String> = [
      "us", "uk", "usa", "american", "british", "un", "eu", "nato", "soviet", "english",
    ]
    for country in all {
      words.insert(NameForm(country.name, keepsInitials: false).key)
      words.insert(NameForm(country.adjective, keepsInitials: false).key)
    }
    return words
  }()

  static let all: [Country] = table.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 3 else { return nil }
    return Country(name: fields[0], capital: fields[1].isEmpty ? nil : fields[1], adjective: fields[2])
  }

  private static let table = """
    Afghanistan|Kabul|Afghan
    Albania|Tirana|Albanian
    Algeria|Algiers|Algerian
    Andorra||Andorran
    Angola|Luanda|Angolan
    Argentina|Buenos Aires|Argentine
    Armenia|Yerevan|Armenian
    Australia|Canberra|Australian
    Austria|Vienna|Austrian
    Azerbaijan|Baku|Azerbaijani
    Bahamas|Nassau|Bahamian
    Bahrain|Manama|Bahraini
    Bangladesh|Dhaka|Bangladeshi
    Barbados|Bridgetown|Barbadian
    Belarus|Minsk|Belarusian
    Belgium|Brussels|Belgian
    Belize|Belmopan|Belizean
    Benin|Porto-Novo|Beninese
    Bhutan|Thimphu|Bhutanese
    Bolivia|La Paz|Bolivian
    Bosnia and Herzegovina|Sarajevo|Bosnian
    Botswana|Gaborone|Botswanan
    Brazil|Brasília|Brazilian
    Brunei|Bandar Seri Begawan|Bruneian
    Bulgaria|Sofia|Bulgarian
    Burkina Faso|Ouagadougou|Burkinabe
    Burundi|Gitega|Burundian
    Cambodia|Phnom Penh|Cambodian
    Cameroon|Yaoundé|Cameroonian
    Canada|Ottawa|Canadian
    Cape Verde|Praia|Cape Verdean
    Central African Republic|Bangui|Central African
    Chad|N'Djamena|Chadian
    Chile|Santiago|Chilean
    China|Beijing|Chinese
    Colombia|Bogotá|Colombian
    Comoros|Moroni|Comorian
    Costa Rica|San José|Costa Rican
    Croatia|Zagreb|Croatian
    Cuba|Havana|Cuban
    Cyprus|Nicosia|Cypriot
    Czechia|Prague|Czech
    Côte d'Ivoire|Yamoussoukro|Ivorian
    Democratic Republic of the Congo|Kinshasa|Congolese
    Denmark|Copenhagen|Danish
    Djibouti||Djiboutian
    Dominican Republic|Santo Domingo|Dominican
    Ecuador|Quito|Ecuadorian
    Egypt|Cairo|Egyptian
    El Salvador|San Salvador|Salvadoran
    Equatorial Guinea|Malabo|Equatorial Guinean
    Eritrea|Asmara|Eritrean
    Estonia|Tallinn|Estonian
    Eswatini|Mbabane|Swazi
    Ethiopia|Addis Ababa|Ethiopian
    Fiji|Suva|Fijian
    Finland|Helsinki|Finnish
    France|Paris|French
    Gabon|Libreville|Gabonese
    Gambia|Banjul|Gambian
    Georgia|Tbilisi|Georgian
    Germany|Berlin|German
    Ghana|Accra|Ghanaian
    Greece|Athens|Greek
    Guatemala|Guatemala City|Guatemalan
    Guinea|Conakry|Guinean
    Guinea-Bissau|Bissau|Bissau-Guinean
    Guyana||Guyanese
    Haiti|Port-au-Prince|Haitian
    Honduras|Tegucigalpa|Honduran
    Hungary|Budapest|Hungarian
    Iceland|Reykjavik|Icelandic
    India|New Delhi|Indian
    Indonesia|Jakarta|Indonesian
    Iran|Tehran|Iranian
    Iraq|Baghdad|Iraqi
    Ireland|Dublin|Irish
    Israel||Israeli
    Italy|Rome|Italian
    Jamaica|Kingston|Jamaican
    Japan|Tokyo|Japanese
    Jordan|Amman|Jordanian
    Kazakhstan|Astana|Kazakh
    Kenya|Nairobi|Kenyan
    Kosovo|Pristina|Kosovan
    Kuwait|Kuwait City|Kuwaiti
    Kyrgyzstan|Bishkek|Kyrgyz
    Laos|Vientiane|Lao
    Latvia|Riga|Latvian
    Lebanon|Beirut|Lebanese
    Lesotho|Maseru|Basotho
    Liberia|Monrovia|Liberian
    Libya|Tripoli|Libyan
    Liechtenstein|Vaduz|Liechtensteiner
    Lithuania|Vilnius|Lithuanian
    Luxembourg||Luxembourgish
    Madagascar|Antananarivo|Malagasy
    Malawi|Lilongwe|Malawian
    Malaysia|Kuala Lumpur|Malaysian
    Maldives|Malé|Maldivian
    Mali|Bamako|Malian
    Malta|Valletta|Maltese
    Mauritania|Nouakchott|Mauritanian
    Mauritius|Port Louis|Mauritian
    Mexico|Mexico City|Mexican
    Moldova|Chisinau|Moldovan
    Monaco||Monegasque
    Mongolia|Ulaanbaatar|Mongolian
    Montenegro|Podgorica|Montenegrin
    Morocco|Rabat|Moroccan
    Mozambique|Maputo|Mozambican
    Myanmar|Naypyidaw|Burmese
    Namibia|Windhoek|Namibian
    Nepal|Kathmandu|Nepalese
    Netherlands|The Hague|Dutch
    New Zealand|Wellington|New Zealand
    Nicaragua|Managua|Nicaraguan
    Niger|Niamey|Nigerien
    Nigeria|Abuja|Nigerian
    North Korea|Pyongyang|North Korean
    North Macedonia|Skopje|Macedonian
    Norway|Oslo|Norwegian
    Oman|Muscat|Omani
    Pakistan|Islamabad|Pakistani
    Palestinian Territories|Ramallah|Palestinian
    Panama|Panama City|Panamanian
    Papua New Guinea|Port Moresby|Papua New Guinean
    Paraguay|Asunción|Paraguayan
    Peru|Lima|Peruvian
    Philippines|Manila|Philippine
    Poland|Warsaw|Polish
    Portugal|Lisbon|Portuguese
    Qatar|Doha|Qatari
    Republic of the Congo|Brazzaville|Congolese
    Romania|Bucharest|Romanian
    Russia|Moscow|Russian
    Rwanda|Kigali|Rwandan
    Saudi Arabia|Riyadh|Saudi
    Senegal|Dakar|Senegalese
    Serbia|Belgrade|Serbian
    Seychelles|Victoria|Seychellois
    Sierra Leone|Freetown|Sierra Leonean
    Singapore||Singaporean
    Slovakia|Bratislava|Slovak
    Slovenia|Ljubljana|Slovenian
    Somalia|Mogadishu|Somali
    South Africa|Pretoria|South African
    South Korea|Seoul|South Korean
    South Sudan|Juba|South Sudanese
    Spain|Madrid|Spanish
    Sri Lanka|Colombo|Sri Lankan
    Sudan|Khartoum|Sudanese
    Suriname|Paramaribo|Surinamese
    Sweden|Stockholm|Swedish
    Switzerland|Bern|Swiss
    Syria|Damascus|Syrian
    Taiwan|Taipei|Taiwanese
    Tajikistan|Dushanbe|Tajik
    Tanzania|Dodoma|Tanzanian
    Thailand|Bangkok|Thai
    Timor-Leste|Dili|Timorese
    Togo|Lomé|Togolese
    Trinidad and Tobago|Port of Spain|Trinidadian
    Tunisia|Tunis|Tunisian
    Turkey|Ankara|Turkish
    Turkmenistan|Ashgabat|Turkmen
    Uganda|Kampala|Ugandan
    Ukraine|Kyiv|Ukrainian
    United Arab Emirates|Abu Dhabi|Emirati
    United Kingdom|London|British
    United States|Washington|American
    Uruguay|Montevideo|Uruguayan
    Uzbekistan|Tashkent|Uzbek
    Vatican City||Vatican
    Venezuela|Caracas|Venezuelan
    Vietnam|Hanoi|Vietnamese
    Yemen|Sanaa|Yemeni
    Zambia|Lusaka|Zambian
    Zimbabwe|Harare|Zimbabwean
    """
}
