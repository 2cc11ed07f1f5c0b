"""Places in a text."""

from __future__ import annotations

from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source's text as decoded, in code points from 0, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One place in a file, in every unit an editor or a report may ask for.

    `line` and `column` count from 1 in code points, `character` from 0 in UTF-16 code units within the line (LSP),
    `offset` and `offset_utf16` from 0 in the whole text, `byte` from 0 in the file, its byte order mark included.
    """

    line: int
    column: int
    character: int
    offset: int
    offset_utf16: int
    byte: int
