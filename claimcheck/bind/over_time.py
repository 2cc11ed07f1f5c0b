"""Amounts told for a period: 150 litres a day are 150 litres, said of a day.

Other articles leave the period to a heading, to the sentence before or to the reader. So the amount keeps its own unit, and
the period narrows it as "daily" does; whether an amount without a period is the same one is a question of evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity
from claimcheck.units import without_period

QUALIFIERS = {"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"}


def without_periods(quantities: Sequence[Quantity]) -> Sequence[Quantity]:
    """Return the quantities, amounts told for a period in their own unit."""
    if not any(" / " in quantity.dimension or " / " in quantity.unit for quantity in quantities):
        return quantities
    return tuple(_amount_of(quantity) for quantity in quantities)


def _amount_of(quantity: Quantity) -> Quantity:
    """Return an amount told for a period as the amount alone, with its period in `per`."""
    if " / " not in quantity.dimension and " / " not in quantity.unit:
        return quantity
    found = without_period(quantity.unit, quantity.dimension, quantity.factor)
    if found is None:
        return quantity
    unit, period = found
    return replace(
        quantity,
        kind=unit.kind,
        dimension=unit.dimension,
        unit=unit.name,
        interval=_in_unit(quantity, unit.factor, unit.offset),
        base_unit=unit.base_name,
        factor=unit.factor,
        offset=unit.offset,
        per=period,
    )


def _in_unit(quantity: Quantity, factor: Decimal, offset: Decimal) -> Interval[Decimal]:
    """Return what is meant, by another factor; what division by seconds leaves behind the last digits is rounded off."""
    ends, finest = quantity.interval, (quantity.step or Decimal(1)).scaleb(-3)
    low, high = (
        _round(end / quantity.factor, finest) * factor + offset if isinstance(end, Decimal) else None for end in (ends.low, ends.high)
    )
    return Interval(low, high, ends.low_closed, ends.high_closed)


def _round(number: Decimal, finest: Decimal) -> Decimal:
    """Return a number rounded to a step, where it has no more digits than decimals keep."""
    return number.quantize(finest) if number.adjusted() - finest.adjusted() < _DIGITS else number


_DIGITS = 26
