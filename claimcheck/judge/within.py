"""Conflicts that need no alignment, most of them inside one article: a figure and its own conversion, one fact told twice, sums, shares and changes that do not fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from claimcheck.judge.conflict import Conflict
from claimcheck.judge.ladder import Bench, day_of
from claimcheck.judge.points import percent_against_points
from claimcheck.judge.reach import reach_of
from claimcheck.judge.repeats import repeats
from claimcheck.judge.telling import tellings
from claimcheck.judge.told_percents import told_percents
from claimcheck.judge.told_sums import told_sums
from claimcheck.judge.told_tables import told_totals
from claimcheck.judge.wording import say_against, say_reason
from claimcheck.memory import Memory
from claimcheck.model.claim import Claim
from claimcheck.model.verdict import Verdict, VerdictKind
from claimcheck.relation import Outcome, relate_at

CONVERSION_CONFIDENCE = 0.9
T = TypeVar("T")
LOOSE = Decimal("0.1")  # writers turn ten miles into 15 kilometres


def verdicts_within(documents: Sequence[Sequence[Claim]], bench: Bench, memory: Memory) -> list[Verdict]:
    """Return a contradiction for every two figures of one article that cannot both be right, and for points told as percent.

    `documents` are the claims of one article each.
    """
    found = [verdict for own in documents for verdict in once("within", own, bench, memory, _verdicts_of)]
    return [*found, *percent_against_points([claim for own in documents for claim in own])]


def _verdicts_of(claims: Sequence[Claim], bench: Bench) -> list[Verdict]:
    return [*conversions(claims, {claim.id: claim for claim in claims}, bench), *repeats(claims, bench)]


def conflicts_within(documents: Sequence[Sequence[Claim]], bench: Bench, memory: Memory) -> list[Conflict]:
    """Return what does not add up, or is not the percentage it is told to be, in any article: sentences first, then tables."""
    conflicts = [conflict for own in documents for conflict in once("conflicts", own, bench, memory, _conflicts_of)]
    return [*conflicts, *(total for own in documents for total in told_totals(own))]


def _conflicts_of(claims: Sequence[Claim], bench: Bench) -> list[Conflict]:
    return [conflict for telling in tellings(claims) for conflict in (*told_sums(telling, bench.taxonomy), *told_percents(telling))]


def once(what: str, own: Sequence[Claim], bench: Bench, memory: Memory, look: Callable[[Sequence[Claim], Bench], list[T]]) -> list[T]:
    """Return what `look` finds in one article, from memory where neither its claims, its day nor the rules are others."""
    document = own[0].document
    return memory.recall((what, document, bench.days.get(document)), (bench.rulebook, *own), lambda: look(own, bench))


def conversions(claims: Sequence[Claim], by_id: Mapping[str, Claim], bench: Bench) -> list[Verdict]:
    """Return a contradiction for every amount whose own conversion beside it does not fit."""
    found = []
    for claim in claims:
        first = by_id.get(claim.converts) if claim.converts else None
        if first is None or first.quantity.kind != claim.quantity.kind:
            continue
        relation = relate_at(first.quantity, claim.quantity, day_of(first, claim, bench.days))
        if relation is not None and relation.outcome is Outcome.APART and not _fits_loosely(first, claim):
            found.append(_conversion(first, claim))
    return found


def _fits_loosely(first: Claim, second: Claim) -> bool:
    """Return whether a unit was turned as coarsely as writers do, a difference of degrees is meant, or a price elsewhere."""
    ours, theirs = reach_of(first), reach_of(second)
    if first.quantity.kind == "money":
        return any(cue.role in ("entity", "scope") and first.span.end <= cue.span.start < second.span.start for cue in second.evidence.cues)
    if ours is None or theirs is None:
        return False
    if first.quantity.kind == "temperature":
        return ours.low <= theirs.high and theirs.low <= ours.high
    return abs(ours.number - theirs.number) <= LOOSE * max(abs(ours.number), abs(theirs.number))


def _conversion(first: Claim, second: Claim) -> Verdict:
    rung = "conversion" if first.quantity.kind == "money" else "unit-conversion"
    return Verdict(
        kind=VerdictKind.CONTRADICTION,
        a=first.id,
        b=second.id,
        rung=rung,
        reason=f"{say_reason(rung, first, second)} ({say_against(first, second)})",
        rule=f"core/{rung}",
        confidence=CONVERSION_CONFIDENCE,
    )
