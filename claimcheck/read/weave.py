"""The text a reader sees, woven from pieces of the file, with the way back to each."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence

from claimcheck.model.source import Block, BlockKind, View
from claimcheck.values import dataclass

SPACES = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")
# Medial and final Hangul letters join the one before although they are no combining marks.
JOINS = frozenset(map(chr, (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the file and what a reader sees for it: `text`, or the stretch itself where `text` is None."""

    start: int
    end: int
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block before it has a place in the view."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    headings: tuple[str, ...] = ()
    lang: str = ""


def weave(text: str, passages: Sequence[Passage]) -> tuple[View, tuple[Block, ...]]:
    """Return the view of `passages` over the file's `text`, one a line, and their blocks; empty ones are left out."""
    places = array("q", range(len(text) + 1))  # slices of it are far cheaper than ranges
    woven: list[str] = []
    starts, ends = array("q"), array("q")
    blocks: list[Block] = []
    place = 0
    for passage in passages:
        words, word_starts, word_ends = compose(*_join(text, passage.pieces, places))
        if not words:
            continue
        if blocks:
            woven.append("\n")
            starts.append(ends[-1])
            ends.append(ends[-1])
            place += 1
        woven.append(words)
        starts.extend(word_starts)
        ends.extend(word_ends)
        blocks.append(Block(passage.kind, place, place + len(words), passage.headings, passage.lang))
        place += len(words)
    return View("".join(woven), starts, ends), tuple(blocks)


def words_of(text: str, pieces: Sequence[Piece]) -> str:
    """Return what a reader sees of `pieces`, as one line."""
    return " ".join("".join(text[piece.start : piece.end] if piece.text is None else piece.text for piece in pieces).split())


def compose(text: str, starts: Sequence[int], ends: Sequence[int]) -> tuple[str, Sequence[int], Sequence[int]]:
    r"""Return `text` in normal form C; every character made from several keeps the place of all of them.

    >>> compose("cafe\u0301", range(5), range(1, 6))
    ('café', array('q', [0, 1, 2, 3]), array('q', [1, 2, 3, 5]))
    """
    if unicodedata.is_normalized("NFC", text):
        return text, starts, ends
    composed: list[str] = []
    new_starts, new_ends = array("q"), array("q")
    place = 0
    while place < len(text):
        after = place + 1
        while after < len(text) and (text[after] in JOINS or unicodedata.category(text[after])[0] == "M"):
            after += 1
        cluster = unicodedata.normalize("NFC", text[place:after])
        composed.append(cluster)
        new_starts.extend([starts[place]] * len(cluster))
        new_ends.extend([ends[after - 1]] * len(cluster))
        place = after
    return "".join(composed), new_starts, new_ends


def _join(text: str, pieces: Sequence[Piece], places: array[int]) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return the words of `pieces` with their places: runs of white space become one space, none at the edges."""
    words: list[str] = []
    starts, ends = array("q"), array("q")
    for piece in pieces:
        if piece.text is not None:
            words.append(piece.text)
            starts.extend([piece.start] * len(piece.text))
            ends.extend([piece.end] * len(piece.text))
            continue
        words.append(text[piece.start : piece.end])
        starts.extend(places[piece.start : piece.end])
        ends.extend(places[piece.start + 1 : piece.end + 1])
    return _collapse("".join(words), starts, ends)


def _collapse(words: str, starts: array[int], ends: array[int]) -> tuple[str, Sequence[int], Sequence[int]]:
    first, last = len(words) - len(words.lstrip()), len(words.rstrip())
    if first >= last:
        return "", array("q"), array("q")
    parts: list[str] = []
    new_starts, new_ends = array("q"), array("q")
    place = first
    for run in SPACES.finditer(words, first, last):
        parts += (words[place : run.start()], " ")
        new_starts.extend(starts[place : run.start() + 1])
        new_ends.extend(ends[place : run.start()])
        new_ends.append(ends[run.end() - 1])
        place = run.end()
    parts.append(words[place:last])
    new_starts.extend(starts[place:last])
    new_ends.extend(ends[place:last])
    return "".join(parts), new_starts, new_ends
