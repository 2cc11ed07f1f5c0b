"""A sentence wrapped to a width in terminal cells, with its figure underlined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

UNSEEN = re.compile(
    r"""
    [\x00-\x1f\x7f-\x9f]      # control characters, escapes among them: a quote must not steer the terminal
    | [\u2028\u2029]          # line and paragraph separators
    | [\u200e\u200f\u202a-\u202e\u2066-\u2069]  # direction marks would move the underline
    """,
    re.VERBOSE,
)
MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a quote; the underline is in cells from its beginning, empty where both are equal."""

    text: str
    under_from: int = 0
    under_to: int = 0


def cell_width(text: str) -> int:
    """Return how many terminal cells `text` takes.

    >>> cell_width("380億ドル"), cell_width("e\u0301")
    (9, 1)
    """
    return len(text) if text.isascii() else sum(map(_width_of, text))


def _width_of(character: str) -> int:
    if combining(character) or character in "\u200b\u200c\u200d\ufeff\ufe0f":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def one_line(text: str) -> str:
    r"""Return `text` with every control character as a space, so that offsets hold.

    >>> one_line("a\r\nb\x1b[1m")
    'a  b [1m'
    """
    return UNSEEN.sub(" ", text)


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line of at most `width` cells, broken at spaces, or anywhere in CJK text and long words."""
    start = 0
    while start < len(text):
        end = _line_end(text, start, width)
        shown = end
        while shown > start and text[shown - 1] == " ":
            shown -= 1
        if shown > start:
            yield start, shown
        start = end


def _line_end(text: str, start: int, width: int) -> int:
    """Return where the line from `start` ends, the spaces at its end included."""
    used, place, last_break = 0, start, -1
    while place < len(text):
        character = text[place]
        used += _width_of(character)
        if used > width and character != " ":
            return last_break if last_break > start else max(place, start + 1)
        place += 1
        if character == " " or (_width_of(character) == 2 and place < len(text) and text[place] not in "、。，．）」』】！？"):
            last_break = place
    return len(text)


def quote_lines(quote: str, start: int, end: int, width: int) -> tuple[Line, ...]:
    """Return `quote` in lines, characters `start` to `end` of it underlined; a very long one is cut around the figure."""
    text = one_line(quote)
    lines = [(_line(text, first, last, start, end), last > start and first < end) for first, last in wrap(text, width)]
    if len(lines) <= MOST_LINES:
        return tuple(line for line, _ in lines)
    marked = next((index for index, (_, holds) in enumerate(lines) if holds), 0)
    first = max(0, min(marked - MOST_LINES // 2 + 1, len(lines) - MOST_LINES))
    shown = [line for line, _ in lines[first : first + MOST_LINES]]
    before = [Line("[…]")] if first else []
    after = [Line("[…]")] if first + MOST_LINES < len(lines) else []
    return (*before, *shown, *after)


def _line(text: str, first: int, last: int, start: int, end: int) -> Line:
    under_from, under_to = max(first, start), min(last, end)
    if under_to <= under_from:
        return Line(text[first:last])
    before = cell_width(text[first:under_from])
    return Line(text[first:last], before, before + cell_width(text[under_from:under_to]))
