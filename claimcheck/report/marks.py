"""The marks of verdicts, readable without colour, and with plain letters where a terminal has no others."""

from __future__ import annotations

from claimcheck.model.verdict import VerdictKind
from claimcheck.values import dataclass

GRAVITY = (
    VerdictKind.CONTRADICTION,
    VerdictKind.INCOMMENSURABLE,
    VerdictKind.UPDATE,
    VerdictKind.REFINEMENT,
    VerdictKind.AGREEMENT,
)

SAID = {
    VerdictKind.CONTRADICTION: "contradiction",
    VerdictKind.INCOMMENSURABLE: "not comparable",
    VerdictKind.UPDATE: "update",
    VerdictKind.REFINEMENT: "refinement",
    VerdictKind.AGREEMENT: "agreement",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """One sign for each verdict, one for a figure that a single source tells, and those of the layout."""

    of_kind: tuple[str, ...]
    single: str
    warning: str
    info: str
    dot: str
    ellipsis: str
    rule: str

    def mark(self, kind: VerdictKind | None) -> str:
        """Return the sign of a verdict; None is a single source."""
        return self.single if kind is None else self.of_kind[GRAVITY.index(kind)]


SIGNS = Marks(of_kind=("✗", "∥", "↻", "⊂", "✓"), single="·", warning="!", info="i", dot="·", ellipsis="…", rule="─")
LETTERS = Marks(of_kind=("X", "#", ">", "<", "="), single=".", warning="!", info="i", dot="-", ellipsis="...", rule="-")


def marks_for(encoding: str) -> Marks:
    """Return the signs, or letters where `encoding` has no such signs.

    >>> marks_for("latin-1").mark(VerdictKind.CONTRADICTION), marks_for("utf-8").mark(None)
    ('X', '·')
    """
    try:
        ("".join(SIGNS.of_kind) + SIGNS.single + SIGNS.ellipsis + SIGNS.rule).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return LETTERS
    return SIGNS


def gravest(kinds: set[VerdictKind]) -> VerdictKind | None:
    """Return the kind that matters most, or None of none."""
    return min(kinds, key=GRAVITY.index, default=None)
