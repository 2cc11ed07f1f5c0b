"""How two dates or two clock times of one fact relate."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.mention import YEARLESS
from claimcheck.model.quantity import Quantity
from claimcheck.relation.outcome import Outcome, Relation

CLOCK_ROUND_MINUTES = 5
Days = Interval[Decimal] | Interval[date] | Interval[time]


def relate_dates(a: Quantity, b: Quantity) -> Relation:
    """Return how two dates relate: the same days, one period inside the other, or apart."""
    first, second = a.stated, b.stated
    if a.yearless != b.yearless:
        first, second = _without_year(a.stated), _without_year(b.stated)
    if (first.low, first.high) == (second.low, second.high):
        return Relation(Outcome.SAME, "equal")
    if _are_bounds_of_one_direction(first, second):
        return _relate_bounds(first, second)
    if _contains(first, second):
        return Relation(Outcome.A_WIDER, "wider-period")
    if _contains(second, first):
        return Relation(Outcome.B_WIDER, "wider-period")
    return Relation(Outcome.APART, "disjoint")


def _relate_bounds(first: Days, second: Days) -> Relation:
    """Return how two bounds of one direction relate: by their days, where neither is the end of a period around the other.

    "By the end of 2026" holds "by June 2026" as the wider period; "by March" and "by June" are two deadlines.
    """
    ours, theirs = (days.high if days.low is None else days.low for days in (first, second))
    if isinstance(ours, date) and isinstance(theirs, date):
        if _closes_period_of(ours, theirs):
            return Relation(Outcome.A_WIDER, "wider-period")
        if _closes_period_of(theirs, ours):
            return Relation(Outcome.B_WIDER, "wider-period")
    return Relation(Outcome.APART, "disjoint")


def _are_bounds_of_one_direction(first: Days, second: Days) -> bool:
    return (first.low is None, first.high is None) == (second.low is None, second.high is None) in ((True, False), (False, True))


def _closes_period_of(day: date, other: date) -> bool:
    """Return whether `day` is the last of the year or month in which `other` lies, and so may stand for all of it."""
    if day.year != other.year:
        return False
    next_day = day + timedelta(days=1)
    return next_day.year != day.year or (day.month == other.month and next_day.month != day.month)


def days_apart(a: Quantity, b: Quantity) -> int | None:
    """Return the days between the last days that two dates mean; None where a side has no day."""
    first, second = a.stated, b.stated
    if a.yearless != b.yearless:
        first, second = _without_year(a.stated), _without_year(b.stated)
    ours, theirs = (stated.high if stated.high is not None else stated.low for stated in (first, second))
    return abs((ours - theirs).days) if isinstance(ours, date) and isinstance(theirs, date) else None


def relate_clocks(a: Quantity, b: Quantity) -> Relation:
    """Return how two clock times relate; seconds round to minutes, and round times reach five minutes."""
    first, second = _minutes(a), _minutes(b)
    if first is None or second is None:
        return Relation(Outcome.APART, "disjoint")
    apart = abs(first - second)
    if apart < 1:
        return Relation(Outcome.SAME, "equal" if apart == 0 else "rounding")
    for whole, other in ((first, second), (second, first)):
        if whole % 15 == 0 and other % 15 != 0 and apart <= CLOCK_ROUND_MINUTES:
            return Relation(Outcome.SAME, "coarse-rounding", 0.7)
    if a.stated.is_point and b.stated.is_point:
        return Relation(Outcome.APART, "disjoint")
    bound, point, wider = (a, second, Outcome.A_WIDER) if not a.stated.is_point else (b, first, Outcome.B_WIDER)
    low, high = bound.stated.low, bound.stated.high
    holds = (low is None or _minute_of(low) <= point) and (high is None or point <= _minute_of(high))
    return Relation(wider, "bound") if holds else Relation(Outcome.APART, "disjoint")


def _contains(outer: Days, inner: Days) -> bool:
    low = outer.low is None or (isinstance(outer.low, date) and isinstance(inner.low, date) and outer.low <= inner.low)
    high = outer.high is None or (isinstance(outer.high, date) and isinstance(inner.high, date) and inner.high <= outer.high)
    return low and high


def _without_year(stated: Days) -> Interval[date]:
    """Return the days in the year `YEARLESS`, so that they compare by month and day alone."""
    low = stated.low.replace(year=YEARLESS) if isinstance(stated.low, date) else None
    high = stated.high.replace(year=YEARLESS) if isinstance(stated.high, date) else None
    if low is not None and high is not None and low > high:
        return Interval(None, None)
    return Interval(low, high)


def _minutes(quantity: Quantity) -> Decimal | None:
    end = quantity.stated.low if quantity.stated.low is not None else quantity.stated.high
    return _minute_of(end) if end is not None else None


def _minute_of(end: object) -> Decimal:
    return Decimal(end.hour * 60 + end.minute) + Decimal(end.second) / 60 if isinstance(end, time) else Decimal(0)
