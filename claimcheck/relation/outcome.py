"""What the comparison of two quantities can say."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.values import dataclass


class Outcome(StrEnum):
    """What the numbers alone say."""

    SAME = "same"
    A_WIDER = "a_wider"
    B_WIDER = "b_wider"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Relation:
    """The rung that holds between two quantities, what it means, and how sure the numbers alone are (0 to 1).

    `rule` is the id of the tolerance or deadline that was asked, whether or not it was enough, or "".
    """

    outcome: Outcome
    rung: str
    certainty: float = 1.0
    rule: str = ""
