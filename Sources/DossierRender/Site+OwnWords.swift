extension Site {
  /// The words that pages have whatever the documents are: of the program, of dates and of kinds. Those of the templates stand
  /// in the templates.
  public static let ownWords = """
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Spring Summer Autumn Winter
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    Person People Organisation Organisations Organization Place Places Event Events Other name Other names
    Documents Timeline Who with whom Print Print edition Sources Known unknowns About Search Home
    A–Z of all names · All Article WebSite Thing DigitalDocument Page not found Country not known
    Author Affiliation Publisher Date Licence Original Handling Keywords File Format Expected
    Dates Open dates Mentions Sentences Named with No date Not stated Chance Part Parts
    Documents without a date Documents without a source Named in one document only Possible names left out
    Names that may be one of several PDF Word Web page Plain text Markdown Mail Rich text OpenDocument EPUB
    schema.org www.w3.org www.sitemaps.org jsonfeed.org specs.frictionlessdata.io json.schemastore.org
    followthemoney.tech graphml.graphdrawing.org
    Africa Asia Europe Americas Oceania Atom Dossier JSON HTML SHA-256 UTF-8 CSV
    """
}
