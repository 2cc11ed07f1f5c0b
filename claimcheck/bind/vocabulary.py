"""Concept words and names, compiled for finding them in text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from claimcheck import store
from claimcheck.bind.joints import joints_of
from claimcheck.bind.names import SHORT, NameFinder, NameTable, table_of
from claimcheck.bind.patterns import Table
from claimcheck.bind.words import Hit, Line
from claimcheck.lexicon.load import data_version, territories
from claimcheck.model.rule import Concept, Entity, Rulebook
from claimcheck.tables import load_tables

Found = TypeVar("Found", Table, NameTable)
STATED = ("status", "standing")
COUNTRIES = Path(__file__).parent / "data" / "countries.toml"


class Vocabulary:
    """The rulebook's concepts and entities, with what finds them; one table per language, built when first asked for.

    `digest` is that of the rulebook: under it the tables are kept in the cache, or nowhere where it is "". Pickles as its
    concepts, entities and digest.
    """

    __slots__ = ("_digest", "_finders", "_names", "_statuses", "_tables", "concepts", "entities")

    def __init__(self, concepts: dict[str, Concept], entities: dict[str, Entity], digest: str = "") -> None:
        self.concepts = concepts
        self.entities = entities
        self._digest = digest
        self._names: NameTable | None = None
        self._tables: dict[str, Table] = {}
        self._statuses: dict[str, Table] = {}
        self._finders: dict[str, NameFinder] = {}

    def __reduce__(self) -> tuple[type[Vocabulary], tuple[dict[str, Concept], dict[str, Entity], str]]:
        """Return what rebuilds this value."""
        return Vocabulary, (self.concepts, self.entities, self._digest)

    def find_concepts(self, line: Line) -> list[Hit]:
        """Return the concepts named in the line, in order of place."""
        return self._table(line.lang).find(line)

    def find_statuses(self, line: Line) -> list[Hit]:
        """Return what the line says of standings and outcomes, in order of place: concepts that no figure is of."""
        table = self._statuses.get(line.lang)
        if table is None:
            stated = {id_: concept for id_, concept in self.concepts.items() if concept.role in STATED}
            table = self._statuses[line.lang] = _kept(Table, lambda: _compile(stated, line.lang), self._digest, f"{line.lang} stated")
        return table.find(line)

    def find_names(self, line: Line) -> list[Hit]:
        """Return the known entities and countries named in the line, in order of place.

        The role is "entity"; the rank is 1 where only an adjective such as "Spanish" names a country.
        """
        finder = self._finders.get(line.lang)
        if finder is None:
            base = line.lang.partition("-")[0]
            if self._names is None:
                self._names = _kept(NameTable, lambda: table_of(self.entities), self._digest)
            countries = _kept(NameTable, lambda: _countries(base), self._digest and data_version(), base)
            finder = self._finders[line.lang] = NameFinder((self._names, countries), line.lang)
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
            bound = {id_: concept for id_, concept in self.concepts.items() if concept.role not in STATED}
            table = self._tables[lang] = _kept(Table, lambda: _compile(bound, lang), self._digest, lang)
        return table


def compile_vocabulary(rulebook: Rulebook) -> Vocabulary:
    """Return the rulebook's concepts and entities, ready to be found in text."""
    return Vocabulary(dict(rulebook.concepts), dict(rulebook.entities), rulebook.digest)


def _kept(kind: type[Found], compute: Callable[[], Found], digest: str, lang: str = "") -> Found:
    """Return a table from the cache, or compute and keep it; without a `digest` it is kept nowhere."""
    if not digest:
        return compute()
    return store.once("vocabulary", store.digest(kind.__name__, digest, lang, store.state_of_code()), kind, compute)


def _compile(concepts: dict[str, Concept], lang: str) -> Table:
    table = Table()
    base = lang.partition("-")[0]
    for concept in concepts.values():
        words = dict.fromkeys(word for tag in (lang, base, "und") for word in concept.words.get(tag, ()))
        for rank, word in enumerate(words):
            table.add(word, concept.id, concept.role, rank, frozenset(concept.kinds))
    return table


@lru_cache(maxsize=64)
def _countries(lang: str) -> NameTable:
    table = NameTable()
    for name, code in territories(lang).items():
        table.add(name.upper() if len(name) <= SHORT else name, code, is_country=True)
    typed: dict[str, dict[str, list[str]]] = load_tables(COUNTRIES)
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
