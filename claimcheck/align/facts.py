"""Pairs of claims to facts: clusters of claims that speak of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.rule import Rulebook


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


def label(ids: Sequence[str], claims: Mapping[str, Claim], rulebook: Rulebook) -> str:
    """Return a short name of a fact: what is measured, and of whom."""
    members = [claims[id_] for id_ in ids]
    attribute = next((claim.attribute for claim in members if claim.attribute), None)
    counted = next((claim.counted for claim in members if claim.counted), None)
    what = _name(attribute, rulebook) or _name(counted, rulebook) or members[0].quantity.kind
    if attribute and counted and _name(counted, rulebook) not in what:
        what = f"{what}, {_name(counted, rulebook)}"
    parties = next((claim.entities for claim in members if claim.entities), ())
    whom = ", ".join(_title(name) for name in parties[:2])
    return f"{what} ({whom})" if whom else what


def _name(concept: str | None, rulebook: Rulebook) -> str:
    if concept is None:
        return ""
    entry = rulebook.concepts.get(concept)
    return (entry.label if entry and entry.label else concept).replace("_", " ")


def _title(name: str) -> str:
    return name.replace("_", " ").title() if name.islower() else name
