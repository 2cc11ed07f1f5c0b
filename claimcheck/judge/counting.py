"""Counts with and without some of those counted: a question of scope, and no contradiction."""

from __future__ import annotations

import re

from claimcheck.judge.cues import cues_of
from claimcheck.judge.reach import reach_of
from claimcheck.lexicon.language import fold
from claimcheck.model.claim import Claim

BEHIND = 70  # characters behind a count in which words may say whom it has in it
BEFORE = 30
MOST = 2  # how many times one count may be the other when nothing says how many are left out
COUNTS = ("count", "number")


def counts_more(a: Claim, b: Claim) -> Claim | None:
    """Return the claim that counts some whom the other leaves out, where words say so and the figures allow it; else None.

    One who is named ("including the gunman") makes a difference of one; those left out make any that is not too large.
    """
    ours, theirs = reach_of(a), reach_of(b)
    if ours is None or theirs is None or a.quantity.kind not in COUNTS or b.quantity.kind not in COUNTS or _are_of_two_places(a, b):
        return None
    wide, narrow = (a, b) if ours.number > theirs.number else (b, a)
    apart = abs(ours.number - theirs.number)
    if _says(narrow, "excluding") and max(ours.number, theirs.number) <= MOST * min(ours.number, theirs.number):
        return wide
    return wide if apart == 1 and _says(wide, "including") else None


def _are_of_two_places(a: Claim, b: Claim) -> bool:
    """Return whether both name places or parties, and none of them in common."""
    ours, theirs = {*a.entities, *filter(None, [a.scope])}, {*b.entities, *filter(None, [b.scope])}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _says(claim: Claim, key: str) -> bool:
    """Return whether words of `key` stand beside the count, with no other figure between."""
    words = fold(claim.evidence.quote)
    start, end = (edge - claim.evidence.sentence.start for edge in (claim.span.start, claim.span.end))
    behind = re.split(r"\d|[.;]", words[end : end + BEHIND])[0]
    before = re.split(r"\d|[.;]", words[max(0, start - BEFORE) : start])[-1]
    return any(cues_of(claim.evidence.lang).has(key, side) for side in (behind, before))
