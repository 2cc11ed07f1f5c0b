"""What the traits of two figures weigh together: learned from labelled stories, one step function a trait.

A generalised additive model (Hastie and Tibshirani 1986): the log-odds of one fact are a bias and one weight for each trait, so
that each can be named. Equal figures have a card of their own: nine in ten of one story are one fact, of different ones one in seven.
`bench/scorecard.py` sets the weights and says how far they hold on stories they were not set on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from claimcheck.align.evidence import Weight
from claimcheck.align.score import Scored
from claimcheck.align.traits import Traits
from claimcheck.tables import load_tables

DATA: Final = Path(__file__).parent / "data"
EQUAL: Final = DATA / "equals.toml"
DIFFERENT: Final = DATA / "scorecard.toml"
BIAS: Final = "bias"
TOLD: Final = {
    "score_above_rivals": "beside what else could be meant",
    "words_above_rivals": "beside the words of what else could be meant",
    "equal_elsewhere": "whether either has met its equal",
    "words": "the words around both",
    "words_share": "how many of the words around both are shared",
    "near_words": "the words next to both",
    "near_words_share": "how many of the words next to both are shared",
    "sentences_share": "how much both sentences say alike",
    "log_ratio": "how far the numbers lie apart",
    "sharp_least": "how seldom such figures are met by chance",
}
OTHERWISE: Final = "how such pairs turned out in labelled stories"
LEAST_NAMED: Final = 0.05

Steps = tuple[tuple[float, ...], tuple[float, ...]]


def look_again(pair: Scored, traits: Traits) -> Scored:
    """Return the pair with the log-odds that its scorecard gives it; what the traits add to its own evidence is named."""
    bias, steps = card(EQUAL if pair.is_equal else DIFFERENT)
    found = {name: weights[bisect_right(bounds, traits[name])] for name, (bounds, weights) in steps.items()}
    total = bias + sum(found.values())
    named = [(TOLD[name], weight) for name, weight in found.items() if name in TOLD and abs(weight) >= LEAST_NAMED]
    rest = total - pair.score - sum(weight for _, weight in named)
    return replace(pair, weights=(*pair.weights, *_ranked(named), (OTHERWISE, rest)), first_score=pair.score)


def _ranked(weights: list[Weight]) -> list[Weight]:
    return sorted(weights, key=lambda one: -abs(one[1]))


@lru_cache(maxsize=2)
def card(path: Path) -> tuple[float, dict[str, Steps]]:
    """Return the bias of a card and the steps of each trait: bounds, and one weight more than bounds."""
    told = load_tables(path)
    steps = {name: (tuple(map(float, one["bounds"])), tuple(map(float, one["weights"]))) for name, one in told.items() if name != BIAS}
    return float(told[BIAS]), steps
