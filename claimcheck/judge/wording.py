"""Reasons of rungs with the figures of two claims; the words themselves are those of claimcheck.wording."""

from __future__ import annotations

from claimcheck.model.claim import Claim
from claimcheck.wording.figures import stated_in_words
from claimcheck.wording.rungs import reason_in_words


def quoted(claim: Claim) -> str:
    """Return the figure as written, in quotes and on one line."""
    return f"“{' '.join(claim.text.split())}”"


def say_reason(rung: str, a: Claim, b: Claim, *, wide: Claim | None = None, **fields: str) -> str:
    """Return the reason of a rung with the figures as written."""
    narrow = b if wide is a else a
    return reason_in_words(rung, a=quoted(a), b=quoted(b), wide=quoted(wide or a), narrow=quoted(narrow), **fields)


def say_against(a: Claim, b: Claim) -> str:
    """Return both figures as read: "38 billion USD against 38 million USD"; counted nouns where they differ.

    What both say in the same words is left out: it would add nothing.
    """
    return f"{stated_in_words(a.quantity)} against {stated_in_words(b.quantity)}"
