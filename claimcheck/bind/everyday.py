"""Everyday words where a name may be: what only opens a sentence, what kind of body or person a name is of, and what names nobody."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.lexicon.glossary import NONE, Concepts, load_glossary, plain
from claimcheck.lexicon.language import Role, fold
from claimcheck.lexicon.load import load_language
from claimcheck.tables import load_tables
from claimcheck.values import dataclass

DATA = Path(__file__).parent / "data" / "everyday.toml"
ANY = "*"
MEASURES = frozenset([Role.UNIT, Role.CURRENCY, Role.SCALE, Role.PART])
COMPOUNDING = frozenset(["de", "nl", "sv", "da", "nb", "fi", "hu"])
LONG_ENDINGS = frozenset(["fi", "hu", "tr"])
MOST_ENDING, MOST_LONG_ENDING = 3, 5  # letters of an ending behind a stem of the glossary
LOAN = 2  # fewest signs of a loan in a row of them
STEM = 4  # fewest letters of a word in front of another one in a compound
LINKS = ("", "s", "n", "en", "e", "es", "er")  # between the two


class Sort(NamedTuple):
    """What a word is, for one who looks for names.

    An opening is a small word that opens sentences. A body tells what kind of body the name behind it is of, a bearer the same of a
    person, a nation where either is from, or names a country. Of what is common every country has one, and so it is no name. A
    measure is a unit, scale or part, which begins no name. What is known means something in the language, be it the above or else.
    """

    is_known: bool = False
    is_opening: bool = False
    is_body: bool = False
    is_bearer: bool = False
    is_nation: bool = False
    is_common: bool = False
    is_measure: bool = False


UNKNOWN = Sort()


@dataclass(frozen=True, slots=True)
class _Words:
    """The typed words of a language; see the head of data/everyday.toml."""

    opening: frozenset[str]
    kinds: frozenset[str]
    halves: tuple[str, ...]
    common: frozenset[str]
    loans: frozenset[str]


class _Telling(NamedTuple):
    """The concepts that tell something of a name."""

    bodies: Concepts
    roles: Concepts
    nations: Concepts
    common: Concepts


@lru_cache(maxsize=1 << 16)
def sort_of(word: str, base: str) -> Sort:
    """Return what a folded word of a language is; nothing where the language does not know it.

    >>> sort_of("insurers", "en").is_body, sort_of("during", "en").is_opening, sort_of("kessbach", "en").is_known
    (True, True, False)
    """
    words, telling = _words(base), _telling()
    concepts = _concepts(plain(word), base)
    sort = Sort(
        is_known=bool(concepts) or word in words.loans or _is_row_of_loans(word, base),
        is_opening=word in words.opening,
        is_body=word in words.kinds or word.endswith(words.halves) or not concepts.isdisjoint(telling.bodies),
        is_bearer=not concepts.isdisjoint(telling.roles),
        is_nation=not concepts.isdisjoint(telling.nations),
        is_common=word in words.common or not concepts.isdisjoint(telling.common),
        is_measure=_is_measure(word, base),
    )
    return sort._replace(is_known=True) if any(sort) else UNKNOWN


def is_known(word: str, base: str) -> bool:
    """Return whether a folded word means something in the language."""
    return sort_of(word, base).is_known


def has_words(base: str) -> bool:
    """Return whether everyday words of the language are known at all."""
    return bool(load_glossary(base).whole)


@lru_cache(maxsize=64)
def openings_of(base: str) -> frozenset[str]:
    """Return the small words by which sentences of a language open; none where nobody typed them."""
    return _words(base).opening


def _concepts(word: str, base: str) -> Concepts:
    """Return what a word means; of a compound what its second half does. A stem tells only where an ending is left of the word."""
    found = _simple(word, base)
    if found or base not in COMPOUNDING:
        return found
    beginnings = load_glossary(base).beginnings
    for end in range(len(word) - STEM + 1, STEM - 1, -1):
        if word[:end] in beginnings or any(is_whole(word[: end - len(link)], base) for link in LINKS if word[:end].endswith(link)):
            second = _simple(word[end:], base)
            if second:
                return second
    return NONE


def _is_row_of_loans(word: str, base: str) -> bool:
    """Return whether a run of katakana is but everyday loans written together, as in "online shopping"."""
    loans, whole = _words(base).loans, load_glossary(base).whole
    heads = [end for end in range(LOAN, len(word) - LOAN + 1) if word[:end] in loans or word[:end] in whole] if loans else ()
    return any(sort_of(word[end:], base).is_known for end in heads)


def is_whole(word: str, base: str) -> bool:
    """Return whether the glossary has just this word."""
    return len(word) >= STEM and word in load_glossary(base).whole


def _simple(word: str, base: str) -> Concepts:
    glossary = load_glossary(base)
    found = glossary.whole.get(word)
    if found:
        return frozenset(found.split())
    most = MOST_LONG_ENDING if base in LONG_ENDINGS else MOST_ENDING
    for end in range(len(word), max(1, len(word) - most - 1), -1):
        if word[:end] in glossary.beginnings and (end > STEM or end < len(word)):
            return frozenset(glossary.beginnings[word[:end]].split())
    for start in range(1, len(word) - STEM + 1) if glossary.endings else ():
        if word[start:] in glossary.endings:
            return frozenset(glossary.endings[word[start:]].split())
    return NONE


def _is_measure(word: str, base: str) -> bool:
    return any(term.role in MEASURES for term in load_language(base).terms.get(word, ()))


@lru_cache(maxsize=1)
def _telling() -> _Telling:
    tables = load_tables(DATA)["concepts"]
    return _Telling(**{field: frozenset(tables[field]) for field in _Telling._fields})


@lru_cache(maxsize=256)
def _words(base: str) -> _Words:
    tables = load_tables(DATA).get(base if base != "no" else "nb", {})
    kinds = tuple(map(fold, tables.get("kinds", ())))
    return _Words(
        frozenset(map(fold, tables.get("opening", ()))),
        frozenset(kind.removeprefix(ANY) for kind in kinds),
        tuple(kind[1:] for kind in kinds if kind.startswith(ANY)),
        frozenset(map(fold, tables.get("common", ()))),
        frozenset(map(fold, tables.get("loans", ()))),
    )
