"""Everyday words where a name may be: what only opens a sentence, what kind of body or person a name is of, and what names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag
from functools import lru_cache
from pathlib import Path

from claimcheck.lexicon.glossary import NONE, Concepts, load_glossary, plain
from claimcheck.lexicon.language import Role, fold
from claimcheck.lexicon.load import load_language
from claimcheck.tables import load_tables

DATA = Path(__file__).parent / "data" / "everyday.toml"
ANY = "*"
MEASURES = frozenset([Role.UNIT, Role.CURRENCY, Role.SCALE, Role.PART])
COMPOUNDING = frozenset(["de", "nl", "sv", "da", "nb", "fi", "hu"])
LONG_ENDINGS = frozenset(["fi", "hu", "tr"])
MOST_ENDING, MOST_LONG_ENDING = 3, 5  # letters of an ending behind a stem of the glossary
STEM = 4  # fewest letters of a word in front of another one in a compound
LINKS = ("", "s", "n", "en", "e", "es", "er")  # between the two


class Sort(IntFlag):
    """What an everyday word is, for one who looks for names.

    OPENING: a small word that opens sentences. BODY: tells what kind of body the name behind it is of. BEARER: the same of a person.
    NATION: tells where either is from, or names a country. COMMON: what every country has one of, and so no name. MEASURE: a
    unit, scale or part, which begins no name. KNOWN: means something in the language, be it the above or anything else.
    """

    OPENING = 1
    BODY = 2
    BEARER = 4
    NATION = 8
    COMMON = 16
    MEASURE = 32
    KNOWN = 64


NO_WORD = Sort(0)


@dataclass(frozen=True, slots=True)
class _Words:
    """The typed words of a language; see the head of data/everyday.toml."""

    opening: frozenset[str]
    kinds: frozenset[str]
    halves: tuple[str, ...]
    common: frozenset[str]
    loans: frozenset[str]


@lru_cache(maxsize=1 << 16)
def sort_of(word: str, base: str) -> Sort:
    """Return what a folded word of a language is; nothing where the language does not know it.

    >>> sort_of("during", "en"), sort_of("insurers", "en"), sort_of("kessbach", "en")
    (<Sort.OPENING|KNOWN: 65>, <Sort.BODY|KNOWN: 66>, <Sort: 0>)
    """
    words = _words(base)
    sort = Sort.OPENING if word in words.opening else NO_WORD
    if word in words.kinds or word.endswith(words.halves):
        sort |= Sort.BODY
    if word in words.common:
        sort |= Sort.COMMON
    concepts = _concepts(plain(word), base)
    for telling, told in _telling() if concepts else ():
        if concepts & telling:
            sort |= told
    if _is_measure(word, base):
        sort |= Sort.MEASURE
    return sort | Sort.KNOWN if sort or concepts or word in words.loans else NO_WORD


def is_known(word: str, base: str) -> bool:
    """Return whether a folded word means something in the language."""
    return bool(sort_of(word, base))


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


def is_whole(word: str, base: str) -> bool:
    """Return whether the glossary has just this word."""
    return len(word) >= STEM and word in load_glossary(base).whole


def _simple(word: str, base: str) -> Concepts:
    glossary = load_glossary(base)
    found = glossary.whole.get(word)
    if found:
        return found
    most = MOST_LONG_ENDING if base in LONG_ENDINGS else MOST_ENDING
    for end in range(len(word), max(1, len(word) - most - 1), -1):
        if word[:end] in glossary.beginnings and (end > STEM or end < len(word)):
            return glossary.beginnings[word[:end]]
    for start in range(1, len(word) - STEM + 1) if glossary.endings else ():
        if word[start:] in glossary.endings:
            return glossary.endings[word[start:]]
    return NONE


def _is_measure(word: str, base: str) -> bool:
    return any(term.role in MEASURES for term in load_language(base).terms.get(word, ()))


@lru_cache(maxsize=1)
def _telling() -> tuple[tuple[Concepts, Sort], ...]:
    """Return the concepts that tell something of a name."""
    tables = load_tables(DATA)["concepts"]
    return (
        (frozenset(tables["bodies"]), Sort.BODY),
        (frozenset(tables["roles"]), Sort.BEARER),
        (frozenset(tables["nations"]), Sort.NATION),
        (frozenset(tables["common"]), Sort.COMMON),
    )


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
