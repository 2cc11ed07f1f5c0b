"""A date, a clock time or the time of a stopwatch found in a text."""

from __future__ import annotations

from claimcheck.model.mention import ClockReading, DateReading, NumberReading
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Where a date or clock time stands in the view, and how it may be read, likeliest first, never in no way.

    `start` and `end` leave out the words that only say how it is meant ("by", "since", "around"); their meaning is in
    the readings. `trace` tells step by step how it was read.
    """

    start: int
    end: int
    readings: tuple[DateReading | ClockReading | NumberReading, ...]
    trace: tuple[str, ...]
