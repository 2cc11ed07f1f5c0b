"""Amounts that repeat another in a second currency or unit: what their amount meets, they meet.

"35 million kronor (about $3.6 million)" gives one fine twice. Only the amount itself looks for a partner; the dollars follow it,
and are held against the partner wherever the numbers tell the same of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from claimcheck.align.groups import Group, comparable
from claimcheck.align.score import Meeting, Scored
from claimcheck.relation import Outcome, Relation, relate_at

FOLLOWS = ("one repeats, converted, an amount that meets the other", 0.0)
IMPLIED = Relation(Outcome.SAME, "converted", 0.7)


def follow_conversions(accepted: Iterable[Scored], meeting: Meeting) -> Iterator[Scored]:
    """Yield the pairs of a figure and the conversion of a figure that it was paired with, in the order of `accepted`."""
    told = set()
    pairs = tuple(accepted)
    for pair in pairs:
        told.add((pair.a.first.id, pair.b.first.id))
    for pair in pairs:
        ours, theirs = _versions(pair.a, meeting.ours.groups), _versions(pair.b, meeting.theirs.groups)
        for a, b in product(ours, theirs) if len(ours) + len(theirs) > 2 else ():
            if (a.first.id, b.first.id) not in told and a.quantity.unit != b.quantity.unit:
                told.add((a.first.id, b.first.id))
                yield from _follow(a, b, pair, meeting)


def _versions(group: Group, groups: Iterable[Group]) -> list[Group]:
    """Return a figure and those that give it again in another currency or unit, or that it gives again."""
    own = {claim.id for claim in group.claims}
    original = {claim.converts for claim in group.claims if claim.converts}
    return [
        group,
        *(
            other
            for other in groups
            if other is not group
            and (any(claim.converts in own for claim in other.claims) or any(claim.id in original for claim in other.claims))
        ),
    ]


def _follow(a: Group, b: Group, pair: Scored, meeting: Meeting) -> Iterator[Scored]:
    if comparable(a.quantity) != comparable(b.quantity):
        return
    relation = relate_at(a.quantity, b.quantity, meeting.day) or (IMPLIED if pair.is_equal else None)  # no rate is known
    if relation is not None and _goes_along(pair.relation.outcome, relation.outcome):
        yield replace(pair, a=a, b=b, relation=relation, weights=(FOLLOWS, *pair.weights))


def _goes_along(met: Outcome, converted: Outcome) -> bool:
    """Return whether a conversion stands to the other figure as its amount does, or better: the amount may hold a slip that it has not."""
    return met is Outcome.APART or converted is not Outcome.APART
