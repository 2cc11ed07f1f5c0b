"""The parts of a clock time: hour, minutes, seconds, half of the day, zone."""

from __future__ import annotations

import re
from datetime import time

from claimcheck.lexicon.language import Role
from claimcheck.scan.dates_core import read_number
from claimcheck.scan.dates_words import Found, Page, find, find_back, find_next, has_role, skip_spaces
from claimcheck.scan.index import is_letter
from claimcheck.values import dataclass

HOUR_WORDS = frozenset({Role.HOUR_WORD})
MINUTE_WORDS = frozenset({Role.MINUTE_WORD})
HALVES = frozenset({Role.AM, Role.PM})
ZONES = frozenset({Role.ZONE})
UNITS = frozenset({Role.UNIT})
HALF_PAST = frozenset({Role.AND_FRACTION})
COLONS = ":\uff1a"
HOUR_SIGN = "h"  # the sign of the hour in every language (SI)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A clock time as written, from `start` to `end`, and the time of day it shows.

    `minutes` and `seconds` are None where not written; `sign` is what stands behind the hour. `worded` tells that a
    word or sign for the hour stands there, which may also measure how long something lasts; `is_sure` that nothing
    but a clock time is written so.
    """

    start: int
    end: int
    time: time
    minutes: int | None
    seconds: int | None
    sign: str
    hour_digits: int
    worded: bool = False
    is_sure: bool = False
    is_afternoon: bool = False
    zone: str = ""


def read_face(page: Page, start: int, stop: int) -> Face | None:
    """Return what stands at `start`, where the digits of an hour end at `stop`, if a clock can show it."""
    if stop - start == 4:
        return _read_military(page, start, stop)
    hour = int(page.folded[start:stop])
    if hour > 24:
        return None
    minutes, seconds, sign, end = _read_minutes(page, stop)
    word = find_next(page, end, HOUR_WORDS, side="behind") if sign != HOUR_SIGN else None
    if word is not None and _is_duration(page, word):
        word = None
    is_sure = word is not None and not _is_loose(page, word)
    if word is not None:
        end = word.end
        if minutes is None:
            minutes, end = _minutes_behind(page, end, is_sure=is_sure)
    half = _half_of_day(page, start, end)
    if half is None and word is None and minutes is None:
        half = _half_behind_unit(page, end)
    if half is not None:
        start, end = min(start, half.start), max(end, half.end)
        is_sure = is_sure or minutes is not None or word is not None or not _may_measure(page, half)
    worded = word is not None or half is not None or (sign == HOUR_SIGN and minutes is None)
    if minutes is None and not worded and half is None and not page.folded[stop : stop + 1].isspace() and _goes_on(page, stop):
        return None
    shown = _shown(hour, minutes or 0, seconds or 0, half)
    if shown is None:
        return None
    return Face(
        start=start,
        end=end,
        time=shown,
        minutes=minutes,
        seconds=seconds,
        sign=sign,
        hour_digits=stop - start if half is None or half.start > start else 2,
        worded=worded,
        is_sure=is_sure,
        is_afternoon=half is not None and half.term.role is Role.PM,
        zone=_read_zone(page, end),
    )


def _goes_on(page: Page, stop: int) -> bool:
    """Return whether digits or letters go on right behind ("20th", "20.5")."""
    following = page.folded[stop : stop + 2]
    return bool(following) and (is_letter(following[0]) or (following[0] in ".,/-\u2013" and following[1:].isdecimal()))


def _read_minutes(page: Page, stop: int) -> tuple[int | None, int | None, str, int]:
    """Return minutes, seconds, the sign behind the hour ("" for none) and the end of what was read."""
    folded = page.folded
    sign = folded[stop : stop + 1]
    if sign and sign in COLONS:
        minutes = _sixtieth(page, stop + 1)
        if minutes is None:
            return None, None, sign, stop
        end = stop + 3
        if folded[end : end + 1] == sign:
            seconds = _sixtieth(page, end + 1)
            return (minutes, seconds, sign, end + 3) if seconds is not None else (None, None, sign, stop)
        return minutes, None, sign, end
    if sign == ".":
        minutes = _sixtieth(page, stop + 1)
        return (minutes, None, sign, stop + 3) if minutes is not None else (None, None, "", stop)
    place = skip_spaces(folded, stop)
    if folded[place : place + 1] == HOUR_SIGN and not is_letter(folded[place + 1 : place + 2] or " "):
        minutes = _sixtieth(page, skip_spaces(folded, place + 1))
        if minutes is not None:
            return minutes, None, HOUR_SIGN, skip_spaces(folded, place + 1) + 2
        return None, None, HOUR_SIGN, place + 1
    return None, None, "", stop


def _sixtieth(page: Page, place: int) -> int | None:
    """Return the two digits at `place` where they are below 60 and nothing numeric follows them."""
    found = read_number(page, place, 2)
    if found is None or found[1] - place != 2 or found[0] > 59:
        return None
    following = page.folded[found[1] : found[1] + 2]
    if following[:1] in ("%", "/") or (following[:1] in (".", ",") and following[1:].isdecimal()):
        return None
    return found[0]


def _minutes_behind(page: Page, end: int, *, is_sure: bool) -> tuple[int | None, int]:
    """Return the minutes behind the word for the hour: 3時20分, 3時半, "6 Uhr 30"; `is_sure` tells that it measures no time that lasts."""
    fraction = find(page, end, HALF_PAST)
    if fraction is not None and not page.language.spaced:
        return 30, fraction.end
    place = skip_spaces(page.folded, end)
    found = read_number(page, place, 2)
    if found is None or found[0] > 59:
        return None, end
    word = (find_next if is_sure else find)(page, found[1], MINUTE_WORDS)
    if word is not None:
        return found[0], word.end
    unit = find_next(page, found[1], UNITS)
    is_free = unit is None or page.folded[skip_spaces(page.folded, unit.end) :][:1].isdecimal()  # "4 giờ 30 ngày 5/11"
    is_plain = found[1] - place == 2 and page.language.spaced and not _goes_on(page, found[1]) and is_free
    return (found[0], found[1]) if is_plain else (None, end)


def _is_loose(page: Page, word: Found) -> bool:
    """Return whether a word for the hour also measures how long something lasts, or is but one letter ("1 u.")."""
    written = page.folded[word.start : word.end].rstrip(".")
    return has_role(page, word, Role.UNIT) or (len(written) == 1 and written.isascii())


def _is_duration(page: Page, word: Found) -> bool:
    """Return whether the word for the hour is only the beginning of a unit of duration (時間)."""
    unit = find(page, word.start, UNITS)
    return unit is not None and unit.end > word.end


def _half_of_day(page: Page, start: int, end: int) -> Found | None:
    """Return the words for the half of the day behind a time, or before it ("午後3時")."""
    half = find_next(page, end, HALVES, side="behind")
    if half is not None and (half.start == end or not has_role(page, half, Role.ON)):
        return half  # German "um 8 am Montag" is not in the morning
    half = find_back(page, start, HALVES)
    return half if half is not None and (not half.term.suffix or not page.language.spaced) else None


def _may_measure(page: Page, half: Found) -> bool:
    """Return whether the word for the half of the day may be a unit instead: "2 дня" lasts; pm only in talk of picometres."""
    if not has_role(page, half, Role.UNIT):
        return False
    return page.folded[half.start : half.end] != _PICOMETRE or _PICOMETRES.search(page.folded) is not None


_PICOMETRE = "pm"
_PICOMETRES = re.compile("pi[ck]om|ピコ|пикоме|पिको|皮米|피코")


def _half_behind_unit(page: Page, end: int) -> Found | None:
    """Return the half of the day in "5 hodin ráno", where the word for hours that last stands between."""
    unit = find_next(page, end, UNITS, side="behind")
    if unit is None or not unit.term.units or unit.term.units[0].name != "hour":
        return None
    half = find_next(page, unit.end, HALVES, side="behind")
    return half if half is not None and not has_role(page, half, Role.ON) else None


def _shown(hour: int, minutes: int, seconds: int, half: Found | None) -> time | None:
    """Return the time of day on a 24-hour clock; "11 at night" is 23, "2 at night" 2."""
    if half is not None and hour <= 12:
        is_night = half.term.text == "night"
        if half.term.role is Role.AM or (is_night and (hour <= 5 or hour == 12)):
            hour %= 12
        elif hour != 12:
            hour += 12
    if hour == 24:
        return time(0, 0) if not minutes and not seconds else None
    return time(hour, minutes, seconds)


def _read_zone(page: Page, end: int) -> str:
    """Return the zone behind a time as written: "UTC", "GMT", "hora peninsular", "Brussels time"."""
    place = skip_spaces(page.folded, end)
    if page.folded[place : place + 1] == "(":
        place += 1
    zone = find(page, place, ZONES)
    if zone is not None:
        return page.text[place : zone.end]
    word = place
    while word < len(page.folded) and is_letter(page.folded[word]):
        word += 1
    if word == place or not page.text[place].isupper():
        return ""
    zone = find_next(page, word, ZONES)
    return page.text[place : zone.end] if zone is not None and zone.term.text == "named" else ""


def _read_military(page: Page, start: int, stop: int) -> Face | None:
    """Return "1530 GMT" and "0430 Uhr": four digits with a word that makes them a time."""
    hour, minutes = divmod(int(page.folded[start:stop]), 100)
    zone = _read_zone(page, stop)
    word = find_next(page, stop, HOUR_WORDS, side="behind")
    is_worded = word is not None and not has_role(page, word, Role.UNIT) and not _is_duration(page, word)
    if minutes > 59 or hour > 23 or not (zone or is_worded):
        return None
    end = word.end if word is not None and is_worded else stop
    shown = time(hour, minutes)
    return Face(start=start, end=end, time=shown, minutes=minutes, seconds=None, sign="", hour_digits=2, is_sure=True, zone=zone)
