"""Offsets to lines, columns, UTF-16 units and bytes of the file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from claimcheck.model.source import Source
from claimcheck.model.span import Position

# Editors and the contract count these three; U+2028 and the like stay within a line.
LINE_BREAK = re.compile(r"\r\n|\n|\r")
ASTRAL = re.compile("[\U00010000-\U0010ffff]")
STRIDE = 4096  # code points between two places whose byte is known


class Places:
    r"""The way from a code point of a source to every unit a report may ask for.

    >>> places = Places(Source(text="é😀\r\n5 GW"))
    >>> place = places.position(4)
    >>> place.line, place.column, place.offset_utf16, place.byte
    (2, 1, 5, 8)
    """

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._encoding = source.encoding
        self._bom_bytes = source.bom_bytes
        self._lines = [0, *(match.end() for match in LINE_BREAK.finditer(source.text))]
        self._is_ascii = source.text.isascii()
        self._astral = [] if self._is_ascii else [match.start() for match in ASTRAL.finditer(source.text)]
        self._bytes = list(self._byte_table())

    def position(self, offset: int) -> Position:
        """Return where code point `offset` stands; the end of the text is a place too."""
        line = bisect_right(self._lines, offset)
        start = self._lines[line - 1]
        wide_before_line, wide = bisect_left(self._astral, start), bisect_left(self._astral, offset)
        return Position(
            line=line,
            column=offset - start + 1,
            character=offset - start + wide - wide_before_line,
            offset=offset,
            offset_utf16=offset + wide,
            byte=self._byte(offset),
        )

    def line_text(self, line: int) -> str:
        """Return line `line`, counted from 1, without its line break."""
        start = self._lines[line - 1]
        end = self._lines[line] if line < len(self._lines) else len(self._text)
        return self._text[start:end].rstrip("\r\n")

    def _byte_table(self) -> Iterator[int]:
        place = self._bom_bytes
        for start in range(0, len(self._text) + 1, STRIDE):
            yield place
            place += self._size(start, start + STRIDE)

    def _byte(self, offset: int) -> int:
        near = offset // STRIDE
        return self._bytes[near] + self._size(near * STRIDE, offset)

    def _size(self, start: int, end: int) -> int:
        part = self._text[start:end]
        if self._is_ascii and self._encoding == "utf-8":
            return len(part)
        try:
            return len(part.encode(self._encoding, "surrogatepass" if self._encoding.startswith("utf") else "replace"))
        except LookupError:
            return len(part.encode("utf-8", "replace"))
