"""Periods that begin with a digit: 3 November 2025, 2025-11-03, 03/11/2025, 11月3日, 3. Quartal 2025, 3T25, 2025年."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.scan.dates_calendar import FIRST_WRITTEN_YEAR, LAST_YEAR, Period, published_day, year_of_two
from claimcheck.scan.dates_core import (
    DAY_WORDS,
    LINKS_TO_MONTH,
    MONTH_WORDS,
    MONTHS,
    YEAR_WORDS,
    Core,
    era_shifted,
    month_range,
    read_named,
    read_number,
    shape_of,
    skip_ordinal,
    year_behind,
)
from claimcheck.scan.dates_words import (
    RANGE_SIGNS,
    Found,
    Page,
    digits_end,
    find,
    find_back,
    find_next,
    skip_case,
    skip_found,
    skip_spaces,
)
from claimcheck.scan.index import is_letter

COUNTED_PERIODS = frozenset({Role.QUARTER, Role.HALF_YEAR})
BETWEEN_DAYS = frozenset({Role.RANGE_MIDDLE, Role.JOINER})
REFUSED = frozenset({Role.REFUSE})
PLACED = frozenset({Role.ON, Role.UNTIL, Role.SINCE})
NUMERIC_SIGNS = "-/."


def read_short_led(page: Page, place: int, end: int) -> Core | None:
    """Return the period whose first digits, one or two, stand from `place` to `end`."""
    folded = page.folded
    number = int(folded[place:end])
    sign = folded[end : end + 1]
    if sign and sign in NUMERIC_SIGNS and folded[end + 1 : end + 2].isdecimal():
        numeric = _read_numeric(page, place, end)
        if numeric is not None or sign == "/":
            return numeric
    word = find(page, end, MONTH_WORDS)
    if word is not None:
        return _read_month_number(page, Found(place, word.end, word.term), number)
    counted = _read_counted_period(page, place, end, number)
    if counted is not None:
        return counted
    return _read_day_led(page, place, end, number)


def _read_day_led(page: Page, place: int, end: int, first: int) -> Core | None:
    """Return "3 November 2025", "3rd of November", "3. bis 5. November", "3-5 de noviembre"."""
    if not 1 <= first <= 31:
        return None
    month = _month_behind(page, end)
    last = first
    if month is None:
        second = _second_day(page, end)
        if second is None or second[0] <= first:
            return None
        last, month = second[0], _month_behind(page, second[1])
        if month is None:
            return None
    stop = month.end + 1 if page.folded[month.end : month.end + 1] == "." and month.term.text == "short" else month.end
    year = year_behind(page, stop, short=False)
    if year is None and not _is_sure_month(page, month, stop):
        return None
    period = Period(month=int(month.term.value), day=first, last_day=last, year=year[0] if year else None)
    if not period.is_possible():
        return None
    return Core(start=place, end=year[1] if year else stop, periods=(period,), size="day")


def _month_behind(page: Page, end: int) -> Found | None:
    """Return the month that the day ending at `end` belongs to, over ordinal endings and "of"."""
    month = find_next(page, end, MONTHS)
    if month is not None:
        return month
    place = skip_ordinal(page, end)
    behind = skip_spaces(page.folded, place)
    if behind < len(page.folded) and page.folded[behind] == "-":
        behind += 1
    month = find(page, behind, MONTHS)
    if month is not None:
        return month
    linked = skip_found(page, place, LINKS_TO_MONTH)
    if linked == place:
        place, linked = end, skip_found(page, end, LINKS_TO_MONTH)
    return find_next(page, linked, MONTHS) if linked > place else None


def _second_day(page: Page, end: int) -> tuple[int, int] | None:
    """Return the second day of "3-5", "3 to 5", "3. bis 5." and its end."""
    place = skip_spaces(page.folded, end)
    if page.folded[place : place + 1] == ".":
        place = skip_spaces(page.folded, place + 1)
    if place < len(page.folded) and page.folded[place] in RANGE_SIGNS:
        return read_number(page, skip_spaces(page.folded, place + 1), 2)
    word = find(page, place, BETWEEN_DAYS)
    return read_number(page, skip_spaces(page.folded, word.end), 2) if word is not None else None


def _is_sure_month(page: Page, month: Found, stop: int) -> bool:
    """Return whether a month without a year is one: a short name ("3 set", "5 mar") needs a stop or a capital."""
    following = page.folded[month.end : month.end + 2]
    if len(following) == 2 and following[0] == "-" and is_letter(following[1]) and page.language.spaced:
        return find(page, month.end + 1, MONTHS) is not None  # "30 May-class ships"
    if month.term.text != "short" or page.text[month.start].isupper():
        return True
    behind = skip_spaces(page.folded, stop)
    return stop > month.end and page.text[behind : behind + 1].islower()


def _read_month_number(page: Page, head: Found, month: int) -> Core | None:
    """Return what begins with a numbered month, "11月", with the days behind it; `head` spans number and word."""
    if not 1 <= month <= 12:
        return None
    day = _numbered_day(page, head.end)
    if day is not None:
        period = Period(month=month, day=day[0], last_day=day[1])
        return Core(start=head.start, end=day[2], periods=(period,), size="day") if period.is_possible() else None
    return Core(start=head.start, end=head.end, periods=(month_range(month),), size="month", bare=True)


def _numbered_day(page: Page, place: int) -> tuple[int, int, int] | None:
    """Return first day, last day and end of "3日" or "3-5日" at `place`."""
    found = read_number(page, skip_spaces(page.folded, place), 2)
    if found is None or not 1 <= found[0] <= 31:
        return None
    first, end = found
    last = first
    if page.folded[end : end + 1] and page.folded[end] in RANGE_SIGNS:
        second = read_number(page, end + 1, 2)
        if second is not None and second[0] > first:
            last, end = second
    word = find_next(page, end, DAY_WORDS)
    return (first, last, word.end) if word is not None else None


def _read_counted_period(page: Page, place: int, end: int, number: int) -> Core | None:
    """Return "3. Quartal 2025", "3rd quarter 2025", "3T25", "1H 2026"."""
    if not 1 <= number <= 4:
        return None
    whole = find(page, place, COUNTED_PERIODS)
    if whole is not None and whole.term.value:
        return read_named(page, place)
    word = find_next(page, end, COUNTED_PERIODS) or find_next(page, skip_ordinal(page, end), COUNTED_PERIODS)
    if word is None or word.term.value:
        return None
    shape = shape_of(word.term.role, number)
    year = year_behind(page, word.end, short=True)
    if shape is None or year is None:
        return None
    periods = tuple(Period(month=period.month, months=period.months, year=year[0]) for period in shape[1])
    return Core(start=place, end=year[1], periods=periods, size=shape[0])


def _read_numeric(page: Page, place: int, end: int) -> Core | None:
    """Return "3.11.2025", "03/11/25", "3.11."; where both orders are possible both, the language's own first."""
    folded = page.folded
    sign = folded[end]
    middle = read_number(page, end + 1, 2)
    if middle is None:
        return None
    first, (second, stop) = int(folded[place:end]), middle
    if folded[stop : stop + 1] != sign:
        return None
    year = _numeric_year(page, stop + 1, sign)
    if find_back(page, place, REFUSED) is not None:
        return None
    if year is None:
        return _read_without_year(page, place, (first, second), stop + 1) if sign == "." else None
    orders = ((first, second), (second, first)) if page.language.day_first or sign == "." else ((second, first), (first, second))
    periods = []
    for day, month in orders:
        period = Period(month=month, day=day, last_day=day, year=year[0])
        if day and period.is_possible() and period not in periods:
            periods.append(period)
    if sign == ".":
        periods = periods[:1] if periods and periods[0].day == first else []
    return Core(start=place, end=year[1], periods=tuple(periods), size="day") if periods else None


def _read_without_year(page: Page, place: int, numbers: tuple[int, int], end: int) -> Core | None:
    """Return the day of "am 3.11.": only behind a word for time, and where a stop is no decimal sign."""
    if page.language.decimal == "." or page.folded[end : end + 1].isdecimal() or find_back(page, place, PLACED) is None:
        return None
    period = Period(month=numbers[1], day=numbers[0], last_day=numbers[0])
    return Core(start=place, end=end, periods=(period,), size="day") if numbers[0] and period.is_possible() else None


def _numeric_year(page: Page, place: int, sign: str) -> tuple[int, int] | None:
    """Return the year behind the second sign of a numeric date, of four digits, or two where "/" or "." stand."""
    start = skip_spaces(page.folded, place) if sign == "." else place
    end = digits_end(page.folded, start, 5)
    following = page.folded[end : end + 2]
    if len(following) == 2 and following[0] in "./-" and following[1].isdecimal():
        return None
    if end - start == 4:
        year = era_shifted(page, start, int(page.folded[start:end]))
        return (year, end) if FIRST_WRITTEN_YEAR <= year <= LAST_YEAR else None
    if end - start == 2 and start == place and (sign == "/" or (sign == "." and page.language.decimal != ".")):
        return year_of_two(int(page.folded[start:end]), published_day(page.published)), end
    return None


def read_year_led(page: Page, place: int, end: int, year: int) -> Core | None:
    """Return what goes on behind a year: "2025-11-03", "2025. november 3.", "2025年11月", "2025 Q3"; None for a year alone."""
    folded = page.folded
    sign = folded[end : end + 1]
    if sign and sign in NUMERIC_SIGNS and folded[end + 1 : end + 2].isdecimal():
        return _read_year_first(page, place, end, year)
    word = find_next(page, end, YEAR_WORDS)
    behind = skip_case(page, word.end if word is not None and word.term.text != "decade" else end)
    is_stopped = folded[behind : behind + 1] == "."
    behind = skip_spaces(folded, behind + is_stopped)
    if is_stopped and not page.text[behind : behind + 1].islower():
        return None  # "2025. november 3." is a date, "in 2025. November was" is not
    numbered = read_number(page, behind, 2)
    if numbered is not None:
        return _dated_by_number(page, place, behind, numbered, year)
    return _named_behind(page, place, behind, year)


def _dated_by_number(page: Page, place: int, behind: int, numbered: tuple[int, int], year: int) -> Core | None:
    word = find_next(page, numbered[1], MONTH_WORDS | COUNTED_PERIODS)
    if word is None or word.term.value:
        return None
    if word.term.role is not Role.MONTH_WORD:
        shape = shape_of(word.term.role, numbered[0])
        return _in_year(Core(start=behind, end=word.end, periods=shape[1], size=shape[0]), place, year) if shape is not None else None
    return _in_year(_read_month_number(page, Found(behind, word.end, word.term), numbered[0]), place, year)


def _named_behind(page: Page, place: int, behind: int, year: int) -> Core | None:
    """Return the month, quarter or season named behind a year: "2025 November 3", "2026 Q1", "2026年春"."""
    found = find(page, behind, frozenset({Role.MONTH, Role.QUARTER, Role.HALF_YEAR, Role.SEASON}))
    if found is None:
        return None
    if found.term.role is Role.MONTH:
        return _in_year(read_named(page, behind), place, year)
    number, end = int(found.term.value), found.end
    if number == 0:
        counted = read_number(page, end, 1)
        if counted is None:
            return None
        number, end = counted
        closing = find(page, end, frozenset({found.term.role}))
        end = closing.end if closing is not None and not closing.term.value else end
    shape = shape_of(found.term.role, number)
    if shape is None:
        return None
    return _in_year(Core(start=behind, end=end, periods=shape[1], size=shape[0]), place, year)


def _in_year(core: Core | None, place: int, year: int) -> Core | None:
    """Return `core` in the year written before it, None where it already has another one."""
    if core is None or any(period.year is not None for period in core.periods):
        return None
    periods = tuple(
        Period(month=period.month, months=period.months, day=period.day, last_day=period.last_day, year=year) for period in core.periods
    )
    if not all(period.is_possible() for period in periods):
        return None
    return Core(start=place, end=core.end, periods=periods, size=core.size)


def _read_year_first(page: Page, place: int, end: int, year: int) -> Core | None:
    """Return "2025-11-03", "2025/11/3", "2025.11.03" and "2025-11"."""
    sign = page.folded[end]
    month = read_number(page, end + 1, 2)
    if month is None:
        return None
    if page.folded[month[1] : month[1] + 1] == sign:
        day = read_number(page, month[1] + 1, 2)
        if day is None or not day[0]:
            return None
        period = Period(month=month[0], day=day[0], last_day=day[0], year=year)
        return Core(start=place, end=day[1], periods=(period,), size="day") if period.is_possible() else None
    # "2019-21" and "2019/20" are years; a month is written with both its digits and cannot be a later year
    period = Period(month=month[0], months=1, year=year)
    is_month = sign == "-" and month[1] - end == 3 and period.is_possible() and month[0] <= year % 100
    return Core(start=place, end=month[1], periods=(period,), size="month") if is_month else None
