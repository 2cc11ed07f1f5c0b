"""Periods of the calendar: how long they are, which year is meant, and what their beginning, middle and end are."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from claimcheck.model.mention import YEARLESS
from claimcheck.values import dataclass

FIRST_YEAR, LAST_YEAR = 1900, 2099  # of years that stand alone; four digits below are more often counts
FIRST_WRITTEN_YEAR = 1000  # of years in a full date
NEAR_END = Decimal("0.8")
LAST_SIXTH = Decimal("0.834")  # the end of a year is its last two months, of a quarter its last one


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of the calendar as named: a day, some days of one month, or `months` months from the first of `month`.

    `day` is 0 unless days are named; `last_day` is the same as `day` unless a range of days is. `year` is None where
    none is written.
    """

    month: int = 1
    months: int = 12
    day: int = 0
    last_day: int = 0
    year: int | None = None

    def is_possible(self) -> bool:
        """Return whether the calendar has these days, in some year when none is written."""
        if not 1 <= self.month <= 12:
            return False
        longest = _length(YEARLESS if self.year is None else self.year, self.month)
        return 0 <= self.day <= self.last_day <= longest and (self.day > 0) == (self.last_day > 0)

    def days(self, year: int) -> tuple[date, date]:
        """Return the first and the last day in `year`, the month cut where it has no such day."""
        if self.day:
            longest = _length(year, self.month)
            return date(year, self.month, min(self.day, longest)), date(year, self.month, min(self.last_day, longest))
        last = self.month + self.months - 1
        last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
        return date(year, self.month, 1), date(last_year, last_month, _length(last_year, last_month))


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


@lru_cache(maxsize=256)
def published_day(published: str) -> date | None:
    """Return the day a source is from, the middle of its month or year where no more is known, None without one.

    >>> published_day("2025-11")
    datetime.date(2025, 11, 15)
    """
    try:
        year = int(published[:4])
        if not 1000 <= year <= 9000:
            return None
        month = int(published[5:7]) if len(published) >= 7 else 7
        day = int(published[8:10]) if len(published) >= 10 else (15 if len(published) >= 7 else 1)
        return date(year, month, day)
    except ValueError:
        return None


def nearest_year(period: Period, day: date, towards: int = 0) -> int:
    """Return the year that puts `period` nearest to `day`: 0 on either side, 1 not before it, -1 not after it."""
    best, distance = day.year, None
    for year in (day.year, day.year - 1, day.year + 1, day.year - 2, day.year + 2):
        if period.day == 29 and period.month == 2 and _length(year, 2) == 28:
            continue
        low, high = period.days(year)
        if (towards > 0 and high < day) or (towards < 0 and low > day):
            continue
        away = abs((low + (high - low) // 2 - day).days)
        if distance is None or away < distance:
            best, distance = year, away
    return best


def part_of(low: date, high: date, share_low: Decimal, share_high: Decimal) -> tuple[date, date]:
    """Return the days of a part of the period from `low` to `high`; shares lie between 0 and 1.

    The end of a month is its last day and its start its first; of longer periods parts are whole months.

    >>> part_of(date(2025, 3, 1), date(2025, 3, 31), Decimal("0.333"), Decimal("0.667"))
    (datetime.date(2025, 3, 11), datetime.date(2025, 3, 20))
    """
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    if months == 1:
        return _days_of_month(low, high, share_low, share_high)
    if is_end(share_low, share_high):
        share_low = LAST_SIXTH
    first = min(months - 1, _whole(share_low * months))
    last = max(first + 1, _whole(share_high * months))
    start = Period(month=(low.month - 1 + first) % 12 + 1, months=last - first)
    return start.days(low.year + (low.month - 1 + first) // 12)


def _days_of_month(low: date, high: date, share_low: Decimal, share_high: Decimal) -> tuple[date, date]:
    if is_end(share_low, share_high):
        return high, high
    days = min(30, (high - low).days + 1)
    first = low + timedelta(days=_whole(share_low * days))
    last = high if share_high == 1 else low + timedelta(days=_whole(share_high * days) - 1)
    return (first, max(first, last))


def is_end(share_low: Decimal, share_high: Decimal) -> bool:
    """Return whether a part is the very end of its period."""
    return share_high == 1 and share_low >= NEAR_END


def _whole(share: Decimal) -> int:
    return int(share.to_integral_value(ROUND_HALF_UP))


def year_of_two(digits: int, day: date | None) -> int:
    """Return the year that two digits stand for: not more than thirty years after `day`."""
    limit = (day.year if day else 2020) + 30
    year = limit - limit % 100 + digits
    return year if year <= limit else year - 100
