"""Number words, from CLDR's rules for spelling numbers out: the only door to unicode-rbnf.

The rules write numbers; they are inverted by writing every number from 0 to 99, the hundreds and the powers of a thousand in
every gender and case there is. Ordinals are no numbers of a figure and are left out.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from unicode_rbnf import RbnfEngine
from unicode_rbnf.engine import RbnfError

from claimcheck.lexicon.language import Role, Term

_ALIASES: Final = {"nb": "no", "nn": "no"}
_POWERS: Final = (100, 1000, 10**6, 10**9, 10**12)
_COUNTS: Final = (1, 2, 3, 5, 11)  # one of every plural category that we know
_TYPED: Final = frozenset({"ja", "zh", "yue", "ko"})  # numerals there are characters, listed in their data files
_PARTS: Final = ("-tens", "-ones", "-plural")  # rule sets that write a part of a number only, or "einser"
_PROBE: Final = 345  # written in one word where number words are glued


@dataclass(slots=True)
class Words:
    """Number words of one language: term by word, and the words that may be glued to one another."""

    entries: list[tuple[str, Term]] = field(default_factory=list)
    compounds: tuple[str, ...] = ()


class _Speller:
    """Writes a number in every way that the language's rules know."""

    def __init__(self, language: str, rulesets: str = "spellout-cardinal") -> None:
        self._engine = RbnfEngine.for_language(language)
        self._sets = [
            name
            for name in self._engine.rulesets
            if (name.startswith(rulesets) or (name == "spellout-numbering" and rulesets == "spellout-cardinal"))
            and not name.endswith(_PARTS)
        ]

    def spell(self, number: int) -> tuple[str, ...]:
        """Return the different spellings, without soft hyphens."""
        found: dict[str, None] = {}
        for ruleset in self._sets:
            try:
                text = self._engine.format_number(number, ruleset_names=[ruleset]).text
            except (RbnfError, ValueError, KeyError, RecursionError):
                continue
            text = text.replace("\u00ad", "").replace("\u200b", "").strip().lower()
            if text and not any(sign.isdigit() for sign in text):
                found[text] = None
        return tuple(found)


def number_words(language: str, *, glued: bool = False) -> Words:
    """Return the number words of a language, `glued` where people glue them though CLDR does not; none where it has no rules.

    >>> number_words("sv").compounds[0]
    'sjuttiofyra'
    """
    name = _ALIASES.get(language, language)
    if name.partition("_")[0] in _TYPED:
        return Words()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            speller = _Speller(name)
        except (ValueError, KeyError, OSError, StopIteration):
            return number_words(name.partition("_")[0], glued=glued) if "_" in name else Words()
        words = Words(list(_plain_numbers(speller)))
        probes = speller.spell(_PROBE)
        is_one_word = bool(probes) and all(" " not in text for text in probes)
        words.entries.extend(_scales(speller, glued=is_one_word))
        if is_one_word or glued:
            words.compounds = _compounds(words)
    return words


def spelled(language: str, numbers: Iterable[int], rulesets: str) -> Iterator[tuple[int, str]]:
    """Yield numbers as the rule sets of that name write them, none where the language has no such rules.

    >>> list(spelled("en", [3, 21], "spellout-ordinal"))
    [(3, 'third'), (21, 'twenty-first')]
    """
    name = _ALIASES.get(language.partition("_")[0], language.partition("_")[0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            speller = _Speller(name, rulesets)
        except (ValueError, KeyError, OSError, StopIteration):
            return
        for number in numbers:
            for text in speller.spell(number):
                yield number, text


def _plain_numbers(speller: _Speller) -> Iterator[tuple[str, Term]]:
    """Yield 0 to 99, and the hundreds where they are one word ("doscientos", "двести")."""
    ones = speller.spell(1)
    for number in (*range(100), *range(200, 1000, 100)):
        for text in speller.spell(number):
            if not number and text in ones:
                continue  # Hungarian rules spell 0 like 1 in one gender
            if number >= 100 and " " in text:
                continue
            term = Term(role=Role.NUMBER, value=Decimal(number))
            yield text, term
            if "-" in text:
                yield text.replace("-", " "), term


def _scales(speller: _Speller, *, glued: bool) -> Iterator[tuple[str, Term]]:
    """Yield what is left of "two million" without its two, in every form, and hundred or thousand alone."""
    for power in _POWERS:
        term = Term(role=Role.SCALE, value=Decimal(power))
        found: dict[str, None] = {}
        for count in _COUNTS:
            counts = sorted(speller.spell(count), key=len, reverse=True)
            for text in speller.spell(count * power):
                # Swedish writes "ettusen" with one t less, so a glued one tells nothing of its scale.
                rest = _without(text, counts, glued=glued and count > 1) or (text if count == 1 else "")
                if len(rest) > 1 and " " not in rest:
                    found[rest] = None
        for word in found:
            yield word, term


def _without(text: str, counts: list[str], *, glued: bool) -> str:
    """Return `text` behind the count it begins with, or ""; only where `glued` may there be no space between them."""
    for count in counts:
        rest = text.removeprefix(count)
        if rest != text and (glued or rest.startswith((" ", "-"))):
            return rest.strip(" -")
    return ""


def _compounds(words: Words) -> tuple[str, ...]:
    glued = {word for word, term in words.entries if " " not in word and "-" not in word and term.value <= 1000}
    return tuple(sorted(glued, key=lambda word: (-len(word), word)))
