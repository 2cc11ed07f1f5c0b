"""A day written into the words of another day: only its own numbers and the name of its month change."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from claimcheck.lexicon.cldr import month_names
from claimcheck.lexicon.language import Role, fold
from claimcheck.lexicon.load import load_language

Days = tuple[date, date]

_NUMBER: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]+\.?")
_MONTH: Final = 27  # days that the shortest month lasts behind its first


def write_days(text: str, was: Days, now: Days, tag: str) -> str:
    """Return `text`, which says `was`, saying `now`: one day for a day, a month for a month; "" where its words are not known.

    >>> march, april = date(2026, 3, 13), date(2026, 4, 14)
    >>> write_days("13 de marzo", (march, march), (april, april), "es")
    '14 de abril'
    """
    old, new = was[0], now[0]
    if _grain(was) != _grain(now) or not _grain(was):
        return ""
    written = _with_month(text, old.month, new.month, tag)
    if old.year != new.year:
        written = _with_number(written, str(old.year), str(new.year))
    if _grain(was) == "day" and old.day != new.day:
        written = _with_number(written, str(old.day), str(new.day))
    return written


def _grain(days: Days) -> str:
    """Return whether days are one day or one month, or "" for anything else."""
    first, last = days
    if first == last:
        return "day"
    return "month" if first.day == 1 and last.month == first.month and (last - first).days >= _MONTH else ""


def _with_number(text: str, old: str, new: str) -> str:
    """Return the text with its only number `old` changed; a zero in front stays."""
    found = [number for number in _NUMBER.finditer(text) if number.group().lstrip("0") == old]
    if len(found) != 1:
        return ""
    shown = new.zfill(2) if found[0].group().startswith("0") else new
    return text[: found[0].start()] + shown + text[found[0].end() :]


def _with_month(text: str, old: int, new: int, tag: str) -> str:
    """Return the text with the name of the other month, as long and as capital as the one it has."""
    if old == new:
        return text
    terms = load_language(tag).terms
    for found in _WORD.finditer(text):
        readings = [term for term in terms.get(fold(found.group()), ()) if term.role is Role.MONTH and term.value == old]
        if readings:
            name = _month(new, fold(found.group()), tag, short=readings[0].text == "short")
            shown = name.title() if found.group().istitle() else name
            return text[: found.start()] + shown + text[found.end() :] if name else ""
    return ""


def _month(number: int, like: str, tag: str, *, short: bool) -> str:
    """Return the name of a month in the form of another: of CLDR's two contexts the one that `like` is from."""
    for names in month_names(tag, short=short):
        if like in {fold(name) for name in names.values()}:
            return names.get(number, "")
    return ""
