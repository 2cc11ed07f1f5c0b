"""Dates as the days they mean."""

from __future__ import annotations

from datetime import date

from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity


def days_of(quantity: Quantity) -> Interval[date] | None:
    """Return the days a date means, or None for anything else and for dates without a year."""
    return None if quantity.yearless else stated_days(quantity)


def stated_days(quantity: Quantity) -> Interval[date] | None:
    """Return the days a date means, in `YEARLESS` where it has no year; None for anything else."""
    if quantity.kind != "date":
        return None
    stated = quantity.stated
    low, high = stated.low, stated.high
    if not isinstance(low, date | None) or not isinstance(high, date | None):
        return None
    return Interval(low, high, stated.low_closed, stated.high_closed)
