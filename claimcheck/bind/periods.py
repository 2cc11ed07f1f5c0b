"""When a figure holds: the times of its clause, as what it is about or as the day it was taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from claimcheck.bind.between import FEW_WORDS, is_base, is_neighbours
from claimcheck.bind.calendar import moved
from claimcheck.bind.earlier import SHIFTS
from claimcheck.bind.ends import opened, stands_at
from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import BREAKS, TEMPORAL
from claimcheck.bind.moments import WEEKDAY, Moment, resolve
from claimcheck.bind.reach import DETOUR, Reach, reach_of
from claimcheck.bind.scene import Scene, is_attributive
from claimcheck.bind.words import Hit
from claimcheck.lexicon.language import Role
from claimcheck.model.interval import Interval

SEMICOLONS = frozenset(";；")
ANNOUNCED = frozenset(["announced_at", "signed_at", "founded"])  # attributes of days on which something was said or done
YEAR_BEFORE = "year_before"
UP_TO = frozenset([Role.UNTIL])
OF_DAYS = frozenset(["day_before", "week_before"])


class When(NamedTuple):
    """The time that a figure is about, and the day up to which it was counted."""

    period: Interval[date] | None
    as_of: Interval[date] | None


def choose_when(scene: Scene, number: int, qualifiers: tuple[str, ...] = (), *, ahead: bool = False) -> When:
    """Return the nearest times that reach the figure; times themselves and what only tells of what kind a thing is have none.

    `qualifiers` are those of the figure; `ahead` tells that it is put as something to come.
    """
    if scene.quantities[number].kind in TEMPORAL or is_attributive(scene.mentions[number], scene.quantities[number]):
        return When(None, None)
    period: tuple[float, Interval[date]] | None = None
    as_of: tuple[float, Interval[date]] | None = None
    is_earlier = not SHIFTS.keys().isdisjoint(qualifiers)
    for distance, moment in _reaching(scene, number):
        if is_earlier and not scene.layout.is_own(number, moment.start):
            continue  # the time of what it is held against
        days = resolve(moment, scene.published, ahead=ahead)
        if days is None:
            continue
        if _is_as_of(scene, moment, days, ahead=ahead) or (moment.what == WEEKDAY and not ahead and _tells_two_days(scene)):
            as_of = (distance, days) if as_of is None or distance < as_of[0] else as_of
        elif moment.what == WEEKDAY:
            continue  # "on Friday" tells when something happened or was said
        elif period is None or distance < period[0]:
            if YEAR_BEFORE in qualifiers and moment.what == "month":
                days = moved(days, months=-12)
            is_then = _told_of(scene, moment) == number
            period = (distance, days if is_then else opened(days, scene.line, moment.start, moment.end))
    return When(period[1] if period else None, as_of[1] if as_of else None)


def _reaching(scene: Scene, number: int) -> Iterator[tuple[float, Moment]]:
    """Yield the times that may tell that of a figure, each with how far away it is."""
    for moment in scene.moments:
        if moment.start < scene.begin:
            continue
        if _told_of(scene, moment) == number:
            yield abs(scene.layout.distance(number, moment.start, moment.end)), moment
            continue
        reach = reach_of(scene, number, Hit("time", "", moment.start, moment.end))
        if not _reaches(scene, number, moment.start, reach) or is_neighbours(scene, number, moment.start, moment.end):
            continue
        if is_base(scene, number, moment.start, moment.end) or _is_of_saying(scene, moment):
            continue
        yield abs(scene.layout.distance(number, moment.start, moment.end)) + DETOUR[reach], moment


def _told_of(scene: Scene, moment: Moment) -> int:
    """Return the figure that a clause about the time itself gives ("since 1995, when 19 people died"), or -1."""
    line = scene.line
    index = line.count_before(moment.end)
    if (
        index >= len(line.words)
        or line.words[index] not in joints_of(line.lang).when
        or line.text[moment.end : line.starts[index]].strip(" ,،")
    ):
        return -1
    figures = enumerate(scene.layout.figures)
    return next((number for number, figure in figures if figure.start > line.starts[index] and not figure.is_temporal), -1)


def _reaches(scene: Scene, number: int, start: int, reach: Reach) -> bool:
    """Return whether a time tells that of a figure.

    A time that opens the sentence is not that of a figure the others are held against ("in 2024 5 %, against 7 % before"), nor of
    what follows a semicolon.
    """
    layout = scene.layout
    if reach is Reach.ELSEWHERE or (start > layout.figures[number].start and layout.is_parted(number, start)):
        return False
    if reach is not Reach.SHARED:
        return True
    return not layout.segments[number].is_versus and SEMICOLONS.isdisjoint(scene.line.text[start : layout.figures[number].start])


def _is_of_saying(scene: Scene, moment: Moment) -> bool:
    """Return whether the time is that of an announcement, signature or founding: "announced in February"."""
    line = scene.line
    index = line.count_before(moment.start)
    for hit in (*scene.hits("attribute"), *scene.hits("measurer")):
        if hit.end > moment.start or not 0 <= index - line.count_before(hit.end) <= FEW_WORDS:
            continue
        says = hit.id in ANNOUNCED if hit.role == "attribute" else " " not in line.text[hit.start : hit.end]
        if says and BREAKS.isdisjoint(line.text[hit.end : moment.start]):
            return True
    return False


def _tells_two_days(scene: Scene) -> bool:
    """Return whether figures of two days are held against each other: "31 on Tuesday, up from 17 the day before"."""
    days = sum(1 for moment in scene.moments if moment.is_day)
    return days + sum(1 for hit in scene.hits("qualifier") if hit.id in OF_DAYS) > 1


def _is_as_of(scene: Scene, moment: Moment, days: Interval[date], *, ahead: bool) -> bool:
    """Return whether a single day is introduced as the day of counting ("as of 7 November", "11月7日時点", "by Sunday")."""
    if not days.is_point:
        return False
    line = scene.line
    joints = joints_of(line.lang)
    index = line.count_before(moment.start)
    if any(line.words[max(0, index - len(phrase)) : index] == phrase for phrase in joints.as_of):
        return True
    inside = line.words[index : line.count_before(moment.end)]
    if any(inside[: len(phrase)] == phrase for phrase in joints.as_of):
        return True
    if any(line.folded.startswith(word, moment.end) for word in joints.as_of_after):
        return True
    return not ahead and moment.what == WEEKDAY and stands_at(line, moment.start, moment.end, UP_TO)
