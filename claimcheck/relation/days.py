"""How two dates or two clock times of one fact relate."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.mention import YEARLESS
from claimcheck.model.quantity import Quantity
from claimcheck.relation.outcome import Outcome, Relation

CLOCK_ROUND_MINUTES = 5


def relate_dates(a: Quantity, b: Quantity) -> Relation:
    """Return how two dates relate: the same days, one period inside the other, or apart."""
    first, second = a.stated, b.stated
    if a.yearless != b.yearless:
        first, second = _without_year(a.stated), _without_year(b.stated)
    if (first.low, first.high) == (second.low, second.high):
        return Relation(Outcome.SAME, "equal")
    if _contains(first, second):
        return Relation(Outcome.A_WIDER, "wider-period")
    if _contains(second, first):
        return Relation(Outcome.B_WIDER, "wider-period")
    return Relation(Outcome.APART, "disjoint")


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


def _contains(
    outer: Interval[Decimal] | Interval[date] | Interval[time], inner: Interval[Decimal] | Interval[date] | Interval[time]
) -> bool:
    low = outer.low is None or (isinstance(outer.low, date) and isinstance(inner.low, date) and outer.low <= inner.low)
    high = outer.high is None or (isinstance(outer.high, date) and isinstance(inner.high, date) and inner.high <= outer.high)
    return low and high


def _without_year(stated: Interval[Decimal] | Interval[date] | Interval[time]) -> Interval[date]:
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
