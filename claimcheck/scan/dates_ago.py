"""Dates told from the day of the source: "two years ago", "hace dos años", "vor 3 Wochen"."""

from __future__ import annotations

from datetime import timedelta

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import DateReading, Hedge
from claimcheck.scan.dated import Dated
from claimcheck.scan.dates_calendar import Period, published_day
from claimcheck.scan.dates_core import read_number
from claimcheck.scan.dates_words import Page, find_back, find_next

UNITS = frozenset({Role.UNIT})
TOLD = frozenset({Role.AGO})  # "in three years" also says how long something took
FARTHEST = 150
_BEFORE_CHRIST = frozenset({Role.REFUSE})  # the 前 of 公元前44年 says "ago" elsewhere


def read_ago(page: Page, place: int) -> Dated | None:
    """Return the day, month or year so many units from the source's day; None where no word says which way.

    Weeks and days name a day, months a month, years a year, as far as such words are meant.
    """
    day = published_day(page.published)
    counted = read_number(page, place, 3)
    if day is None or counted is None or len(page.published) < 10:
        return None
    unit = find_next(page, counted[1], UNITS)
    if unit is None or unit.term.units[0].name not in ("year", "month", "week", "day"):
        return None
    told = find_next(page, unit.end, TOLD, side="behind") or find_back(page, place, TOLD)
    if told is None or find_back(page, place, _BEFORE_CHRIST) is not None:
        return None
    if counted[0] > FARTHEST:
        return None
    number, name = -counted[0], unit.term.units[0].name
    if name in ("day", "week"):
        low = high = day + timedelta(days=number * (7 if name == "week" else 1))
    else:
        months = day.year * 12 + day.month - 1 + number * (12 if name == "year" else 1)
        size = 12 if name == "year" else 1
        low, high = Period(month=1 if name == "year" else months % 12 + 1, months=size).days(months // 12)
    reading = DateReading(
        low=low, high=high, hedge=Hedge.EXACT if name == "day" else Hedge.ABOUT, why=f"{number} {name} from {page.published}"
    )
    end = max(unit.end, told.end)
    return Dated(
        start=place, end=end, readings=(reading,), trace=(f"date: {page.text[place:end]!r} from the source's day {page.published}",)
    )
