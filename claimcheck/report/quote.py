"""A sentence wrapped to a width in terminal cells, with its figure underlined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from claimcheck.values import dataclass

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
    """One line of a quote, and the spaces and carets to print below it, or ""."""

    text: str
    under: str = ""


CUT = Line("[…]")


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


def quote_lines(quote: str, marked: Sequence[tuple[int, int]], width: int) -> tuple[Line, ...]:
    """Return `quote` in lines with the stretches `marked` underlined; a very long one is cut around the first of them."""
    text = one_line(quote)
    lines = [_line(text, first, last, marked) for first, last in wrap(text, width)]
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    middle = next((index for index, line in enumerate(lines) if line.under), 0)
    first = max(0, min(middle - MOST_LINES // 2 + 1, len(lines) - MOST_LINES))
    before = [CUT] if first else []
    after = [CUT] if first + MOST_LINES < len(lines) else []
    return (*before, *lines[first : first + MOST_LINES], *after)


def _line(text: str, first: int, last: int, marked: Sequence[tuple[int, int]]) -> Line:
    under = ""
    for start, end in sorted(marked):
        start_here, end_here = max(first, start), min(last, end)
        if end_here > start_here:
            under = under.ljust(cell_width(text[first:start_here]))
            under += "^" * (cell_width(text[first:end_here]) - len(under))
    return Line(text[first:last], under)
