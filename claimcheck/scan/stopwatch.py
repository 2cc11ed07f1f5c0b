"""Times of a stopwatch: 2:04:31 is how long a marathon took, 3:29.45 a race over 1,500 metres.

Hours of one digit alone: 12:32:57 may be a time of day that lacks the word for it. Of minutes and seconds it takes hundredths
to tell them from the hours and minutes of a clock, and from a score.
"""

from __future__ import annotations

import re

from claimcheck.model.mention import NumberReading, Numeral
from claimcheck.scan.dated import Dated
from claimcheck.units import unit_of

HOURS = re.compile(r"(\d):([0-5]\d):([0-5]\d)(?:[.,](\d{1,3}))?(?![\d:a-z])")
MINUTES = re.compile(r"()(\d{1,2}):([0-5]\d)[.,](\d{2,3})(?![\d:a-z])")
JOINED = re.compile(r"[\w.,:/+#-]", re.ASCII)


def stopwatch_at(folded: str, start: int) -> Dated | None:
    """Return the time whose digits begin at `start` as seconds, with the fractions shown; None where there is none."""
    found = HOURS.match(folded, start) or MINUTES.match(folded, start)
    if found is None or (start > 0 and JOINED.match(folded, start - 1)):
        return None
    hours, minutes, seconds, fraction = (found.group(group) or "" for group in range(1, 5))
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    shown = Numeral(int(f"{whole}{fraction}"), -len(fraction))
    reading = NumberReading(low=shown, high=shown, unit=unit_of("second"), why="written as a stopwatch shows it")
    return Dated(start=start, end=found.end(), readings=(reading,), trace=("written as a stopwatch shows it: how long something took",))
