"""Periods of figures that are only said to be of so much earlier: "2.4 % a year earlier", "前月は2.9%"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claimcheck.bind.calendar import moved
from claimcheck.bind.counted import COUNTS
from claimcheck.bind.layout import TEMPORAL
from claimcheck.model.claim import Claim

REACH = 2  # sentences back in which the figure stands that it is held against
FARTHEST = 32  # figures looked at on either side


class Shift(NamedTuple):
    """How much earlier."""

    months: int = 0
    days: int = 0


SHIFTS = {
    "year_before": Shift(months=-12),
    "quarter_before": Shift(months=-3),
    "month_before": Shift(months=-1),
    "week_before": Shift(days=-7),
    "day_before": Shift(days=-1),
}


def settle_periods(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims, those of so much earlier with the period or day that much before that of the figure beside them."""
    return tuple(_settled(claim, place, claims) if shift_of(claim) else claim for place, claim in enumerate(claims))


def shift_of(claim: Claim) -> Shift | None:
    """Return how much earlier than another figure one holds, or None."""
    return next((SHIFTS[name] for name in claim.qualifiers if name in SHIFTS), None)


def _settled(claim: Claim, place: int, claims: Sequence[Claim]) -> Claim:
    shift = shift_of(claim)
    if shift is None or claim.period is not None or claim.as_of is not None or claim.quantity.kind in TEMPORAL:
        return claim
    anchor = _anchor(claim, place, claims)
    if anchor is None:
        return claim
    period, as_of = (moved(days, months=shift.months, days_more=shift.days) if days else None for days in (anchor.period, anchor.as_of))
    return replace(claim, period=period, as_of=as_of)


def _anchor(claim: Claim, place: int, claims: Sequence[Claim]) -> Claim | None:
    """Return the nearest figure of the same dimension that has a time of its own, of this sentence or one shortly before."""
    best: tuple[int, int] | None = None
    found: Claim | None = None
    for number in range(max(0, place - FARTHEST), min(len(claims), place + FARTHEST)):
        other = claims[number]
        back = claim.evidence.place - other.evidence.place
        if not 0 <= back <= REACH or not _are_alike(other, claim) or shift_of(other):
            continue
        if other.period is None and other.as_of is None:
            continue
        key = (back, abs(number - place))
        if best is None or key < best:
            best, found = key, other
    return found


def _are_alike(one: Claim, other: Claim) -> bool:
    """Return whether both figures are of one dimension; bare numbers pass for counts."""
    return one.quantity.dimension == other.quantity.dimension or {one.quantity.kind, other.quantity.kind} <= COUNTS
