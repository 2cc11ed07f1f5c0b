"""How far two numbers lie apart, and whether one is a slip of the other: digits that changed places, one digit changed, a point moved."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from claimcheck.align.groups import Group
from claimcheck.model.quantity import Quantity
from claimcheck.relation.digits import are_swapped

SLIP_DIGITS: Final = 2  # figures of so few digits share all but one by chance


def slip_weight(a: Quantity, b: Quantity) -> float:
    """Return what it weighs that one figure is the other with a digit changed, or the point moved; 0 for neither.

    Such figures are met by chance less often the more digits they share, and are what a slip of the keyboard leaves.
    """
    first, second = digits_of(a), digits_of(b)
    shared_digits = max(len(first), len(second))
    if first.strip("0") == second.strip("0") and shared_digits:
        return 0.8 if len(first.strip("0")) > 1 else 0.2
    if len(first) != len(second) or shared_digits < SLIP_DIGITS:
        return 0.0
    apart = sum(1 for one, other in zip(first, second, strict=True) if one != other)
    return (
        {1: 1.0, 2: 0.4 if sorted(first) == sorted(second) else 0.0}.get(apart, 0.0) if shared_digits > SLIP_DIGITS else 0.3 * (apart == 1)
    )


def swap_weight(a: Quantity, b: Quantity) -> float:
    """Return what it weighs that two neighbouring digits changed places, whatever the sentences: 640 and 604; else 0."""
    first, second = digits_of(a).rstrip("0"), digits_of(b).rstrip("0")
    width = max(len(first), len(second))
    if not are_swapped(first.ljust(width, "0"), second.ljust(width, "0")):
        return 0.0
    return 2.0 if width > SLIP_DIGITS else 1.6


def digits_of(quantity: Quantity) -> str:
    """Return the digits of the one number a figure states, zeros at the end included; "" for spreads, days and hours."""
    ends = {end for end in (quantity.stated.low, quantity.stated.high) if end is not None}
    end = ends.pop() if len(ends) == 1 else None
    return "".join(str(digit) for digit in end.as_tuple().digits) if isinstance(end, Decimal) else ""


def ratio_of(a: Group, b: Group) -> float | None:
    """Return how many times the larger figure is the smaller one; None for days, open ends at zero and mixed signs."""
    ends = [group.quantity.interval.low if group.quantity.interval.low is not None else group.quantity.interval.high for group in (a, b)]
    try:
        first, second = (float(end) for end in ends)  # type: ignore[arg-type]
    except TypeError:
        return None
    if first <= 0 or second <= 0:
        return None
    return max(first, second) / min(first, second)
