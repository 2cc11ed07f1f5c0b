"""The unit of a number: before it, behind it, glued to it, or per another unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from claimcheck.lexicon.language import Role, Term
from claimcheck.model.mention import Numeral, Unit
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.arithmetic import numeral_of, plus, scaled, times
from claimcheck.scan.compose import read_number
from claimcheck.scan.scene import Hit, Scene, is_letter
from claimcheck.units import PERCENT, POINTS, combine, money_unit, unit_of

_BEFORE = frozenset({Role.CURRENCY, Role.UNIT})
_PER_PREFIX = frozenset({Role.PER_PREFIX})
_BEHIND = frozenset({Role.UNIT, Role.CURRENCY, Role.SUBUNIT, Role.ATTACHED})
_CURRENCY = frozenset({Role.CURRENCY})
_UNIT = frozenset({Role.UNIT})
_PER = frozenset({Role.PER})
_LINK = frozenset({Role.LINK})
_JOINER = frozenset({Role.JOINER})
_SMALLER = frozenset({Role.SUBUNIT, Role.UNIT})
_ARTICLE = frozenset({Role.ARTICLE})
_HALF = frozenset({Role.AND_FRACTION})
_SCALE = frozenset({Role.SCALE})
_POINTS = frozenset({Role.POINTS})
_HYPHENS = "-–‐"


def unit_before(scene: Scene, start: int) -> Hit | None:
    """Return the currency or percent sign that stands before a number: $38, US$ 5, %32,87, yüzde 60."""
    place = scene.skip_back(start, 2)
    if place <= scene.low:
        return None
    if place == start and scene.folded[place - 1] == "-" and place - 1 > scene.low and not scene.folded[place - 2].isalnum():
        place -= 1  # $-5
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
    if before is not None and not _is_name_before_measure(scene, number, before):
        _take_before(scene, amount, before)
        return amount
    if number.percent:
        amount.units = (PERCENT,)
        return amount
    points = scene.ahead(scene.skip(number.end), _POINTS)
    if points is not None and _take_percent_points(scene, amount, points):
        return amount
    hit = unit_behind(scene, number.end, linked=True)
    if hit is not None:
        _take_behind(scene, amount, hit, marks)
        _take_rate(scene, amount)
    return amount


def _is_name_before_measure(scene: Scene, number: Number, before: Hit) -> bool:
    """Return whether a code before the number is a name, because a measure stands behind it: AMD 6 GW are no drams."""
    if before.term.role is not Role.CURRENCY or not scene.text[before.start : before.end].isalpha():
        return False
    behind = unit_behind(scene, number.end, linked=False)
    return behind is not None and behind.term.role is Role.UNIT and behind.term.units[0].kind not in ("money", "percent")


def _take_rate(scene: Scene, amount: Amount) -> None:
    """Read the "per hour" that stands before the number: 時速300km."""
    hit = scene.behind(scene.skip_back(amount.start), _PER_PREFIX)
    if hit is not None and hit.term.units:
        amount.units = tuple(_per(unit, hit.term.units[0]) for unit in amount.units)
        amount.start = hit.start


def _take_percent_points(scene: Scene, amount: Amount, points: Hit) -> bool:
    """Read points that a percent follows: puntos de porcentaje, points de %; other points are counted."""
    place = scene.skip(points.end)
    link = scene.ahead(place, _LINK)
    hit = scene.ahead(scene.skip(link.end) if link else place, _UNIT)
    if hit is None or not hit.term.units or hit.term.units[0].kind != "percent":
        return False
    amount.units, amount.end = (POINTS,), hit.end
    return True


def _take_before(scene: Scene, amount: Amount, before: Hit) -> None:
    term = before.term
    amount.start, amount.units = before.start, term.units
    behind = unit_behind(scene, amount.end, linked=True) if term.role is Role.CURRENCY else None
    if behind is not None and behind.term.role is Role.CURRENCY and _is_same_money(term, behind.term):
        amount.end, amount.units = behind.end, _narrower(term.units, behind.term.units)
    if term.role is Role.CURRENCY:
        _add_cents(scene, amount)
        _take_per(scene, amount)
    elif term.units[0].kind == "temperature":
        degrees = _best_behind(scene, scene.skip(amount.end), amount.end)
        amount.end = degrees.end if degrees is not None and degrees.term.units[0].name in _DEGREES else amount.end
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


def unit_behind(scene: Scene, end: int, *, linked: bool) -> Hit | None:
    """Return the unit behind a number that ends at `end`: after a blank, a hyphen, or "of"."""
    place = scene.skip(end)
    if scene.at(place) in _HYPHENS and scene.at(place) and place - end <= 1:
        return _attached(scene, end, place)
    best = _best_behind(scene, place, end) or _odd_degrees(scene, place)
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


def _best_behind(scene: Scene, place: int, end: int) -> Hit | None:
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
    if best is not None and best.term.units[0].name in _DEGREES:
        return _degrees(scene, best)
    return best


_DEGREES = frozenset({"degree", "degree_Celsius"})


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


def _take_behind(scene: Scene, amount: Amount, hit: Hit, marks: str) -> None:
    term = hit.term
    amount.end, amount.units = hit.end, term.units
    amount.attached = term.role is Role.ATTACHED or scene.at(amount.number.end) in _HYPHENS
    if term.role is Role.SUBUNIT:
        return
    if term.role is Role.CURRENCY:
        _take_late_scale(scene, amount)
        _add_minor(scene, amount, marks)
        _take_per(scene, amount)
        return
    kind = term.units[0].kind
    if kind == "percent":
        _take_points(scene, amount)
        return
    _add_half(scene, amount)
    if kind in _COMPOUND_KINDS:
        _add_smaller(scene, amount, marks)
    if kind in _PER_KINDS and not amount.attached:
        _take_per(scene, amount)


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


def _add_half(scene: Scene, amount: Amount) -> None:
    """Read "an hour and a half"."""
    hit = scene.ahead(scene.skip(amount.end), _HALF)
    if hit is None or amount.number.high != amount.number.low:
        return
    share = Numeral(5, -1)
    amount.low = amount.high = plus(amount.number.low, share)
    amount.end = hit.end


def _next_number(scene: Scene, amount: Amount, marks: str) -> Number | None:
    """Return the number behind a unit, after a blank and perhaps "and"."""
    place = scene.skip(amount.end)
    joiner = scene.ahead(place, _JOINER)
    if joiner is not None:
        place = scene.skip(joiner.end)
    if place >= scene.high:
        return None
    return read_number(scene, place, marks)


def _add_minor(scene: Scene, amount: Amount, marks: str) -> None:
    """Read the cents of "15 dollars 50" and "2 złote 30 groszy"."""
    if amount.number.vague or amount.number.low.exponent < 0:
        return
    number = _next_number(scene, amount, marks)
    if number is None or number.vague or number.low.exponent or not 0 < number.low.significand < 100:
        return
    behind = unit_behind(scene, number.end, linked=False)
    bare = amount.end > amount.number.end and scene.folded[amount.end : number.start].isspace() and scene.folded[amount.end - 1].isalpha()
    if behind is None and bare and number.digits and number.end - number.start == 2 and _ends_phrase(scene, number.end):
        amount.low = amount.high = plus(amount.number.low, Numeral(number.low.significand, -2))
        amount.end = number.end
    elif behind is not None and behind.term.role is Role.SUBUNIT:
        names = {unit.name: unit for unit in behind.term.units}
        for unit in amount.units:
            part = names.get(unit.name) or (behind.term.units[0] if len(amount.units) == 1 else None)
            if part is not None:
                amount.low = amount.high = plus(amount.low or amount.number.low, scaled(number.low, part.factor))
                amount.end = behind.end
                amount.units = (unit,)
                if part.factor > Decimal("0.05"):
                    _add_minor(scene, amount, marks)
                return


def _add_cents(scene: Scene, amount: Amount) -> None:
    """Read the cents of "$20 and 43 cents"."""
    if (
        amount.number.scale == 1
        and not amount.number.vague
        and not amount.number.low.exponent
        and scene.at(scene.skip(amount.end)).isalnum()
    ):
        _add_minor(scene, amount, "")


def _ends_phrase(scene: Scene, place: int) -> bool:
    return scene.skip(place) >= scene.high or not (scene.at(scene.skip(place)).isalnum() or scene.at(place) in "%-")


def _add_smaller(scene: Scene, amount: Amount, marks: str) -> None:
    """Read "5 feet 2 inches" and "one hour and 45 minutes", in the smaller unit."""
    if amount.number.vague or amount.number.low.exponent < 0 or amount.attached:
        return
    unit = amount.units[0]
    number = _next_number(scene, amount, marks)
    if number is None or number.vague:
        return
    for hit in scene.hits_ahead(scene.skip(number.end), _SMALLER):
        for smaller in hit.term.units:
            if smaller.dimension == unit.dimension and smaller.factor < unit.factor and unit.factor % smaller.factor == 0:
                whole = scaled(amount.low or amount.number.low, unit.factor / smaller.factor)
                if number.low.value * smaller.factor < unit.factor:
                    amount.low = amount.high = plus(whole, number.low)
                    amount.units, amount.end = (smaller,), hit.end
                    if smaller.kind == "duration":
                        _add_smaller(scene, amount, marks)
                    return


def _take_per(scene: Scene, amount: Amount) -> None:
    """Read the "per hour" of a speed and the "per tonne" of a price."""
    place = scene.skip(amount.end, 2)
    per = scene.ahead(place, _PER)
    if per is None:
        return
    begin = scene.skip(per.end, 2)
    article = scene.ahead(begin, _ARTICLE)
    hit = scene.ahead(begin, _UNIT) or (scene.ahead(scene.skip(article.end, 2), _UNIT) if article else None)
    if hit is None or not hit.term.units or hit.term.units[0].kind == "percent":
        return
    units = tuple(_per(unit, hit.term.units[0]) for unit in amount.units)
    if per.end - per.start <= 2 and scene.folded[per.start].isalpha() and units[0].kind == "other":
        return  # "7 mm le baril": an article means "per" only where a known measure comes of it
    amount.units, amount.end = units, hit.end


@lru_cache(maxsize=2048)
def _per(unit: Unit, other: Unit) -> Unit:
    """Return one unit per another; money keeps its currency's name, and its dimension tells the rest."""
    joined = combine(unit, other)
    return replace(joined, name=unit.name) if unit.kind == "money" else joined


@lru_cache(maxsize=256)
def main_unit(unit: Unit) -> Unit:
    """Return the currency of a cent and the percent of a tenth; every other unit is its own."""
    if unit.factor == 1 or " " in unit.dimension:
        return unit
    if unit.kind == "money":
        return money_unit(unit.name)
    return PERCENT if unit.name == PERCENT.name else unit
