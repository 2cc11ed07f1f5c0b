"""Characters of a text to lines and columns as an editor counts them, and back, in the encoding that was agreed on."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

LINE_BREAK: Final = re.compile(r"\r\n|\n|\r")  # those of the protocol; U+2028 and form feeds stay within a line
UTF_8, UTF_16, UTF_32 = "utf-8", "utf-16", "utf-32"
Place = tuple[int, int]


class Positions:
    r"""The way from code points of a text to positions of the protocol: line and column from 0, columns in code units.

    >>> there = Positions("é😀 5\r\n6", "utf-16")
    >>> there.place(3), there.place(6), there.offset((0, 4)), there.offset((9, 9))
    ((0, 4), (1, 0), 3, 7)
    """

    __slots__ = ("_encoding", "_starts", "_text")

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._encoding = encoding
        self._starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]

    def place(self, offset: int) -> Place:
        """Return the line and column of a character; the end of the text is a place too."""
        line = bisect_right(self._starts, offset) - 1
        return line, units_of(self._text[self._starts[line] : offset], self._encoding)

    def offset(self, place: Place) -> int:
        """Return the character at a line and column; what lies behind the end of a line or of the text is that end."""
        line, column = place
        if line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[line], self._end(line)
        if self._encoding == UTF_32:
            return min(start + column, end)
        used = 0
        for offset in range(start, end):
            if used >= column:
                return offset
            used += units_of(self._text[offset], self._encoding)
        return end

    def _end(self, line: int) -> int:
        """Return where a line ends, its line break left out."""
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        return self._starts[line] + len(self._text[self._starts[line] : end].rstrip("\r\n"))


def units_of(text: str, encoding: str) -> int:
    """Return how many code units `text` takes.

    >>> [units_of("é😀", encoding) for encoding in ("utf-8", "utf-16", "utf-32")]
    [6, 3, 2]
    """
    if encoding == UTF_32 or text.isascii():
        return len(text)
    if encoding == UTF_8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(1 for letter in text if letter > "\uffff")
