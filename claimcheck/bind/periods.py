"""When a figure holds: the dates of its clause, as what it is about or as the day it was taken."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from claimcheck.bind.days import days_of
from claimcheck.bind.ends import opened
from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import TEMPORAL
from claimcheck.bind.reach import DETOUR, Reach, reach_of
from claimcheck.bind.scene import Scene
from claimcheck.bind.words import Hit
from claimcheck.model.interval import Interval

SEMICOLONS = frozenset(";；")


class When(NamedTuple):
    """The time that a figure is about, and the day up to which it was counted."""

    period: Interval[date] | None
    as_of: Interval[date] | None


def choose_when(scene: Scene, number: int) -> When:
    """Return the nearest dates that reach the figure; figures that are times themselves have none."""
    if scene.quantities[number].kind in TEMPORAL:
        return When(None, None)
    period: tuple[float, Interval[date]] | None = None
    as_of: tuple[float, Interval[date]] | None = None
    for other, quantity in enumerate(scene.quantities):
        days = days_of(quantity)
        mention = scene.mentions[other]
        if days is None or mention.start < scene.begin:
            continue
        hit = Hit("time", "", mention.start, mention.end)
        reach = reach_of(scene, number, hit)
        if not _reaches(scene, number, mention.start, reach):
            continue
        entry = (abs(scene.layout.distance(number, mention.start, mention.end)) + DETOUR[reach], days)
        if _is_as_of(scene, other):
            as_of = entry if as_of is None or entry[0] < as_of[0] else as_of
        elif period is None or entry[0] < period[0]:
            period = (entry[0], opened(days, scene.line, mention.start, mention.end))
    return When(period[1] if period else None, as_of[1] if as_of else None)


def _reaches(scene: Scene, number: int, start: int, reach: Reach) -> bool:
    """Return whether a date tells the time of a figure.

    A date that opens the sentence is not that of a figure the others are held against ("in 2024 5 %, against 7 % before"), nor of
    what follows a semicolon.
    """
    layout = scene.layout
    if reach is Reach.ELSEWHERE or (start > layout.figures[number].start and layout.is_parted(number, start)):
        return False
    if reach is not Reach.SHARED:
        return True
    return not layout.segments[number].is_versus and SEMICOLONS.isdisjoint(scene.line.text[start : layout.figures[number].start])


def _is_as_of(scene: Scene, other: int) -> bool:
    """Return whether a single day is introduced as the day of counting ("as of 7 November", "11月7日時点")."""
    line, mention = scene.line, scene.mentions[other]
    days = days_of(scene.quantities[other])
    if days is None or not days.is_point:
        return False
    joints = joints_of(line.lang)
    index = line.count_before(mention.start)
    if any(line.words[max(0, index - len(phrase)) : index] == phrase for phrase in joints.as_of):
        return True
    inside = line.words[index : line.count_before(mention.end)]
    if any(inside[: len(phrase)] == phrase for phrase in joints.as_of):
        return True
    return any(line.folded.startswith(word, mention.end) for word in joints.as_of_after)
