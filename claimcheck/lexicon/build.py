"""Merges what is typed, what CLDR knows and the number words of one language into plain rows that a cache can keep."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from claimcheck import units
from claimcheck.lexicon import cldr, spellout
from claimcheck.lexicon.cldr_units import unit_entries
from claimcheck.lexicon.denominators import denominator_words
from claimcheck.lexicon.language import Role, Term, fold
from claimcheck.lexicon.symbols import COINS, LENIENT, PRIMES, SIGNS, UNIT_SYMBOLS
from claimcheck.lexicon.typed import Typed, path_of, read_typed
from claimcheck.lexicon.typed_time import time_entries
from claimcheck.values import dataclass

Entry = tuple[str, Term]

# Roles whose words can begin a figure that has no digit.
_STARTING: Final = frozenset(
    {
        Role.NUMBER,
        Role.DIGIT,
        Role.SCALE,
        Role.FRACTION,
        Role.VAGUE,
        Role.ODDS,
        Role.LONG_DURATION,
        Role.AMOUNT,
        Role.AND_FRACTION,
        Role.MONTH,
        Role.QUARTER,
        Role.HALF_YEAR,
        Role.SEASON,
    }
)
_ENDED: Final = frozenset(
    {Role.UNIT, Role.CURRENCY, Role.SUBUNIT, Role.SCALE, Role.CLASSIFIER, Role.YEAR_WORD, Role.MONTH_WORD, Role.DAY_WORD}
)
_INFLECTED: Final = frozenset({Role.UNIT, Role.CURRENCY, Role.SUBUNIT})
_MILLION: Final = frozenset("mM")  # in Indonesian and some others a thousand times as much
_CENT: Final = Decimal("0.01")
_PREFIXED: Final = frozenset("وו")  # "and" in Arabic and Hebrew, written at the head of the next word
_SHORT_NAME: Final = 4  # letters; shorter names are symbols or typed with their cases


@dataclass(frozen=True, slots=True)
class Built:
    """A language before its terms are packed."""

    form: cldr.Form
    terms: dict[str, tuple[Term, ...]]
    lengths: dict[str, tuple[int, ...]]
    lengths_back: dict[str, tuple[int, ...]]
    compounds: tuple[str, ...]
    starts: frozenset[str]


def build(tag: str) -> Built:
    """Return the language of a BCP 47 tag; one unknown has symbols and ISO codes only."""
    name = cldr.locale_name(tag)
    tree = cldr.Tree(name or "root")
    typed = typed_of(tag)
    words = spellout.number_words(name or tag.partition("-")[0], glued=typed.glued_numbers)
    derived = [
        *words.entries,
        *denominator_words(name or tag.partition("-")[0], typed.denominators),
        *cldr.scale_entries(tree),
        *_symbols(),
    ]
    for source in (unit_entries, cldr.currency_entries, cldr.date_entries):
        derived.extend(source(tree))
    derived.extend(cldr.short_money_entries(name or "root", tree))
    entries = [*time_entries(tag), *typed.entries, *_glued_amounts(typed), *_keep(derived, typed)]
    if not any(word in _MILLION and term.role is Role.SCALE for word, term in entries):
        entries.append(("M", Term(role=Role.SCALE, value=Decimal(10**6), money_only=True, glued=True, written="M")))
    terms = _merge(_with_endings(_year_words(entries), typed))
    home = cldr.region_money(name)
    if home:
        terms = {word: tuple(_at_home(term, home) for term in readings) for word, readings in terms.items()}
    return Built(
        form=cldr.form_of(name, tree),
        terms=terms,
        lengths=_lengths(terms, back=False),
        lengths_back=_lengths(terms, back=True),
        compounds=_compounds(words.compounds, terms, typed),
        starts=frozenset(word for word, readings in terms.items() if any(_can_start(word, term) for term in readings)),
    )


def typed_of(tag: str) -> Typed:
    """Return the typed words of a tag and of those it inherits from: es-MX, then es."""
    whole = Typed()
    parts = tag.split("-")
    for count in range(len(parts), 0, -1):
        path = path_of("-".join(parts[:count]))
        if not path.exists():
            continue
        typed = read_typed(path)
        chain = [typed, typed_of(typed.inherits)] if typed.inherits else [typed]
        for part in chain:
            whole.entries.extend(part.entries)
            whole.dropped |= part.dropped
            whole.stems.extend(part.stems)
            whole.endings = whole.endings or part.endings
            whole.cases = whole.cases or part.cases
            whole.variants = whole.variants or part.variants
            whole.denominators = whole.denominators or part.denominators
            whole.glued_numbers = whole.glued_numbers or part.glued_numbers
    return whole


def _glued_amounts(typed: Typed) -> Iterator[Entry]:
    """Yield adjectives made of a number and a unit: "dreitägig", "pětiprocentní", "двухнедельный"."""
    endings = [(word, term) for word, term in typed.entries if term.role is Role.ATTACHED and word[0].isalpha()]
    for stem, value in typed.stems:
        for word, term in endings:
            yield stem + word, Term(role=Role.AMOUNT, value=value, units=term.units)


def _symbols() -> Iterator[Entry]:
    """Yield what needs no language: unit symbols, currency signs, ISO codes."""
    clashing = _clashing(UNIT_SYMBOLS)
    for symbol, name in UNIT_SYMBOLS.items():
        unlettered = not any(mark.isascii() and mark.isalpha() for mark in symbol)
        term = Term(role=Role.UNIT, units=(units.unit_of(name),), prefix=name == "percent", glued=unlettered)
        loose = unlettered or symbol in LENIENT
        if not loose or fold(symbol) in clashing:
            yield symbol, replace(term, written=symbol)
        if loose:
            yield symbol, term
    yield "k", Term(role=Role.SCALE, value=Decimal(1000), money_only=True, glued=True)
    yield "¢", Term(role=Role.SUBUNIT, units=(units.minor_unit("USD", _CENT),), prefix=False)
    for coin, name in COINS.items():
        iso, _, share = name.partition(":")
        yield coin, Term(role=Role.SUBUNIT, units=(units.minor_unit(iso, Decimal(share or _CENT)),), prefix=False, money_only=True)
    for sign, names in PRIMES.items():
        yield sign, Term(role=Role.UNIT, units=tuple(units.unit_of(name) for name in names), prefix=False, glued=True)
    for sign, iso in SIGNS.items():
        lettered = sign.isalpha() and sign.isascii()
        second = (units.money_unit("CNY"),) if sign in "¥￥" else ()
        money = (units.money_unit(iso), *second)
        yield sign, Term(role=Role.CURRENCY, units=money, glued=not sign[-1].isalpha(), written=sign if lettered else "")
    for iso in cldr.currencies():
        yield iso, Term(role=Role.CURRENCY, units=(units.money_unit(iso),), written=iso)


def _with_endings(entries: Iterable[Entry], typed: Typed) -> Iterator[Entry]:
    """Yield the entries, names of what is counted open at their end ("달러를") and with their cases ("Hektolitern")."""
    for word, term in entries:
        if term.role is Role.JOINER and word in _PREFIXED:
            term = replace(term, glued=True)  # noqa: PLW2901
        opened = typed.endings and not term.written and len(word) >= typed.endings and (term.role in _ENDED or _is_behind(term))
        yield word, replace(term, glued=True) if opened else term
        for pair in typed.variants:
            usual, _, other = pair.partition(">")
            if usual in word:
                yield word.replace(usual, other), term
        if term.role in _INFLECTED and len(word) > _SHORT_NAME and word[-1].isalpha() and not term.written:
            for ending in typed.cases:
                yield word + ending, term


def _is_behind(term: Term) -> bool:
    """Return whether the term is a hedge that only stands behind a figure, where it may be part of its last word."""
    return term.role is Role.HEDGE and not term.prefix


def _year_words(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries with "on" for a short word that is also a unit of time made its word for a year: "år 2020", "24 år".

    The scanner takes a short word that is a preposition too for no unit: "Switch 2 in four days".
    """
    kept = list(entries)
    durations = {fold(word) for word, term in kept if term.role is Role.UNIT and term.units[0].kind == "duration"}
    for word, term in kept:
        doubled = term.role is Role.ON and len(word) < _SHORT_NAME and fold(word) in durations
        yield word, replace(term, role=Role.YEAR_WORD) if doubled else term


def _clashing(symbols: Iterable[str]) -> set[str]:
    """Return the symbols that differ in case only, folded: MW and mW."""
    spellings: dict[str, set[str]] = {}
    for symbol in symbols:
        spellings.setdefault(fold(symbol), set()).add(symbol)
    return {folded for folded, written in spellings.items() if len(written) > 1}


def _keep(entries: Iterable[Entry], typed: Typed) -> Iterator[Entry]:
    """Yield the derived entries that the typed words neither strike out nor read as an article."""
    dropped = {(role, fold(word)) for role, word in typed.dropped}
    articles = {fold(word) for word, term in typed.entries if term.role is Role.ARTICLE}
    for word, term in entries:
        key = fold(word)
        if (term.role.value, key) in dropped or (term.role is Role.NUMBER and term.value == 1 and key in articles):
            continue
        yield word, term


def _merge(entries: Iterable[Entry]) -> dict[str, tuple[Term, ...]]:
    """Return the readings of each folded word, earlier entries first, none twice."""
    merged: dict[str, dict[Term, None]] = {}
    for word, term in entries:
        readings = merged.setdefault(fold(unicodedata.normalize("NFC", word)).strip(), {})
        if not _is_known(term, readings):
            readings[term] = None
    return {word: tuple(_one_per_currency(readings)) for word, readings in sorted(merged.items())}


def _is_known(term: Term, readings: Iterable[Term]) -> bool:
    """Return whether an earlier reading says the same or, for a short name, the full name is the same word."""
    for other in readings:
        same = other.role is term.role and other.value == term.value and other.units[:1] == term.units[:1] and other.written == term.written
        if (
            (term.role is Role.CURRENCY and not set(term.units) <= set(other.units))
            or term.text == "people" != other.text
            or (term.role is Role.AROUND and term.text != other.text)
        ):
            continue
        sided = (other.prefix or not term.prefix) and (other.suffix or not term.suffix)
        if same and sided and (other.low, other.high, other.hedge) == (term.low, term.high, term.hedge):
            return True
        if term.role is Role.SCALE and other.role is Role.SCALE and not term.money_only and other.value == term.value:
            return True
    return False


def _one_per_currency(readings: Iterable[Term]) -> Iterator[Term]:
    """Yield the readings with those of several currencies joined into one with several units."""
    money = [term for term in readings if term.role is Role.CURRENCY and not term.written]
    for term in readings:
        if term not in money:
            yield term
        elif term is money[0]:
            joined = dict.fromkeys(unit for other in money for unit in other.units)
            yield replace(
                term, units=tuple(joined), prefix=any(other.prefix for other in money), suffix=any(other.suffix for other in money)
            )


_OF_MONEY: Final = frozenset({Role.CURRENCY, Role.SUBUNIT, Role.AMOUNT})


def _at_home(term: Term, home: frozenset[str]) -> Term:
    """Return the term, a currency's name with the one of the region alone: pesos in Mexico, cents in Australia."""
    if term.role not in _OF_MONEY or not term.units[1:]:
        return term
    own = tuple(unit for unit in term.units if unit.name in home)
    return replace(term, units=own) if own else term


def _lengths(terms: Iterable[str], *, back: bool) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in terms:
        found.setdefault(word[-2:] if back else word[:2], set()).add(len(word))
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}
    ordered = {key: tuple(sorted(sizes, reverse=True)) for key, sizes in found.items()}
    return {key: shared.setdefault(sizes, sizes) for key, sizes in ordered.items()}


def _compounds(words: tuple[str, ...], terms: dict[str, tuple[Term, ...]], typed: Typed) -> tuple[str, ...]:
    """Return the number words that are glued to one another, with the "and" between them, longest first."""
    found = {word for word in words if any(term.role in {Role.NUMBER, Role.SCALE} for term in terms.get(fold(word), ()))}
    for pair in typed.variants:
        usual, _, other = pair.partition(">")
        found |= {word.replace(usual, other) for word in found}
    if found:
        found |= {word for word, term in typed.entries if term.role is Role.JOINER and len(word) > 1}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def _can_start(word: str, term: Term) -> bool:
    if term.role not in _STARTING or term.money_only or term.written:
        return False
    return len(word) > 1 or not word.isascii()
