#!/usr/bin/env python3
"""Checks the data of built sites with the programs that it is for: it is whole, valid, and the same in all formats.

    check.py SITE…
"""
import csv
import hashlib
import json
import os
import re
import sys
from collections import Counter, defaultdict

import frictionless
import networkx
from followthemoney import model
from pyld import jsonld

TABLES = ["documents", "sentences", "mentions", "entities", "ties", "dates"]
KINDS = {"person": "Person", "organisation": "Organization", "place": "Address", "event": "Event", "other": "Note"}
SCHEMA = "https://schema.org/"


def refuse(url, options):
    raise AssertionError(f"{url} was to be fetched")


class Site:
    def __init__(self, folder):
        self.data = os.path.join(folder, "data")
        self.package = self.read("datapackage.json")
        self.tables = {}
        for name in TABLES:
            self.tables[name] = [row for part in self.parts(name, ".json") for row in self.read(part)[name]]
        self.ids = {name: {row["id"]: row for row in self.tables[name]} for name in TABLES if name != "ties"}
        for name, ids in self.ids.items():
            assert len(ids) == len(self.tables[name]), f"{name}: an id is there twice"

    def read(self, name):
        with open(os.path.join(self.data, name), encoding="utf-8") as file:
            return json.load(file)

    def parts(self, name, ending):
        """The files of a table, as the package lists them."""
        paths = [resource["path"] for resource in self.package["resources"]]
        return [path for path in paths if re.fullmatch(re.escape(name) + r"(--\d+)?" + re.escape(ending), path)]

    def lines(self, ending):
        for name in ("documents", "entities"):
            for part in self.parts(name, ending):
                with open(os.path.join(self.data, part), encoding="utf-8") as file:
                    yield from map(json.loads, file)


def check_package(site):
    resources = site.package["resources"]
    listed = {resource["path"] for resource in resources}
    there = {name for name in os.listdir(site.data) if not name.endswith(".js") and "." in name}
    assert listed | {"datapackage.json"} == there, listed ^ there
    for resource in resources:
        with open(os.path.join(site.data, resource["path"]), "rb") as file:
            content = file.read()
        assert len(content) == resource["bytes"], resource["path"]
        assert "sha256:" + hashlib.sha256(content).hexdigest() == resource["hash"], resource["path"]
        content.decode("utf-8")
    assert site.package["rows"] == {name: len(site.tables[name]) for name in TABLES}
    # Types, required values, keys that are there once and keys that point to rows.
    report = frictionless.validate(os.path.join(site.data, "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]


def check_counts(site):
    sentences, entities, documents = site.ids["sentences"], site.ids["entities"], site.ids["documents"]
    for table in ("mentions", "dates"):
        for row in site.tables[table]:
            sentence = sentences[row["sentence"]]
            assert sentence["text"][row["start"]:row["end"]] == row["surface"] != "", row
            assert sentence["document"] == row["document"], row
    mentions, named, places = Counter(), defaultdict(set), defaultdict(set)
    for row in site.tables["mentions"]:
        mentions[row["entity"]] += 1
        named[row["entity"]].add(row["document"])
        places[row["entity"]].add(row["sentence"])
    for id, row in entities.items():
        counts = (row["mentions"], row["documents"], row["sentences"])
        assert counts == (mentions[id], len(named[id]), len(places[id])), row
        assert row["isUnclear"] == bool(row["candidates"]), row
        assert all(candidate in entities for candidate in row["candidates"]), row
    assert set(mentions) == set(entities)
    for column, table in (("sentences", "sentences"), ("mentions", "mentions")):
        counts = Counter(row["document"] for row in site.tables[table])
        assert {id: row[column] for id, row in documents.items() if row[column]} == counts, table
    together = defaultdict(set)
    for sentence, ids in _by_sentence(site).items():
        for a in ids:
            for b in ids:
                if a < b:
                    together[a, b].add(sentence)
    ties = {tuple(sorted((row["a"], row["b"]))): row for row in site.tables["ties"]}
    assert len(ties) == len(site.tables["ties"])
    assert {pair: set(row["sentences"]) for pair, row in ties.items()} == together
    for (a, b), row in ties.items():
        assert row["count"] == len(row["sentences"]), row
        assert row["documents"] == len({sentences[id]["document"] for id in row["sentences"]}), row
        assert row["isUnclear"] == (entities[a]["isUnclear"] or entities[b]["isUnclear"]), row
    for row in site.tables["dates"]:
        assert (row["from"] is None) == (row["to"] is None) == (row["words"] is None) == (row["open"] is not None), row
        assert not row["isExact"] or row["from"] and not row["modifier"], row


def _by_sentence(site):
    named = defaultdict(set)
    for row in site.tables["mentions"]:
        named[row["sentence"]].add(row["entity"])
    return named


def check_csv(site):
    for name in TABLES:
        rows = []
        for part in site.parts(name, ".csv"):
            resource = next(resource for resource in site.package["resources"] if resource["path"] == part)
            with open(os.path.join(site.data, part), encoding="utf-8", newline="") as file:
                cells = list(csv.reader(file, strict=True))
            fields = resource["schema"]["fields"]
            assert cells[0] == [field["name"] for field in fields], part
            for row in cells[1:]:
                assert len(row) == len(fields), row
                for cell in row:
                    assert not cell or cell[0] not in "=+-@\t\r\n＝＋－＠", cell
                rows.append({field["name"]: value(cell, field["type"]) for cell, field in zip(row, fields)})
        assert rows == site.tables[name], name


def value(cell, type):
    """What a cell of CSV is in JSON, as the guide tells."""
    if cell == "":
        return None
    if type == "string":
        return cell[1:] if cell.startswith("'") else cell
    return json.loads(cell)


def check_money(site):
    entities = list(site.lines(".ftm.json"))
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    assert len(schemata) == len(entities), "an id is there twice"
    for entity in entities:
        schema = schemata[entity["id"]]
        assert schema is not None and not schema.abstract, entity["schema"]
        schema.validate(entity)
        proxy = model.get_proxy(entity, cleaned=False)
        for required in schema.required:
            assert proxy.get(required), (required, entity)
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop is not None and not prop.stub and name != "topics", (name, entity)
            assert len(values) == len(set(values)) > 0, (name, values)
            for item in values:
                assert prop.type.clean(item, proxy=proxy) is not None, (name, item)
                assert len(item) <= prop.max_length, (name, len(item))
                if prop.type.name == "entity":
                    assert schemata[item].is_a(prop.range), (name, entity)
    found = Counter(entity["schema"] for entity in entities)
    clear = [row for row in site.tables["entities"] if not row["isUnclear"]]
    for kind, schema in KINDS.items():
        assert found[schema] == sum(row["kind"] == kind for row in clear), schema
    assert found["Article"] + found["Pages"] + found["Email"] == len(site.tables["documents"])
    assert found["UnknownLink"] == sum(not row["isUnclear"] for row in site.tables["ties"])
    assert found["Mention"] + found["Documentation"] == sum(row["documents"] for row in site.tables["entities"])


def check_graph(site):
    graph = networkx.Graph()
    for part in site.parts("ties", ".graphml"):
        read = networkx.read_graphml(os.path.join(site.data, part))
        assert type(read) is networkx.Graph, "directed, or with several ties of the same two"
        graph = networkx.compose(graph, read)
    nodes = {data["entity"]: data for _, data in graph.nodes(data=True)}
    assert len(nodes) == graph.number_of_nodes() == len(site.ids["entities"])
    for id, row in site.ids["entities"].items():
        for name in ("name", "kind", "url", "mentions", "documents", "isUnclear"):
            assert nodes[id][name] == row[name], (id, name, nodes[id][name], row[name])
    edges = {}
    for a, b, data in graph.edges(data=True):
        edges[frozenset((graph.nodes[a]["entity"], graph.nodes[b]["entity"]))] = data
    assert len(edges) == graph.number_of_edges() == len(site.tables["ties"])
    for row in site.tables["ties"]:
        data = edges[frozenset((row["a"], row["b"]))]
        for name in ("count", "documents", "isBeyondChance", "isUnclear", "score"):
            assert data[name] == row[name], (row, data)


def check_linked_data(site):
    nodes = {}
    for part in site.parts("graph", ".jsonld"):
        source = site.read(part)
        options = {"base": "https://example.org/site/data/" + part, "documentLoader": refuse}
        expanded = jsonld.expand(source, options)
        assert len(expanded) == len(source["@graph"]), part
        for node in expanded:
            assert node["@id"].startswith("https://"), node["@id"]
            assert node["@id"] not in nodes, node["@id"]
            nodes[node["@id"]] = node
        for subject, predicate, object in triples(jsonld.to_rdf(source, options)):
            assert predicate.startswith((SCHEMA, "http://www.w3.org/1999/02/22-rdf-syntax-ns#")), predicate
    types = Counter(node["@type"][0].removeprefix(SCHEMA) for node in nodes.values())
    assert types["Quotation"] == len(site.tables["sentences"])
    assert sum(types.values()) == sum(len(site.tables[name]) for name in ("sentences", "documents", "entities"))
    identifiers = {id: node[SCHEMA + "identifier"][0]["@value"] for id, node in nodes.items()}
    named = _by_sentence(site)
    for node in nodes.values():
        mentioned = {identifiers[reference["@id"]] for reference in node.get(SCHEMA + "mentions", [])}
        if node["@type"] == [SCHEMA + "Quotation"]:
            id = node[SCHEMA + "identifier"][0]["@value"]
            assert mentioned == named.get(id, set()), id
            assert node[SCHEMA + "text"][0]["@value"] == site.ids["sentences"][id]["text"], id
            assert identifiers[node[SCHEMA + "isPartOf"][0]["@id"]] == site.ids["sentences"][id]["document"], id


def triples(dataset):
    for graph in dataset.values():
        for triple in graph:
            yield triple["subject"]["value"], triple["predicate"]["value"], triple["object"]["value"]


def main():
    for folder in sys.argv[1:]:
        site = Site(folder)
        checks = [check_package, check_counts, check_csv, check_money, check_graph, check_linked_data]
        for check in checks:
            try:
                check(site)
            except AssertionError as problem:
                sys.exit(f"{folder}: {check.__name__}: {problem!r}")
        counts = ", ".join(f"{len(site.tables[name])} {name}" for name in TABLES)
        print(f"{folder}: {counts}: as JSON, CSV, FollowTheMoney, GraphML and JSON-LD")


main()
