"""The fifths and hundredths of fractions in words, made from ordinals and cardinals by the patterns of a language.

A pattern is what is written behind the ordinal or cardinal: "ordinal+s" (fifths), "ordinal-2+tel" (fünfte, fünftel: two
letters fewer), "cardinal+avos" (treintaicincoavos). A "?" at its end tells that the word is an ordinal too ("fifth").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from claimcheck.lexicon.language import Role, Term
from claimcheck.lexicon.spellout import spelled

_NUMBERS: Final = (*range(3, 100), 100, 1000, 10**6, 10**9, 10**12)
_LEAST_CARDINAL: Final = 5  # smaller denominators have words of their own
_PATTERN: Final = re.compile(
    r"""
    (?P<base>ordinal|cardinal)(?::(?P<rules>[a-z-]+))?   # which words, of which rule sets
    (?:-(?P<fewer>\d))?                                  # how many of their last letters go
    (?:\+(?P<ending>[^?]*))?                             # what is written behind
    (?P<ranks>\??)
    """,
    re.VERBOSE,
)


def denominator_words(language: str, patterns: Iterable[str]) -> Iterator[tuple[str, Term]]:
    """Yield the denominators of a language.

    >>> next(word for word, term in denominator_words("de", ["ordinal-2+tel"]) if term.value == 21)
    'einundzwanzigstel'
    """
    for pattern in patterns:
        found = _PATTERN.fullmatch(pattern)
        if found is None:
            raise ValueError(f"{pattern!r} is no pattern of denominators")
        text = "ordinal" if found["ranks"] else ""
        words = _words(language, found["base"], found["rules"] or "")
        for number, word in _uninflected(words) if found["base"] == "ordinal" and found["fewer"] else words:
            stem = word[: -int(found["fewer"])] if found["fewer"] else word
            term = Term(role=Role.DENOMINATOR, value=Decimal(number), text=text)
            for spelling in _spellings(stem, glued=found["base"] == "cardinal"):
                yield spelling + (found["ending"] or ""), term


def _uninflected(words: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the shortest ordinal of each number: letters are dropped from "dritte", not from "dritter" or "drittem"."""
    shortest: dict[int, str] = {}
    for number, word in words:
        if len(word) < len(shortest.get(number, word + " ")):
            shortest[number] = word
    yield from shortest.items()


@lru_cache(maxsize=32)
def _words(language: str, base: str, rules: str) -> tuple[tuple[int, str], ...]:
    """Return the ordinals or cardinals, without the one of "one hundredth"."""
    least = _LEAST_CARDINAL if base == "cardinal" else 0
    ones = sorted((text for _, text in spelled(language, [1], "spellout-cardinal")), key=len, reverse=True)
    rows: dict[tuple[int, str], None] = {}
    for number, text in spelled(language, (number for number in _NUMBERS if number >= least), f"spellout-{base}{rules}"):
        bare = text
        if number >= 100:
            bare = next((text.removeprefix(one).strip(" -") for one in ones if text.startswith(one)), text)
        rows[number, bare] = None
    return tuple(rows)


def _spellings(stem: str, *, glued: bool) -> Iterator[str]:
    """Yield the ways to write a stem of several words: "twenty first", "treintaicinco"."""
    yield stem
    if glued:
        if " y " in stem:
            yield stem.replace(" y ", "i")
        return
    if "-" in stem:
        yield stem.replace("-", " ")
