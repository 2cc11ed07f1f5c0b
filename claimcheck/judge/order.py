"""Which of two claims of one fact is the older one, and how that is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from claimcheck.model.claim import Claim, Modality
from claimcheck.model.interval import Interval
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.values import dataclass

MOVING = frozenset(
    ["money", "count", "percent", "number", "area", "energy", "power", "ratio"]
)  # kinds of figures that move as things go on
FUTURE = frozenset(["forecast", "target", "offered"])  # qualifiers of what is still to come
LONG_APART = 3  # days between two articles from which such figures have rather moved than been misread
UNSTAGED = 2.5  # between partial counts (2) and what corrects a figure (3)
Days = Mapping[str, Interval[date] | None]


class Order(StrEnum):
    """The order of two claims in time."""

    A_FIRST = "a_first"
    B_FIRST = "b_first"
    UNKNOWN = "unknown"  # the fact is known to change, and nothing shows which is the older
    UNSAID = "unsaid"  # a plan and something else than a plan, and nothing shows that the one became the other
    NONE = "none"  # nothing suggests two times


@dataclass(frozen=True, slots=True)
class Ordering:
    """The order, the rung it belongs to and the words that show it."""

    order: Order
    rung: str = ""
    how: str = ""


def order_of(  # noqa: PLR0913 - what shows an order
    a: Claim, b: Claim, days: Days, taxonomy: Taxonomy, *, is_one_telling: bool = False, is_apart: bool = True, later: str = ""
) -> Ordering:
    """Return which of `a` and `b` is the older: by "as of", by what one is held against, by plan and outcome, by who tells both, by stages, by dates of what changes.

    `is_one_telling` tells that both repeat one bulletin, or are plans both: then only dates make two times of it. `is_apart` tells
    that neither figure holds the other. `later` is the id of the one whose article tells both figures.
    """
    if a.as_of and b.as_of and not a.as_of.meets(b.as_of):
        return _by(a.as_of, b.as_of, "later", "as of {} against as of {}")
    if taxonomy.is_earlier(a.qualifiers) != taxonomy.is_earlier(b.qualifiers):
        return _held_against(a, b, taxonomy)
    if (a.modality is Modality.PLANNED) != (b.modality is Modality.PLANNED) and not is_one_telling:
        return _plan_and_outcome(a, b, days, taxonomy)
    if later and not _is_older(later, a, b, days):
        return Ordering(Order.A_FIRST if later == b.id else Order.B_FIRST, "later", "the newer article gives the older figure, too")
    stages = taxonomy.stage(a.qualifiers), taxonomy.stage(b.qualifiers)
    if stages[0] != stages[1]:
        first = Order.A_FIRST if _place(stages[0]) < _place(stages[1]) else Order.B_FIRST
        return Ordering(first, "later", "one is an earlier stage of the other")
    moves = changes(a, b, taxonomy)
    may_move = is_apart and not is_one_telling and _may_move(a, b, days)
    return _by_dates(a, b, days, moves=moves, may_move=may_move, is_one_telling=is_one_telling)


def _by_dates(a: Claim, b: Claim, days: Days, *, moves: bool, may_move: bool, is_one_telling: bool) -> Ordering:
    """Return the order that the dates show of what changes, or may."""
    ours, theirs = a.as_of or days.get(a.document), b.as_of or days.get(b.document)
    are_dated_apart = bool(ours and theirs and not ours.meets(theirs))
    if not moves and not (are_dated_apart and may_move):
        return Ordering(Order.NONE)
    if ours and theirs and are_dated_apart:
        return _by(ours, theirs, "later", "dated {} against {}")
    if is_one_telling:
        return Ordering(Order.NONE)
    return Ordering(Order.UNKNOWN, "order-unknown", "the figure moves with time, and nothing shows which is the newer")


def _may_move(a: Claim, b: Claim, days: Days) -> bool:
    """Return whether two figures may be of something that moves; days and sizes stand still.

    They may where nothing says what one is of, where it is to come, and where days lie between the articles. On labelled stories such
    figures of articles of two days were updates in two of three cases, and in 19 of 26 where more than three days lay between;
    those that are told of something known, by articles of the same days, and days and hours, were contradictions.
    """
    is_unsaid = a.attribute is None or b.attribute is None
    is_open = is_unsaid or any(_is_of_the_future(claim) for claim in (a, b)) or _are_long_apart(days.get(a.document), days.get(b.document))
    return a.quantity.kind in MOVING and is_open


def _are_long_apart(ours: Interval[date] | None, theirs: Interval[date] | None) -> bool:
    return bool(ours and theirs and not ours.meets(theirs) and abs((_day(ours) - _day(theirs)).days) > LONG_APART)


def _is_of_the_future(claim: Claim) -> bool:
    return claim.modality is Modality.PLANNED or not FUTURE.isdisjoint(claim.qualifiers)


def _is_older(later: str, a: Claim, b: Claim, days: Days) -> bool:
    """Return whether the dates deny that `later` is the newer claim."""
    newer, older = (a, b) if later == a.id else (b, a)
    ours, theirs = days.get(newer.document), days.get(older.document)
    return bool(ours and theirs and not ours.meets(theirs) and _day(ours) < _day(theirs))


def _place(stage: int) -> float:
    """Return where a stage stands in time; a figure that names none comes behind first estimates and before what corrects them."""
    return stage or UNSTAGED


def _held_against(a: Claim, b: Claim, taxonomy: Taxonomy) -> Ordering:
    """Return that the value which a current one was held against ("up from 41") is the older, of a fact that changes.

    Of one that does not, or of the figures of single months, the two are of different times and neither corrects the other.
    """
    stages = taxonomy.stage(a.qualifiers), taxonomy.stage(b.qualifiers)
    if not changes(a, b, taxonomy) and not any(stages):
        return Ordering(Order.UNSAID)
    first = Order.A_FIRST if taxonomy.is_earlier(a.qualifiers) else Order.B_FIRST
    return Ordering(first, "later", "one is told as the earlier value")


def _plan_and_outcome(a: Claim, b: Claim, days: Days, taxonomy: Taxonomy) -> Ordering:
    """Return that the plan came first, where dates do not deny it and something shows that the other is what came of it.

    That one sentence says "will" and the other does not shows little: languages put plans in many ways, and a price that
    will be asked is the price. So it takes a fact that changes, or dates in this order.
    """
    plan, outcome = (a, b) if a.modality is Modality.PLANNED else (b, a)
    said, came = days.get(plan.document), days.get(outcome.document)
    are_apart = bool(said and came and not said.meets(came))
    is_later = are_apart and said is not None and came is not None and _day(said) < _day(came)
    if not is_later and (are_apart or outcome.modality is Modality.DENIED or not changes(a, b, taxonomy)):
        return Ordering(Order.UNSAID)
    first = Order.A_FIRST if plan is a else Order.B_FIRST
    return Ordering(first, "later-estimate", "one is a plan or forecast, the other what came of it")


def changes(a: Claim, b: Claim, taxonomy: Taxonomy) -> bool:
    """Return whether what both claims give is known to move with time."""
    return taxonomy.moves(a.attribute, a.counted, b.attribute, b.counted)


def _by(ours: Interval[date], theirs: Interval[date], rung: str, words: str) -> Ordering:
    earlier = _day(ours) < _day(theirs)
    return Ordering(Order.A_FIRST if earlier else Order.B_FIRST, rung, words.format(_day(ours), _day(theirs)))


def _day(days: Interval[date]) -> date:
    return days.high or days.low or date.min
