"""From what was gathered of a figure to its readings, likeliest first."""

from __future__ import annotations

from claimcheck.model.mention import Hedge, NumberReading, Numeral, Unit
from claimcheck.scan.amount import Amount
from claimcheck.scan.measures import main_unit
from claimcheck.units import COUNT, PLAIN, RATIO

_MOST_UNITS = 4
_SHORTENED = "a capital glued to digits shortens a count"


def readings_of(amount: Amount) -> tuple[NumberReading, ...]:
    """Return every way to read the amount: its units in their order, then the other way to read its digits."""
    number = amount.number
    units = amount.units or (_bare_unit(amount),)
    found = []
    for place, unit in enumerate(units[:_MOST_UNITS]):
        why = (number.why if number.instead is None else _SHORTENED) if place == 0 else f"another meaning of the unit: {unit.name}"
        if place == 0 and len(units) > 1:
            why = why or "the likeliest meaning of the unit"
        found.append(_reading(amount, unit, amount.low, amount.high, why))
    if number.other is not None and number.other != number.low:
        low = None if amount.low is None else number.other
        high = None if amount.high is None else number.other
        found.append(_reading(amount, units[0], low, high, "the separator read the other way"))
    if number.instead is not None and not amount.units and amount.counted_to == amount.counted_from:
        numeral, unit = number.instead
        if (amount.low or amount.high or number.low).significand < 0:
            numeral = Numeral(-numeral.significand, numeral.exponent)
        low, high = (None if end is None else numeral for end in (amount.low, amount.high))
        found.append(_reading(amount, unit, low, high, f"the letter is a unit: {unit.name}"))
    return tuple(found)


def _reading(amount: Amount, unit: Unit, low: Numeral | None, high: Numeral | None, why: str) -> NumberReading:
    return NumberReading(low=low, high=high, unit=main_unit(unit), hedge=amount.hedge, signed=amount.number.signed, why=why)


def _bare_unit(amount: Amount) -> Unit:
    if amount.number.fraction:
        return RATIO
    if amount.counted_to > amount.counted_from or amount.hedge is Hedge.VAGUE:
        return COUNT
    return PLAIN
