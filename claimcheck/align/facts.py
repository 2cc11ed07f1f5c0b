"""Pairs of claims to facts: clusters of claims that speak of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.model.claim import Claim


def cluster(
    claims: Sequence[Claim], links: Iterable[tuple[str, str]], forbidden: frozenset[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Return the claims as clusters joined by `links`, best link first, never joining a pair of `forbidden`.

    Clusters and their claims keep the order of `claims`.
    """
    home: dict[str, int] = {claim.id: number for number, claim in enumerate(claims)}
    members: dict[int, list[str]] = {number: [claim.id] for number, claim in enumerate(claims)}
    for a, b in links:
        one, other = home[a], home[b]
        if one == other or _is_forbidden(members[one], members[other], forbidden):
            continue
        keep, drop = min(one, other), max(one, other)
        members[keep] += members.pop(drop)
        for claim in members[keep]:
            home[claim] = keep
    order = {claim.id: number for number, claim in enumerate(claims)}
    return tuple(tuple(sorted(ids, key=order.__getitem__)) for _, ids in sorted(members.items()))


def _is_forbidden(ours: list[str], theirs: list[str], forbidden: frozenset[tuple[str, str]]) -> bool:
    return bool(forbidden) and any((a, b) in forbidden or (b, a) in forbidden for a in ours for b in theirs)
