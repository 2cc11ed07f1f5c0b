"""The unit behind a number: which of the words there it is, and what it means."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.lexicon.language import Role, Term
from claimcheck.scan.scene import Hit, Scene, is_letter
from claimcheck.units import unit_of

_BEHIND = frozenset({Role.UNIT, Role.CURRENCY, Role.SUBUNIT, Role.ATTACHED})
_UNIT = frozenset({Role.UNIT})
_LINK = frozenset({Role.LINK})
HYPHENS = "-–‐"


def unit_behind(scene: Scene, end: int, *, linked: bool) -> Hit | None:
    """Return the unit behind a number that ends at `end`: after a blank, a hyphen, or "of"."""
    place = scene.skip(end)
    if scene.at(place) in HYPHENS and scene.at(place) and place - end <= 1:
        return _attached(scene, end, place)
    best = best_behind(scene, place, end) or _odd_degrees(scene, place)
    if best is None and linked:
        link = scene.ahead(place, _LINK)
        if link is not None and link.end < scene.high:
            best = unit_behind(scene, link.end, linked=False)
            if best is not None and best.term.role is Role.ATTACHED:
                return None
    return best


def _attached(scene: Scene, end: int, place: int) -> Hit | None:
    """Return the unit of "22-year-old", "16-bit", "22-letni" behind its hyphen."""
    for hit in scene.hits_ahead(end, _BEHIND):
        if hit.end > place + 1:
            return hit
    for hit in scene.hits_ahead(scene.skip(place + 1, 1), _BEHIND):
        if place == end and hit.term.units and hit.end - hit.start > 1 and hit.term.suffix:
            return hit
    return None


def best_behind(scene: Scene, place: int, end: int) -> Hit | None:
    """Return the longest unit at `place`; where money and a measure share a word ("pounds"), it bears both meanings."""
    best: Hit | None = None
    for hit in scene.hits_ahead(place, _BEHIND):
        if best is not None and hit.end < best.end:
            break
        if not _may_stand_behind(scene, hit, end):
            continue
        if best is None:
            best = hit
        elif {best.term.role, hit.term.role} == {Role.CURRENCY, Role.UNIT}:
            return _both(scene, best, hit)
    if best is not None and best.term.units[0].name in DEGREES:
        return _degrees(scene, best)
    return best


DEGREES = frozenset({"degree", "degree_Celsius"})


def _both(scene: Scene, one: Hit, other: Hit) -> Hit:
    """Return one hit with the units of both, the measure first before "of": "two pounds of meat"."""
    measured = scene.ahead(scene.skip(one.end), _LINK) is not None
    first, second = (one, other) if (one.term.role is Role.UNIT) == measured else (other, one)
    return Hit(one.start, one.end, replace(first.term, units=first.term.units + second.term.units))


def _degrees(scene: Scene, hit: Hit) -> Hit:
    """Return the scale of a temperature that follows the degrees: "70 ° Fahrenheit", "30 graus C"."""
    place = scene.skip(hit.end)
    letter = _SCALES.get(scene.at(place))
    if letter is not None and scene.is_edge(place + 1):
        return Hit(hit.start, place + 1, replace(hit.term, units=(unit_of(letter),)))
    scale = scene.ahead(place, _UNIT)
    return scale if scale is not None and scale.term.units and scale.term.units[0].kind == "temperature" else hit


_SCALES = {"c": "degree_Celsius", "f": "degree_Fahrenheit"}
_ORDINAL_OR_DEGREE = frozenset("ºª˚")


def _odd_degrees(scene: Scene, place: int) -> Hit | None:
    """Return the unit of "30º C", written with the sign of ordinals."""
    after = scene.skip(place + 1, 1)
    letter = _SCALES.get(scene.at(after)) if scene.at(place) in _ORDINAL_OR_DEGREE and scene.at(place) else None
    if letter is None or not scene.is_edge(after + 1):
        return None
    return Hit(place, after + 1, Term(role=Role.UNIT, units=(unit_of(letter),)))


def _may_stand_behind(scene: Scene, hit: Hit, end: int) -> bool:
    term = hit.term
    if not term.units or not (term.suffix or term.role is not Role.CURRENCY):
        return False
    if term.written and term.written != scene.text[hit.start : hit.end] and scene.folded[hit.start : hit.end] not in _CODES:
        return False
    if term.role is Role.CURRENCY and scene.at(hit.end).isdigit() and hit.start > end:
        return False  # the sign of the next amount: "3 USD50 cards"
    if term.role is Role.CURRENCY and not term.written and hit.start > end and not scene.folded[hit.end - 1].isalpha():
        return not scene.at(scene.skip(hit.end)).isdigit()
    if term.role is Role.UNIT and _is_function_word(scene, hit, end):
        return False
    if term.role is Role.UNIT and hit.end - hit.start == 1 and hit.start > end and scene.folded[hit.start].isalpha():
        return scene.at(hit.end) not in "'.-" or scene.at(hit.end) == ""
    return True


def _is_function_word(scene: Scene, hit: Hit, end: int) -> bool:
    """Return whether a short unit is a preposition here: the "in" of "Switch 2 in four days" is no inch."""
    if hit.end - hit.start > 3 or hit.start == end or not is_letter(scene.at(scene.skip(hit.end))):
        return False
    return scene.ahead(hit.start, _FUNCTIONS) is not None


_FUNCTIONS = frozenset({
    Role.IN_TIME, Role.ON, Role.PER_RATIO, Role.UNTIL, Role.BEFORE, Role.SINCE, Role.AFTER, Role.RANGE_MIDDLE, Role.RANGE_OPEN,
    Role.JOINER, Role.LINK,
})  # fmt: skip

# ISO codes that people also write small; the others are words too often ("cup", "try", "all")
_CODES = frozenset({"usd", "eur", "gbp", "chf", "jpy", "inr", "cny", "aud", "cad", "nzd", "hkd", "sgd", "sek", "nok", "dkk", "pln", "czk", "huf", "brl", "mxn", "krw", "zar", "aed"})  # fmt: skip
