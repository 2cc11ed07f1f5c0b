"""Which of the currencies that share a name is meant: "crowns" are Swedish ones in a text about Sweden."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claimcheck.lexicon.language import fold
from claimcheck.lexicon.load import money_countries
from claimcheck.model.mention import Mention, NumberReading
from claimcheck.model.source import Document, Sentence

_NAMED = 3  # times that a country counts which is named with the money itself
_SPACED = "\u0e00"  # from here on words begin anywhere


def with_local_money(mentions: Sequence[Mention], document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the mentions, those of several currencies with the one first that the text speaks of."""
    found = list(mentions)
    unclear = [place for place, mention in enumerate(found) if len(_currencies(mention)) > 1]
    if not unclear:
        return found
    told = _told(document, sentences[found[unclear[0]].sentence].lang)
    for mention in found:
        names = _currencies(mention)
        if len(names) == 1:
            told[names[0]] += _NAMED
    for place in unclear:
        names = _currencies(found[place])
        best = max(names, key=lambda name: told[name])
        if told[best] > told[names[0]]:
            found[place] = _with_first(found[place], best)
    return found


def _currencies(mention: Mention) -> list[str]:
    """Return the currencies that a mention may be in, likeliest first; none where it is likelier something else."""
    first = mention.readings[0]
    if not isinstance(first, NumberReading) or first.unit.kind != "money" or " " in first.unit.dimension:
        return []
    units = [reading.unit for reading in mention.readings if isinstance(reading, NumberReading)]
    return list(dict.fromkeys(unit.name for unit in units if unit.kind == "money"))


def _told(document: Document, lang: str) -> Counter[str]:
    """Return how often the text names countries, by the money that is paid with there."""
    pattern, codes = _countries(lang)
    if pattern is None:
        return Counter()
    return Counter(codes[match[0]] for match in pattern.finditer(fold(document.view.text)))


@lru_cache(maxsize=64)
def _countries(lang: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    codes = dict(money_countries(lang))
    words = sorted(codes, key=len, reverse=True)
    if not words:
        return None, codes
    edge = r"(?<![^\W\d_])" if words[0][0] < _SPACED else ""
    return re.compile(edge + "(?:" + "|".join(map(re.escape, words)) + ")"), codes


def _with_first(mention: Mention, name: str) -> Mention:
    readings = sorted(mention.readings, key=lambda reading: not (isinstance(reading, NumberReading) and reading.unit.name == name))
    first = readings[0]
    if isinstance(first, NumberReading):
        readings[0] = replace(first, why=f"the text speaks of where {name} is paid with")
    return replace(mention, readings=tuple(readings))
