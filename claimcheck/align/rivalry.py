"""Which different figures may be rivals for one fact at all.

Of the pairs that all other evidence speaks for, those that are far apart, or that stand in a row of figures of their kind,
were rivals in two of five cases on labelled stories; near and lonely ones, and those narrowed by the same word, in nine of
ten (docs/verdicts.md). Slips of a digit or a scale are far apart by their nature.
"""

from __future__ import annotations

from claimcheck.align.evidence import NEAR_NUMBERS, shared_qualifiers
from claimcheck.align.groups import Group
from claimcheck.align.slips import ratio_of, slip_weight, swap_weight
from claimcheck.model.taxonomy import Taxonomy


def is_likely_rival(a: Group, b: Group, taxonomy: Taxonomy) -> bool:
    """Return whether two different figures are near and alone of their kind, narrowed alike, or one a slip of the other."""
    if shared_qualifiers(a, b, taxonomy) or swap_weight(a.quantity, b.quantity) or slip_weight(a.quantity, b.quantity):
        return True
    ratio = ratio_of(a, b)
    is_near = ratio is None or ratio <= NEAR_NUMBERS
    return is_near and a.company.crowd <= 1 and b.company.crowd <= 1
