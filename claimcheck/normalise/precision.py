"""What a written number means: half a step of its last digit to each side."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge, Numeral

_LARGEST = 10**26  # of so many digits half a step is lost in the arithmetic of decimals
_PLACES = 10  # decimals; a longer one is a third or the like, which has no last digit


def step_of(numeral: Numeral) -> Decimal:
    """Return one step of the last digit shown.

    >>> f"{step_of(Numeral(41, 5)):f}"
    '100000'
    """
    return Decimal((0, (1,), numeral.exponent))


def rounding_interval(numeral: Numeral) -> Interval[Decimal]:
    """Return the values that round to `numeral`, half open, so that 4.1 and 4.2 million can contradict.

    >>> million_4_1 = rounding_interval(Numeral(41, 5))
    >>> f"{million_4_1.low:f} to below {million_4_1.high:f}"
    '4050000 to below 4150000'
    """
    half = Decimal((0, (5,), numeral.exponent - 1))
    value = numeral.value
    return Interval(value - half, value + half, high_closed=False)


def meant(low: Numeral | None, high: Numeral | None, hedge: Hedge) -> Interval[Decimal]:
    """Return the values that a hedged number or range allows, in its own unit.

    Bounds take the stated value itself, inclusive, as the contract has it; "about" is left to the judge's tolerance
    rules; "almost" lies just below: down to nine tenths, as "almost 8 billion" is said of 7.9 and not of 7.
    """
    match hedge:
        case Hedge.AT_LEAST | Hedge.MORE_THAN:
            return Interval(low.value if low else None, None)
        case Hedge.AT_MOST | Hedge.LESS_THAN:
            return Interval(None, high.value if high else None)
        case Hedge.ALMOST if low is not None:
            return _just_below(low)
        case _:
            pass
    if low is None or high is None:
        return Interval(low.value if low else None, high.value if high else None)
    if hedge is Hedge.VAGUE:
        return Interval(low.value, high.value)
    if low.exponent < -_PLACES or high.exponent < -_PLACES or max(abs(low.significand), abs(high.significand)) >= _LARGEST:
        return Interval(low.value, high.value)
    half, other = Decimal((0, (5,), low.exponent - 1)), Decimal((0, (5,), high.exponent - 1))
    return Interval(low.value - half, high.value + other, high_closed=False)


def _just_below(numeral: Numeral) -> Interval[Decimal]:
    value = numeral.value
    if value <= 0:
        return Interval(value, value * 9 / 10)
    return Interval(value * 9 / 10, rounding_interval(numeral).high, high_closed=False)
