"""Units that a figure leaves to its neighbours: "250 milliards" after "300 milliards de dollars", "from 25 to 12 MW"."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from claimcheck.lexicon.language import Role, Term, fold
from claimcheck.lexicon.load import load_language
from claimcheck.model.mention import Mention, NumberReading, Numeral, Reading, Unit
from claimcheck.model.source import BlockKind, Document, Sentence
from claimcheck.units import MULTIPLE

_LARGE = 6  # a million: the least power of ten of a figure that takes its neighbour's currency
_KINDS = frozenset({"money", "percent", "ratio"})


def with_neighbours_unit(mentions: Sequence[Mention], document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the mentions, bare ones with the unit of the figure beside them where they stand in a parallel slot."""
    found = list(mentions)
    text = document.view.text
    lenders = list(islice(filter(_is_money, mentions), _MOST_LENDERS))
    for place, mention in enumerate(found):
        again = _told_again(found, place)
        able = [lender for lender in lenders if _currency(lender) != _currency(again)] if again is not None else lenders
        unit, reason = _borrowed(found, place, able, text, sentences)
        if unit is None:
            continue
        readings = tuple(
            replace(reading, unit=unit, why=reason) if isinstance(reading, NumberReading) else reading for reading in mention.readings
        )
        found[place] = replace(mention, readings=(*readings, *mention.readings[:1]))
        if _is_money(found[place]) and len(lenders) < _MOST_LENDERS:
            insort(lenders, found[place], key=_start)
    return found


def _told_again(found: Sequence[Mention], place: int) -> Mention | None:
    """Return the amount that tells a bare one again, in another currency: "62 billion (some 55 billion euros)"."""
    other = found[place + 1] if place + 1 < len(found) else None
    return other if other is not None and other.converts == place and _is_bare(found[place].readings[0]) else None


def _is_bare(reading: Reading) -> bool:
    return isinstance(reading, NumberReading) and not reading.unit.name and reading.unit.kind in ("number", "count")


def _start(mention: Mention) -> int:
    return mention.start


def _borrowed(
    found: Sequence[Mention], place: int, lenders: Sequence[Mention], text: str, sentences: Sequence[Sentence]
) -> tuple[Unit | None, str]:
    mention = found[place]
    reading = mention.readings[0]
    if not isinstance(reading, NumberReading) or not _is_bare(reading):
        return None, ""
    counted = mention.counted_to > mention.counted_from and _is_noun(mention, text, sentences[mention.sentence].lang)
    for other in _neighbours(found, place):
        theirs = other.readings[0]
        if not isinstance(theirs, NumberReading) or theirs.unit.kind not in _KINDS or other.converts >= 0:
            continue
        if theirs.unit.kind == "money" and _is_large(reading) and _is_large(theirs) and not counted:
            return theirs.unit, f"currency of its neighbour {other.surface!r}"
        if theirs.unit.dimension == MULTIPLE.dimension and not counted and _is_decimal(reading) and _is_decimal(theirs):
            return theirs.unit, f"so many times, like its neighbour {other.surface!r}"
        if theirs.unit.kind == "percent" and not counted and _is_decimal(reading) and _is_decimal(theirs):
            return theirs.unit, f"percent like its neighbour {other.surface!r}"
    if counted or not _is_large(reading):
        return None, ""
    lender = _title_money(found, sentences) or _same_amount(lenders, reading) or _amount_before(found, place, reading, lenders)
    lent = lender.readings[0] if lender is not None else None
    if lender is not None and isinstance(lent, NumberReading):
        return lent.unit, f"currency of {lender.surface!r}"
    return None, ""


def _is_noun(mention: Mention, text: str, lang: str) -> bool:
    """Return whether the words behind a number are what it counts: "of children", not "in bonuses", "last year", "Kessbach has"."""
    terms = load_language(lang).terms
    link = fold(text[mention.start : mention.counted_from]).split()[-1:]
    roles = _roles(terms, link[0]) if link else frozenset()
    if Role.LINK in roles:
        return Role.IN_TIME not in roles
    first = text[mention.counted_from : mention.counted_to].split(maxsplit=1)[0]
    if first[0] > _ALPHABETS:
        return True
    roles = _roles(terms, fold(first))
    if not roles and fold(first).endswith(_VERBS.get(lang.partition("-")[0], ("\0",))):
        return False
    is_name = first[0].isupper() and not lang.startswith("de")
    return not is_name and len(first) > _SHORT and (not roles or bool(roles & _NOUNS))


def _roles(terms: Mapping[str, tuple[Term, ...]], word: str) -> frozenset[Role]:
    return frozenset(term.role for term in terms[word]) if word in terms else frozenset()


# how verbs end that no noun ends like: "14.3 billion announced", "31 εκατ. προορίζονται"
_VERBS = {
    "en": ("ed",),
    "el": ("νται", "ουν"),
    "ru": ("ются", "утся"),
    "uk": ("ються",),
    "sv": ("ades",),
    "es": ("aron", "ieron"),
    "pt": ("aram",),
}
_NOUNS = frozenset({Role.UNIT, Role.CLASSIFIER, Role.CURRENCY})
_SHORT = 3  # letters; shorter words are verbs and articles
_ALPHABETS = "\u0590"  # behind Latin, Greek and Cyrillic letters nouns may be as short


def _neighbours(found: Sequence[Mention], place: int) -> list[Mention]:
    """Return the nearest other figures of the sentence, those before it first, nearest first."""
    sentence = found[place].sentence
    before, after = [], []
    index = place - 1
    while index >= max(0, place - _MOST_NEIGHBOURS) and found[index].sentence == sentence:
        before.append(found[index])
        index -= 1
    index = place + 1
    while index < min(len(found), place + _MOST_NEIGHBOURS) and found[index].sentence == sentence:
        after.append(found[index])
        index += 1
    return before + after


_MOST_NEIGHBOURS = 16  # to each side; keeps a sentence of many thousand figures linear


def _title_money(found: Sequence[Mention], sentences: Sequence[Sentence]) -> Mention | None:
    """Return the large amount of money in the title, if there is one."""
    for other in found[:4]:
        if sentences[other.sentence].kind is BlockKind.TITLE and _is_money(other):
            return other
    return None


def _same_amount(lenders: Sequence[Mention], reading: NumberReading) -> Mention | None:
    """Return an amount of money of the text that rounds to the bare number: the title's "62 million" of 62.5 million kronor."""
    number = reading.low or reading.high
    for other in lenders:
        theirs = other.readings[0]
        if number is None or not isinstance(theirs, NumberReading) or theirs.low != theirs.high or theirs.low is None:
            continue
        lost = abs(theirs.low.value - number.value)
        if lost < Numeral(1, number.exponent).value and lost * _CLOSE < number.value:
            return other
    return None


def _amount_before(found: Sequence[Mention], place: int, reading: NumberReading, lenders: Sequence[Mention]) -> Mention | None:
    """Return an amount in the currency of the text where the sentences before hold a large one; only money runs to bare billions twice in a row.

    The amount before may itself be told in a second currency ("3 billion euros, some 3.3 billion dollars").
    """
    number = reading.low or reading.high
    if number is None or abs(number.value) < _BILLION:
        return None
    for index in range(place - 1, max(-1, place - _MOST_LENDERS), -1):
        other = found[index]
        if found[place].sentence - other.sentence > _SENTENCES:
            break
        if _is_money(other) and other.converts < 0:
            own = _most_told(lenders)
            return next((lender for lender in lenders if _currency(lender) == own), other)
    return None


def _most_told(lenders: Sequence[Mention]) -> str:
    """Return the currency of most large amounts, conversions aside; of equally many the one that comes first."""
    told = Counter(_currency(lender) for lender in lenders if lender.converts < 0)
    return max(told, key=told.__getitem__, default="")


def _currency(mention: Mention) -> str:
    reading = mention.readings[0]
    return reading.unit.name if isinstance(reading, NumberReading) else ""


def _is_money(mention: Mention) -> bool:
    reading = mention.readings[0]
    return isinstance(reading, NumberReading) and reading.unit.kind == "money" and _is_large(reading)


_MOST_LENDERS = 200  # amounts of money that a bare one is compared with; keeps a text of many thousand linear
_CLOSE = 50  # of it may be lost in rounding
_BILLION = 10**9
_SENTENCES = 3  # back to the last amount of money


def _is_large(reading: NumberReading) -> bool:
    numeral = reading.low or reading.high
    return numeral is not None and abs(numeral.value) >= 10**_LARGE and numeral.exponent >= 2


def _is_decimal(reading: NumberReading) -> bool:
    numeral = reading.low or reading.high
    return numeral is not None and numeral.exponent < 0 and abs(numeral.value) < 1000
