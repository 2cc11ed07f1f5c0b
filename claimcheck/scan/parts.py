"""What follows a unit and belongs to the amount: halves, smaller units, cents."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Numeral, Unit
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.arithmetic import numeral_of, plus, scaled, times
from claimcheck.scan.compose import read_number
from claimcheck.scan.scene import Hit, Scene
from claimcheck.units import unit_of

_JOINER = frozenset({Role.JOINER, Role.MIXED})
_ARTICLE = frozenset({Role.ARTICLE})
_SMALLER = frozenset({Role.UNIT})
_SUBUNIT = frozenset({Role.SUBUNIT})
_LINK = frozenset({Role.LINK})
_HALF = frozenset({Role.AND_FRACTION})
_FRACTION = frozenset({Role.FRACTION})
_DIGIT = frozenset({Role.DIGIT})
_COUNTS_ON = frozenset({Role.DIGIT, Role.SCALE, Role.UNIT, Role.CLASSIFIER, Role.CURRENCY, Role.SUBUNIT, Role.FRACTION})
_COMMAS = frozenset(",，、")
_DAYS = {"year": 365, "month": 30}  # of "1 year 2 days", which no calendar fixes
_BARE = {"hour": ("minute", 60), "meter": ("centimeter", 100)}  # what a bare number behind them counts
_FEW, _CUSTOMARY = 12, 3  # yards and feet hold few of the next smaller unit, and people give more of it ("2 yards 7 feet")
_TENTHS = frozenset({"money", "length", "mass"})


def add_half(scene: Scene, amount: Amount) -> None:
    """Read "an hour and a half", "two hours and a quarter" and 三斤半."""
    number = amount.number
    if number.vague or number.high != number.low or number.scale > 1 or amount.low is None:
        return
    hit = scene.ahead(scene.skip(amount.end), _HALF) or _joined_fraction(scene, amount)
    if hit is None or hit.term.text:
        return
    amount.low = amount.high = plus(amount.low, numeral_of(hit.term.value))
    amount.end = hit.end


def _joined_fraction(scene: Scene, amount: Amount) -> Hit | None:
    """Return the half of "one hour and half" or 三斤半, unless it is one of something else."""
    place = scene.skip(amount.end)
    if not scene.language.spaced:
        half = scene.ahead(place, _FRACTION)
        return half if half is not None and scene.ahead(half.end, _COUNTS_ON) is None else None
    joiner = scene.ahead(place, _JOINER)
    if joiner is None:
        return None
    half = scene.ahead(scene.skip(joiner.end), _FRACTION)
    return half if half is not None and _ends_phrase(scene, half.end) else None


def _next_number(scene: Scene, amount: Amount, marks: str, *, comma: bool = False) -> tuple[Number | None, bool]:
    """Return the number behind a unit, after a blank and perhaps a comma or "and", and whether one of them was there."""
    place = scene.skip(amount.end)
    joined = comma and scene.at(place) in _COMMAS and scene.at(place) != ""
    if joined:
        place = scene.skip(place + 1)
    joiner = scene.ahead(place, _JOINER)
    if joiner is not None:
        place, joined = scene.skip(joiner.end), True
    if place >= scene.high:
        return None, joined
    number = read_number(scene, place, marks)
    article = scene.ahead(place, _ARTICLE) if number is None else None
    if article is not None:
        number = Number(place, article.end, Numeral(1, 0), Numeral(1, 0), atoms=1, article=True)
    return number, joined


def add_minor(scene: Scene, amount: Amount, marks: str) -> None:
    """Read the cents of "15 dollars 50", "twenty dollars and 43" and "2 złote 30 groszy"."""
    if amount.number.vague or amount.number.low.exponent < 0 or (amount.low or amount.number.low).exponent < -1:
        return
    if _add_tenth(scene, amount, Decimal(1)):
        return
    number, joined = _next_number(scene, amount, marks)
    if number is None or number.vague or number.low.exponent or not 0 < number.low.significand < 100:
        return
    minor = _minor_behind(scene, number.end)
    if minor is not None:
        _take_minor(scene, amount, number, minor, marks)
    elif not number.article and _is_bare_rest(scene, amount, number, joined=joined) and amount.number.scale == 1:
        amount.low = amount.high = plus(amount.number.low, Numeral(number.low.significand, -2))
        amount.end = number.end


def _minor_behind(scene: Scene, end: int) -> Hit | None:
    """Return the cents behind a number that ends at `end`; one letter ("43c") is enough here."""
    place = scene.skip(end)
    hit = scene.ahead(place, _SUBUNIT)
    link = scene.ahead(place, _LINK) if hit is None else None
    return scene.ahead(scene.skip(link.end), _SUBUNIT) if link is not None else hit


def _take_minor(scene: Scene, amount: Amount, number: Number, minor: Hit, marks: str) -> None:
    names = {unit.name: unit for unit in minor.term.units}
    unit = next((unit for unit in amount.units if unit.name in names), amount.units[0])
    part = names.get(unit.name, minor.term.units[0])
    if unit.kind != "money" or part.kind != "money":
        return
    amount.low = amount.high = plus(amount.low or amount.number.low, scaled(number.low, part.factor))
    amount.end, amount.units = minor.end, (unit,)
    if part.factor > Decimal("0.05") and not _add_tenth(scene, amount, part.factor):
        add_minor(scene, amount, marks)


def _add_tenth(scene: Scene, amount: Amount, factor: Decimal) -> bool:
    """Read the 九 of 三米九 as tenths of the unit before it, the 零四 of 三块零四 as hundredths."""
    if scene.language.spaced or amount.low is None or amount.number.scale > 1:
        return False
    places, digit = 1, scene.ahead(amount.end, _DIGIT)
    if digit is not None and not digit.term.value:
        places, digit = 2, scene.ahead(digit.end, _DIGIT)
    if digit is None or not digit.term.value or scene.ahead(digit.end, _COUNTS_ON) is not None:
        return False
    share = Numeral(int(digit.term.value), -places)
    amount.low = amount.high = plus(amount.low, scaled(share, factor))
    amount.end = digit.end
    return True


def _is_bare_rest(scene: Scene, amount: Amount, number: Number, *, joined: bool) -> bool:
    """Return whether a number without a unit, at the end of its phrase, goes on with the amount: "20 dollars and 43"."""
    if not _ends_phrase(scene, number.end) or number.low.significand >= _MOST_BARE:
        return False
    if joined:
        return not number.digits or number.end - number.start == 2
    if not scene.folded[amount.end : number.start].isspace():
        return False
    return number.end - number.start == _TWO_DIGITS if number.digits else number.low.significand >= _TEN


_MOST_BARE = 100
_TWO_DIGITS = 2
_TEN = 10


def add_cents(scene: Scene, amount: Amount) -> None:
    """Read the cents of "$20 and 43 cents"."""
    number = amount.number
    if number.scale == 1 and not number.vague and not number.low.exponent and scene.at(scene.skip(amount.end)).isalnum():
        add_minor(scene, amount, "")


def _ends_phrase(scene: Scene, place: int) -> bool:
    after = scene.skip(place)
    if after >= scene.high:
        return True
    mark = scene.at(after)
    return not (mark.isalnum() or scene.at(place) in "%-" or (mark in ".,:/" and scene.at(after + 1).isdigit()) or mark in "$€£¥%°")


def add_smaller(scene: Scene, amount: Amount, marks: str) -> None:
    """Read "5 feet 2 inches", "2 years, 3 months" and "one hour and 45", in the smaller unit."""
    if amount.number.vague or amount.low is None or amount.low.exponent < 0 or amount.attached:
        return
    if amount.units[0].kind in _TENTHS and _add_tenth(scene, amount, Decimal(1)):
        return
    number, joined = _next_number(scene, amount, marks, comma=True)
    if number is None or number.vague:
        return
    for hit in scene.hits_ahead(scene.skip(number.end), _SMALLER):
        for smaller in hit.term.units:
            if _add_in(amount, number, smaller):
                amount.end = hit.end
                add_half(scene, amount)
                add_smaller(scene, amount, marks)
                return
    bare = _BARE.get(amount.units[0].name)
    commaed = scene.at(scene.skip(amount.end)) in _COMMAS
    if bare is None or commaed or number.article or number.low.exponent or not number.low.significand < bare[1]:
        return
    if _is_bare_rest(scene, amount, number, joined=joined) or (not number.digits and _ends_phrase(scene, number.end)):
        amount.low = amount.high = plus(times(amount.low, Numeral(bare[1], 0)), number.low)
        amount.units, amount.end = (unit_of(bare[0]),), number.end


def _add_in(amount: Amount, number: Number, smaller: Unit) -> bool:
    """Add a number of smaller units; False where they are none of the same dimension."""
    unit = amount.units[0]
    if smaller.dimension != unit.dimension or smaller.factor >= unit.factor:
        return False
    most = _CUSTOMARY if unit.kind == "length" and unit.factor / smaller.factor <= _FEW else 1
    if number.low.value * smaller.factor >= unit.factor * most:
        return False
    rest, step = number.low, smaller
    days = _DAYS.get(unit.name) if unit.kind == "duration" and smaller.name not in _DAYS and smaller.name != "quarter" else None
    if days and smaller.name == "week":
        rest, step = times(rest, Numeral(7, 0)), unit_of("day")
    size = unit_of("day").factor * days if days else unit.factor
    if size % step.factor:
        return False
    amount.low = amount.high = plus(scaled(amount.low or amount.number.low, size / step.factor), rest)
    amount.units = (step,)
    return True
