"""A day of the month alone, as East Asian news writes it: "国際チームは18日、", "18日に", "当地时间18日上午", "18일 오전"."""

from __future__ import annotations

from datetime import date

from claimcheck.lexicon.language import Role
from claimcheck.scan.dates_calendar import Period, published_day
from claimcheck.scan.dates_core import Core
from claimcheck.scan.dates_words import Page, find

_DAYS = frozenset({Role.DAY_WORD})
# what stands behind a date and not behind so many days: particles, parts of the day, the weekday in brackets
_FOLLOWS = {
    "ja": ("、", "に", "のうち", "までに", "夜", "朝", "昼", "午前", "午後", "未明", "夕", "早朝", "深夜", "付", "(", "（", "は、", "から"),
    "zh": ("，", "在", "上午", "下午", "晚", "凌晨", "早", "中午", "電", "电", "，", "(", "（", "宣布", "表示", "说", "說", "发布", "發布"),
    "ko": (" 오전", " 오후", " 밤", " 새벽", "(", " 저녁", " 발표", " 밝혔"),
}
_LANGUAGES = frozenset(_FOLLOWS)
_LAST = 31


def read_lone_day(page: Page, start: int, stop: int) -> Core | None:
    """Return the day of the month that digits and a word for day name, in the month that puts it nearest to the source's day."""
    language = page.language.tag.partition("-")[0]
    published = published_day(page.published) if language in _LANGUAGES and len(page.published) >= _WHOLE_DATE else None
    word = find(page, stop, _DAYS) if published is not None else None
    number = int(page.folded[start:stop])
    if published is None or word is None or not 0 < number <= _LAST or _counts(page, start):
        return None
    if not page.folded.startswith(_FOLLOWS[language], word.end):
        return None
    days = [day for day in (_in_month(published, number, shift) for shift in (0, -1, 1)) if day is not None]
    day = min(days, key=lambda day: abs((day - published).days), default=None)
    if day is None:
        return None
    return Core(start=start, end=word.end, periods=(Period(month=day.month, day=number, last_day=number, year=day.year),), size="day")


_WHOLE_DATE = 10  # characters of 2025-06-18
_BEFORE_COUNTS = frozenset("約第满滿数每毎各近约.,．，〜~-～")


def _counts(page: Page, start: int) -> bool:
    """Return whether what stands before the digits makes them a number of days."""
    return start > 0 and page.folded[start - 1] in _BEFORE_COUNTS


def _in_month(published: date, number: int, shift: int) -> date | None:
    count = published.year * 12 + published.month - 1 + shift
    try:
        return date(count // 12, count % 12 + 1, number)
    except ValueError:
        return None
