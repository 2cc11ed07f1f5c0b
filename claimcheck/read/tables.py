"""The heads of table columns and rows, while a table is read cell by cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class HtmlTable:
    """What is known of a table so far: the heads of its columns, and of the row that is being read."""

    columns: list[str] = field(default_factory=list)
    row_head: str = ""
    column: int = -1
    row: int = -1
    row_is_head: bool = True

    def begin_row(self) -> None:
        """Go to the next row."""
        self.row += 1
        self.column = -1
        self.row_head = ""

    def enter(self, words: str, *, is_head: bool, in_head: bool) -> tuple[str, ...]:
        """Return the heads of the column and the row of the next cell, which says `words`.

        The first row heads the columns where it says so or holds no digit; the first cell of a row heads it where it
        says so or holds no digit.
        """
        self.column += 1
        if in_head or (self.row <= 0 and (is_head or not DIGIT.search(words)) and self.column == len(self.columns)):
            self.columns.append(words)
            return ()
        column_head = self.columns[self.column] if self.column < len(self.columns) else ""
        heads = tuple(head for head in (column_head, self.row_head) if head)
        if self.column == 0 and (is_head or not DIGIT.search(words)):
            self.row_head = words
        return heads
