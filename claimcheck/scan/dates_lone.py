"""A day of the month alone, as East Asian news writes it: "国際チームは18日、", "18日に", "当地时间18日上午", "18일 오전"."""

from __future__ import annotations

import re
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
    word = find(page, stop, _DAYS) if language in _LANGUAGES else None
    number = int(page.folded[start:stop])
    if word is None or not 0 < number <= _LAST or _counts(page, start):
        return None
    lasts = page.folded.startswith(_LASTS[language], word.end)
    second = None if lasts else _SECOND.search(page.folded, max(0, start - _REACH), start)
    if second is not None and second.end() == start:  # the 18日 of "3月12日から18日まで" is in March
        return Core(start=start, end=word.end, periods=(Period(month=int(second[1]), day=number, last_day=number),), size="day")
    if published is None:
        return None
    shifts = () if lasts else _pointed(page, start, language)
    if (
        not shifts
        and not _is_of_two(page, start, word.end, number)
        and not page.folded.startswith(_FOLLOWS[language], word.end)
        and (lasts or not _is_told(page, start, word.end, language))
    ):
        return None
    day = _nearest(published, number, shifts)
    if day is None:
        return None
    return Core(start=start, end=word.end, periods=(Period(month=day.month, day=number, last_day=number, year=day.year),), size="day")


def _is_of_two(page: Page, start: int, end: int, number: int) -> bool:
    """Return whether the day is the first or the last of some days: "11日至18日", "11日から18日まで", "11일부터 18일까지"."""
    later = _TO_DAY.match(page.folded, end)
    if later is not None and int(later[1]) > number:
        return True
    before = _FROM_DAY.search(page.folded, max(0, start - _REACH), start)
    return before is not None and int(before[1]) < number and _TO_DAY.match(page.folded, before.end(1) + 1) is not None


def _nearest(published: date, number: int, shifts: tuple[int, ...]) -> date | None:
    """Return the day of that number nearest to the source's day, in one of the months so far away, on the side that they point to."""
    days = [day for day in (_in_month(published, number, shift) for shift in shifts or (0, -1, 1)) if day is not None]
    if shifts == _PAST:
        days = [day for day in days if day <= published]
    if shifts == _COMING:
        days = [day for day in days if day >= published]
    return min(days, key=lambda day: abs((day - published).days), default=None)


def _pointed(page: Page, start: int, language: str) -> tuple[int, ...]:
    """Return in which months the words right before say that the day lies, counted from the source's; () where they say nothing."""
    before = page.folded[max(0, start - _LONGEST) : start].rstrip()
    for word, shifts in _POINTS[language].items():
        if before.endswith(word):
            return shifts
    return ()


def _is_told(page: Page, start: int, end: int, language: str) -> bool:
    """Return whether a Korean topic stands before the day and what happened behind it: "탐사선이 28일 남극에 내렸다"."""
    if language != "ko" or page.folded[end : end + 1] != " " or page.folded[start - 1 : start] != " ":
        return False
    return page.folded[start - 2 : start - 1] in _TOPICS


_PAST, _COMING = (0, -1), (0, 1)
_POINTS: dict[str, dict[str, tuple[int, ...]]] = {
    "ja": {"去る": _PAST, "来る": _COMING, "来たる": _COMING, "今月": (0,), "先月": (-1,), "来月": (1,)},
    "zh": {"本月": (0,), "上月": (-1,), "上个月": (-1,), "上個月": (-1,), "下月": (1,), "下个月": (1,), "下個月": (1,)},
    "ko": {
        "지난달": (-1,),
        "지난 달": (-1,),
        "다음달": (1,),
        "다음 달": (1,),
        "이달": (0,),
        "이번 달": (0,),
        "지난": _PAST,
        "오는": _COMING,
    },
}
# what stands behind so many days and never behind a date
_LASTS = {
    "ja": ("間", "ぶり", "連続", "目", "以内", "分", "余", "以上", "後", "も"),
    "zh": ("内", "內", "间", "間", "后", "後", "之", "以内", "游", "连续", "連續", "多", "左右"),
    "ko": ("간", "째", "치", "분", " 동안", " 만", " 연속", " 이내", " 이상", " 안에", " 내", " 넘", " 정도", " 가량", " 걸", " 지속", " 계속",
           " 이어", " 남", " 뒤", " 후", " 전", " 앞", " 더", " 새", " 사이", " 소요", " 늦", " 빨", " 일찍", " 일정"),
}  # fmt: skip
_TOPICS = frozenset("이가은는")
_LONGEST = 6  # characters of a word that points to a month, with its blank
_REACH = 24
# the first day of two, with its month, and what leads to the second
_SECOND = re.compile(
    r"(?<!\d)(1[0-2]|[1-9])\s?[月월]\s?\d{1,2}\s?[日号號일](?:[(（][^()（）]{1,3}[)）])?\s?(?:から|부터|에서|[至到、和及과와~～〜–-])\s?"
)
# some days without their month: from the first, to the last; ten days or so that something takes are told in 天 or with 間
_TO_DAY = re.compile(
    r"""
    (?: [至到] | から | \s?부터 ) \s?   # what leads to the last day
    (\d{1,2}) \s? [日号號일]
    (?! [间間内] | か | ほど | 程度 )
    """,
    re.VERBOSE,
)
_FROM_DAY = re.compile(r"(?<![\d月월])(\d{1,2})\s?[日号號일](?:[至到]|から|\s?부터)\s?\Z")
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
