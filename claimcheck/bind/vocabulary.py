"""Concept words and names, compiled for finding them in text."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from claimcheck.bind.joints import joints_of
from claimcheck.bind.names import SHORT, NameFinder, NameTable, table_of
from claimcheck.bind.patterns import Table
from claimcheck.bind.words import Hit, Line
from claimcheck.lexicon.load import territories
from claimcheck.model.rule import Concept, Entity, Rulebook

COUNTRIES = Path(__file__).parent / "data" / "countries.toml"


class Vocabulary:
    """The rulebook's concepts and entities, with what finds them; one table per language, built when first asked for.

    Pickles as its concepts and entities.
    """

    __slots__ = ("_finders", "_names", "_tables", "concepts", "entities")

    def __init__(self, concepts: dict[str, Concept], entities: dict[str, Entity]) -> None:
        self.concepts = concepts
        self.entities = entities
        self._names = table_of(entities)
        self._tables: dict[str, Table] = {}
        self._finders: dict[str, NameFinder] = {}

    def __reduce__(self) -> tuple[type[Vocabulary], tuple[dict[str, Concept], dict[str, Entity]]]:
        """Return what rebuilds this value."""
        return Vocabulary, (self.concepts, self.entities)

    def find_concepts(self, line: Line) -> list[Hit]:
        """Return the concepts named in the line, in order of place."""
        return self._table(line.lang).find(line)

    def find_names(self, line: Line) -> list[Hit]:
        """Return the known entities and countries named in the line, in order of place.

        The role is "entity"; the rank is 1 where only an adjective such as "Spanish" names a country.
        """
        finder = self._finders.get(line.lang)
        if finder is None:
            base = line.lang.partition("-")[0]
            finder = self._finders[line.lang] = NameFinder((self._names, _countries(base)), line.lang)
        return [hit for hit in finder.find(line) if hit.rank == 0 or not _opens_name(hit, line)]

    def is_place(self, entity: str) -> bool:
        """Return whether an entity is a place; countries go by their ISO codes."""
        known = self.entities.get(entity)
        return known.kind == "place" if known else entity in _country_codes() and entity.isupper()

    def is_measurer(self, entity: str) -> bool:
        """Return whether an entity is one that measures and reports."""
        known = self.entities.get(entity)
        return known is not None and known.kind == "measurer"

    def _table(self, lang: str) -> Table:
        table = self._tables.get(lang)
        if table is None:
            table = self._tables[lang] = _compile(self.concepts, lang)
        return table


def compile_vocabulary(rulebook: Rulebook) -> Vocabulary:
    """Return the rulebook's concepts and entities, ready to be found in text."""
    return Vocabulary(dict(rulebook.concepts), dict(rulebook.entities))


def _compile(concepts: dict[str, Concept], lang: str) -> Table:
    table = Table()
    base = lang.partition("-")[0]
    for concept in concepts.values():
        words = dict.fromkeys(word for tag in (lang, base, "und") for word in concept.words.get(tag, ()))
        for rank, word in enumerate(words):
            table.add(word, concept.id, concept.role, rank)
    return table


@lru_cache(maxsize=64)
def _countries(lang: str) -> NameTable:
    table = NameTable()
    for name, code in territories(lang).items():
        table.add(name.upper() if len(name) <= SHORT else name, code, is_country=True)
    typed: dict[str, dict[str, list[str]]] = tomllib.loads(COUNTRIES.read_text(encoding="utf-8"))
    for code, names in (*typed["und"].items(), *typed.get(lang, {}).items()):
        for name in names:
            table.add(name, code, is_country=True)
    return table


def _opens_name(hit: Hit, line: Line) -> bool:
    """Return whether an adjective with a capital is the first word of a name ("British Airways")."""
    index = line.count_before(hit.end)
    if index >= len(line.words) or not line.text[hit.start].isupper() or line.lang.startswith("de"):
        return False
    is_joined = line.text[hit.end : line.starts[index]] == " "
    return is_joined and line.text[line.starts[index]].isupper() and line.words[index] not in joints_of(line.lang).title


@lru_cache(maxsize=1)
def _country_codes() -> frozenset[str]:
    return frozenset(territories("en").values())
