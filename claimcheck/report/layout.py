"""The sizes of the report on a terminal, and what of it is to be opened."""

from __future__ import annotations

from dataclasses import field

from claimcheck.report.marks import SIGNS, Marks
from claimcheck.values import dataclass

NARROWEST_CELL, WIDEST_CELL = 12, 36
NARROWEST_LABEL, WIDEST_LABEL = 16, 30
EASY_CELL = 18  # from here on the facts' labels get more of the width
GAP, MARK = 2, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How to print: width in cells, colours or none, the marks, how many of each, and which folded parts to open."""

    width: int = 80
    color: bool = False
    marks: Marks = SIGNS
    limit: int = 40
    show: frozenset[str] = field(default=frozenset())
    quiet: bool = False

    def shown(self, length: int) -> int:
        """Return how many of so many entries are printed."""
        return length if self.limit <= 0 else min(length, self.limit)


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the matrix in cells: that of the facts' labels, and that of each source."""

    label: int
    cell: int

    @classmethod
    def fitting(cls, width: int, sources: int) -> Columns | None:
        """Return widths for so many sources, or None where they do not fit side by side.

        >>> Columns.fitting(80, 4), Columns.fitting(80, 6)
        (Columns(label=16, cell=13), None)
        """
        for label in range(WIDEST_LABEL, NARROWEST_LABEL - 1, -1):
            cell = (width - (MARK + GAP) - (label + GAP) + GAP) // sources - GAP
            if cell >= (EASY_CELL if label > NARROWEST_LABEL else NARROWEST_CELL):
                return cls(label, min(cell, WIDEST_CELL))
        return None
