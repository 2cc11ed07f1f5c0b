"""The unit of a number: before it, behind it, glued to it, or per another unit."""

from __future__ import annotations

import re

from claimcheck.lexicon.language import Role, Term
from claimcheck.model.mention import Unit
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.arithmetic import numeral_of, times
from claimcheck.scan.behind import DEGREES, HYPHENS, best_behind, unit_behind
from claimcheck.scan.cues import by_cue, cues_between
from claimcheck.scan.moves import has_moved
from claimcheck.scan.parts import add_cents, add_half, add_minor, add_smaller
from claimcheck.scan.per import take_per, take_rate
from claimcheck.scan.scene import Hit, Scene, bits
from claimcheck.units import BASIS_POINT, PERCENT, POINTS, money_unit

_AROUND = frozenset({Role.AROUND})
_AROUND_ROLE = bits(Role.AROUND)
_BEFORE = frozenset({Role.CURRENCY, Role.UNIT})
_BEFORE_ROLES = bits(*_BEFORE)
_CURRENCY = frozenset({Role.CURRENCY})
_UNIT = frozenset({Role.UNIT})
_LINK = frozenset({Role.LINK})
_SCALE = frozenset({Role.SCALE})
_POINTS = frozenset({Role.POINTS})


def unit_before(scene: Scene, start: int) -> Hit | None:
    """Return the currency or percent sign that stands before a number: $38, US$ 5, %32,87, yüzde 60."""
    place = scene.skip_back(start, 2)
    if place <= scene.low:
        return None
    if place == start and scene.folded[place - 1] == "-" and place - 1 > scene.low and not scene.folded[place - 2].isalnum():
        place -= 1  # $-5
    if not scene.roles_behind(place) & _BEFORE_ROLES:
        return None
    for hit in scene.hits_behind(place, _BEFORE):
        term = hit.term
        if not term.units or not (term.prefix or (not scene.language.spaced and term.units[0].name == "percent" and place == start)):
            continue
        if term.role is Role.CURRENCY and (not term.written or term.written == scene.text[hit.start : hit.end]):
            return hit
        if (term.role is Role.UNIT and not term.suffix) or term.units[0].name == "percent":
            return hit
    return None


def measure(scene: Scene, number: Number, before: Hit | None, marks: str = "") -> Amount:
    """Return the number with its unit, as far as there is one."""
    amount = Amount(number, number.start, number.end, low=number.low, high=number.high)
    if _take_around(scene, amount):
        return amount
    if before is not None and _is_share_of_something(scene, number, before):
        before = None
    if before is not None and not _is_name_before_measure(scene, number, before):
        _take_before(scene, amount, before)
        if amount.units[0].kind == "money":
            take_rate(scene, amount)
        return amount
    if number.percent:
        amount.units = (PERCENT,)
        return amount
    points = scene.ahead(scene.skip(number.end), _POINTS)
    if points is not None and (_take_percent_points(scene, amount, points) or _take_bare_points(scene, amount, points)):
        return amount
    hit = unit_behind(scene, number.end, linked=True)
    if hit is not None:
        _take_behind(scene, amount, by_cue(scene, hit, number.start), marks)
        take_rate(scene, amount)
    return amount


def _take_around(scene: Scene, amount: Amount) -> bool:
    """Read a unit that stands on both sides of its number: "kilomita 7 kwa saa", 每小时 7 公里."""
    before, behind = scene.skip_back(amount.start, 2), scene.skip(amount.end, 2)
    if not scene.roles_behind(before) & _AROUND_ROLE:
        return False
    for hit in scene.hits_behind(before, _AROUND):
        end = behind + len(hit.term.text)
        if scene.folded.startswith(hit.term.text, behind) and end <= scene.high and scene.may_end(end):
            amount.start, amount.end, amount.units = hit.start, end, hit.term.units
            return True
    return False


def _is_share_of_something(scene: Scene, number: Number, before: Hit) -> bool:
    """Return whether "percent of" before a number belongs to another one: what follows "percent of 10" is then a noun."""
    if before.term.role is not Role.UNIT or before.term.units[0].kind != "percent" or " " not in scene.folded[before.start : before.end]:
        return False
    place = scene.skip(number.end)
    return place < scene.high and (scene.at(place).isalnum() or scene.at(place) in "%$€£¥-–°")


def _is_name_before_measure(scene: Scene, number: Number, before: Hit) -> bool:
    """Return whether a code before the number is a name, because a measure stands behind it: AMD 6 GW are no drams."""
    if before.term.role is not Role.CURRENCY or not scene.text[before.start : before.end].isalpha():
        return False
    behind = unit_behind(scene, number.end, linked=False)
    return behind is not None and behind.term.role is Role.UNIT and behind.term.units[0].kind not in ("money", "percent")


def _take_percent_points(scene: Scene, amount: Amount, points: Hit) -> bool:
    """Read points that a percent follows: puntos de porcentaje, points de %; other points are counted."""
    place = scene.skip(points.end)
    link = scene.ahead(place, _LINK)
    hit = scene.ahead(scene.skip(link.end) if link else place, _UNIT)
    if hit is None or not hit.term.units or hit.term.units[0].kind != "percent":
        return False
    amount.units, amount.end = (POINTS,), hit.end
    return True


def _take_bare_points(scene: Scene, amount: Amount, points: Hit) -> bool:
    """Read points that are of percent by what their sentence speaks of: a margin of error, a lead in a poll."""
    value = amount.number.low.value
    if value >= _MOST_POINTS or not (scene.text[points.start : points.end].isalpha() or amount.number.low.exponent < 0):
        return False
    near = max(scene.opening, points.start - _NEAR), min(scene.high, points.end + _NEAR)
    if any(cue.term.text == "percent" for cue in cues_between(scene, *near)):
        amount.units, amount.end = (POINTS,), points.end
        return True
    if _leads_to_percent(scene, points.end):
        amount.units, amount.end = (POINTS,), points.end
        return True
    return False


def _leads_to_percent(scene: Scene, end: int) -> bool:
    """Return whether something rose or fell to the next figure, which is in percent: "fell 3 points to 9 %"."""
    found = _NEXT.match(scene.folded, end, scene.high)
    if found is None or not has_moved(scene, found.start(1)):
        return False
    before = unit_before(scene, found.start(1))
    hit = before or scene.ahead(scene.skip(found.end()), _UNIT)
    return hit is not None and bool(hit.term.units) and hit.term.units[0].kind == "percent"


_NEXT = re.compile(r"[^\d,;:.()]{1,24}?(\d+(?:[.,]\d+)?)")
_MOST_POINTS = 100
_NEAR = 200  # characters to each side in which a word tells what the points are of


def _take_before(scene: Scene, amount: Amount, before: Hit) -> None:
    term = before.term
    amount.start, amount.units = before.start, term.units
    behind = unit_behind(scene, amount.end, linked=True) if term.role is Role.CURRENCY else None
    if behind is not None and behind.term.role is Role.CURRENCY and _is_same_money(term, behind.term):
        amount.end, amount.units = behind.end, _narrower(term.units, behind.term.units)
    if term.role is Role.CURRENCY:
        add_cents(scene, amount)
        take_per(scene, amount)
    elif term.units[0].kind == "temperature":
        degrees = best_behind(scene, scene.skip(amount.end), amount.end)
        amount.end = degrees.end if degrees is not None and degrees.term.units[0].name in DEGREES else amount.end
    else:
        _take_points(scene, amount)


def _is_same_money(one: Term, other: Term) -> bool:
    names = {unit.name for unit in one.units}
    return any(unit.name in names for unit in other.units)


def _narrower(one: tuple[Unit, ...], other: tuple[Unit, ...]) -> tuple[Unit, ...]:
    return one if len(one) <= len(other) else other


def _take_points(scene: Scene, amount: Amount) -> None:
    points = scene.ahead(scene.skip(amount.end), _POINTS)
    if points is not None:
        amount.end, amount.units = points.end, (POINTS,)


def _take_behind(scene: Scene, amount: Amount, hit: Hit, marks: str) -> None:
    term = hit.term
    amount.end, amount.units = hit.end, term.units
    amount.attached = term.role is Role.ATTACHED or scene.at(amount.number.end) in HYPHENS
    if term.role is Role.SUBUNIT:
        return
    if term.role is Role.CURRENCY:
        _take_late_scale(scene, amount)
        add_half(scene, amount)
        add_minor(scene, amount, marks)
        take_per(scene, amount)
        return
    kind = term.units[0].kind
    if kind == "percent":
        _take_points(scene, amount)
        return
    add_half(scene, amount)
    if kind in _COMPOUND_KINDS:
        add_smaller(scene, amount, marks)
    if kind in _PER_KINDS and not amount.attached:
        take_per(scene, amount)


def _take_late_scale(scene: Scene, amount: Amount) -> None:
    """Read the scale of "80 USD million", which stands behind the currency."""
    if amount.number.scale > 1 or amount.number.vague:
        return
    hit = scene.ahead(scene.skip(amount.end), _SCALE)
    if hit is None or hit.term.value < 1000 or hit.end - hit.start < 2:
        return
    amount.low = amount.high = times(amount.number.low, numeral_of(hit.term.value))
    amount.number.scale = int(hit.term.value)
    amount.end = hit.end


_COMPOUND_KINDS = frozenset({"duration", "length", "mass", "volume", "angle"})
_PER_KINDS = frozenset({"length", "mass", "volume", "energy", "power", "data", "area"})


def main_unit(unit: Unit) -> Unit:
    """Return the currency of a cent, the percent of a tenth, the points of a basis point; every other unit is its own."""
    if unit is PERCENT or unit.kind not in _PARTED_KINDS or unit.factor == 1 or " " in unit.dimension:
        return unit
    if unit.kind == "money":
        return money_unit(unit.name)
    if unit == BASIS_POINT:
        return POINTS
    return PERCENT if unit.name == PERCENT.name else unit


_PARTED_KINDS = frozenset({"money", "percent"})
