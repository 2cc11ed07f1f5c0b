"""Sentences in pieces that are read at once, so that the longest costs no more than its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.model.mention import Mention
from claimcheck.model.source import Sentence

MOST_FIGURES = 24  # of one piece
LONGEST = 2_000  # characters of a piece from its first figure to its last
AROUND = 1_000  # characters before the first figure and behind the last in which what they are of is looked for
LONGEST_WORD = 40  # characters by which an edge moves so that it cuts no word


class Piece(NamedTuple):
    """Figures of a sentence that are read together, by their numbers in the document, and the stretch of the view around them."""

    numbers: tuple[int, ...]
    start: int
    end: int


def pieces_of(text: str, sentence: Sentence, mentions: Sequence[Mention], numbers: tuple[int, ...]) -> Iterator[Piece]:
    """Yield the pieces of a sentence, in order; a sentence as people write them is one, and whole."""
    groups = list(_groups(mentions, numbers))
    for order, group in enumerate(groups):
        low = mentions[groups[order - 1][-1]].end if order else sentence.start
        high = mentions[groups[order + 1][0]].start if order + 1 < len(groups) else sentence.end
        first, last = mentions[group[0]].start, mentions[group[-1]].end
        yield Piece(group, begin_within(text, low, first), end_within(text, last, high))


def _groups(mentions: Sequence[Mention], numbers: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    if len(numbers) <= MOST_FIGURES and mentions[numbers[-1]].end - mentions[numbers[0]].start <= LONGEST:
        yield numbers
        return
    begin = 0
    for order in range(1, len(numbers) + 1):
        is_last = order == len(numbers)
        if is_last or order - begin == MOST_FIGURES or mentions[numbers[order]].end - mentions[numbers[begin]].start > LONGEST:
            yield numbers[begin:order]
            begin = order


def begin_within(text: str, low: int, end: int) -> int:
    """Return where the words shortly before `end` begin: at `low`, if it is not far."""
    if end - low <= AROUND:
        return low
    space = text.find(" ", end - AROUND, end - AROUND + LONGEST_WORD)
    return space + 1 if space >= 0 else end - AROUND


def end_within(text: str, begin: int, high: int) -> int:
    """Return where the words shortly behind `begin` end: at `high`, if it is not far."""
    if high - begin <= AROUND:
        return high
    space = text.rfind(" ", begin + AROUND - LONGEST_WORD, begin + AROUND)
    return space if space >= 0 else begin + AROUND
