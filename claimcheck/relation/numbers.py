"""How two numbers of one fact relate: equal, rounded, bounded, held by a range, or apart."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.mention import Hedge
from claimcheck.model.quantity import Quantity
from claimcheck.relation.outcome import Outcome, Relation
from claimcheck.values import dataclass

COARSE_SHARE = Decimal("0.05")  # contract: a round number agrees with one that rounds to it within 5 %
EXACT_BELOW = 1000  # contract: counts below 1,000 are exact
ALMOST_SHARE = Decimal("0.9")  # "almost 8" reaches down to here


@dataclass(frozen=True, slots=True)
class Ends:
    """A quantity in base units: its stated ends, the step of its last digit and how it was softened.

    `round_step` is the step of its last digit that is not zero.
    """

    low: Decimal | None
    high: Decimal | None
    step: Decimal
    round_step: Decimal
    hedge: Hedge
    is_count: bool

    @property
    def is_bound(self) -> bool:
        """True where one end is open."""
        return (self.low is None) != (self.high is None)

    @property
    def is_spread(self) -> bool:
        """True where both ends are given and differ: a range or a vague count."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def number(self) -> Decimal:
        """The one number that stands in the text; the middle of a spread."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends, Decimal(0)) / len(ends) if ends else Decimal(0)


def ends_of(quantity: Quantity, factor: Decimal = Decimal(1)) -> Ends:
    """Return the ends of a number quantity in base units, times `factor` (a currency's rate)."""
    low, high = _decimal(quantity.stated.low), _decimal(quantity.stated.high)
    unit_low, unit_high = _base_ends(quantity, low, high)
    scale = _scale(quantity)
    shown = [abs(end) for end in (low, high) if end is not None]
    zero_step = max((_round_step(end) for end in shown), default=Decimal(1))
    step = quantity.step or zero_step
    return Ends(
        low=None if unit_low is None else unit_low * factor,
        high=None if unit_high is None else unit_high * factor,
        step=abs(step * scale * factor),
        round_step=abs(max(zero_step, step) * scale * factor),
        hedge=quantity.hedge,
        is_count=quantity.kind in ("count", "number"),
    )


def relate_ends(a: Ends, b: Ends, *, tenths: bool, about: Decimal) -> Relation:
    """Return how two sets of ends relate; the first rung that holds decides."""
    if a.low == b.low and a.high == b.high and not (a.is_spread and a.hedge is not b.hedge):
        return Relation(Outcome.SAME, "equal")
    if a.is_spread or b.is_spread:
        return _relate_spread(a, b)
    same = _relate_points(a, b, tenths=tenths)
    if same is not None:
        return same
    if a.is_bound or b.is_bound:
        return _relate_bounds(a, b)
    return _relate_hedged(a, b, about)


def _relate_points(a: Ends, b: Ends, *, tenths: bool) -> Relation | None:
    """Return agreement by equality or rounding of the numbers that stand in the text, or None."""
    difference = abs(a.number - b.number)
    if difference == 0:
        return Relation(Outcome.SAME, "equal")
    exact_counts = a.is_count and b.is_count and max(a.number, b.number) < EXACT_BELOW and _is_whole(a.number) and _is_whole(b.number)
    if exact_counts and not tenths:
        return None
    if difference * 2 <= max(a.step, b.step):
        return Relation(Outcome.SAME, "rounding", 0.97)
    if tenths and difference * 2 <= 1 and (_is_whole(a.number) or _is_whole(b.number)):
        return Relation(Outcome.SAME, "rounding", 0.9)
    larger = max(abs(a.number), abs(b.number))
    coarser = max(a.round_step, b.round_step)
    if difference * 2 < coarser and difference <= COARSE_SHARE * larger:
        return Relation(Outcome.SAME, "coarse-rounding", 0.8)
    return None


def _relate_bounds(a: Ends, b: Ends) -> Relation:
    """Return how a bound relates to a point or another bound; numbers that agree were handled before."""
    if a.is_bound and b.is_bound:
        if (a.low is None) == (b.low is None):
            return Relation(Outcome.APART, "disjoint")
        lower, upper = (a, b) if a.low is not None else (b, a)
        fits = lower.low is not None and upper.high is not None and lower.low <= upper.high
        return Relation(Outcome.A_WIDER, "bound", 0.6) if fits else Relation(Outcome.APART, "disjoint")
    bound, point, wider = (a, b, Outcome.A_WIDER) if a.is_bound else (b, a, Outcome.B_WIDER)
    if bound.hedge is Hedge.ALMOST and bound.high is not None:
        holds = bound.high * ALMOST_SHARE <= point.number <= bound.high
    else:
        holds = (bound.low is None or bound.low <= point.number) and (bound.high is None or point.number <= bound.high)
    return Relation(wider, "bound") if holds else Relation(Outcome.APART, "disjoint")


def _relate_spread(a: Ends, b: Ends) -> Relation:
    """Return how a range or vague count relates to anything."""
    rung = "vague" if Hedge.VAGUE in (a.hedge, b.hedge) else "range"
    if a.low == b.low and a.high == b.high:
        return Relation(Outcome.SAME, "equal")
    if _holds(a, b):
        return Relation(Outcome.A_WIDER, rung)
    if _holds(b, a):
        return Relation(Outcome.B_WIDER, rung)
    if _meets(a, b):
        wider = Outcome.A_WIDER if _width(a) >= _width(b) else Outcome.B_WIDER
        return Relation(wider, rung, 0.6)
    return Relation(Outcome.APART, "disjoint")


def _relate_hedged(a: Ends, b: Ends, about: Decimal) -> Relation:
    """Return whether "about" or "almost" reaches the other number."""
    for soft, other, wider in ((a, b, Outcome.A_WIDER), (b, a, Outcome.B_WIDER)):
        reach = abs(soft.number) * about
        if soft.hedge is Hedge.ABOUT and abs(soft.number - other.number) <= reach:
            return Relation(wider, "vague", 0.7)
        if soft.hedge is Hedge.ALMOST and soft.number * ALMOST_SHARE <= other.number <= soft.number:
            return Relation(wider, "bound", 0.7)
    return Relation(Outcome.APART, "disjoint")


def _decimal(end: object) -> Decimal | None:
    return end if isinstance(end, Decimal) else None


def _base_ends(quantity: Quantity, low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """Return the stated ends in the base unit, read off the interval's own scale."""
    scale, offset = _scale(quantity), quantity.offset
    return (None if low is None else low * scale + offset), (None if high is None else high * scale + offset)


def _scale(quantity: Quantity) -> Decimal:
    return quantity.factor


def _round_step(number: Decimal) -> Decimal:
    """Return the step of the last digit that is not zero: 10,000 for 40,000."""
    if number == 0:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _holds(outer: Ends, inner: Ends) -> bool:
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    return low and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


def _meets(a: Ends, b: Ends) -> bool:
    below = a.high is not None and b.low is not None and a.high < b.low
    above = b.high is not None and a.low is not None and b.high < a.low
    return not (below or above)


def _width(ends: Ends) -> Decimal:
    return Decimal("Infinity") if ends.low is None or ends.high is None else ends.high - ends.low
