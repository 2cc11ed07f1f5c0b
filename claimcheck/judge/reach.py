"""How far the figure that a text shows may lie from the one it stands for."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.mention import Hedge
from claimcheck.model.quantity import Quantity
from claimcheck.values import dataclass

EXACT_BELOW = 1000  # contract: counts below 1,000 are exact
COARSE = Decimal("0.05")  # contract: a round number stands for what rounds to it within 5 %
ROUND_DIGITS = 2  # numbers of so few digits that are not zero may be round ones


@dataclass(frozen=True, slots=True)
class Reach:
    """A figure in base units, `number` as printed, and the lowest and highest that it may stand for.

    `least` and `closest` bound what it stands for by the digits shown alone, were it not a round number.
    """

    number: Decimal
    low: Decimal
    high: Decimal
    least: Decimal
    closest: Decimal

    @property
    def slack(self) -> Decimal:
        """How far up the figure reaches."""
        return self.high - self.number


def reach_of(claim: Claim) -> Reach | None:
    """Return what the one figure of a claim may stand for; None for bounds, ranges and vague counts."""
    low, high = claim.quantity.stated.low, claim.quantity.stated.high
    if not isinstance(low, Decimal) or low != high or claim.quantity.hedge not in (Hedge.EXACT, Hedge.ABOUT):
        return None
    return reach_at(claim.quantity, low)


def reach_at(quantity: Quantity, stated: Decimal) -> Reach:
    """Return what `stated`, an end of `quantity`, may stand for."""
    number = stated * quantity.factor
    is_exact = quantity.kind in ("count", "number") and abs(stated) < EXACT_BELOW and stated == stated.to_integral_value()
    shown = Decimal(0) if is_exact else quantity.step / 2 * quantity.factor
    slack = max(shown, _coarse_slack(stated, quantity.step) * quantity.factor)
    if quantity.hedge is Hedge.ABOUT:
        slack = max(slack, abs(number) * COARSE)
    return Reach(number, number - slack, number + slack, number - shown, number + shown)


def _coarse_slack(stated: Decimal, step: Decimal) -> Decimal:
    """Return the slack of a round number written out in full: 40,000, but not 40 million, whose digits count."""
    digits = stated.normalize().as_tuple()
    if abs(stated) < EXACT_BELOW or step > 1 or len(digits.digits) > ROUND_DIGITS or not isinstance(digits.exponent, int):
        return Decimal(0)
    return min(Decimal(5).scaleb(digits.exponent - 1), abs(stated) * COARSE)
