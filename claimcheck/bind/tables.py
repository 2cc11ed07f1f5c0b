"""Tables printed in plain text: rows of cells parted by bars or tabs, each cell under the heads of its column and row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.model.source import BlockKind, Sentence

BAR = re.compile(r"[|│｜][ \u00a0]*|\t[ \t\u00a0]*")  # with the spaces behind it
SPACES = " \u00a0"
BARS = "|│｜\t"
FEWEST_CELLS = 2
FEWEST_ROWS = 2
LONGEST_CAPTION = 110
PERIODS = frozenset(["date", "duration"])  # kinds of quantity that a head may hold
APART = frozenset([BlockKind.RELATED])

Stretch = tuple[int, int]  # where something begins and ends in the view


class Cell(NamedTuple):
    """One cell with figures: its place in the view, and the words above and beside it; `is_head` where it heads others."""

    start: int
    end: int
    heads: tuple[str, ...]
    is_head: bool = False


class Row(NamedTuple):
    """The cells of one sentence that is a row of a table, and what stands at the head of its first column."""

    cells: tuple[Cell, ...]
    corner: str


def read_tables(text: str, sentences: Sequence[Sentence], kinds: Mapping[int, Sequence[tuple[int, str]]]) -> dict[int, Row]:
    """Return the rows of tables by the number of their sentence; `kinds` are places and kinds of the figures of each sentence.

    A row alone is no table, and one with another number of cells than the first begins the next table.
    """
    rows: dict[int, Row] = {}
    place = 0 if any(bar in text for bar in BARS) else len(sentences)
    while place < len(sentences):
        last = place
        size = len(_cells(text, sentences[place]))
        while size >= FEWEST_CELLS and last < len(sentences) and len(_cells(text, sentences[last])) == size:
            last += 1
        if last - place >= FEWEST_ROWS:
            rows.update(_read_rows(text, sentences, range(place, last), kinds))
        place = max(last, place + 1)
    return rows


def _cells(text: str, sentence: Sentence) -> list[Stretch]:
    """Return where the cells of a sentence begin and end; one alone where it has no bars."""
    if sentence.kind in APART:
        return []
    cells: list[Stretch] = []
    begin = sentence.start
    for bar in BAR.finditer(text, sentence.start, sentence.end):
        cells.append((begin, begin + len(text[begin : bar.start()].rstrip(SPACES))))
        begin = bar.end()
    cells.append((begin, sentence.end))
    return [cell for number, cell in enumerate(cells) if cell[0] < cell[1] or 0 < number < len(cells) - 1]


def _read_rows(text: str, sentences: Sequence[Sentence], places: range, kinds: Mapping[int, Sequence[tuple[int, str]]]) -> dict[int, Row]:
    has_head = not any(kind not in PERIODS for _, kind in kinds.get(places[0], ()))
    columns = [text[start:end] for start, end in _cells(text, sentences[places[0]])] if has_head else []
    caption = _caption(text, sentences, places[0])
    rows: dict[int, Row] = {}
    for place in places:
        found = _cells(text, sentences[place])
        is_head_row = has_head and place == places[0]
        first_start, first_end = found[0]
        has_row_head = not any(first_start <= at < first_end and kind not in PERIODS for at, kind in kinds.get(place, ()))
        row_head = text[first_start:first_end] if has_row_head and not is_head_row else ""
        cells = []
        for number, (start, end) in enumerate(found):
            is_head = is_head_row or (number == 0 and has_row_head)
            above = columns[number] if columns and not is_head else ""
            cells.append(Cell(start, end, tuple(head for head in (caption, above, "" if is_head else row_head) if head), is_head))
        rows[place] = Row(tuple(cells), columns[0] if columns else "")
    return rows


def _caption(text: str, sentences: Sequence[Sentence], first: int) -> str:
    """Return the short line without figures right above a table, or the last heading of the table."""
    if sentences[first].headings:
        return sentences[first].headings[-1]
    if not first:
        return ""
    above = sentences[first - 1]
    words = text[above.start : above.end]
    return words if len(words) <= LONGEST_CAPTION and above.kind not in APART and not words.endswith((".", "。")) else ""
