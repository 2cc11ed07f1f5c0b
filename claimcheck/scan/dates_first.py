"""Days that are not written as most are: "el primero de julio", "في الأول من يوليو", "ngày 10/8"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from claimcheck.lexicon.language import fold
from claimcheck.scan.dates_calendar import Period
from claimcheck.scan.dates_core import Core
from claimcheck.scan.dates_words import Page
from claimcheck.tables import load_tables

DATA = Path(__file__).parent / "data" / "days.toml"
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
REACH = 24  # characters in which the words for the first stand


def with_first_day(page: Page, core: Core) -> Core:
    """Return the first day of a month where words before it say so, else the month."""
    pattern = _pattern(page.language.tag) if core.size == "month" else None
    if pattern is None or page.folded[core.end : core.end + 1] == "-":
        return core
    found = pattern.search(page.folded, max(0, core.start - REACH), core.start)
    if found is None or any(period.day or period.months != 1 for period in core.periods):
        return core
    periods = tuple(replace(period, day=1, last_day=1) for period in core.periods)
    return replace(core, start=found.start(), periods=periods, size="day", bare=False)


def slashed_day(page: Page, start: int) -> Core | None:
    """Return the day and month with a stroke between them that begin at `start`, where a word before says that it is a day."""
    table = _slashes_of(page.language.tag)
    found = _SLASHED.match(page.folded, start) if "slash" in table else None
    if found is None:
        return None
    before = page.folded[max(0, start - REACH) : start].rstrip(" (").split()
    words = table["slash"] if int(found[1]) < int(found[2]) else (*table["slash"], *table.get("slash_or_share", ()))
    period = Period(month=int(found[2]), months=1, day=int(found[1]), last_day=int(found[1]))
    if not before or before[-1] not in words or not period.is_possible():
        return None
    return Core(start=start, end=found.end(), periods=(period,), size="day")


@lru_cache(maxsize=64)
def _slashes_of(tag: str) -> dict[str, list[str]]:
    return dict(load_tables(DATA).get(tag.partition("-")[0], {}))


@lru_cache(maxsize=64)
def _pattern(tag: str) -> re.Pattern[str] | None:
    """Return what finds the words at the end of a stretch."""
    words = sorted((fold(word) for word in load_tables(DATA).get(tag.partition("-")[0], {}).get("first", ())), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\s*\Z") if words else None
