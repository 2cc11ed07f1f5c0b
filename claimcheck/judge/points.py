"""Percent against percentage points: one change, told by two articles with one number and two meanings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from claimcheck.judge.cues import cues_of
from claimcheck.judge.reach import reach_of
from claimcheck.judge.wording import say_reason
from claimcheck.lexicon.language import fold
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.verdict import Verdict, VerdictKind

CONFIDENCE = 0.6
BESIDE = 50  # characters around a percentage in which a word says that it is a change
Place = tuple[str, int]
Company = dict[Place, set[tuple[str, object]]]
FREE = frozenset(["earlier_value"])  # "de 3 points" is by three points and not from three
DIRECTIONS = ("rise", "fall")


def percent_against_points(claims: Sequence[Claim]) -> list[Verdict]:
    """Return a contradiction for every change of one attribute that is so many percent here and as many points there.

    The sentences must share another figure, such as the rate before or after the change.
    """
    shelves: dict[str, tuple[list[Claim], list[Claim]]] = {}
    for claim in claims:
        if claim.quantity.kind == "percent" and claim.attribute and not claim.evidence.inherited and _is_change(claim):
            shelf = shelves.setdefault(claim.attribute, ([], []))
            shelf[claim.quantity.dimension == "percentage_point"].append(claim)
    company = _company(claims) if any(all(shelf) for shelf in shelves.values()) else {}
    pairs = (pair for percents, points in shelves.values() for pair in product(percents, points))
    return [_verdict(one, other) for one, other in pairs if _is_slip(one, other, company)]


def _is_change(claim: Claim) -> bool:
    reach = reach_of(claim)
    if reach is None or not reach.number or claim.modality is Modality.DENIED:
        return False
    if claim.quantity.dimension == "percentage_point" or claim.quantity.signed:
        return True
    words = fold(claim.evidence.quote)
    start, end = (edge - claim.evidence.sentence.start for edge in (claim.span.start, claim.span.end))
    cues = cues_of(claim.evidence.lang)
    around = f"{words[max(0, start - BESIDE) : start]} … {words[end : end + BESIDE]}"
    return any(cues.has(key, around) for key in DIRECTIONS) and not cues.ends("to", words[:start], within=1)


def _company(claims: Sequence[Claim]) -> Company:
    """Return the figures of each sentence, days aside, however they are softened."""
    company: Company = {}
    for claim in claims:
        if claim.quantity.kind not in ("date", "time"):
            ends = (claim.quantity.stated.low, claim.quantity.stated.high)
            company.setdefault(_place(claim), set()).update((claim.quantity.dimension, end) for end in ends if end is not None)
    return company


def _place(claim: Claim) -> Place:
    return claim.document, claim.evidence.place


def _is_slip(one: Claim, other: Claim, company: Company) -> bool:
    """Return whether two changes of one number in two documents are told of one thing."""
    if (
        one.document == other.document
        or one.quantity.stated != other.quantity.stated
        or (set(one.qualifiers) ^ set(other.qualifiers)) - FREE
    ):
        return False
    if (one.period and other.period and not one.period.meets(other.period)) or (one.scope and other.scope and one.scope != other.scope):
        return False
    shared = company[_place(one)] & company[_place(other)]
    return any(end != one.quantity.stated.low for _, end in shared)


def _verdict(one: Claim, other: Claim) -> Verdict:
    return Verdict(
        kind=VerdictKind.CONTRADICTION,
        a=one.id,
        b=other.id,
        rung="percent-against-points",
        reason=say_reason("percent-against-points", one, other),
        rule="core/percent-against-points",
        confidence=CONFIDENCE,
    )
