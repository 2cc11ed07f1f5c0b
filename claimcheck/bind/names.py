"""Known names: entities of the rulebook in all languages, places of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from claimcheck.bind.patterns import are_joined, overlapping
from claimcheck.bind.words import Hit, Line, bare, cuts_katakana, has_hangul, has_unspaced, read_phrase
from claimcheck.lexicon.language import fold
from claimcheck.model.rule import Entity

INFLECTING = frozenset(
    [
        "az",
        "be",
        "bg",
        "cs",
        "el",
        "et",
        "eu",
        "fi",
        "hr",
        "hu",
        "hy",
        "ka",
        "kk",
        "la",
        "lt",
        "lv",
        "mk",
        "pl",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "tr",
        "uk",
        "uz",
    ]
)
PREFIXING = frozenset(["ar", "he", "fa", "ur", "ckb"])
PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ف", "ب", "ك", "ل", "ה", "ו", "ב", "כ", "ל", "מ", "ש")
VOWELS = frozenset("aeiouyаеиоуыэюяьіїαεηιουω")
SHORT = 3  # names of so many letters must be written in their own case
STEM = 4  # fewest letters that an ending may follow
MOST_ENDING = 3
COUNTRY = re.compile(r"[A-Z]{2}")
MOST_SEEN = 60_000


class Ending(IntEnum):
    """How a language changes a name at its edges."""

    PLAIN = 0
    INFLECTED = 1
    PREFIXED = 2


class Name(NamedTuple):
    """One spelling of a known name: folded words without accents, and the words as printed.

    `is_short` demands the printed case, `is_titled` a capital; `is_open` lets any ending follow, in any case.
    `is_adjective` is true of what people and things of a country are called.
    """

    id: str
    words: tuple[str, ...]
    printed: str
    is_short: bool
    is_titled: bool
    is_open: bool = False
    is_adjective: bool = False


class NameTable:
    """Known names by their first word. Filled once, then only read."""

    __slots__ = ("exact", "heads", "runs", "stems", "unless")

    def __init__(self) -> None:
        self.exact: dict[str, list[Name]] = {}
        self.heads: dict[str, list[Name]] = {}
        self.stems: dict[str, list[Name]] = {}
        self.runs: dict[str, list[tuple[str, str]]] = {}
        self.unless: dict[str, tuple[str, ...]] = {}

    def add(self, name: str, entity: str, *, is_country: bool = False, is_adjective: bool = False) -> None:
        """Add one spelling of an entity; a "*" at its end lets any ending follow, and then its case does not matter."""
        if has_unspaced(name) or has_hangul(name):
            run = read_phrase(name).folded
            self.runs.setdefault(run[0], []).append((run, entity))
            return
        line = read_phrase(name)
        if not line.words:
            return
        words = tuple(bare(word) for word in line.words)
        printed = line.surface(0)
        is_titled = is_country or (printed[0].isupper() and len(words) == 1)
        known = Name(entity, words, printed, is_short=len(name) <= SHORT, is_titled=is_titled, is_adjective=is_adjective)
        if name.endswith("*") and len(words) == 1:
            self.heads.setdefault(words[0][:STEM], []).append(known._replace(is_titled=False, is_open=True))
            return
        self.exact.setdefault(words[0], []).append(known)
        stem = words[0][:-1]
        if words[0][-1] in VOWELS and len(stem) >= STEM:
            self.stems.setdefault(stem, []).append(known)

    def forbid(self, entity: str, phrases: tuple[str, ...]) -> None:
        """Note the phrases in which the entity's names mean something else."""
        self.unless[entity] = tuple(fold(phrase) for phrase in phrases)


class Start(NamedTuple):
    """The names that a word may begin: of one word, those of them that need no capital, and longer ones by the first letter of their second."""

    singles: tuple[Name, ...]
    small: tuple[Name, ...]
    longer: dict[str, list[Name]]


NOTHING = Start((), (), {})
NONE: list[Name] = []


class NameFinder:
    """Finds the names of several tables in one language, those of the first table first; remembers what each word may begin."""

    __slots__ = ("_ending", "_seen", "_tables")

    def __init__(self, tables: tuple[NameTable, ...], lang: str) -> None:
        self._tables = tables
        self._ending = ending_of(lang)
        self._seen: dict[str, Start] = {}

    def find(self, line: Line) -> list[Hit]:
        """Return the known names of the line in order of place, of overlapping ones the longest alone."""
        hits: list[Hit] = []
        text, words = line.text, line.words
        for index, start in enumerate(map(self._seen.get, words)):
            known = self._start_of(words[index]) if start is None else start
            if known is NOTHING:
                continue
            names = known.small if text[line.starts[index]].islower() else known.singles
            if known.longer and index + 1 < len(words) and (longer := self._longer(known, words[index + 1])):
                names = (*names, *longer)
            for name in names:
                last = _match(line, index, name, self._ending)
                if last >= 0:
                    hits.append(Hit("entity", name.id, line.starts[index], line.ends[last], int(name.is_adjective)))
        if line.may_have_runs:
            hits.extend(hit for table in self._tables if table.runs for hit in _find_runs(table, line))
        return longest([hit for hit in hits if not self._is_forbidden(hit, line)]) if hits else hits

    def _longer(self, known: Start, following: str) -> list[Name]:
        """Return the names of several words whose second word may be `following`; with a prefix it may begin with anything."""
        if self._ending is Ending.PREFIXED:
            return [name for names in known.longer.values() for name in names]
        return known.longer.get(bare(following)[:1], NONE)

    def _start_of(self, word: str) -> Start:
        """Return the names that the word may begin, and remember them."""
        plain = bare(word)
        shortened = _shortened(plain, self._ending)
        found: list[Name] = []
        for table in self._tables:
            found.extend(table.exact.get(plain, ()))
            if self._ending is Ending.INFLECTED:
                found.extend(table.stems.get(plain, ()))  # do Chin, of Chiny
            for shorter in shortened:
                found.extend(name for name in table.exact.get(shorter, ()) if len(name.words[0]) > SHORT)
                if self._ending is Ending.INFLECTED:
                    found.extend(table.stems.get(shorter, ()))
            found.extend(name for name in table.heads.get(plain[:STEM], ()) if plain.startswith(name.words[0]))
        if len(self._seen) >= MOST_SEEN:
            self._seen.clear()
        self._seen[word] = _sorted_out(dict.fromkeys(found)) if found else NOTHING
        return self._seen[word]

    def _is_forbidden(self, hit: Hit, line: Line) -> bool:
        for phrase in (phrase for table in self._tables for phrase in table.unless.get(hit.id, ())):
            begin = line.folded.find(phrase, max(line.start, hit.start - len(phrase)), min(line.end, hit.end + len(phrase)))
            if begin >= 0 and begin < hit.end and hit.start < begin + len(phrase):
                return True
        return False


def _find_runs(table: NameTable, line: Line) -> Iterator[Hit]:
    folded, runs = line.folded, table.runs
    for place in [place for place, letter in enumerate(folded[line.start : line.end], line.start) if letter in runs]:
        for run, entity in runs[folded[place]]:
            end = place + len(run)
            if folded.startswith(run, place) and end <= line.end and not cuts_katakana(folded, place, end):
                yield Hit("entity", entity, place, end)


def table_of(entities: Mapping[str, Entity]) -> NameTable:
    """Return the table of all names of all entities.

    Of a country, which goes by its ISO code, only the first name and acronyms are names; the others are adjectives.
    """
    table = NameTable()
    for entity in entities.values():
        is_country = entity.kind == "place" and COUNTRY.fullmatch(entity.id) is not None
        for order, name in enumerate(entity.names):
            table.add(name, entity.id, is_adjective=is_country and order > 0 and not name.isupper())
        if entity.unless:
            table.forbid(entity.id, entity.unless)
    return table


@lru_cache(maxsize=256)
def ending_of(lang: str) -> Ending:
    """Return how the language changes names."""
    base = lang.partition("-")[0]
    if base in INFLECTING:
        return Ending.INFLECTED
    return Ending.PREFIXED if base in PREFIXING else Ending.PLAIN


def longest(hits: list[Hit]) -> list[Hit]:
    """Return the hits in order of place, of overlapping ones the longest, of equal ones the first, alone."""
    kept: list[Hit] = []
    for group in overlapping(hits):
        kept.extend(group if len(group) == 1 else _longest_of(group))
    return kept


def _longest_of(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=_longest_first):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=_start)


def _longest_first(hit: Hit) -> tuple[int, int]:
    return (hit.start - hit.end, hit.rank)


def _start(hit: Hit) -> int:
    return hit.start


def _match(line: Line, index: int, name: Name, ending: Ending) -> int:
    if not _suits_case(line.surface(index), name):
        return -1
    last = index + len(name.words) - 1
    if last >= len(line.words):
        return -1
    for place, word in enumerate(name.words[1:], index + 1):
        if not are_joined(line, place):
            return -1
        plain = bare(line.words[place])
        if plain != word and word not in _shortened(plain, ending):
            return -1
    return last


def _sorted_out(names: Iterable[Name]) -> Start:
    singles: list[Name] = []
    longer: dict[str, list[Name]] = {}
    for name in names:
        if len(name.words) == 1:
            singles.append(name)
        else:
            longer.setdefault(name.words[1][:1], []).append(name)
    return Start(tuple(singles), tuple(name for name in singles if _may_be_small(name)), longer)


def _may_be_small(name: Name) -> bool:
    """Return whether the name may be written without a capital at its beginning."""
    return not name.is_titled and (not name.is_short or name.printed[0].islower())


def _suits_case(surface: str, name: Name) -> bool:
    if name.is_short:
        return surface == name.printed or len(name.words) > 1
    return not (name.is_titled and surface[0].islower())


@lru_cache(maxsize=65536)
def _shortened(word: str, ending: Ending) -> tuple[str, ...]:
    """Return what the word is without an ending or prefix it may carry."""
    shorter = [word[:-1]] if word.endswith("s") and len(word) > STEM else []
    if ending is Ending.INFLECTED:
        shorter.extend(word[:-cut] for cut in range(1, MOST_ENDING + 1) if len(word) - cut >= STEM)
    if ending is Ending.PREFIXED:
        shorter.extend(word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix) and len(word) - len(prefix) >= SHORT)
    return tuple(dict.fromkeys(shorter))
