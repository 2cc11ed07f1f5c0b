"""Dates: days, months, quarters, years and parts of them, as written, with "by", "since" and "around"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from claimcheck.lexicon.language import Language, Role, Term
from claimcheck.model.mention import DateReading, Hedge
from claimcheck.scan.dated import Dated
from claimcheck.scan.dates_ago import read_ago
from claimcheck.scan.dates_calendar import FIRST_WRITTEN_YEAR, FIRST_YEAR, LAST_YEAR, Period, is_end, part_of
from claimcheck.scan.dates_context import Around, is_about, look_around, stands_with_figures
from claimcheck.scan.dates_core import ERAS, LINKS, YEAR_WORDS, Core, era_shifted, read_named, read_pointed, resolved_year
from claimcheck.scan.dates_digits import COUNTED_PERIODS, read_short_led, read_year_led
from claimcheck.scan.dates_first import slashed_day, with_first_day
from claimcheck.scan.dates_lone import read_lone_day
from claimcheck.scan.dates_words import (
    RANGE_SIGNS,
    SPACES,
    Found,
    Page,
    digits_end,
    find,
    find_back,
    find_next,
    page_of,
    skip_case,
    skip_found,
    skip_spaces,
)
from claimcheck.scan.dates_years import read_bare_year, read_year_named
from claimcheck.scan.index import CJK, bits

PARTS = frozenset({Role.PART})
ENDS_NO_DATE = frozenset(',;:)%\u2030$\u20ac\u00a3]?!"\u201d\u00bb')
# what may stand behind the digits of a day or the number of a period; behind a unit only so long "ago"
_GO_ON = bits(
    Role.MONTH, Role.MONTH_WORD, Role.QUARTER, Role.HALF_YEAR, Role.LINK, Role.ON, Role.DAY_WORD, Role.YEAR_WORD, Role.RANGE_MIDDLE, Role.JOINER
)  # fmt: skip
_UNIT = bits(Role.UNIT)
_MONTH_WORD = bits(Role.MONTH_WORD)
_COUNTED = bits(*COUNTED_PERIODS)
_MONTH = bits(Role.MONTH)  # 十月 is October, and no ten months
_NAMED_PERIODS = COUNTED_PERIODS | {Role.MONTH}
TURNED = frozenset({Role.UNTIL, Role.BEFORE})


def read_date(text: str, folded: str, start: int, end: int, language: Language, *, published: str) -> Dated | None:
    """Return the date that begins at `start`, where a digit or a word for time stands; None where there is none.

    `end` bounds what was found there; the date may reach further. `published` is the source's day, "" for unknown: a
    date without a year then stays yearless. Only what begins at `start` is looked for, so digits that belong to an
    earlier date must not be asked for again.
    """
    if start >= end or start >= len(folded):
        return None
    return date_at(page_of(text, folded, language, published), start)


def date_at(page: Page, start: int) -> Dated | None:
    """Return the date that begins at `start`, as `read_date` does."""
    folded = page.folded
    if not folded[start].isdecimal():
        return _read_words(page, start)
    stop = digits_end(folded, start, 5)
    length = stop - start
    if length < 3:
        if stop >= len(folded) or folded[stop] in ENDS_NO_DATE:
            return None
        return _read_day(page, start, stop)
    if length == 4 and folded[start] not in "03456789":
        return _read_year(page, start, stop)
    if length == 3 and folded[stop : stop + 1] >= CJK:
        core = _of_era(page, start, stop)
        return _dated(page, core) if core is not None else None
    return None


def bare_period_end(page: Page, start: int) -> int:
    """Return where a month, quarter or half-year of no year ends that stands at `start`, or `start`.

    It tells the time of another figure ("3.1 % in the third quarter", "2月の3.1%") and is none itself: no third, no 2.
    """
    folded, roles = page.folded, page.roles_ahead(start)
    if not folded[start].isdecimal():
        named = roles & (_COUNTED if page.language.spaced else _COUNTED | _MONTH)
        found = find(page, start, COUNTED_PERIODS if page.language.spaced else _NAMED_PERIODS) if named else None
        return found.end if found is not None and found.term.value else start
    stop = digits_end(folded, start, 3)
    if stop - start > 2:
        return start
    whole = find(page, start, COUNTED_PERIODS) if roles & _COUNTED else None
    if whole is not None and whole.term.value:
        return whole.end
    month = read_short_led(page, start, stop) if page.roles_ahead(stop) & _MONTH_WORD else None
    return month.end if month is not None and month.bare else start


def _read_day(page: Page, start: int, stop: int) -> Dated | None:
    """Return the date that one or two digits begin; most figures are told from it by what stands behind them."""
    folded = page.folded
    following = folded[stop]
    if following in SPACES:
        behind = skip_spaces(folded, stop)
        if folded[behind : behind + 1] not in RANGE_SIGNS:
            roles = page.roles_ahead(behind)
            if not roles & _GO_ON:
                return read_ago(page, start) if roles & _UNIT and not _is_inside(folded, start) else None
    elif following in "./" and _DECIMALS.match(folded, stop) is not None:
        slashed = slashed_day(page, start) if following == "/" and not _is_inside(folded, start) else None
        return _dated(page, slashed) if slashed is not None else None
    if _is_inside(folded, start):
        return None
    core = _of_era(page, start, stop) or read_short_led(page, start, stop) or read_lone_day(page, start, stop)
    return _dated(page, core) if core is not None else read_ago(page, start)


def _is_inside(folded: str, start: int) -> bool:
    """Return whether the digits at `start` are the rest of a longer number."""
    return start > 0 and folded[start - 1] in "./,-+:" and folded[start - 2 : start - 1].isdecimal()


_DECIMALS = re.compile(r"([./])\d{1,2}(?!\1|\d)|[./]\d{3}")  # no second sign behind them, as in a date


def _of_era(page: Page, start: int, stop: int) -> Core | None:
    """Return the date whose year is counted from an era named before it: 令和7年, 令和7年11月3日."""
    named = find_next(page, stop, YEAR_WORDS)
    era = find_back(page, start, ERAS) if named is not None else None
    if named is None or era is None:
        return None
    year = int(page.folded[start:stop]) + int(era.term.value)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    core = read_year_led(page, start, stop, year)
    end = core.end if core is not None else named.end
    return replace(core or Core(start=start, end=end, periods=(Period(year=year),), size="year"), start=era.start)


def _read_year(page: Page, start: int, stop: int) -> Dated | None:
    year = era_shifted(page, start, int(page.folded[start:stop]))
    core = read_year_led(page, start, stop, year) if FIRST_WRITTEN_YEAR <= year <= LAST_YEAR else None
    if core is not None:
        return _dated(page, core)
    bare = read_bare_year(page, start, stop, year)
    return _dated(page, bare[0], around=bare[1]) if bare is not None else None


def _read_words(page: Page, start: int) -> Dated | None:
    """Return the date that begins with a word: a month, a part of a period, "next", "fiscal"."""
    part = find(page, start, PARTS)
    if part is not None and part.term.prefix:
        found = _read_part(page, start, part.end, part.term)
        if found is not None:
            return found
    core = read_named(page, start) or read_pointed(page, start) or read_year_named(page, start)
    return _dated(page, with_first_day(page, core)) if core is not None else None


def _read_part(page: Page, start: int, end: int, term: Term) -> Dated | None:
    """Return the part of a period named behind it: "late 2026", "end of March", "mid-March"."""
    place = end + 1 if page.folded[end : end + 1] == "-" else end
    place = skip_spaces(page.folded, skip_found(page, place, LINKS))
    core = _core_at(page, place)
    if core is None and place > end:
        core = _core_at(page, skip_spaces(page.folded, end))
    if core is None:
        return None
    core = Core(start=start, end=core.end, periods=core.periods, size=core.size, towards=core.towards)
    return _dated(page, core, part=term)


def _core_at(page: Page, place: int) -> Core | None:
    """Return the period that begins at `place`; a number of four digits there is a year."""
    stop = digits_end(page.folded, place, 5)
    if stop - place == 4:
        year = era_shifted(page, place, int(page.folded[place:stop]))
        bare = read_bare_year(page, place, stop, year) if page.folded[place - 1 : place] != "-" else None
        core = read_year_led(page, place, stop, year)
        whole = Core(start=place, end=stop, periods=(Period(year=year),), size="year") if FIRST_YEAR <= year <= LAST_YEAR else None
        return core or (bare[0] if bare is not None else None) or whole
    if stop - place in (1, 2):
        core = read_short_led(page, place, stop)
        return core if core is not None and core.size != "day" else None
    return read_named(page, place) or read_pointed(page, place) or read_year_named(page, place)


def _dated(page: Page, core: Core, *, part: Term | None = None, around: Around | None = None) -> Dated | None:
    """Return the date of `core` as its surroundings mean it; None where a bare month belongs to another figure."""
    end = core.end
    if part is None:
        beside = _part_beside(page, core)
        if beside is not None:
            part, end, around = beside.term, max(end, beside.end), None
            core = replace(core, start=min(core.start, beside.start))
    around = around or look_around(page, core.start, end)
    if part is not None and around.bound is None and Role.UNTIL in _roles(page, core, end):
        around = Around(start=around.start, hedge=around.hedge, bound=Role.UNTIL, placed=True)
    if core.bare and part is None and not _is_own_date(page, core, around):
        return None
    towards = core.towards or around.towards or _direction(core, around)
    readings = []
    trace = [f"date: {core.size} {page.text[core.start : end]!r}"]
    for period in core.periods:
        year, is_yearless = resolved_year(page, period, towards)
        low, high = period.days(year)
        if period.year is None and not is_yearless:
            trace.append(f"year {year} from the source's date {page.published}")
        readings.append(_reading(low, high, core=core, part=part, around=around, is_yearless=is_yearless))
    if around.bound is not None:
        trace.append(f"bound: {around.bound}")
    return Dated(start=core.start, end=end, readings=tuple(readings), trace=tuple(trace))


def _part_beside(page: Page, core: Core) -> Found | None:
    """Return the part of the period told behind it ("2026年末"), or before it ("late 2026", "finales de 2026")."""
    behind = find_next(page, skip_case(page, core.end), PARTS, side="only behind")
    if behind is not None or core.size == "day":
        return behind
    folded, place = page.folded, core.start
    if folded[place - 1 : place] == "-":
        place -= 1
    found = find_back(page, place, PARTS)
    for _ in range(2):
        if found is not None:
            return found
        link = find_back(page, place, LINKS)
        if link is None:
            return None
        place = link.start
        found = find_back(page, place, PARTS)
    return found


def _roles(page: Page, core: Core, end: int) -> set[Role]:
    """Return the roles of the word that ends the date, which may say "until" by its ending ("végéig")."""
    found = find(page, skip_spaces(page.folded, core.end), PARTS)
    return {term.role for term in page.language.terms.get(page.folded[found.start : end], ())} if found is not None else set()


def _direction(core: Core, around: Around) -> int:
    """Return 1 where a month without a year must be a coming one ("by March"), -1 where a past one ("since March")."""
    if not core.bare:
        return 0
    if around.bound in TURNED:
        return 1
    return -1 if around.bound is Role.SINCE else 0


def _is_own_date(page: Page, core: Core, around: Around) -> bool:
    """Return whether a month or year named without a number is a date and not the period of another figure.

    "By March" and "next March" are; "in October" is where its sentence holds no other figure. Without any such word
    the name may be an ordinary word ("march", "may").
    """
    if around.is_deadline:
        return True
    if core.size == "year":
        return core.towards > 0 and not stands_with_figures(page.folded, core.start, core.end)
    if not (around.placed or core.towards):
        return False
    return around.towards > 0 or core.towards > 0 or not stands_with_figures(page.folded, core.start, core.end)


def _reading(low: date, high: date, *, core: Core, part: Term | None, around: Around, is_yearless: bool) -> DateReading:
    """Return the days meant: a part of the period, and an open end where the words open it.

    "By the end of 2026" has no first day; "by March 2026" is the month itself, as is "since 2017" the year; "before
    March" reaches to its last day and "after 2017" begins with its first, because "before 2030" and "by 2030" translate
    each other.
    """
    hedge = Hedge.ABOUT if is_about(around.hedge) else Hedge.EXACT
    first: date | None = low
    last: date | None = high
    ends = part is not None and part.low is not None and part.high is not None and is_end(part.low, part.high)
    if part is not None and part.low is not None and part.high is not None:
        first, last = low, high = part_of(low, high, part.low, part.high)
        hedge = hedge if ends else Hedge.ABOUT
    if (around.is_deadline and ends and core.size not in ("month", "day")) or around.bound is Role.BEFORE:
        first, hedge = None, Hedge.AT_MOST
    elif around.bound is Role.AFTER or (around.hedge is Hedge.AT_LEAST and around.bound is None):
        last, hedge = None, Hedge.AT_LEAST
    return DateReading(low=first, high=last, hedge=hedge, yearless=is_yearless, why=core.size)
