"""Conflicts inside one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.judge.ladder import Bench, day_of
from claimcheck.judge.wording import say_against, say_reason
from claimcheck.model.claim import Claim
from claimcheck.model.verdict import Verdict, VerdictKind
from claimcheck.relation import Outcome, relate_at

CONVERSION_CONFIDENCE = 0.9


def conversions(claims: Sequence[Claim], by_id: Mapping[str, Claim], bench: Bench) -> list[Verdict]:
    """Return a contradiction for every amount whose own conversion beside it does not fit."""
    found = []
    for claim in claims:
        first = by_id.get(claim.converts) if claim.converts else None
        if first is None or first.quantity.kind != claim.quantity.kind:
            continue
        relation = relate_at(first.quantity, claim.quantity, day_of(first, claim, bench.days))
        if relation is not None and relation.outcome is Outcome.APART:
            found.append(_conversion(first, claim))
    return found


def _conversion(first: Claim, second: Claim) -> Verdict:
    return Verdict(
        kind=VerdictKind.CONTRADICTION,
        a=first.id,
        b=second.id,
        rung="conversion",
        reason=f"{say_reason('conversion', first, second)} ({say_against(first, second)})",
        rule="core/conversion",
        confidence=CONVERSION_CONFIDENCE,
    )
