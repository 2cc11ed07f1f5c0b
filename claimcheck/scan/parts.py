"""What follows a unit and belongs to the amount: halves, smaller units, cents."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Numeral
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.arithmetic import plus, scaled
from claimcheck.scan.behind import unit_behind
from claimcheck.scan.compose import read_number
from claimcheck.scan.scene import Scene

_JOINER = frozenset({Role.JOINER})
_SMALLER = frozenset({Role.SUBUNIT, Role.UNIT})
_HALF = frozenset({Role.AND_FRACTION})


def add_half(scene: Scene, amount: Amount) -> None:
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


def add_minor(scene: Scene, amount: Amount, marks: str) -> None:
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
                    add_minor(scene, amount, marks)
                return


def add_cents(scene: Scene, amount: Amount) -> None:
    """Read the cents of "$20 and 43 cents"."""
    if (
        amount.number.scale == 1
        and not amount.number.vague
        and not amount.number.low.exponent
        and scene.at(scene.skip(amount.end)).isalnum()
    ):
        add_minor(scene, amount, "")


def _ends_phrase(scene: Scene, place: int) -> bool:
    return scene.skip(place) >= scene.high or not (scene.at(scene.skip(place)).isalnum() or scene.at(place) in "%-")


def add_smaller(scene: Scene, amount: Amount, marks: str) -> None:
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
                        add_smaller(scene, amount, marks)
                    return
