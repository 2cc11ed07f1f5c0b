"""Which groups of two documents speak of one fact: the best partners first, rivals kept apart.

A pair of documents is looked at by itself, so that what a third source says never changes what is said of these two.
"""

from __future__ import annotations

from claimcheck.align.score import Meeting, Scored, score
from claimcheck.relation import Outcome

EQUAL_ENOUGH = 0.0  # log-odds above which equal figures are one fact
APART_ENOUGH = 1.2  # the same for figures that differ: precision of contradictions comes before recall
TAKEN = 2.5  # how much better off a figure is with an equal partner


def match(meeting: Meeting) -> tuple[Scored, ...]:
    """Return the pairs of groups held to be one fact, best first."""
    scored = [pair for pair in _candidates(meeting) if pair.score > min(EQUAL_ENOUGH, APART_ENOUGH)]
    scored.sort(key=lambda pair: (not pair.is_equal, -pair.score, pair.a.first.id, pair.b.first.id))
    taken_a: dict[str, float] = {}
    taken_b: dict[str, float] = {}
    accepted = []
    for pair in scored:
        a, b = pair.a.first.id, pair.b.first.id
        rival = max(taken_a.get(a, -9.0), taken_b.get(b, -9.0))
        if not _holds(pair, rival):
            continue
        accepted.append(pair)
        if pair.is_equal:
            taken_a[a] = max(taken_a.get(a, -9.0), pair.score)
            taken_b[b] = max(taken_b.get(b, -9.0), pair.score)
    return tuple(accepted)


def _holds(pair: Scored, rival: float) -> bool:
    """Return whether a pair is one fact, given the best equal partner that either side already has."""
    if pair.is_equal:
        return pair.score > EQUAL_ENOUGH and pair.score > rival - TAKEN
    if pair.relation.outcome is not Outcome.APART:
        return pair.has_reason and pair.score > APART_ENOUGH
    return pair.has_reason and rival < EQUAL_ENOUGH and pair.score > APART_ENOUGH


def _candidates(meeting: Meeting) -> list[Scored]:
    """Return every pair of groups that could be compared, with its score."""
    found = []
    for a in meeting.ours.groups:
        for b in meeting.theirs.groups:
            if comparable(a.quantity.kind, a.quantity.dimension) != comparable(b.quantity.kind, b.quantity.dimension):
                continue
            pair = score(a, b, meeting)
            if pair is not None:
                found.append(pair)
    return found


def comparable(kind: str, dimension: str) -> str:
    """Return the key that two quantities share when one can be converted into the other."""
    if kind == "money":
        return "money"
    return "count" if kind in ("count", "number") else dimension
