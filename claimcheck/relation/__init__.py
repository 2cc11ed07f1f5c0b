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
    return relate_ends(ends_of(a, rate or Decimal(1)), ends_of(b), tenths=tenths, about=about)


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
