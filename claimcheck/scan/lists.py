"""Numbers that leave their unit to a neighbour: "17, 18 and 20 years", "200 and 400 metres", "Ronaldo, 33, said"."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from claimcheck.lexicon.language import Role
from claimcheck.scan.amount import Amount
from claimcheck.scan.compose import read_number
from claimcheck.scan.measures import measure
from claimcheck.scan.scene import Scene, is_letter
from claimcheck.tables import load_tables
from claimcheck.units import PLAIN, unit_of

_TITLES = Path(__file__).parent / "data" / "titles.toml"
_BETWEEN = frozenset({Role.JOINER, Role.RANGE_MIDDLE})
_UNDATED = frozenset({Role.MONTH, Role.WEEKDAY, Role.SEASON, Role.REFUSE})
_MEMBERS = 8  # a list that is longer tells its unit at its head
_COMMAS = frozenset(",،、，")
_SHARED = frozenset({"duration", "length", "mass", "volume", "area", "temperature", "power", "energy", "speed", "angle", "percent"})
_DETERMINER = 4
_YOUNGEST, _OLDEST = 3, 110
_YEARS = range(1900, 2100)


def share_in_list(scene: Scene, amount: Amount, marks: str) -> None:
    """Give a bare number the unit of the list that it opens."""
    number = amount.number
    if amount.units or number.vague or number.fraction or not (number.digits or number.atoms):
        return
    place, joined, members = amount.end, False, 0
    while members < _MEMBERS and not joined:
        place, joined = _next_place(scene, place)
        if place < 0:
            return
        other = read_number(scene, place, marks) if scene.at(place).isdigit() == bool(number.digits) else None
        if other is None or other.vague or other.fraction or bool(other.digits) != bool(number.digits):
            return
        found = measure(scene, other, None, marks)
        members += 1
        if found.units:
            if _may_share(amount, found, listed=joined or members > 1):
                amount.units = found.units
                amount.trace.append("unit of the list it opens")
            return
        place = other.end


def _next_place(scene: Scene, end: int) -> tuple[int, bool]:
    """Return where the next number of the list begins (-1 for nowhere), and whether a word that ends a list leads to it."""
    place = scene.skip(end)
    comma = scene.at(place) in _COMMAS and scene.at(place) != ""
    if comma:
        place = scene.skip(place + 1)
        if place == end + 1 and scene.language.spaced:
            return -1, False
    for hit in scene.hits_ahead(place, _BETWEEN):
        begin = scene.skip(hit.end)
        if begin == hit.end and scene.language.spaced and is_letter(scene.folded[hit.end - 1]) and scene.at(begin).isalpha():
            continue
        return _past_determiners(scene, begin), True
    return (place, False) if comma else (-1, False)


def _past_determiners(scene: Scene, place: int) -> int:
    """Return where the number begins behind "dei", "i", "a los"."""
    for _ in range(2):
        end = scene.word_ahead(place)
        if not 0 < end - place <= _DETERMINER or not scene.at(end).isspace() or read_number(scene, place) is not None:
            break
        place = scene.skip(end)
    return place


def _may_share(amount: Amount, found: Amount, *, listed: bool) -> bool:
    unit, number = found.units[0], amount.number
    if unit.kind not in _SHARED or (found.attached and unit.kind != "duration") or found.number.scale != number.scale:
        return False
    whole = number.low.exponent == 0 and number.low.significand
    if unit.kind in ("duration", "percent") and whole in _YEARS:
        return False
    if listed:
        return unit.kind != "percent" or whole not in _YEARS
    return unit.kind == "duration" and number.low.value < found.number.low.value


def read_age(scene: Scene, amount: Amount) -> None:
    """Read the age between commas behind a name: "Maria Lopez, 33, said"."""
    number = amount.number
    if amount.units or number.scale > 1 or number.low.exponent or not number.digits or amount.start != number.start:
        return
    if amount.end != number.end or not _YOUNGEST <= number.low.significand <= _OLDEST or number.low != number.high:
        return
    place = scene.skip_back(number.start, 1)
    after = scene.at(number.end)
    if _is_in_brackets(scene, number.start, after):
        amount.units = (unit_of("year"), PLAIN)
        amount.trace.append("an age in brackets behind a person")
        return
    if (
        place == number.start
        or scene.at(place - 1) not in _COMMAS
        or after not in ",.;)"
        or not after
        or scene.at(number.end + 1).isdigit()
    ):
        return
    begin = scene.word_behind(place - 1)
    word = scene.text[begin : place - 1]
    if len(word) < 2 or not (word[0].isupper() or _is_person(scene, begin, number.end)) or scene.at(begin - 1).isdigit():
        return
    if scene.ahead(begin, _UNDATED) is not None:
        return
    amount.units = (unit_of("year"), PLAIN)
    amount.trace.append("an age behind a name")


def _is_in_brackets(scene: Scene, start: int, after: str) -> bool:
    """Return whether a number stands alone in brackets behind the title of a person: 田中機長（51）, 김 기장(51)."""
    opening = scene.folded[start - 1 : start]
    if not opening or opening not in "(（" or not after or after not in ")）":
        return False
    return scene.folded.endswith(_titles_of(scene.language.tag), scene.opening, start - 1)


@lru_cache(maxsize=64)
def _titles_of(tag: str) -> tuple[str, ...]:
    return tuple(load_tables(_TITLES).get(tag.partition("-")[0], {}).get("titles", ()))


def _is_person(scene: Scene, begin: int, end: int) -> bool:
    """Return whether a noun with its article stands before the comma and the sentence goes on behind the next one: "the captain, 41, said"."""
    place = scene.skip_back(begin)
    article = scene.behind(place, _ARTICLES) if place < begin else None
    word = scene.folded[scene.word_behind(place) : place]
    known = article is not None or word in _THE
    after = scene.skip(end + 1)
    return known and scene.at(end) in _COMMAS and after > end + 1 and scene.at(after).isalpha()


_ARTICLES = frozenset({Role.ARTICLE})
_THE = frozenset({"the", "el", "la", "le", "il", "lo", "o", "a", "der", "die", "das", "den", "dem", "de", "het", "az", "ο", "η"})
