"""Rates: the "per hour" of a speed and the "a year" of a payment, behind the amount or before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from claimcheck.lexicon.language import Language, Role
from claimcheck.model.mention import Unit
from claimcheck.scan.amount import Amount
from claimcheck.scan.scene import Hit, Scene
from claimcheck.units import MULTIPLE, combine

_PER_PREFIX = frozenset({Role.PER_PREFIX})
_BEFORE = frozenset({Role.PER_PREFIX, Role.AROUND})
_UNIT = frozenset({Role.UNIT})
_APOSTROPHES = ("'", "’")  # "pour s'offrir" is no second
_PER = frozenset({Role.PER})
_LINK = frozenset({Role.LINK})
_PERIOD = frozenset({Role.LAST, Role.NEXT, Role.THIS, Role.AGO})
_ARTICLE = frozenset({Role.ARTICLE})
_RATED = frozenset({"money", "length", "mass", "volume", "energy", "data", "area"})
_PARTING = frozenset(',.;:!?()[]"，。、；：！？（）「」।،؛')
_FAR = 44  # characters that may stand between "每年" and its amount; an unspaced script says much in few
_FAR_UNSPACED = 16
_PARTED_BY = {"duration": 3, "area": 2, "volume": 2}  # letters of a word that means "per" even where a noun parts it from the unit
_NEVER = 99


def take_per(scene: Scene, amount: Amount) -> None:
    """Read the "per hour" of a speed and the "per tonne" of a price, or the adverb that says the same ("annually")."""
    for per in _pers(scene, amount.end):
        unit, end = _divisor(scene, per)
        if unit is None:
            continue
        units = tuple(_per(one, unit) for one in amount.units)
        if per.end - per.start <= 2 and scene.folded[per.start].isalpha() and units[0].kind == "other":
            return  # "7 mm le baril": an article means "per" only where a known measure comes of it
        amount.units, amount.end = units, end
        return
    if amount.units[0].kind in _RATED:
        _take_parted(scene, amount)


def take_rate(scene: Scene, amount: Amount) -> None:
    """Read the "per hour" that stands before the number: 時速300km, 每年将征税高达1.2亿英镑."""
    place = scene.skip_back(amount.start)
    hit = scene.behind(place, _PER_PREFIX)
    if hit is not None and hit.term.units:
        amount.units = tuple(_per(unit, hit.term.units[0]) for unit in amount.units)
        amount.start = hit.start
    elif amount.units[0].kind in _RATED and " / " not in amount.units[0].dimension:
        unit = _rate_before(scene, place)
        amount.units = amount.units if unit is None else tuple(_per(one, unit) for one in amount.units)


def rate_end(scene: Scene, start: int) -> int:
    """Return the end of a word for a rate that begins with a number ("1年あたり", "한 시간에"), or `start`."""
    hit = scene.ahead(start, _BEFORE)
    if hit is None or hit.end - hit.start == 1 or hit.term.units[:1] == (MULTIPLE,):
        return start
    return hit.end


def _pers(scene: Scene, end: int) -> Iterator[Hit]:
    """Yield the words for "per" behind an amount that ends at `end`; a hyphen may lead to them ("$500m-a-year")."""
    place = scene.skip(end, 2)
    if scene.at(place) == "-" and place == end:
        place += 1
    yield from scene.hits_ahead(place, _PER)


def _divisor(scene: Scene, per: Hit) -> tuple[Unit | None, int]:
    """Return the unit that something is measured per, and where it ends."""
    if per.term.units:
        return (None if _names_a_period(scene, per.end) else per.term.units[0]), per.end
    begin = scene.skip(per.end, 2)
    if scene.at(begin) == "-" and begin == per.end:
        begin += 1
    hit = _spelled(scene, begin)
    if hit is None:
        article = scene.ahead(begin, _ARTICLE)
        hit = scene.ahead(scene.skip(article.end, 2), _UNIT) if article else None
    if hit is None or not hit.term.units or hit.term.units[0].kind == "percent" or _names_a_period(scene, hit.end):
        return None, per.end
    if any(this.end >= hit.end for this in scene.hits_ahead(per.start, _PERIOD)):
        return None, per.end  # "i år" is this year
    return hit.term.units[0], hit.end


def _spelled(scene: Scene, begin: int) -> Hit | None:
    """Return the unit at `begin`, a single letter only in its own spelling: "t/a" is no ampere, "s'" no second."""
    for hit in scene.hits_ahead(begin, _UNIT):
        if hit.end - hit.start > 1 or (hit.term.written in ("", scene.text[hit.start : hit.end]) and scene.at(hit.end) not in _APOSTROPHES):
            return hit
    return None


def _names_a_period(scene: Scene, end: int) -> bool:
    """Return whether the words before `end` go on to name one period: "im Jahr 2024", "في السنة الماضية"."""
    place = scene.skip(end)
    return scene.at(place).isdigit() or scene.ahead(place, _PERIOD) is not None


def _take_parted(scene: Scene, amount: Amount) -> None:
    """Read the rate that what is measured parts from its unit: "5 cm of rain per hour"."""
    place = scene.skip(amount.end)
    link = scene.ahead(place, _LINK)
    begin = scene.skip(link.end) if link is not None else place
    end = scene.word_ahead(begin)
    if end == begin or place == amount.end or not scene.language.spaced:
        return
    for per in scene.hits_ahead(scene.skip(end), _PER):
        unit, _ = _divisor(scene, per)
        if unit is not None and per.end - per.start >= _PARTED_BY.get(unit.kind, _NEVER):
            amount.units = tuple(_per(one, unit) for one in amount.units)
            return


def _rate_before(scene: Scene, place: int) -> Unit | None:
    """Return the unit of a word for a rate that stands further before the amount, in the same clause."""
    words = _rate_words(_Rates(scene.language))
    far = _FAR if scene.language.spaced else _FAR_UNSPACED
    low = max(scene.opening, place - far)
    found, unit = -1, None
    for word, divisor in words:
        begin = scene.folded.rfind(word, low, place)
        end = begin + len(word)
        if (
            begin > found
            and (begin == 0 or not scene.folded[begin - 1].isdigit())
            and (not scene.language.spaced or (scene.is_edge(begin) and scene.is_edge(end)))
        ):
            found, unit = begin, divisor
            low = begin
    if unit is None or scene.behind(scene.skip_back(found), _PERIOD) is not None or scene.at(scene.skip_back(found) - 1).isdigit():
        return None
    between = scene.folded[found:place]
    return None if any(mark in _PARTING or mark.isdigit() for mark in between) else unit


class _Rates:
    """A language as the key of its rate words: by its tag."""

    __slots__ = ("language",)

    def __init__(self, language: Language) -> None:
        self.language = language

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rates) and self.language is other.language

    def __hash__(self) -> int:
        return hash(self.language.tag)


@lru_cache(maxsize=256)
def _rate_words(key: _Rates) -> tuple[tuple[str, Unit], ...]:
    """Return the words of a language that stand before an amount and make it a rate; those of one letter only stand right before."""
    terms = key.language.terms
    return tuple(
        (word, term.units[0])
        for word in terms.words_with(Role.PER_PREFIX)
        for term in terms[word]
        if term.role is Role.PER_PREFIX and term.units and len(word) > 1
    )


@lru_cache(maxsize=2048)
def _per(unit: Unit, other: Unit) -> Unit:
    """Return one unit per another; money keeps its currency's name, and its dimension tells the rest."""
    joined = combine(unit, other)
    return replace(joined, name=unit.name) if unit.kind == "money" else joined
