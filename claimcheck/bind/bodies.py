"""Nouns of parties, companies and institutes, by which names are known and that stand for a name given before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from claimcheck.lexicon.language import fold
from claimcheck.tables import load_tables
from claimcheck.values import dataclass

DATA = Path(__file__).parent / "data" / "bodies.toml"
COMPANY = "company"
HALF = "-"  # before a noun that is but the second half of a compound
MOST_KNOWN = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """Folded words by what they tell; see the head of data/bodies.toml. All but `the`, `within` and `place_within` are beginnings or endings."""

    small_second: frozenset[str]
    body: tuple[str, ...]
    institute: tuple[str, ...]
    poll: tuple[str, ...]
    adjective: tuple[str, ...]
    verb: tuple[str, ...]
    generic: tuple[str, ...]
    company: tuple[str, ...]
    measures: tuple[str, ...]
    the: frozenset[str]
    within: frozenset[str]
    place_within: frozenset[str]
    inside: frozenset[str]  # the last two
    known: dict[str, str] = field(default_factory=dict, compare=False)  # what was asked before

    def kinds_of(self, words: Sequence[str]) -> list[str]:
        """Return for each folded word the noun for parties or companies that it begins with, "" for none.

        Nouns for companies are all "company"; the second half of a compound has a hyphen before it ("-block" of "bürgerblock").
        """
        known = self.known
        if len(known) > MOST_KNOWN:
            known.clear()
        for word in words if not known.keys() >= set(words) else ():
            if word not in known:
                known[word] = self._kind_of(word)
        return list(map(known.__getitem__, words))

    def kind_of(self, word: str) -> str:
        """Return the noun that one word begins with, or ""."""
        return self.kinds_of((word,))[0].partition(HALF)[0]

    def _kind_of(self, word: str) -> str:
        if word.startswith(self.company):
            return COMPANY
        if word.startswith(self.body):
            return next(noun for noun in self.body if word.startswith(noun))
        if word.endswith(self.body):
            return HALF + next(noun for noun in self.body if word.endswith(noun))
        return HALF + COMPANY if word.endswith(self.company) else ""


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, list[str]]]:
    return load_tables(DATA)


@lru_cache(maxsize=256)
def bodies_of(lang: str) -> Bodies:
    """Return the nouns of a language; those of "und" alone where it is not known."""
    base = lang.partition("-")[0]
    tables = [_tables().get(tag, {}) for tag in ("und", base if base != "no" else "nb")]

    def words(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fold(word) for table in tables for word in table.get(key, ())))

    body = tuple(sorted(words("body"), key=len, reverse=True))
    return Bodies(
        small_second=frozenset(words("small_second")),
        body=body,
        institute=words("institute"),
        poll=words("poll"),
        adjective=words("adjective"),
        verb=words("verb"),
        generic=words("generic"),
        company=words("company"),
        measures=words("measures"),
        the=frozenset(words("the")),
        within=frozenset(words("within")),
        place_within=frozenset(words("place_within")),
        inside=frozenset((*words("within"), *words("place_within"))),
    )
