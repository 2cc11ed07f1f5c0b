"""Clock times: 20 Uhr, 12:33, 12h30, 6am, 11 de la noche, 午後3時20分, with what says that they are such.

Read as clock times: hours with minutes behind ":" (two-digit hours, or any hour beside a word for time), "." or "h" with
such words; bare hours only with a word that says so. Not read: scores and ratios (3:1, a lone 3:16), times of three
parts without such a word (2:03:45 is how long a marathon took), hours that last ("20 h").
"""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache
from pathlib import Path

from claimcheck.lexicon.language import Language, Role
from claimcheck.model.mention import ClockReading, Hedge
from claimcheck.scan.clock_parts import COLONS, HOUR_SIGN, Face, read_face
from claimcheck.scan.dated import Dated
from claimcheck.scan.dates_context import BEFORE_DATES, Around, is_about, look_around
from claimcheck.scan.dates_words import RANGE_SIGNS, Page, digits_end, find_next, page_of, skip_spaces, skip_spaces_back
from claimcheck.scan.index import bits, is_letter
from claimcheck.scan.moves import verbs_of
from claimcheck.tables import load_tables

DATA = Path(__file__).parent / "data" / "clocks.toml"
REACH = 40  # characters before the time in which a verb of rising or falling may stand
MEASURES = frozenset({Role.UNIT, Role.CURRENCY, Role.SCALE})
LASTING = re.compile(r"\s?(?:min|mn)\b")  # 2 h 21 min 08 s: how long it took
ENDS_NO_CLOCK = frozenset("%\u2030$\u20ac\u00a3")
DATE_FOLLOWS = frozenset({Role.ON, Role.LINK, Role.WEEKDAY, Role.MONTH})


def read_clock(text: str, folded: str, start: int, end: int, language: Language, *, published: str) -> Dated | None:
    """Return the clock time whose digits begin at `start`; None where there is none or where it may be something else.

    `end` bounds what was found there; the time may reach further, and back over a word such as 午後.
    """
    if start >= end or start >= len(folded) or not folded[start].isdecimal():
        return None
    return clock_at(page_of(text, folded, language, published), start)


def clock_at(page: Page, start: int) -> Dated | None:
    """Return the clock time whose digits begin at `start`, as `read_clock` does."""
    folded = page.folded
    stop = digits_end(folded, start, 5)
    if stop - start > 2 and (stop - start != 4 or int(folded[start:stop]) > 2400):
        return None
    if folded[stop : stop + 1] in ENDS_NO_CLOCK or (
        start > 0 and folded[start - 1] in ".,:/-+#" and folded[start - 2 : start - 1].isdecimal()
    ):
        return None
    if start > 0 and folded[start - 1] < "\u0590" and is_letter(folded[start - 1]):
        return None
    if stop - start < 3 and _is_plain(page, start, stop):
        return None
    face = read_face(page, start, stop)
    if face is None or (face.sign == HOUR_SIGN and face.minutes is not None and LASTING.match(folded, face.end)):
        return None
    around = look_around(page, face.start, face.end)
    if not _is_clock(page, face, around):
        return None
    return _dated(page, face, around)


def _is_plain(page: Page, start: int, stop: int) -> bool:
    """Return whether neither a sign behind the hour nor a word beside it tells of a clock time; so most figures are told from one."""
    folded = page.folded
    following = folded[stop : stop + 2]
    if following[:1] in COLONS and following:
        return False
    if following[:1] == "." and _SIXTIETH.match(folded, stop) is not None:
        return False
    before = page.roles_behind(skip_spaces_back(folded, start))
    if before & _HALVES:
        return False
    if following[:1] in (".", ",") and following[1:].isdecimal():
        return True
    place = skip_spaces(folded, stop)
    if folded[place : place + 1] == HOUR_SIGN or before & _BEFORE:
        return False
    behind = page.roles_ahead(place)
    return not (behind & _TIMED) and not (behind & _UNIT and _is_hour(page, place))


def _is_hour(page: Page, place: int) -> bool:
    return any(found.term.units and found.term.units[0].name == "hour" for found in page.ahead(place))


_LINK = frozenset({Role.LINK})  # "après 19 heures de discussions" tells how long they took
_SIXTIETH = re.compile(r"\.[0-5]\d(?!\d)")
_HALVES = bits(Role.AM, Role.PM)
_TIMED = bits(Role.AM, Role.PM, Role.HOUR_WORD)
_BEFORE = bits(*BEFORE_DATES)
_UNIT = bits(Role.UNIT)


def _is_clock(page: Page, face: Face, around: Around) -> bool:
    """Return whether the digits with these words beside them are a clock time."""
    if face.is_sure:
        return True
    has_cue = around.clock is not None or around.bound is not None or bool(face.zone)
    if face.seconds is not None:
        return has_cue
    if face.minutes is None:
        if face.worded:
            return around.clock is not None and not (around.bound is Role.AFTER and find_next(page, face.end, _LINK) is not None)
        return around.clock == "" and (bool(face.zone) or _nothing_counted(page, face.end))
    if face.sign == ".":
        return around.clock == "" or (face.worded and around.clock is not None) or _is_dotted(page, face)
    if has_cue or around.placed or is_about(around.hedge) or _later(page, face) is not None:
        return True
    return face.hour_digits == 2 and not _is_chapter(page, face.start)


def _is_dotted(page: Page, face: Face) -> bool:
    """Return whether small words make a time of two numbers with a point: "o 2.37", "18.24'te"; none where a unit follows."""
    table = _dotted_of(page.language.tag)
    if not table or face.minutes is None or face.end - face.start > len("00.00"):
        return False
    folded = page.folded
    behind = folded[face.end : face.end + len("'dan")]
    if behind[:1] in ("'", "\u2019"):
        ending = "'" + _letters(behind[1:])
        return ending in table.get("behind", ())
    before = folded[max(0, face.start - REACH) : face.start].rpartition("\n")[2].split()
    if not before or before[-1] not in table.get("before", ()):
        return False
    return not any(word.startswith(verbs_of(page.language)) for word in before[:-1]) and find_next(page, face.end, MEASURES) is None


@lru_cache(maxsize=64)
def _dotted_of(tag: str) -> dict[str, list[str]]:
    return dict(load_tables(DATA).get(tag.partition("-")[0], {}))


def _letters(text: str) -> str:
    """Return the letters that a text begins with."""
    return text[: next((place for place, letter in enumerate(text) if not is_letter(letter)), len(text))]


def _is_chapter(page: Page, start: int) -> bool:
    """Return whether a name stands right before ("Genesis 12:15"), so that the digits are a place in it."""
    before = skip_spaces_back(page.folded, start)
    place = before
    while place > 0 and is_letter(page.folded[place - 1]):
        place -= 1
    return place < before and page.text[place].isupper() and place > 0


def _nothing_counted(page: Page, end: int) -> bool:
    """Return whether no noun follows an hour that has no word of its own ("alle 20, ..." but not "alle 20 persone")."""
    folded = page.folded
    behind = skip_spaces(folded, end)
    if behind >= len(folded) or folded[end : end + 1] == "\n":
        return True
    if folded[behind] in ".,":
        return not folded[behind + 1 : behind + 2].isdecimal()
    if is_letter(folded[behind]):
        return find_next(page, end, DATE_FOLLOWS) is not None
    return folded[behind] in ";:)!?'\"\u201d\u00bb"


def _dated(page: Page, face: Face, around: Around) -> Dated | None:
    low = high = face.time
    hedge = Hedge.ABOUT if is_about(around.hedge) else Hedge.EXACT
    end, bounds = face.end, (time.min, time.max)
    later = _later(page, face)
    if later is not None:
        end, high, hedge = later.end, later.time, Hedge.RANGE
        low = time(low.hour + 12, low.minute) if later.is_afternoon and not face.is_sure and low.hour + 12 <= high.hour else low
    bounds = (low, high)
    reading = ClockReading(low=low, high=high, hedge=hedge, zone=face.zone, why="clock")
    if later is None and _is_open(around, Role.AFTER, (Hedge.AT_LEAST, Hedge.MORE_THAN)):
        reading = ClockReading(low=bounds[0], high=None, hedge=Hedge.AT_LEAST, zone=face.zone, why="clock")
    elif later is None and _is_open(around, Role.BEFORE, (Hedge.AT_MOST, Hedge.LESS_THAN)):
        reading = ClockReading(low=None, high=bounds[1], hedge=Hedge.AT_MOST, zone=face.zone, why="clock")
    trace = f"clock: {page.text[face.start : end]!r} is {face.time.isoformat()}" + (f" {face.zone}" if face.zone else "")
    return Dated(start=face.start, end=end, readings=(reading,), trace=(trace,))


def _is_open(around: Around, bound: Role, hedges: tuple[Hedge, Hedge]) -> bool:
    """Return whether words open a time: "after", or "at least" where nothing else bounds it; "by 6am" is 6am."""
    return around.bound is bound or (around.bound is None and around.hedge in hedges)


def _later(page: Page, face: Face) -> Face | None:
    """Return the second time of "9:00-17:30"; None without one."""
    folded = page.folded
    place = skip_spaces(folded, face.end)
    if place >= len(folded) or folded[place] not in RANGE_SIGNS:
        return None
    place = skip_spaces(folded, place + 1)
    stop = digits_end(folded, place, 3)
    if not 0 < stop - place <= 2:
        return None
    second = read_face(page, place, stop)
    if second is None or second.start != place or (second.minutes is None and not second.is_sure) or second.time <= face.time:
        return None
    return second
