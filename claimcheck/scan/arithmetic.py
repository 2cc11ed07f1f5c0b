"""Numerals multiplied, added and divided, with the place of the last digit shown."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claimcheck.model.mention import Numeral

ONE = Numeral(1, 0)
PLACES = 12  # decimals kept of a third


@lru_cache(maxsize=4096)
def numeral_of(value: Decimal) -> Numeral:
    """Return a lexicon's number as a numeral; powers of ten from a thousand up carry no digits of their own.

    >>> numeral_of(Decimal(1000)), numeral_of(Decimal(12)), numeral_of(Decimal("0.5"))
    (Numeral(significand=1, exponent=3), Numeral(significand=12, exponent=0), Numeral(significand=5, exponent=-1))
    """
    sign, digits, exponent = round(value, PLACES).as_tuple() if value % 1 else value.as_tuple()
    if not isinstance(exponent, int):
        return Numeral(0, 0)
    whole = int("".join(map(str, digits))) * (-1 if sign else 1)
    while whole and whole % 10 == 0:
        whole, exponent = whole // 10, exponent + 1
    if 0 < exponent < 3:
        whole, exponent = whole * 10**exponent, 0
    return Numeral(whole, exponent)


def times(left: Numeral, right: Numeral) -> Numeral:
    """Return the product, with the place of the last digit shown."""
    significand, exponent = left.significand * right.significand, left.exponent + right.exponent
    if right == Numeral(100, 0) and exponent < 0:
        significand, exponent = left.significand, left.exponent + 2
    return Numeral(significand * 10**exponent, 0) if 0 < exponent < 3 and right.exponent < 3 else Numeral(significand, exponent)


def plus(left: Numeral, right: Numeral) -> Numeral:
    """Return the sum; its last digit shown is the finer of the two."""
    exponent = min(left.exponent, right.exponent)
    return Numeral(left.significand * 10 ** (left.exponent - exponent) + right.significand * 10 ** (right.exponent - exponent), exponent)


def quotient(top: Numeral, below: int) -> Numeral:
    """Return a fraction as a numeral: exact where it ends within six places, else to twelve."""
    for places in (0, 1, 2, 3, 4, 6):
        scaled = top.significand * 10**places
        if scaled % below == 0:
            return Numeral(scaled // below, top.exponent - places)
    places = PLACES + max(0, len(str(below)) - 3)  # a trillionth is not nothing
    return Numeral(round(Decimal(top.significand) * 10**places / below), top.exponent - places)


def scaled(numeral: Numeral, factor: Decimal) -> Numeral:
    """Return the numeral times a factor, keeping the place of its last digit."""
    _, digits, exponent = factor.as_tuple()
    if not isinstance(exponent, int):
        return numeral
    whole = int("".join(map(str, digits)))
    while whole and whole % 10 == 0:
        whole, exponent = whole // 10, exponent + 1
    return Numeral(numeral.significand * whole, numeral.exponent + exponent)
