"""Dates of publication as the days they may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from claimcheck.model.interval import Interval
from claimcheck.model.mention import YEARLESS

PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def days_of(published: str) -> Interval[date] | None:
    """Return the first and last day that a date of publication may mean; None for "" and for what is no date.

    Takes "2025-11-03", "2025-11", "2025" and offset date-times (ISO 8601); the reader reports what is none of them.

    >>> days_of("2025-11").high
    datetime.date(2025, 11, 30)
    """
    match = PUBLISHED.match(published)
    try:
        if match is None:
            day = datetime.fromisoformat(published).date()
            return Interval(day, day)
        year, month, day_of_month = (int(part) if part else 0 for part in match.groups())
        if not month:
            return Interval(date(year, 1, 1), date(year, 12, 31))
        if not day_of_month:
            return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Interval(date(year, month, day_of_month), date(year, month, day_of_month))
    except ValueError:
        return None


def is_yearless(days: Interval[date] | None) -> bool:
    """Return whether days were named without a year and stand in `YEARLESS`, or a little before where they are of earlier."""
    return days is not None and any(end is not None and end.year <= YEARLESS + 1 for end in (days.low, days.high))


def last_day(*spans: Interval[date] | None) -> date | None:
    """Return the last day that any of the spans reaches, or None where none has a day."""
    known = [span.high or span.low for span in spans if span]
    return max((day for day in known if day), default=None)
