"""Totals of tables: a row or column that is headed as the sum of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.judge.conflict import Conflict, conflict_of_sum
from claimcheck.judge.cues import cues_of
from claimcheck.judge.reach import reach_of
from claimcheck.lexicon.language import fold
from claimcheck.model.claim import Claim
from claimcheck.model.source import BlockKind

ADDING = ("count", "number", "money", "area", "mass", "volume", "energy", "power")
NEAR = Decimal("0.2")  # a total farther off is one of something else, or of more than the table shows
AROUND = re.compile(r"^[\s:*()]+|[\s:*()]+$")


def told_totals(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield the totals of tables that their rows, or columns, do not come to.

    Where a table has several sums and more of them misfit than fit, its total is no sum, and nothing is said.
    """
    cells = [claim for claim in claims if claim.evidence.block is BlockKind.CELL and len(claim.evidence.heads) > 1]
    for upright in (True, False):
        for sums in _tables(cells, upright=upright).values():
            known = [_misfit(line, upright=upright) for line in sums]
            misfits = [one for one in known if isinstance(one, Conflict)]
            fits = sum(one is True for one in known)
            if len(misfits) <= max(fits, 1):
                yield from misfits


def _tables(cells: Sequence[Claim], *, upright: bool) -> dict[tuple[str, ...], list[list[Claim]]]:
    """Return the columns (or rows) of each table, each with its cells in order."""
    lines: dict[tuple[str, ...], dict[str, list[Claim]]] = {}
    for claim in cells:
        *title, column, row = claim.evidence.heads
        lines.setdefault((claim.document, *title), {}).setdefault(column if upright else row, []).append(claim)
    return {key: list(own.values()) for key, own in lines.items()}


def _misfit(line: Sequence[Claim], *, upright: bool) -> Conflict | bool | None:
    """Return the conflict of a line with its total, True where it adds up, None where it has no total or need not add up."""
    heads = [claim.evidence.heads[-1 if upright else -2] for claim in line]
    own = line[0].evidence.heads[-2 if upright else -1]
    totals = [place for place, head in enumerate(heads) if _is_total(head, line[0].evidence.lang)]
    if len(totals) != 1 or totals[0] not in (0, len(line) - 1) or len(line) < 3 or not _is_plain(line, heads, own):
        return None
    total = line[totals[0]]
    parts = [claim for claim in line if claim is not total]
    whole, reaches = reach_of(total), [reach for claim in parts if (reach := reach_of(claim)) is not None]
    if whole is None or len(reaches) != len(parts) or whole.number <= max(reach.number for reach in reaches):
        return None
    made = sum((reach.number for reach in reaches), Decimal(0))
    slack = whole.slack + sum((reach.slack for reach in reaches), Decimal(0))
    if abs(made - whole.number) <= slack:
        return True
    return conflict_of_sum(total, tuple(parts)) if abs(made - whole.number) <= NEAR * whole.number else None


def _is_total(head: str, lang: str) -> bool:
    return re.fullmatch(cues_of(lang).words["total_head"], AROUND.sub("", fold(head))) is not None


def _is_plain(line: Sequence[Claim], heads: Sequence[str], own: str) -> bool:
    """Return whether the cells are of one kind that can be added, without gaps, and no head says that they do not add up."""
    cues = cues_of(line[0].evidence.lang)
    kinds = {claim.quantity.dimension if claim.quantity.kind not in ("count", "number") else "count" for claim in line}
    places = [claim.evidence.place for claim in line]
    strides = {right - left for left, right in pairwise(places)}
    is_open = any(cues.has("open", fold(head)) or cues.has("whom", fold(head)) for head in heads)
    is_mean = cues.has("mean", fold(own)) or any(cues.has("mean", fold(head)) for head in heads)
    return (
        len(kinds) == 1
        and line[0].quantity.kind in ADDING
        and len(strides) == 1
        and len(set(heads)) == len(heads)
        and not is_open
        and not is_mean
    )
