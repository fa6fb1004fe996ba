/// Well-known places that are neither countries nor large cities: parts of countries, towns in the news, and what no
/// one country holds. Written from common knowledge; what is disputed has no country here, and gets none from a text.
enum KnownPlaces {
  /// The country of a part of a country: "Anbar".
  static func country(ofPart name: String) -> String? { parts[name] }

  /// The country of a town or another small place: "Abu Ghraib".
  static func country(ofTown name: String) -> String? { towns[name] }

  /// Where a place lies that no one country holds; an empty text where no one part of the world does either.
  static func regionWithoutCountry(_ name: String) -> String? { withoutCountry[name] }

  /// Whether a name is that of a river, a sea or a range, of which each country has a part.
  static func isShared(_ name: String) -> Bool {
    [" River", " Sea", " Ocean", " Gulf", " Mountains", " Divide"].contains { name.hasSuffix($0) }
  }

  /// Whether several states hold or claim a place, however its name is spelled: "Indian-controlled Kashmir".
  static func isDisputed(_ name: String) -> Bool {
    let form = NameForm(name, keepsInitials: false)
    return disputed.contains(form.key) || disputed.contains(form.words.last?.letters ?? "")
  }

  private static let disputed = Set(
    words:
      """
      abkhazia abyei aksaichin azadkashmir bakhchisaray berbera crimea crimeanpeninsula dokdo eastjerusalem gilgit
      gilgitbaltistan golan golanheights hargeisa ilemitriangle jammu jammuandkashmir jerusalem karabakh kargil kashmir
      kerch ladakh muzaffarabad nagornokarabakh northerncyprus paracelislands quneitra scarboroughshoal sevastopol
      shebaafarms siachen simferopol somaliland southossetia spratlyislands srinagar stepanakert sukhumi tibet tiraspol
      transnistria tskhinvali yalta
      """)

  private static let parts = names(partTable)
  private static let towns = names(townTable)
  private static let withoutCountry = names(withoutCountryTable)

  private static func names(_ table: String) -> [String: String] {
    Dictionary(
      WorldRegions.entries(of: table).map { (String($0.entry), $0.region) },
      uniquingKeysWith: { first, _ in first })
  }

  private static let partTable = """
    Afghanistan=Badakhshan|Badghis|Baghlan|Balkh|Bamiyan|Daykundi|Farah|Faryab|Ghazni|Ghor|Helmand|Herat|Jowzjan|Kandahar\
    |Kapisa|Khost|Kunar|Kunduz|Laghman|Logar|Nangarhar|Nimroz|Nuristan|Oruzgan|Paktia|Paktika|Panjshir|Parwan|Samangan\
    |Takhar|Uruzgan|Wardak|Zabul
    Angola=Cabinda
    Australia=New South Wales|Northern Territory|Queensland|South Australia|Tasmania|Western Australia
    Bosnia and Herzegovina=Herzegovina|Republika Srpska
    Brazil=Bahia|Mato Grosso|Minas Gerais|Pernambuco|Rio Grande do Sul
    Canada=Alberta|British Columbia|Labrador|Manitoba|New Brunswick|Newfoundland|Newfoundland and Labrador\
    |Northwest Territories|Nova Scotia|Nunavut|Ontario|Prince Edward Island|Quebec|Québec|Saskatchewan|Yukon
    Chile=Easter Island
    China=Anhui|Fujian|Gansu|Guangdong|Guangxi|Guizhou|Hainan|Hebei|Heilongjiang|Henan|Hubei|Hunan|Inner Mongolia\
    |Jiangsu|Jiangxi|Jilin|Liaoning|Ningxia|Qinghai|Shaanxi|Shandong|Shanxi|Sichuan|Xinjiang|Yunnan|Zhejiang
    Colombia=Antioquia
    Croatia=Dalmatia|Slavonia
    Czechia=Bohemia|Moravia
    Democratic Republic of the Congo=Ituri|Katanga|Kivu|North Kivu|South Kivu
    Denmark=Jutland
    Ecuador=Galapagos Islands|Galápagos Islands
    Egypt=Sinai|Sinai Peninsula
    Ethiopia=Ogaden|Oromia|Tigray
    France=Alsace|Brittany|Burgundy|Corsica|Lorraine|Normandy|Provence
    Germany=Baden-Württemberg|Bavaria|Brandenburg|Hesse|Lower Saxony|North Rhine-Westphalia|Rhineland\
    |Rhineland-Palatinate|Saarland|Saxony|Schleswig-Holstein|Thuringia|Westphalia
    Greece=Crete
    India=Andaman Islands|Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Goa|Gujarat|Haryana\
    |Himachal Pradesh|Jharkhand|Karnataka|Kerala|Madhya Pradesh|Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha\
    |Orissa|Rajasthan|Sikkim|Tamil Nadu|Telangana|Tripura|Uttar Pradesh|Uttarakhand|West Bengal
    Indonesia=Aceh|Bali|Irian Jaya|Java|Kalimantan|Lombok|Maluku|Moluccas|Sulawesi|Sumatra|West Papua
    Iraq=Anbar|Babil|Dhi Qar|Diyala|Dohuk|Iraqi Kurdistan|Maysan|Muthanna|Nineveh|Salahuddin|Wasit
    Italy=Calabria|Lombardy|Piedmont|Sardinia|Sicily|Tuscany|Umbria|Veneto
    Japan=Hokkaido|Honshu|Kyushu|Okinawa|Shikoku
    Malaysia=Penang|Sabah|Sarawak
    Mexico=Baja California|Chiapas|Guerrero|Jalisco|Michoacan|Michoacán|Nuevo Leon|Nuevo León|Oaxaca|Quintana Roo\
    |Sinaloa|Sonora|Tabasco|Tamaulipas|Veracruz|Yucatan|Yucatán
    Myanmar=Kachin|Rakhine|Shan State
    Nigeria=Biafra|Niger Delta
    Pakistan=Balochistan|FATA|Khyber Pakhtunkhwa|North Waziristan|North West Frontier Province\
    |North-West Frontier Province|Sindh|South Waziristan|Swat Valley|Waziristan
    Palestinian Territories=Gaza|Gaza Strip|West Bank
    Papua New Guinea=Bougainville
    Philippines=Basilan|Luzon|Mindanao|Visayas
    Portugal=Azores|Madeira
    Romania=Transylvania|Wallachia
    Russia=Bashkortostan|Buryatia|Chechnya|Chuvashia|Dagestan|Ingushetia|Kabardino-Balkaria|Kaliningrad|Kamchatka\
    |North Caucasus|North Ossetia|Sakhalin|Siberia|Tatarstan|Yakutia
    Senegal=Casamance
    Serbia=Vojvodina
    Somalia=Jubaland|Puntland
    South Africa=Eastern Cape|Free State|Gauteng|KwaZulu-Natal|Limpopo|Mpumalanga|Transvaal|Western Cape
    Spain=Andalusia|Ceuta|Melilla|Balearic Islands|Canary Islands|Catalonia|Ceuta and Melilla
    Sudan=Darfur|Kordofan|North Darfur|South Darfur|South Kordofan|West Darfur
    Syria=Daraa|Eastern Ghouta|Ghouta|Suwayda
    Tanzania=Zanzibar
    Trinidad and Tobago=Trinidad
    Ukraine=Volhynia
    United Kingdom=Cornwall|England|Hebrides|Northern Ireland|Orkney|Scotland|Shetland|Ulster|Wales
    United States=Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida\
    |Georgia (U.S. state)|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts\
    |Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New England|New Hampshire|New Jersey|New Mexico\
    |North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee\
    |Texas|Utah|Vermont|Virginia|Washington (U.S. state)|West Virginia|Wisconsin|Wyoming
    Yemen=Hadhramaut|Hadramaut
    """

  private static let townTable = """
    Afghanistan=Bagram|Jalalabad|Lashkar Gah|Mazar-e-Sharif|Mazar-i-Sharif|Tora Bora
    Australia=Alice Springs
    Bosnia and Herzegovina=Srebrenica
    China=Peking|Tiananmen Square|Yangtze
    Cuba=Guantanamo Bay
    Egypt=Suez Canal|Tahrir Square
    France=Cannes|Champs-Elysées|Seine
    Germany=Cologne|Frankfurt
    Haiti=Cap-Haitien|Gonaives
    India=Bangalore|Bombay|Calcutta|Madras
    Iraq=Abu Ghraib|Baqouba|Baquba|Basra|Samarra|Tikrit
    Israel=Galilee|Negev|Nazareth|Tel Aviv
    Italy=Tyrrhenian Sea|Venice
    Japan=Mount Fuji
    Kosovo=Mitrovica|Pristina
    Myanmar=Rangoon
    Palestinian Territories=Bethlehem|Gaza City|Qalqilya|Tulkarem|Hebron|Jenin|Jericho|Khan Younis|Khan Yunis|Nablus|Rafah|Ramallah
    Panama=Panama Canal
    Poland=Auschwitz
    Russia=Beslan|Leningrad|Petrograd|Red Square|Saint Petersburg|St. Petersburg|Stalingrad|Volga
    Saudi Arabia=Mecca|Medina
    Switzerland=Berne|Davos
    Syria=Deir ez-Zour|Raqqa
    Tanzania=Kilimanjaro
    Turkey=Bosphorus|Bosporus|Constantinople|Dardanelles
    Ukraine=Chernobyl|Kiev
    United Kingdom=Canterbury|Hyde Park|Oxford|Thames|Trafalgar Square
    United States=Bretton Woods|Bronx|Brooklyn|Camp David|Cambridge, Massachusetts|Cape Cod|Capitol Hill|Central Park|D.C.\
    |Ground Zero|Harlem|Hollywood|Long Island|Manhattan|New York|New York City|Pearl Harbor|Philadelphia|San Francisco|Queens|Silicon Valley\
    |Staten Island|Times Square|Wall Street|Washington D.C.|Washington DC|Washington, D.C.
    Vietnam=Saigon
    """

  /// A part of the world, and what lies there and in no one country, or is disputed.
  private static let withoutCountryTable = """
    Africa=Africa|Sahara|Sahel
    Northern Africa=Maghreb|North Africa
    Eastern Africa=Abyei|East Africa|Hargeisa|Horn of Africa|Ilemi Triangle|Somaliland
    Middle Africa=Central Africa
    Southern Africa=Southern Africa
    Western Africa=West Africa
    Sub-Saharan Africa=Sub-Saharan Africa
    Americas=Americas
    Caribbean=Caribbean|Hispaniola|Virgin Islands|West Indies
    Central America=Central America
    Latin America and the Caribbean=Latin America
    South America=South Georgia|Amazonia|Andes|Essequibo|Patagonia|South America
    Asia=Asia
    Central Asia=Central Asia
    Eastern Asia=Demilitarized Zone|Diaoyu Islands|Dokdo|East Asia|Korea|Korean Peninsula|North-East Asia\
    |Northeast Asia|Senkaku Islands|Taiwan Strait|Takeshima|Tibet|Yellow Sea
    South-eastern Asia=Borneo|Indochina|Mainland Southeast Asia|Mekong|Scarborough Shoal|South East Asia\
    |South-East Asia|Southeast Asia|Spratly Islands|Paracel Islands
    Southern Asia=Azad Kashmir|Aksai Chin|Gilgit-Baltistan|Indian subcontinent|Jammu|Jammu and Kashmir|Kashmir|Ladakh\
    |Muzaffarabad|Siachen|South Asia|Srinagar
    Western Asia=Abkhazia|Arabian Peninsula|Dead Sea|East Jerusalem|Euphrates|Golan|Golan Heights|Jerusalem|Jordan River\
    |Judea|Levant|Mesopotamia|Nagorno-Karabakh|Northern Cyprus|Persian Gulf|Quneitra|Samaria|Shebaa Farms\
    |South Caucasus|South Ossetia|Stepanakert|Strait of Hormuz|Straits of Hormuz|Sukhumi|Temple Mount|Tigris\
    |Transcaucasia|Tskhinvali|West Asia|Mount of Olives
    Europe=Alps|Central Europe|Danube|Europe|Rhine|Balkans
    Eastern Europe=Bessarabia|Crimea|Crimean Peninsula|Donbas|Donbass|Eastern Europe|Kerch|Sevastopol|Simferopol\
    |Tiraspol|Transnistria
    Northern Europe=Baltics|Channel Islands|Northern Europe|Scandinavia
    Southern Europe=Iberia|Iberian Peninsula|Southern Europe|Strait of Gibraltar|Western Balkans
    Western Europe=Benelux|Western Europe
    Oceania=Oceania
    Australia and New Zealand=Australasia
    Melanesia=Melanesia
    Polynesia=Polynesia
    =Adriatic|Adriatic Sea|Aegean|Aegean Sea|Amazon|Amazonas|Anatolia|Antarctic|Antarctica|Arabian Sea|Aral Sea|Arctic\
    |Arctic Ocean|Asia Minor|Asia Pacific|Asia-Pacific|Atlantic|Atlantic Ocean|Austria-Hungary|Baltic Sea|Barents Sea\
    |Basque Country|Bay of Bengal|Bering Sea|Bering Strait|Black Sea|Blue Nile|British Empire|Byzantine Empire\
    |Caribbean Sea|Carpathians|Caspian|Caspian Sea|Caucasus|Congo River|Coral Sea|Dnieper|East China Sea|Eastern Bloc\
    |English Channel|Eurasia|Far East|Fertile Crescent|Galicia|Ganges|Golden Triangle|Great Lakes|Gulf|Gulf of Aden\
    |Gulf of Mexico|Gulf of Oman|Himalayas|Hindu Kush|Holy Land|Holy Roman Empire|Indian Ocean|Indo-Pacific|Indus\
    |Ionian Sea|Iron Curtain|Karelia|Kurdistan|Kuril Islands|Kuriles|Macedonia|Mediterranean|Mediterranean Sea|Middle East\
    |Moldavia|Near East|New World|Nile|North America|North Asia|North Atlantic|North Pacific|North Sea|Old World\
    |Orient|Ottoman Empire|Pacific|Pacific Ocean|Paraná|Pemba|Prussia|Punjab|Pyrenees|Red Sea|Roman Empire|Sea of Azov\
    |Sea of Japan|Sea of Okhotsk|Silesia|Silk Road|South Atlantic|South China Sea|South Pacific|Southern Ocean\
    |Strait of Malacca|Third World|Thrace|United Arab Republic|West|Western Hemisphere
    """
}
