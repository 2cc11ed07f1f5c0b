"""Dates that begin or end a stretch of time: "since 6 January", "by 2030", "6 Ocak'tan beri", "6日から"."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from claimcheck.bind.words import Line
from claimcheck.lexicon.language import Role
from claimcheck.lexicon.load import load_language
from claimcheck.model.interval import Interval

BEGINS = frozenset([Role.SINCE])
ENDS = frozenset([Role.UNTIL, Role.BEFORE])
POSTPOSITIONS = frozenset(["az", "bn", "fi", "gu", "hi", "hu", "ja", "kk", "ko", "mr", "ne", "ta", "te", "tr", "ur", "uz"])
LONGEST = 3  # words of such a word
BETWEEN = 1  # words between it and the date, such as an article


def opened(days: Interval[date], line: Line, start: int, end: int) -> Interval[date]:
    """Return the days as far as they reach: from the first on where they begin something, up to the last where they end it.

    `start` and `end` are the place of the date in the view.
    """
    if stands_at(line, start, end, BEGINS):
        return Interval(days.low, None, days.low_closed)
    if stands_at(line, start, end, ENDS):
        return Interval(None, days.high, high_closed=days.high_closed)
    return days


def stands_at(line: Line, start: int, end: int, roles: frozenset[Role]) -> bool:
    """Return whether a word of one of `roles` leads to the time from `start` to `end`, or follows it where such words do."""
    terms = load_language(line.lang).terms
    if line.lang.partition("-")[0] in POSTPOSITIONS:
        behind = line.folded[end : min(line.end, end + 12)].lstrip(" '’")
        return any(behind.startswith(word) for word in _words_of(line.lang, roles))
    last = line.count_before(start)
    for gap in range(BETWEEN + 1):
        for size in range(1, LONGEST + 1):
            first = last - gap - size
            if first >= 0 and any(term.role in roles for term in terms.get(" ".join(line.words[first : last - gap]), ())):
                return True
    return False


@lru_cache(maxsize=64)
def _words_of(lang: str, roles: frozenset[Role]) -> tuple[str, ...]:
    return tuple(load_language(lang).terms.words_with(*roles))
