"""How a sentence divides among its figures: which words are a figure's own, which are shared, how far each is away.

"10 GW with Borealis, 6 GW with Quill": each figure gets the stretch between the strongest breaks (punctuation, "and",
"from", brackets) to its neighbours of the same nature. Words before the first figure are shared by all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from itertools import accumulate, pairwise
from typing import NamedTuple

from claimcheck.bind.joints import Joints, joints_of
from claimcheck.bind.words import Line
from claimcheck.values import dataclass

TEMPORAL = frozenset(["date", "time", "duration"])
STRENGTH = {
    ";": 60,
    "；": 60,
    ")": 50,
    "）": 50,
    ":": 40,
    "：": 40,
    ",": 30,
    "，": 30,
    "、": 30,
    "،": 30,
    "—": 30,
    "–": 30,
    "。": 70,
    ".": 45,
    "(": 10,
    "（": 10,
}
WORD_STRENGTH = 20
VERSUS_STRENGTH = 25
BEFORE_WORD = 5  # a comma that "and" or "from" follows divides more than one that does not
COST = {
    ";": 6.0,
    "；": 6.0,
    ")": 3.0,
    "）": 3.0,
    "(": 3.0,
    "（": 3.0,
    ":": 4.0,
    "：": 4.0,
    ",": 3.0,
    "，": 3.0,
    "、": 3.0,
    "،": 3.0,
    "—": 4.0,
    "–": 3.0,
    "。": 6.0,
    ".": 4.0,
}
COSTLY = re.compile(f"[{re.escape(''.join(COST))}]")
CONJUNCTION_COST = 1.0
FIGURE_COST = 5.0
TEMPORAL_COST = 1.0
CLOSING = ")）"
OPENING = frozenset("(（")
CLOSED = frozenset(CLOSING)
COLONS = (":", "：")
COMMAS = frozenset(",;，；、،")
BREAKS = frozenset(",;:—–，；：、،.。")


class Figure(NamedTuple):
    """A mention's place in the view, and whether it tells a time; `host` is the figure that it only converts, or -1."""

    start: int
    end: int
    is_temporal: bool
    host: int = -1


class Cut(NamedTuple):
    """Where the words between two figures divide: words from `place` on belong to the second. -1 is nowhere."""

    place: int
    strength: int
    is_versus: bool = False


class Segment(NamedTuple):
    """What belongs to one figure.

    `start` and `end` bound its own stretch of the view. `host` is the figure before whose bracket it stands in, or -1.
    `is_elliptic` is true where its own stretch is too short to be a clause. `is_versus` tells that it is what another
    figure is held against ("from 33.3%").
    """

    start: int
    end: int
    host: int = -1
    is_elliptic: bool = False
    is_versus: bool = False


class Spot(NamedTuple):
    """Where a stretch of the view stands among the words: how many begin before it and before its end, and the costs at both."""

    words_before: int
    words_to_end: int
    cost: float
    cost_to_end: float


ELLIPTIC_WORDS = 5


@dataclass(frozen=True, slots=True)
class Layout:
    """Distances and segments of one sentence; `first` and `first_time` are where its first amount and its first time stand.

    `spots` are those of the figures; `known` remembers the others.
    """

    line: Line
    figures: tuple[Figure, ...]
    segments: tuple[Segment, ...]
    costs: tuple[float, ...]
    first: int
    first_time: int
    spots: tuple[Spot, ...]
    known: dict[tuple[int, int], Spot] = field(default_factory=dict, compare=False)

    def distance(self, number: int, start: int, end: int) -> float:
        """Return how far `start` to `end` is from a figure: words, more across punctuation and other figures; negative before it."""
        figure = self.figures[number]
        if end <= figure.start:
            cost = self.spots[number].cost - self.spot(start, end).cost_to_end
            return -max(1.0, cost)
        if start >= figure.end:
            cost = self.spot(start, end).cost - self.spots[number].cost - _cost_of(figure)
            return max(1.0, cost)
        return 0.0

    def measure(self, number: int, stretches: Sequence[tuple[int, int]]) -> list[tuple[float, int, int]]:
        """Return how far stretches of the view are from a figure, the nearest first: distance without sign, order among them, words between."""
        own, (begin, end) = self.spots[number], self.figures[number][:2]
        passed = own.cost + _cost_of(self.figures[number])
        found: list[tuple[float, int, int]] = []
        for order, stretch in enumerate(stretches):
            spot = self.known.get(stretch) or self.spot(*stretch)
            if stretch[1] <= begin:
                found.append((max(1.0, own.cost - spot.cost_to_end), order, spot.words_to_end - own.words_before - 1))
            elif stretch[0] >= end:
                found.append((max(1.0, spot.cost - passed), order, spot.words_before - own.words_to_end + 1))
            else:
                found.append((0.0, order, 0))
        found.sort()
        return found

    def spot(self, start: int, end: int) -> Spot:
        """Return where a stretch of the view stands among the words of the line."""
        spot = self.known.get((start, end))
        if spot is None:
            spot = self.known[start, end] = _spot(self.line, self.costs, start, end)
        return spot

    def is_before_all(self, number: int, start: int) -> bool:
        """Return whether a place lies before the first figure of the same nature, so that it may speak for all of them."""
        return start < (self.first_time if self.figures[number].is_temporal else self.first)

    def is_own(self, number: int, start: int) -> bool:
        """Return whether a place lies in the figure's own stretch."""
        segment = self.segments[number]
        return segment.start <= start < segment.end

    def is_parted(self, number: int, start: int) -> bool:
        """Return whether a comma or stronger break and words of their own stand between a figure and a place behind it.

        A date or place that only small words lead to is an apposition ("75 %, in May 2024") and not parted.
        """
        line = self.line
        between = line.text[self.figures[number].end : start]
        if BREAKS.isdisjoint(between):
            return False
        joints = joints_of(line.lang)
        words = line.words[line.count_before(self.figures[number].end) : line.count_before(start)]
        numerals = {index for index, word in enumerate(words) if word[0].isdigit()}
        return any(
            index not in numerals and word not in joints.locative and word not in joints.locative_weak and word not in joints.opening
            for index, word in enumerate(words)
        )


def lay_out(line: Line, figures: tuple[Figure, ...]) -> Layout:
    """Return how the sentence divides among its figures, which are given in order of place."""
    joints = joints_of(line.lang)
    figures = _with_conversions(line, figures) if len(figures) > 1 else figures
    amounts = [number for number, figure in enumerate(figures) if not figure.is_temporal and figure.host < 0]
    times = [number for number, figure in enumerate(figures) if figure.is_temporal and figure.host < 0]
    segments = [Segment(line.start, line.end)] * len(figures)
    for peers in (amounts, times) if len(figures) > 1 else ():
        for number, segment in zip(peers, _segments(line, joints, figures, peers), strict=True):
            segments[number] = segment
    for number in times:
        segments[number] = _within(segments[number], figures[number], [segments[amount] for amount in amounts])
    for number, figure in enumerate(figures):
        if figure.host >= 0:
            segments[number] = segments[figure.host]
    first, first_time = (figures[peers[0]].start if peers else line.end for peers in (amounts, times))
    costs = _costs(line, joints, figures)
    spots = tuple([_spot(line, costs, figure.start, figure.end) for figure in figures])
    return Layout(line, figures, tuple(segments), costs, first, first_time, spots)


def _spot(line: Line, costs: tuple[float, ...], start: int, end: int) -> Spot:
    before, to_end = line.count_before(start), line.count_before(end)
    if not costs:
        return Spot(before, to_end, 0.0, 0.0)
    at = before if before < len(line.starts) and line.starts[before] == start else before - 1
    return Spot(before, to_end, costs[max(at, 0)], costs[max(to_end - 1, 0)])


def _segments(line: Line, joints: Joints, figures: tuple[Figure, ...], peers: list[int]) -> list[Segment]:
    cuts = [find_cut(line, joints, figures[left], figures[right], figures[left + 1 : right]) for left, right in pairwise(peers)]
    segments: list[Segment] = []
    for order, number in enumerate(peers):
        figure = figures[number]
        before = cuts[order - 1] if order else None
        after = cuts[order] if order < len(cuts) else None
        start = line.start if before is None else before.place if before.place >= 0 else figures[peers[order - 1]].end
        end = line.end if after is None else after.place if after.place >= 0 else figures[peers[order + 1]].start
        in_brackets = before is not None and before.strength == STRENGTH["("]
        segments.append(
            Segment(
                start,
                end,
                host=peers[order - 1] if in_brackets else -1,
                is_elliptic=order > 0 and _own_words(line, figure, start, end) <= ELLIPTIC_WORDS,
                is_versus=before is not None and before.is_versus,
            )
        )
    return segments


def _own_words(line: Line, figure: Figure, start: int, end: int) -> int:
    return (line.count_before(end) - line.count_before(start)) - (line.count_before(figure.end) - line.count_before(figure.start))


def _within(segment: Segment, figure: Figure, amounts: list[Segment]) -> Segment:
    """Return the stretch of a time cut down to that of the amount it stands with ("Ada Roe, 12 million, 2022")."""
    for amount in amounts:
        if amount.start <= figure.start < amount.end:
            return segment._replace(start=max(segment.start, amount.start), end=min(segment.end, amount.end))
    return segment


def find_cut(line: Line, joints: Joints, left: Figure, right: Figure, amid: Sequence[Figure] = ()) -> Cut:
    """Return the strongest break between two figures, of equal ones the first.

    A bracket that opens between them and holds the second is one, whatever else it holds: "32.8 % (2021: 27.5 %)". What stands
    inside the times `amid` them breaks nothing ("am 4. März").
    """
    bracket = _opened_bracket(line, left, right)
    if bracket >= 0:
        return Cut(bracket, STRENGTH["("])
    label = _label_end(line, left, right)
    best = Cut(-1, 0)
    first, last = line.count_before(left.end), line.count_before(right.start)
    begin = left.end
    for index in range(first, last + 1):
        stop = line.starts[index] if index < last else right.start
        word_strength, is_versus = (0, False) if index >= last else _joint_strength(line, joints, index)
        for place in range(begin, stop):
            strength = STRENGTH.get(line.text[place], 0) if place != label else 0
            if strength and (_is_abbreviated(line, place) or any(time.start <= place < time.end for time in amid)):
                strength = 0
            if strength == STRENGTH[","] and word_strength:
                strength += BEFORE_WORD
            if strength > best.strength:
                best = Cut(place if line.text[place] in OPENING else place + 1, strength, is_versus)
        if word_strength > best.strength:
            best = Cut(line.starts[index], word_strength, is_versus)
        if index < last:
            begin = line.ends[index]
    return best


def _is_abbreviated(line: Line, place: int) -> bool:
    """Return whether the full stop at `place` ends no sentence: a figure, a small letter or other punctuation follows."""
    if line.text[place] != ".":
        return False
    behind = line.text[place + 1 : place + 3].lstrip()
    return bool(behind) and (behind[0].islower() or behind[0].isdigit() or behind[0] in BREAKS)


def _opened_bracket(line: Line, left: Figure, right: Figure) -> int:
    """Return where a bracket opens between two figures that is still open at the second, or -1."""
    between = line.text[left.end : right.start]
    if not CLOSED.isdisjoint(between):
        return -1
    return max((left.end + place for mark in OPENING if (place := between.rfind(mark)) >= 0), default=-1)


def _label_end(line: Line, left: Figure, right: Figure) -> int:
    """Return where the colon stands that ends the label of the second figure ("…, depth: 11 km"), or -1.

    A label follows a comma or the like; without one the colon itself parts the two figures.
    """
    between = line.text[left.end : right.start].rstrip()
    if between[-1:] not in COLONS or COMMAS.isdisjoint(between):
        return -1
    return left.end + len(between) - 1


def _joint_strength(line: Line, joints: Joints, index: int) -> tuple[int, bool]:
    word = line.words[index]
    if any(phrase[0] == word and line.words[index : index + len(phrase)] == phrase for phrase in joints.versus):
        return VERSUS_STRENGTH, True
    return (WORD_STRENGTH, False) if word in joints.conjunctions else (0, False)


def _cost_of(figure: Figure) -> float:
    """Return what it costs to pass a figure; one that only converts another is passed with it."""
    if figure.host >= 0:
        return 0.0
    return TEMPORAL_COST if figure.is_temporal else FIGURE_COST


def _with_conversions(line: Line, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures, each reaching over the brackets in which it is given again in another currency or unit."""
    widened = list(figures)
    for figure in figures:
        if figure.host >= 0:
            closing = min(
                (place for mark in CLOSING if (place := line.text.find(mark, figure.end, figure.end + 2)) >= 0), default=figure.end - 1
            )
            widened[figure.host] = widened[figure.host]._replace(end=closing + 1)
    return tuple(widened)


def _costs(line: Line, joints: Joints, figures: tuple[Figure, ...]) -> tuple[float, ...]:
    """Return for each word how far it is from the first one; the words of one figure share a place."""
    steps = [1.0] * len(line.words)
    for found in COSTLY.finditer(line.text, line.start, line.ends[-1] if line.ends else line.start):
        if not _is_abbreviated(line, found.start()):
            steps[line.index_at(found.start())] += COST[found.group()]
    if not joints.conjunctions.isdisjoint(line.words):
        for index, word in enumerate(line.words):
            if word in joints.conjunctions:
                steps[index] += CONJUNCTION_COST
    for figure in figures:
        for index in range(line.count_before(figure.start + 1), line.count_before(figure.end)):
            steps[index] = 0.0
    end = line.start
    for figure in figures:
        end = max(end, figure.end)
        behind = line.count_before(end)
        if behind < len(steps):
            steps[behind] += _cost_of(figure)
    return tuple(accumulate(steps))
