"""Amounts told again in another currency or unit: "116 million pounds (157 million dollars)", "180 million crowns, or 7 million euros"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from claimcheck.lexicon.language import fold
from claimcheck.model.mention import Mention, NumberReading
from claimcheck.model.source import Sentence
from claimcheck.tables import load_tables

DATA = Path(__file__).parent / "data" / "asides.toml"
FARTHEST = 24  # characters between an amount and the same in other words
NEAR = Decimal("0.1")  # by so much a rounded conversion may be off
_BRACKETS = "(（["
_MARKS = " ,，、–—-\u00a0\u202f"
_LARGE, _TENS = 10**6, 2  # an amount that may be money though nothing says so, and its last digit's power of ten
_SPACED = "\u0e00"  # from here on words begin anywhere


def mark_conversions(found: list[Mention], folded: str, sentences: Sequence[Sentence]) -> None:
    """Note which amounts repeat the one before them in another currency or unit."""
    for place in range(1, len(found)):
        one, other = found[place - 1], found[place]
        if not 0 <= other.start - one.end <= FARTHEST or one.converts >= 0:
            continue
        if (_differs(one, other) or _is_bare_money(one, other)) and _tells_again(one, other, folded, sentences[one.sentence].lang):
            found[place] = replace(other, converts=place - 1)


def _tells_again(one: Mention, other: Mention, folded: str, lang: str) -> bool:
    """Return whether a bracket or words such as "that is" lead from one amount to the other."""
    between = folded[one.end : other.start].lstrip()
    if between[:1] and between[0] in _BRACKETS:
        return True
    return one.sentence == other.sentence and _is_aside(between, lang) and _may_equal(one, other)


def _is_aside(between: str, lang: str) -> bool:
    """Return whether nothing but such words and marks stands between two amounts."""
    pattern = _pattern(lang)
    return pattern is not None and pattern.fullmatch(between.strip(_MARKS)) is not None


@lru_cache(maxsize=64)
def _pattern(lang: str) -> re.Pattern[str] | None:
    base = lang.partition("-")[0]
    words = [fold(word) for word in load_tables(DATA).get("nb" if base == "no" else base, {}).get("aside", ())]
    if not words:
        return None
    choice = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    blank = r"\s+" if words[0][0] < _SPACED else r"\s*"
    return re.compile(rf"(?:{choice})(?:{blank}(?:{choice}))?")


def _differs(one: Mention, other: Mention) -> bool:
    """Return whether two amounts of one kind are in different units."""
    first, second = one.readings[0], other.readings[0]
    if not isinstance(first, NumberReading) or not isinstance(second, NumberReading):
        return False
    if first.unit.kind != second.unit.kind or not first.unit.name or not second.unit.name:
        return False
    return first.unit.name != second.unit.name and first.unit.kind != "percent"


def _is_bare_money(one: Mention, other: Mention) -> bool:
    """Return whether the first amount leaves its currency unsaid: "62 billion (some 55 billion euros)"."""
    first, second = one.readings[0], other.readings[0]
    if not isinstance(first, NumberReading) or not isinstance(second, NumberReading) or second.unit.kind != "money":
        return False
    size = first.high or first.low
    is_bare = first.unit.kind in ("number", "count") and not first.unit.name and one.counted_to <= one.counted_from
    return is_bare and size is not None and size.exponent >= _TENS and abs(size.value) >= _LARGE


def _may_equal(one: Mention, other: Mention) -> bool:
    """Return whether two amounts may be one: near enough in a common base, or of two currencies."""
    first, second = one.readings[0], other.readings[0]
    if not isinstance(first, NumberReading) or not isinstance(second, NumberReading):
        return False
    if second.unit.kind == "money":
        return first.unit.dimension != second.unit.dimension
    ends = [(first.high or first.low, first.unit), (second.high or second.low, second.unit)]
    a, b = (Decimal(0) if end is None else end.value * unit.factor + unit.offset for end, unit in ends)
    return first.unit.dimension == second.unit.dimension and abs(a - b) <= NEAR * max(abs(a), abs(b))
