"""Years for days that were written without one, from the dates that the other sources of the story carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from claimcheck.model.claim import Claim
from claimcheck.model.days import is_yearless
from claimcheck.model.interval import Interval
from claimcheck.model.mention import YEARLESS


def resolve_years(claims: Sequence[Claim], days: Mapping[str, Interval[date] | None]) -> tuple[Claim, ...]:
    """Return the claims with years for yearless dates, the year that puts the day nearest to any known date.

    Where no source carries a date, the claims stay as they are and compare by month and day.
    """
    known = sorted({day for interval in days.values() if interval for day in (interval.low, interval.high) if day})
    if not known:
        return tuple(claims)
    return tuple(_dated(_with_year(claim, known) if claim.quantity.yearless else claim, known) for claim in claims)


def _dated(claim: Claim, known: Sequence[date]) -> Claim:
    """Return the claim with years for the times that it is about, where these were named without one."""
    if not is_yearless(claim.period) and not is_yearless(claim.as_of):
        return claim
    return replace(claim, period=_moved(claim.period, known), as_of=_moved(claim.as_of, known))


def _moved(days: Interval[date] | None, known: Sequence[date]) -> Interval[date] | None:
    """Return yearless days in the year that puts them nearest; those of the year before them in the year before that one."""
    anchor = (days.low or days.high) if days else None
    if days is None or anchor is None or not is_yearless(days):
        return days
    year = _nearest(anchor, known)
    low = None if days.low is None else _in_year(days.low, year + days.low.year - YEARLESS)
    high = None if days.high is None else _last_in_year(days.high, year + days.high.year - YEARLESS)
    return Interval(low, high, days.low_closed, days.high_closed)


def _last_in_year(day: date, year: int) -> date:
    """Return a last day in another year: that of February is the last one there too."""
    behind = day + timedelta(days=1)
    return _in_year(behind, year + behind.year - day.year) - timedelta(days=1)


def _nearest(anchor: date, known: Sequence[date]) -> int:
    years = sorted({day.year + step for day in known for step in (-1, 0, 1)})
    return min(years, key=lambda year: (min(abs(_in_year(anchor, year) - day) for day in known), year))


def _with_year(claim: Claim, known: Sequence[date]) -> Claim:
    low, high = claim.quantity.stated.low, claim.quantity.stated.high
    anchor = low if isinstance(low, date) else high
    if not isinstance(anchor, date):
        return claim
    year = _nearest(anchor, known)
    moved = Interval(_in_year(low, year) if isinstance(low, date) else None, _in_year(high, year) if isinstance(high, date) else None)
    return replace(claim, quantity=replace(claim.quantity, stated=moved, interval=moved, yearless=False))


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28) + timedelta(days=1)
