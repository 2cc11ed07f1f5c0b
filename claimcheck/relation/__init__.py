"""How two quantities of one fact relate, as numbers, days or clock times: the lower half of the ladder.

The rules are those of docs/contract.md ("Verdicts"): stated numbers decide, whatever the hedge; the coarser of two
figures sets how far rounding reaches; bounds are inclusive. `align` weighs the same relation that `judge` reports, so
it lies below both.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from claimcheck.model.mention import Hedge
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Rule
from claimcheck.relation.allowance import allow, allowance_of, reaches_about
from claimcheck.relation.days import relate_clocks, relate_dates
from claimcheck.relation.numbers import ends_of, relate_ends
from claimcheck.relation.outcome import Outcome, Relation

__all__ = ["Outcome", "Relation", "allowance_of", "relate", "relate_at"]

ABOUT_REACHES = Decimal("0.05")
UNIT_SLACK = Decimal("0.025")  # what a writer rounds off who turns miles into kilometres
DAY_SLACK = Decimal("0.03")  # a desk converts at the rate of some hour, some day of the week


def relate(a: Quantity, b: Quantity, *, rate: Decimal | None = None, tenths: bool = False, about: Decimal = ABOUT_REACHES) -> Relation:
    """Return how `a` and `b` relate.

    `rate` converts amounts of `a` into the currency of `b`; `tenths` tells that the scale is usually given in tenths, so
    that a whole may stand for its tenths; `about` is how far, as a share, the word "about" reaches.
    """
    if a.kind == "date":
        return relate_dates(a, b)
    if a.kind == "time":
        return relate_clocks(a, b)
    relation = relate_ends(ends_of(a, rate or Decimal(1)), ends_of(b), tenths=tenths, about=about)
    if relation.outcome is not Outcome.SAME and _are_of_other_systems(a, b) and _are_near(a, b):
        return Relation(Outcome.SAME, "converted", 0.8)
    return relation


def _are_of_other_systems(a: Quantity, b: Quantity) -> bool:
    """Return whether one figure is in miles and the other in kilometres, say: not a power of ten apart."""
    if a.unit == b.unit or not a.factor or not b.factor or a.offset != b.offset:
        return False
    return (a.factor / b.factor).normalize().as_tuple().digits != (1,)


def _are_near(a: Quantity, b: Quantity) -> bool:
    """Return whether both ends lie as near as a conversion rounded to fives leaves them: 85 mph are told as 135 km/h."""
    ours, theirs = ends_of(a), ends_of(b)
    if not ours.is_spread and not theirs.is_spread:  # "up to 135 km/h" and "85 mph" state one number, whatever the hedge
        pairs: list[tuple[Decimal | None, Decimal | None]] = [(ours.number, theirs.number)]
    else:
        pairs = [(ours.low, theirs.low), (ours.high, theirs.high)]
    if any((one is None) != (other is None) for one, other in pairs):
        return False
    return all(one is None or other is None or abs(one - other) <= UNIT_SLACK * max(abs(one), abs(other)) for one, other in pairs)


def relate_at(a: Quantity, b: Quantity, day: date | None, *, tenths: bool = False, rule: Rule | None = None) -> Relation | None:
    """Return how `a` and `b` relate on `day`, currencies converted; None where no rate is known.

    `rule` is the tolerance or deadline for the two (`allowance_of`); the relation names it where it was asked.
    """
    about = reaches_about(rule)
    if a.kind == "money" and a.unit != b.unit:
        from claimcheck.relation.money import relate_money  # noqa: PLC0415 - the table of rates is large and seldom needed

        wider = rule.relative if rule is not None and not rule.hedges else None
        relation = relate_money(a, b, day, slack=max(DAY_SLACK, wider or DAY_SLACK))
    else:
        relation = relate(a, b, tenths=tenths, about=ABOUT_REACHES if about is None else about)
    if rule is None or relation is None or relation.outcome is Outcome.SAME:
        return relation
    if relation.outcome is Outcome.APART:
        return allow(a, b, rule) or replace(relation, rule=rule.id)
    if about is not None and relation.rung == "vague" and Hedge.VAGUE not in (a.hedge, b.hedge):
        return replace(relation, rung="tolerance", rule=rule.id)
    return relation
