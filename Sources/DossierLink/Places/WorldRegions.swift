/// The countries and territories of the world, each with its part of the world.
///
/// The parts are those of the standard M49 of the United Nations Statistics Division: its sub-regions, and its
/// intermediate regions where it has them ("Eastern Africa"). Names are those of the recogniser's lists. Kosovo, Taiwan
/// and a few islands, which M49 does not list, stand with their neighbours; so do countries that are no more.
enum WorldRegions {
  /// The part of the world in which a country or territory lies; nothing for other names.
  static func region(of country: String) -> String? { regions[country] }

  /// Whether a name is that of a country or territory of today.
  static func isCountry(_ name: String) -> Bool { regions[name] != nil }

  /// The part of the world in which a country lay that is no more.
  static func formerRegion(of country: String) -> String? { formerRegions[country] }

  /// The country with a code of ISO 3166-1.
  static func country(code: Substring) -> String? { codes[code] }

  private static let countries = entries(of: table)

  private static let codes: [Substring: String] = {
    var codes: [Substring: String] = [:]
    for (_, entry) in countries where !entry.hasPrefix("--") {
      codes[Substring(entry.utf8.prefix(2))] = String(Substring(entry.utf8.dropFirst(3)))
    }
    return codes
  }()

  private static let regions = Dictionary(
    countries.map { (String(Substring($1.utf8.dropFirst(3))), $0) },
    uniquingKeysWith: { first, _ in first })

  private static let formerRegions = Dictionary(
    entries(of: former).map { (String($1), $0) }, uniquingKeysWith: { first, _ in first })

  /// Takes apart lines of a part of the world and what lies there; by bytes, which is quicker than by characters.
  static func entries(of table: String) -> [(region: String, entry: Substring)] {
    table.utf8.split(separator: UInt8(ascii: "\n")).flatMap { line in
      let sides = line.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
      guard sides.count == 2 else { return [(region: String, entry: Substring)]() }
      let region = String(Substring(sides[0]))
      return sides[1].split(separator: UInt8(ascii: "|")).map { (region, Substring($0)) }
    }
  }

  /// A region, and its countries with their codes; "--" where there is none.
  private static let table = """
    Northern Africa=DZ Algeria|EG Egypt|LY Libya|MA Morocco|SD Sudan|TN Tunisia|EH Western Sahara
    Eastern Africa=IO British Indian Ocean Territory|BI Burundi|KM Comoros|DJ Djibouti|ER Eritrea|ET Ethiopia\
    |TF French Southern Territories|KE Kenya|MG Madagascar|MW Malawi|MU Mauritius|YT Mayotte|MZ Mozambique|RE Réunion\
    |RW Rwanda|SC Seychelles|SO Somalia|SS South Sudan|UG Uganda|TZ Tanzania|ZM Zambia|ZW Zimbabwe
    Middle Africa=AO Angola|CM Cameroon|CF Central African Republic|TD Chad|CG Republic of the Congo\
    |CD Democratic Republic of the Congo|GQ Equatorial Guinea|GA Gabon|ST São Tomé and Príncipe
    Southern Africa=BW Botswana|SZ Eswatini|LS Lesotho|NA Namibia|ZA South Africa
    Western Africa=BJ Benin|BF Burkina Faso|CV Cape Verde|CI Côte d'Ivoire|GM Gambia|GH Ghana|GN Guinea\
    |GW Guinea-Bissau|LR Liberia|ML Mali|MR Mauritania|NE Niger|NG Nigeria|SH St. Helena|SN Senegal\
    |SL Sierra Leone|TG Togo|-- Ascension Island|-- Tristan da Cunha
    Caribbean=AI Anguilla|AG Antigua and Barbuda|AW Aruba|BS Bahamas|BB Barbados|BQ Caribbean Netherlands\
    |VG British Virgin Islands|KY Cayman Islands|CU Cuba|CW Curaçao|DM Dominica|DO Dominican Republic|GD Grenada\
    |GP Guadeloupe|HT Haiti|JM Jamaica|MQ Martinique|MS Montserrat|PR Puerto Rico|BL St. Barthélemy\
    |KN St. Kitts and Nevis|LC St. Lucia|MF St. Martin|VC St. Vincent and Grenadines|SX Sint Maarten\
    |TT Trinidad and Tobago|TC Turks and Caicos Islands|VI U.S. Virgin Islands
    Central America=BZ Belize|CR Costa Rica|SV El Salvador|GT Guatemala|HN Honduras|MX Mexico|NI Nicaragua|PA Panama\
    |-- Clipperton Island
    South America=AR Argentina|BO Bolivia|BV Bouvet Island|BR Brazil|CL Chile|CO Colombia|EC Ecuador\
    |FK Falkland Islands|GF French Guiana|GY Guyana|PY Paraguay|PE Peru\
    |GS South Georgia and South Sandwich Islands|SR Suriname|UY Uruguay|VE Venezuela
    Northern America=BM Bermuda|CA Canada|GL Greenland|PM St. Pierre and Miquelon|US United States
    Central Asia=KZ Kazakhstan|KG Kyrgyzstan|TJ Tajikistan|TM Turkmenistan|UZ Uzbekistan
    Eastern Asia=CN China|HK Hong Kong|MO Macao|KP North Korea|JP Japan|MN Mongolia|KR South Korea|TW Taiwan
    South-eastern Asia=BN Brunei|KH Cambodia|ID Indonesia|LA Laos|MY Malaysia|MM Myanmar|PH Philippines|SG Singapore\
    |TH Thailand|TL Timor-Leste|VN Vietnam
    Southern Asia=AF Afghanistan|BD Bangladesh|BT Bhutan|IN India|IR Iran|MV Maldives|NP Nepal|PK Pakistan|LK Sri Lanka
    Western Asia=AM Armenia|AZ Azerbaijan|BH Bahrain|CY Cyprus|GE Georgia|IQ Iraq|IL Israel|JO Jordan|KW Kuwait\
    |LB Lebanon|OM Oman|PS Palestinian Territories|QA Qatar|SA Saudi Arabia|SY Syria|TR Turkey\
    |AE United Arab Emirates|YE Yemen
    Eastern Europe=BY Belarus|BG Bulgaria|CZ Czechia|HU Hungary|PL Poland|MD Moldova|RO Romania|RU Russia|SK Slovakia\
    |UA Ukraine
    Northern Europe=AX Åland Islands|GG Guernsey|JE Jersey|-- Sark|DK Denmark|EE Estonia|FO Faroe Islands|FI Finland\
    |IS Iceland|IE Ireland|IM Isle of Man|LV Latvia|LT Lithuania|NO Norway|SJ Svalbard and Jan Mayen|SE Sweden\
    |GB United Kingdom
    Southern Europe=AL Albania|AD Andorra|BA Bosnia and Herzegovina|HR Croatia|GI Gibraltar|GR Greece|VA Vatican City\
    |IT Italy|XK Kosovo|MT Malta|ME Montenegro|MK North Macedonia|PT Portugal|SM San Marino|RS Serbia|SI Slovenia\
    |ES Spain
    Western Europe=AT Austria|BE Belgium|FR France|DE Germany|LI Liechtenstein|LU Luxembourg|MC Monaco|NL Netherlands\
    |CH Switzerland
    Australia and New Zealand=AU Australia|CX Christmas Island|HM Heard and McDonald Islands|NZ New Zealand\
    |NF Norfolk Island
    Melanesia=FJ Fiji|NC New Caledonia|PG Papua New Guinea|SB Solomon Islands|VU Vanuatu
    Micronesia=GU Guam|KI Kiribati|MH Marshall Islands|FM Micronesia|NR Nauru|MP Northern Mariana Islands|PW Palau\
    |UM U.S. Outlying Islands
    Polynesia=AS American Samoa|CK Cook Islands|PF French Polynesia|NU Niue|PN Pitcairn Islands|WS Samoa|TK Tokelau\
    |TO Tonga|TV Tuvalu|WF Wallis and Futuna
    """

  /// Countries that are no more. Empires that lay in several parts of the world are not here.
  private static let former = """
    Eastern Africa=Abyssinia|Rhodesia|Tanganyika
    Middle Africa=Zaire
    Western Africa=Upper Volta
    Southern Asia=Ceylon|Persia
    South-eastern Asia=Kampuchea|North Vietnam|Siam|South Vietnam
    Western Asia=North Yemen|South Yemen|Transjordan
    Eastern Europe=Czechoslovakia|Russian Empire|Soviet Union
    Southern Europe=Serbia and Montenegro|Yugoslavia
    Western Europe=East Germany|Nazi Germany|Weimar Republic|West Germany
    """
}
