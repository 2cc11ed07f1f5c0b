"""Stretches of the calendar: whole months, and the same stretch earlier."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from claimcheck.model.interval import Interval


def days_of_months(year: int, month: int, months: int) -> Interval[date]:
    """Return the days of `months` months from the first of `month` on.

    >>> days_of_months(2025, 11, 3).high
    datetime.date(2026, 1, 31)
    """
    low = date(year, month, 1)
    return Interval(low, _add_months(low, months) - timedelta(days=1))


def moved(days: Interval[date], *, months: int = 0, days_more: int = 0) -> Interval[date]:
    """Return the stretch so many months or days later; what ends with a month ends with one again.

    >>> moved(days_of_months(2025, 3, 1), months=-1).high
    datetime.date(2025, 2, 28)
    """
    step = timedelta(days=days_more)
    low = None if days.low is None else _add_months(days.low, months) + step
    if days.high is None:
        return Interval(low, None, days.low_closed, days.high_closed)
    behind = days.high + timedelta(days=1)
    high = _add_months(behind, months) - timedelta(days=1) if behind.day == 1 else _add_months(days.high, months)
    return Interval(low, high + step, days.low_closed, days.high_closed)


def _add_months(day: date, months: int) -> date:
    if not months:
        return day
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
