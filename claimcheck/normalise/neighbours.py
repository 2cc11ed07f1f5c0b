"""Units that a figure leaves to its neighbours: "250 milliards" after "300 milliards de dollars", "from 25 to 12 MW"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.mention import Mention, NumberReading, Unit
from claimcheck.model.source import BlockKind, Sentence

_LARGE = 6  # a million: the least power of ten of a figure that takes its neighbour's currency
_KINDS = frozenset({"money", "percent"})


def with_neighbours_unit(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the mentions, bare ones with the unit of the figure beside them where they stand in a parallel slot."""
    found = list(mentions)
    for place, mention in enumerate(found):
        unit, reason = _borrowed(found, place, sentences)
        if unit is None:
            continue
        readings = tuple(
            replace(reading, unit=unit, why=reason) if isinstance(reading, NumberReading) else reading for reading in mention.readings
        )
        found[place] = replace(mention, readings=(*readings, *mention.readings[:1]))
    return found


def _borrowed(found: Sequence[Mention], place: int, sentences: Sequence[Sentence]) -> tuple[Unit | None, str]:
    mention = found[place]
    reading = mention.readings[0]
    if not isinstance(reading, NumberReading) or reading.unit.name or reading.unit.kind not in ("number", "count"):
        return None, ""
    counted = mention.counted_to > mention.counted_from
    for other in _neighbours(found, place):
        theirs = other.readings[0]
        if not isinstance(theirs, NumberReading) or theirs.unit.kind not in _KINDS or other.converts >= 0:
            continue
        if theirs.unit.kind == "money" and _is_large(reading) and _is_large(theirs) and not (counted and not _only_adverb(mention)):
            return theirs.unit, f"currency of its neighbour {other.surface!r}"
        if theirs.unit.kind == "percent" and not counted and _is_decimal(reading) and _is_decimal(theirs):
            return theirs.unit, f"percent like its neighbour {other.surface!r}"
    title = _title_money(found, mention, sentences)
    if title is not None and _is_large(reading) and not counted:
        return title[0], f"currency of the title's {title[1]!r}"
    return None, ""


def _only_adverb(mention: Mention) -> bool:
    return mention.counted_to <= mention.end


def _neighbours(found: Sequence[Mention], place: int) -> list[Mention]:
    """Return the other figures of the sentence, those before it first, nearest first."""
    sentence = found[place].sentence
    before, after = [], []
    index = place - 1
    while index >= 0 and found[index].sentence == sentence:
        before.append(found[index])
        index -= 1
    index = place + 1
    while index < len(found) and found[index].sentence == sentence:
        after.append(found[index])
        index += 1
    return before + after


def _title_money(found: Sequence[Mention], mention: Mention, sentences: Sequence[Sentence]) -> tuple[Unit, str] | None:
    del mention
    for other in found[:4]:
        reading = other.readings[0]
        if (
            sentences[other.sentence].kind is BlockKind.TITLE
            and isinstance(reading, NumberReading)
            and reading.unit.kind == "money"
            and _is_large(reading)
        ):
            return reading.unit, other.surface
    return None


def _is_large(reading: NumberReading) -> bool:
    numeral = reading.low or reading.high
    return numeral is not None and abs(numeral.value) >= 10**_LARGE and numeral.exponent >= 2


def _is_decimal(reading: NumberReading) -> bool:
    numeral = reading.low or reading.high
    return numeral is not None and numeral.exponent < 0 and abs(numeral.value) < 1000
