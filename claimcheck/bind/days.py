"""Dates as the days they mean."""

from __future__ import annotations

from datetime import date

from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity


def days_of(quantity: Quantity) -> Interval[date] | None:
    """Return the days a date means, or None for anything else and for dates without a year."""
    stated = quantity.stated
    if quantity.kind != "date" or quantity.yearless:
        return None
    low, high = stated.low, stated.high
    if not isinstance(low, date | None) or not isinstance(high, date | None):
        return None
    return Interval(low, high, stated.low_closed, stated.high_closed)
