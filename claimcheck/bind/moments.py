"""Times that words tell which are no figures themselves: "in October", "the third quarter", "last year", "on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from claimcheck.bind.calendar import days_of_months, moved
from claimcheck.bind.days import stated_days
from claimcheck.bind.words import MAY_HAVE_RUN, Hit, Line
from claimcheck.lexicon.language import Role, Term
from claimcheck.lexicon.load import load_language
from claimcheck.model.interval import Interval
from claimcheck.model.mention import YEARLESS, Mention
from claimcheck.model.quantity import Quantity

MONTHS = {Role.MONTH: 1, Role.QUARTER: 3, Role.HALF_YEAR: 6}
NAMED = frozenset([*MONTHS, Role.WEEKDAY])
LEADS = frozenset(
    [Role.ON, Role.SINCE, Role.UNTIL, Role.BEFORE, Role.AFTER, Role.LAST, Role.NEXT, Role.THIS, Role.PART, Role.RANGE_OPEN, Role.LINK]
)
DOUBLE = {"en": frozenset(["may", "march"])}  # months that are ordinary words too, unless a word for time leads to them
CAPITAL = ("en", "de", "lb")  # languages that write months and weekdays with a capital
MOST_WORDS = 3  # of the name of a quarter
WEEKDAY = "weekday"
JUST_PAST = 92  # days
YEARS = {"this_year": 0, "last_year": -1, "next_year": 1}
EAST = re.compile(
    r"""
      (?P<month> 1[0-2] | [1-9] ) \s? (?: 月 (?! 間|期|末|\d|[一二三四五六七八九十]+[日号] ) | 월 (?! 째|\s?\d ) )
    | 第? (?P<quarter> [1-4一二三四] ) (?: 四半期 | 季度 | 분기 )
    | (?P<first> 1 | 4 | 7 | 10 ) [-–~〜～] (?P<last> 3 | 6 | 9 | 12 ) 月期
    | (?P<half> 上半年 | 下半年 | 上半期 | 下半期 | 상반기 | 하반기 )
    | (?: (?: 周 | 星期 | 礼拜 ) (?P<zh> [一二三四五六日天] ) | (?P<ja> [月火水木金土日] ) 曜 | (?P<ko> [월화수목금토일] ) 요일 )
    """,
    re.VERBOSE,
)
NUMERALS = "一二三四"
WEEK = {"zh": "一二三四五六日", "ja": "月火水木金土日", "ko": "월화수목금토일"}
SECOND_HALVES = ("下", "하")


class Moment(NamedTuple):
    """A time named at a place of the view.

    `what` is "month" (`number` is the first of `months` months), "weekday" (`number` from 1 for Monday), "date" (a date
    of its own, whose `days` are known) or the id of a concept such as "last_year".
    """

    start: int
    end: int
    what: str
    number: int = 0
    months: int = 0
    days: Interval[date] | None = None

    @property
    def is_day(self) -> bool:
        """True where a single day is named."""
        return self.what in (WEEKDAY, "today", "yesterday") or bool(self.days and self.days.is_point)


def find_moments(line: Line, concepts: Sequence[Hit], mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> tuple[Moment, ...]:
    """Return the times of a line in order of place: its dates, and what its words name or, by `concepts`, point at.

    A word that is but part of a qualifier names none: "last year" of "in the same month of last year".
    """
    dates = [
        Moment(mention.start, mention.end, "date", days=days)
        for mention, quantity in zip(mentions, quantities, strict=True)
        if (days := stated_days(quantity)) is not None
    ]
    found = [Moment(hit.start, hit.end, hit.id) for hit in concepts if hit.role == "time"]
    found += _east(line) if MAY_HAVE_RUN.search(line.folded, line.start, line.end) else _named(line)
    taken = [(mention.start, mention.end) for mention in mentions]
    wider = [(hit.start, hit.end) for hit in concepts if hit.role == "qualifier"]
    free = [
        moment
        for moment in found
        if not any(start < moment.end and moment.start < end for start, end in taken)
        and not any(start <= moment.start and moment.end <= end and end - start > moment.end - moment.start for start, end in wider)
    ]
    return tuple(sorted([*dates, *free], key=_start))


def _start(moment: Moment) -> int:
    return moment.start


def resolve(moment: Moment, published: Interval[date] | None, *, ahead: bool = False) -> Interval[date] | None:
    """Return the days that a moment means to who wrote at the time `published`; `ahead` tells that they are yet to come.

    Without such a time, months and years are counted in `YEARLESS` and before, and weekdays mean nothing.
    """
    today = published.high if published else None
    if moment.days is not None:
        return moment.days
    if moment.what == "month":
        return _of_calendar(moment, today, ahead=ahead)
    year = today.year if today else YEARLESS
    if moment.what in YEARS:
        return days_of_months(year + YEARS[moment.what], 1, 12)
    if today is None or published is None or (moment.is_day and not published.is_point):
        return None
    if moment.what == WEEKDAY:
        step = (today.isoweekday() - moment.number) % 7
        day = today + timedelta(days=7 - step if ahead and step else 0 if ahead else -step)
        return Interval(day, day)
    if moment.what in ("today", "yesterday"):
        day = today - timedelta(days=moment.what == "yesterday")
        return Interval(day, day)
    this = days_of_months(today.year, today.month, 1)
    if moment.what == "last_quarter":
        return moved(days_of_months(today.year, (today.month - 1) // 3 * 3 + 1, 3), months=-3)
    return moved(this, months=-1) if moment.what == "last_month" else this if moment.what == "this_month" else None


def _of_calendar(moment: Moment, today: date | None, *, ahead: bool) -> Interval[date]:
    """Return the days of named months: of what is over or under way the last ones begun, else the next ones to end.

    What is put as yet to come may be held against months just past: "5.9 % are expected now, in March it was 5.6 %".
    """
    if today is None:
        return days_of_months(YEARLESS, moment.number, moment.months)
    days = days_of_months(today.year, moment.number, moment.months)
    if ahead and days.high is not None and (today - days.high).days > JUST_PAST:
        return days_of_months(today.year + 1, moment.number, moment.months)
    if not ahead and days.low is not None and days.low > today:
        return days_of_months(today.year - 1, moment.number, moment.months)
    return days


def _named(line: Line) -> Iterator[Moment]:
    """Yield the months, quarters, half-years and weekdays of a line in a script with spaces."""
    terms, words = load_language(line.lang).terms, line.words
    lang = line.lang.partition("-")[0]
    index = 0
    while index < len(words):
        for size in range(min(MOST_WORDS, len(words) - index), 0, -1):
            word = words[index] if size == 1 else " ".join(words[index : index + size])
            if word not in terms:
                continue
            term = next((term for term in terms[word] if term.role in NAMED and term.value and term.text != "short"), None)
            if term is None or (lang in CAPITAL and not line.surface(index)[0].isupper() and term.role in (Role.MONTH, Role.WEEKDAY)):
                continue
            if word in DOUBLE.get(lang, ()) and not _is_led(line, index):
                continue
            yield _moment(line.starts[index], line.ends[index + size - 1], term)
            index += size - 1
            break
        index += 1


def _moment(start: int, end: int, term: Term) -> Moment:
    number = int(term.value)
    if term.role is Role.WEEKDAY:
        return Moment(start, end, WEEKDAY, number)
    months = MONTHS[term.role]
    return Moment(start, end, "month", (number - 1) * months + 1, months)


def _is_led(line: Line, index: int) -> bool:
    """Return whether a word such as "in" or "since" stands before a name."""
    terms = load_language(line.lang).terms
    before = line.words[index - 1] if index else ""
    return before in terms and any(term.role in LEADS for term in terms[before])


def _east(line: Line) -> Iterator[Moment]:
    """Yield those of a line in Chinese, Japanese or Korean."""
    for found in EAST.finditer(line.folded, line.start, line.end):
        start, end = found.span()
        if found["month"]:
            if not line.folded[start - 1 : start].isdigit():
                yield Moment(start, end, "month", int(found["month"]), 1)
        elif found["quarter"]:
            number = NUMERALS.find(found["quarter"]) + 1 or int(found["quarter"])
            yield Moment(start, end, "month", 3 * number - 2, 3)
        elif found["first"]:
            yield Moment(start, end, "month", int(found["first"]), int(found["last"]) - int(found["first"]) + 1)
        elif found["half"]:
            yield Moment(start, end, "month", 7 if found["half"].startswith(SECOND_HALVES) else 1, 6)
        else:
            names = next((WEEK[lang].find(found[lang].replace("天", "日")) for lang in WEEK if found[lang]), -1)
            yield Moment(start, end, WEEKDAY, names + 1)
