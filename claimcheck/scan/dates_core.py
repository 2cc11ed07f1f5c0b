"""Periods that begin with a word: months, quarters, half-years, seasons, and what "next" and "last" point at."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import YEARLESS
from claimcheck.scan.dates_calendar import FIRST_WRITTEN_YEAR, FIRST_YEAR, LAST_YEAR, Period, nearest_year, published_day, year_of_two
from claimcheck.scan.dates_words import RANGE_SIGNS, Found, Page, digits_end, find, find_back, find_next, has_role, skip_spaces
from claimcheck.scan.index import is_letter
from claimcheck.values import dataclass

MONTHS = frozenset({Role.MONTH})
MONTH_WORDS = frozenset({Role.MONTH_WORD})
DAY_WORDS = frozenset({Role.DAY_WORD})
YEAR_WORDS = frozenset({Role.YEAR_WORD})
ERAS = frozenset({Role.ERA})
LINKS = frozenset({Role.LINK, Role.YEAR_WORD, Role.ON})
LINKS_TO_MONTH = frozenset({Role.LINK, Role.DAY_WORD, Role.ON})
TO_MONTH = frozenset({Role.RANGE_MIDDLE, Role.JOINER})
OPENS = frozenset({Role.RANGE_OPEN})
POINTERS = frozenset({Role.NEXT, Role.LAST, Role.THIS})
NAMED = frozenset({Role.MONTH, Role.QUARTER, Role.HALF_YEAR, Role.SEASON})
MEASURES = frozenset({Role.UNIT, Role.CURRENCY, Role.SUBUNIT, Role.SCALE, Role.POINTS, Role.CLASSIFIER, Role.VAGUE})
ORDINAL_SIGNS = "ºª°."
YEAR_JOINTS = ",./-'\u060c"


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """A period as named, from `start` to `end`, with the ways to read it, likeliest first.

    `size` is "day", "month", "quarter", "half", "season", "year" or "decade"; `bare` tells that nothing but the name of
    a month stands there; `towards` is 1 where a coming one is meant, -1 where a past one is.
    """

    start: int
    end: int
    periods: tuple[Period, ...]
    size: str
    bare: bool = False
    towards: int = 0


def month_range(month: int) -> Period:
    """Return a whole month of no year."""
    return Period(month=month, months=1)


def read_number(page: Page, place: int, most: int) -> tuple[int, int] | None:
    """Return the whole number of at most `most` digits at `place` and its end."""
    end = digits_end(page.folded, place, most + 1)
    if end == place or end - place > most:
        return None
    return int(page.folded[place:end]), end


def read_year(page: Page, place: int, *, short: bool = False) -> tuple[int, int] | None:
    """Return the year at `place` and its end; with `short` also one of two digits ("FY26", "3T25").

    A year has nothing behind it that makes it a part of a larger number.
    """
    found = read_number(page, place, 4)
    if found is None:
        return _era_year(page, place)
    number, end = found
    if not _ends_number(page.folded, end):
        return None
    length = end - place
    if length == 4:
        number = era_shifted(page, place, number)
        return (number, end) if FIRST_WRITTEN_YEAR <= number <= LAST_YEAR else None
    if length == 2 and short:
        return year_of_two(number, published_day(page.published)), end
    return None


def era_shifted(page: Page, place: int, year: int) -> int:
    """Return `year` of the common era: counted from the era named before it; where Buddhist years are written, 2568 is one."""
    era = find_back(page, place, ERAS)
    if era is not None:
        return year + int(era.term.value)
    return year - 543 if 2443 <= year <= 2642 and page.language.tag.partition("-")[0] in _BUDDHIST else year


_BUDDHIST = frozenset({"th", "km", "lo"})


def _era_year(page: Page, place: int) -> tuple[int, int] | None:
    era = find(page, place, ERAS)
    if era is None:
        return None
    counted = read_number(page, skip_spaces(page.folded, era.end), 4)
    if counted is None:
        return None
    year = counted[0] + int(era.term.value)
    return (year, counted[1]) if FIRST_YEAR <= year <= LAST_YEAR else None


def _ends_number(folded: str, end: int) -> bool:
    """Return whether no further digits follow, nor a separator with digits."""
    following = folded[end : end + 2]
    if len(following) == 2 and following[0] in ".,'" and following[1].isdecimal():
        return False
    return not following[:1].isdecimal() and following[:1] not in ("%", "‰")


def year_behind(page: Page, place: int, *, short: bool = False) -> tuple[int, int] | None:
    """Return the year that follows a period's name at `place`, over "of", a comma or a stop, and its end."""
    folded = page.folded
    joint = place
    while joint < len(folded) and folded[joint] in YEAR_JOINTS:
        joint += 1
    is_joined = joint > place
    place = skip_spaces(folded, joint)
    direct = read_year(page, place, short=short)
    if direct is not None:
        return _with_year_word(page, direct)
    link = find(page, place, LINKS) if not is_joined else None
    if link is None:
        return None
    place = skip_spaces(folded, link.end)
    direct = read_year(page, place, short=link.term.text == "fiscal")
    if direct is None:
        second = find(page, place, LINKS)
        direct = read_year(page, skip_spaces(folded, second.end)) if second is not None else None
    return _with_year_word(page, direct) if direct is not None else None


def _with_year_word(page: Page, year: tuple[int, int]) -> tuple[int, int]:
    """Return the year with the word for "year" right behind it ("2026 года", "2026年", "2026 yılı")."""
    word = find_next(page, year[1], YEAR_WORDS, side="behind")
    if word is None or word.term.text == "decade":
        return year
    return year[0], word.end


def skip_ordinal(page: Page, place: int) -> int:
    """Return the place behind what makes a number an ordinal: "3.", "3º", "3rd", "1er", "3-го", "3'ü".

    Any up to four letters will do: whoever calls this goes on to demand the name of a month.
    """
    folded = page.folded
    if folded[place : place + 1] in ORDINAL_SIGNS and place < len(folded):
        return place + 2 if folded[place + 1 : place + 2] in ("º", "ª") else place + 1
    start = place + 1 if folded[place : place + 1] in "-'’:" else place
    end = start
    while end < len(folded) and end - start < 5 and is_letter(folded[end]):
        end += 1
    return end if 0 < end - start <= 4 and page.language.spaced else place


def read_month_led(page: Page, month: Found) -> Core | None:
    """Return what begins with the name of a month: "March", "March 2026", "March 20", "March 20, 2026", "March 20–22"."""
    folded = page.folded
    number = int(month.term.value)
    place = month.end + 1 if folded[month.end : month.end + 1] == "." else month.end
    year = year_behind(page, place)
    if year is not None:
        return Core(start=month.start, end=year[1], periods=(Period(month=number, months=1, year=year[0]),), size="month")
    day = _day_behind(page, place, number)
    if day is not None:
        return Core(start=month.start, end=day[1], periods=(day[0],), size="day")
    is_name = month.term.text != "short" or page.text[month.start].isupper()  # Turkish "ara" is an ordinary word
    several = _several_months(page, month, place) if is_name else None
    if several is not None:
        return several
    return Core(start=month.start, end=month.end, periods=(month_range(number),), size="month", bare=True) if is_name else None


def _several_months(page: Page, month: Found, place: int) -> Core | None:
    """Return the one period from a month to a later one: "July to September", "juli tot en met september 2025"."""
    begin = skip_spaces(page.folded, place)
    between = find(page, begin, TO_MONTH)
    dashed = begin < len(page.folded) and page.folded[begin] in RANGE_SIGNS
    if between is None and not dashed:
        return None
    second = find(page, skip_spaces(page.folded, between.end if between is not None else begin + 1), MONTHS)
    if second is None or second.term.value == month.term.value or _day_behind(page, second.end, int(second.term.value)) is not None:
        return None
    if between is not None and has_role(page, between, Role.JOINER) and find_back(page, month.start, OPENS) is None:
        return None  # "March and April" are two months, "between March and April" one stretch
    first, last = int(month.term.value), int(second.term.value)
    year = year_behind(page, second.end)
    count = (last - first) % 12 + 1
    period = Period(month=first, months=count, year=year[0] - (first > last) if year is not None else None)
    return Core(start=month.start, end=year[1] if year is not None else second.end, periods=(period,), size="months")


def _day_behind(page: Page, place: int, month: int) -> tuple[Period, int] | None:
    """Return the day, days or day and year behind a month, and the end; a number that counts something is none."""
    start = skip_spaces(page.folded, place)
    found = read_number(page, start, 2)
    if found is None:
        link = find(page, start, LINKS_TO_MONTH)
        found = read_number(page, skip_spaces(page.folded, link.end), 2) if link is not None else None
        if found is None:
            return None
    first, end = found
    last, end = _last_of_range(page, end, first)
    ordinal = skip_ordinal(page, end) if page.folded[end : end + 1] != "." else end
    dressed, end = ordinal > end, ordinal
    word = find_next(page, end, DAY_WORDS)
    end = word.end if word is not None else end
    year = year_behind(page, end) if page.folded[end : end + 1] not in ("'", "-") else None
    period = Period(month=month, day=first, last_day=last, year=year[0] if year else None)
    if not period.is_possible() or first == 0:
        return None
    if year is None and not dressed and word is None and not _stands_alone(page, end):
        return None
    return period, year[1] if year else end


def _last_of_range(page: Page, end: int, first: int) -> tuple[int, int]:
    """Return the last day of "20-22" behind its first one, and the end; a day alone is its own last."""
    folded = page.folded
    if folded[end : end + 1] in RANGE_SIGNS and end < len(folded):
        second = read_number(page, end + 1, 2)
        if second is not None and second[0] > first and not folded[second[1] : second[1] + 1].isdecimal():
            return second
    return first, end


def _stands_alone(page: Page, end: int) -> bool:
    """Return whether a day behind its month is really one: where days come first, a word behind it means a count."""
    folded = page.folded
    following = folded[end : end + 2]
    if following[:1] in ("%", ":") or (len(following) == 2 and following[0] in ".,:" and following[1].isdecimal()):
        return False
    if find_next(page, end, MEASURES) is not None:
        return False
    behind = skip_spaces(folded, end)
    return not page.language.day_first or behind >= len(folded) or not (is_letter(folded[behind]) or folded[behind].isdecimal())


def read_named(page: Page, place: int) -> Core | None:
    """Return the period whose name begins at `place`: a month, quarter, half-year or season, with its year."""
    found = find(page, place, NAMED)
    if found is None:
        return None
    if found.term.role is Role.MONTH:
        return read_month_led(page, found)
    number = int(found.term.value)
    end = found.end
    if number == 0:
        counted = read_number(page, found.end, 1)
        if counted is None or found.term.role is Role.SEASON:
            return None
        number, end = counted
    shape = shape_of(found.term.role, number)
    year = year_behind(page, end, short=True)
    if shape is None or year is None:
        return None
    periods = tuple(_in_year(period, year[0]) for period in shape[1])
    return Core(start=place, end=year[1], periods=periods, size=shape[0])


def _in_year(period: Period, year: int) -> Period:
    return Period(month=period.month, months=period.months, year=year - (period.month == 12))


def shape_of(role: Role, number: int) -> tuple[str, tuple[Period, ...]] | None:
    """Return the size and the periods of the quarter, half-year or season of that number.

    Seasons are those of the north, in whole months; a winter is that of the turn into its year, else out of it.
    """
    if role is Role.QUARTER and 1 <= number <= 4:
        return "quarter", (Period(month=3 * number - 2, months=3),)
    if role is Role.HALF_YEAR and 1 <= number <= 2:
        return "half", (Period(month=6 * number - 5, months=6),)
    if role is Role.SEASON and 1 <= number <= 4:
        return "season", (Period(month=3 * number, months=3),)
    return None


def read_pointed(page: Page, place: int) -> Core | None:
    """Return the month or year that "next", "last" or "this" at `place` points at; needs the day of the source."""
    pointer = find(page, place, POINTERS)
    if pointer is None:
        return None
    towards = {Role.NEXT: 1, Role.LAST: -1}.get(pointer.term.role, 0)
    behind = skip_spaces(page.folded, pointer.end)
    month = find(page, behind, MONTHS)
    if month is not None:
        core = read_month_led(page, month)
        if core is None:
            return None
        return Core(start=place, end=core.end, periods=core.periods, size=core.size, towards=towards)
    word = find(page, behind, YEAR_WORDS | MONTH_WORDS)
    day = published_day(page.published)
    if word is None or day is None or word.term.text == "decade":
        return None
    return _pointed_period(Found(place, word.end, word.term), day.year, day.month, towards)


def _pointed_period(word: Found, year: int, month: int, towards: int) -> Core:
    if word.term.role is Role.YEAR_WORD:
        return Core(start=word.start, end=word.end, periods=(Period(year=year + towards),), size="year", bare=True)
    count = year * 12 + month - 1 + towards
    period = Period(month=count % 12 + 1, months=1, year=count // 12)
    return Core(start=word.start, end=word.end, periods=(period,), size="month", bare=True)


def resolved_year(page: Page, period: Period, towards: int) -> tuple[int, bool]:
    """Return the year of `period` and whether it is unknown: as written, else as near as can be to the source's day."""
    if period.year is not None:
        return period.year, False
    day = published_day(page.published)
    return (YEARLESS, True) if day is None else (nearest_year(period, day, towards), False)
