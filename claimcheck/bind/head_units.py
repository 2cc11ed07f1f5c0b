"""The unit that the head of a table's row or column gives to the numbers under it: "Revenue (EUR m)", "in Mio. €", "Share in %"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from claimcheck.lexicon.language import Role, Term, fold
from claimcheck.lexicon.load import load_language
from claimcheck.model.mention import Unit
from claimcheck.units import combine, without_period

LONGEST = 160  # characters of a head that are read
BRACKET = re.compile(r"[(\[（]([^()\[\]（）]{1,40})[)\]）]")
ELISION = re.compile(r"\b[dD]['’](?=\w)")
COMMAS = ",，、:："
TOKEN = re.compile(r"[\u2e80-\u9fff]|[^\W\d_\u2e80-\u9fff]+[²³]?\.?|[°º][CF]|[%‰€$£¥₽₹₺₴₩₪฿]|'?0{3}s?")
LONGEST_TERM = 4  # tokens
SCALES = frozenset([Role.SCALE])
MEASURES = frozenset([Role.UNIT, Role.CURRENCY])
PERS = frozenset([Role.PER])
SMALL = frozenset([Role.LINK, Role.ARTICLE])
THOUSANDS = frozenset(["000", "000s", "'000", "'000s"])
LEADING = frozenset(["in", "en", "em", "w", "v", "i", "на", "в", "у", "as", "dans", "ve"])  # "in Mio. €", "en millones de euros"
WHOLE_HEADS = frozenset(["money", "percent"])  # kinds whose unit may be all that a head says: "Jahr" is no unit


class HeadUnit(NamedTuple):
    """What numbers under a head are in, none where it only scales them, and what they are multiplied by.

    `is_letter` tells of "(m)", which may say anything, `is_all` of a head that says nothing else,
    `is_rate` of amounts per something, `per` of the period they are told for: "litres a day".
    """

    unit: Unit | None
    scale: Decimal
    is_letter: bool = False
    is_all: bool = False
    per: str = ""
    is_rate: bool = False


@lru_cache(maxsize=1024)
def unit_of_head(text: str, lang: str) -> HeadUnit | None:
    """Return the unit that a head gives in brackets, behind a small word at its end, or as all that it says; else None.

    >>> head = unit_of_head("Revenue (EUR m)", "en")
    >>> head.unit.name, int(head.scale)
    ('EUR', 1000000)
    >>> unit_of_head("Persons in hospital", "en") is None
    True
    """
    text = ELISION.sub("", text[:LONGEST].strip(" .:"))
    terms = load_language(lang).terms
    for bracket in BRACKET.findall(text):
        found = _read(bracket, terms)
        if found is not None:
            return found
    whole = _read(text, terms)
    if whole is not None and whole.is_rate:
        return whole
    words = BRACKET.sub("", text).split()
    for index in range(1, len(words)):
        before = fold(words[index - 1])
        found = _read(" ".join(words[index:]), terms) if before in LEADING or before[-1] in COMMAS else None
        if found is not None:
            return found
    if whole is not None and whole.unit is not None and whole.unit.kind in WHOLE_HEADS:
        return whole._replace(is_all=True)
    sign = _read(words[-1], terms) if words and not words[-1][0].isalnum() else None
    return sign if sign is not None and sign.unit is not None and sign.unit.kind in WHOLE_HEADS else None


def _read(text: str, terms: Mapping[str, tuple[Term, ...]]) -> HeadUnit | None:
    """Return what a phrase says that is made of nothing but scale, unit and small words, and what it is measured per."""
    for found in islice(TOKEN.finditer(text), 1, LONGEST_TERM + 1):
        begin = text[: found.start()].rstrip()
        is_per = begin.endswith("/") or _roles(terms, found[0]) & PERS
        above = _read_plain(begin.rstrip("/ "), terms) if is_per else None
        if above is not None and above.unit is not None and not above.is_letter:
            return _per(above, above.unit, text[found.start() if begin.endswith("/") else found.end() :], terms)
    return _read_plain(text, terms)


def _per(above: HeadUnit, unit: Unit, text: str, terms: Mapping[str, tuple[Term, ...]]) -> HeadUnit:
    """Return what a head says of amounts per something: per litre a price, per second a flow, per head and day the amount alone."""
    measured = next((other for token in TOKEN.findall(text) for other in _measures(terms, token)), None)
    if measured is None:
        return above._replace(is_rate=True)
    rate = combine(unit, measured)
    if unit.kind == "money":
        rate = replace(rate, name=unit.name)
    whole = without_period(rate.name, rate.dimension, rate.factor)
    return above._replace(unit=rate, is_rate=True) if whole is None else above._replace(unit=whole[0], per=whole[1], is_rate=True)


def _measures(terms: Mapping[str, tuple[Term, ...]], word: str) -> list[Unit]:
    """Return the units that a word names, none that is a small word too: Italian "al" is no light year."""
    found = () if _roles(terms, word) & (PERS | SMALL) else terms.get(fold(word), ())
    units = [term.units[0] for term in found if term.role is Role.UNIT and term.units and term.written in ("", word)]
    return [unit for unit in units if unit.kind != "percent"][:1]


def _roles(terms: Mapping[str, tuple[Term, ...]], word: str) -> frozenset[Role]:
    return frozenset(term.role for term in terms.get(fold(word), ()))


def _read_plain(text: str, terms: Mapping[str, tuple[Term, ...]]) -> HeadUnit | None:
    tokens = TOKEN.findall(text)
    if not tokens or len("".join(tokens)) != len(re.sub(r"[ \u00a0'’/-]", "", text)):
        return None
    tokens = tokens[1:] if fold(tokens[0]) in LEADING else tokens
    unit, scale, index, is_scaled = None, Decimal(1), 0, False
    needs_money = is_letter = False
    while index < len(tokens):
        size, term = _term_at(terms, tokens, index, MEASURES if unit is None else SCALES)
        if term is None and tokens[index] not in THOUSANDS:
            return None
        if term is None or term.role is Role.SCALE:
            scale, is_scaled = scale * (term.value if term is not None else 1000), True
            needs_money = needs_money or (term is not None and term.money_only)
        elif term.role in MEASURES:
            unit, is_letter = term.units[0], len(tokens[index]) == 1 and tokens[index].isascii() and tokens[index].isalpha()
        index += size
    if needs_money and (unit is None or unit.kind != "money"):
        return None
    return HeadUnit(unit, scale, is_letter) if unit is not None or is_scaled else None


def _term_at(terms: Mapping[str, tuple[Term, ...]], tokens: list[str], index: int, wanted: frozenset[Role]) -> tuple[int, Term | None]:
    """Return how many tokens the longest known term at `index` takes, and the term; scales and units before small words."""
    for size in range(min(LONGEST_TERM, len(tokens) - index), 0, -1):
        phrase = " ".join(tokens[index : index + size])
        found = [*terms.get(fold(phrase), ()), *terms.get(fold(phrase).rstrip("."), ())]
        fitting = [term for term in found if _suits(term, phrase, wanted)]
        # "m" is a million where a currency is named with it, else a metre
        fitting.sort(key=lambda term: (term.role in SMALL, term.money_only and len(tokens) == 1))
        if fitting:
            return size, fitting[0]
    return 1, None


def _suits(term: Term, phrase: str, wanted: frozenset[Role]) -> bool:
    if term.role is Role.SCALE:
        return term.value >= 1000
    if term.role in MEASURES:
        return term.role in wanted and bool(term.units) and term.written in ("", phrase)
    return term.role in SMALL
