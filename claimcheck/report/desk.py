"""What spoke for and against one fact, in the words of a desk: names instead of ids, strong and slight instead of log-odds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

ID = re.compile(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b")
PRIOR = "before looking"
STRENGTHS = ((2.0, "strongly"), (1.0, "clearly"), (0.0, "slightly"))


def in_desk_words(text: str, labels: Mapping[str, str]) -> str:
    """Return a text with ids of concepts and entities put in words; an id alone takes its label.

    >>> in_desk_words("both give death_toll", {"death_toll": "dead"})
    'both give “dead”'
    """
    if text in labels or ID.fullmatch(text):
        return labels.get(text, text.replace("_", " "))
    return ID.sub(lambda found: f"“{labels.get(found.group(), found.group().replace('_', ' '))}”", text)


def weight_rows(weights: tuple[tuple[str, float], ...], labels: Mapping[str, str]) -> Iterator[str]:
    """Yield what spoke for one fact and what against it, the strongest first, each with its weight in log-odds."""
    found = [(what, weight) for what, weight in weights if weight and what != PRIOR]
    sides = (("taken for one fact, since", [one for one in found if one[1] > 0]), ("against it", [one for one in found if one[1] < 0]))
    for title, side in sides:
        if side:
            yield f"  {title}:"
            yield from (f"    {_strength(weight)}: {in_desk_words(what, labels)} ({weight:+.1f})" for what, weight in side)
    prior = sum(weight for what, weight in weights if what == PRIOR)
    if prior:
        yield f"    two figures of one kind are mostly of two facts, so every pair starts at {prior:+.1f}"


def _strength(weight: float) -> str:
    return next(name for least, name in STRENGTHS if abs(round(weight, 1)) >= least)
