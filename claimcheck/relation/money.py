"""How two amounts in different currencies relate, at the day's rate or within the rates of five years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from claimcheck.model.quantity import Quantity
from claimcheck.rates import rate, rate_span
from claimcheck.relation.numbers import Ends, ends_of, relate_ends
from claimcheck.relation.outcome import Outcome, Relation

SPAN_SLACK = Decimal("0.02")


def relate_money(a: Quantity, b: Quantity, day: date | None, *, slack: Decimal) -> Relation | None:
    """Return how `a` and `b` relate after conversion, or None where no rate is known.

    With a `day`, amounts agree within the share `slack` at its rate; without one, when any rate of the last five years makes
    them equal.
    """
    if day is not None:
        known = rate(a.unit, b.unit, day)
        if known is not None:
            return _relate_at(a, b, known, slack)
    span = rate_span(a.unit, b.unit, until=day)
    if span is None:
        return None
    low, high = _amount(ends_of(a, span[0])), _amount(ends_of(a, span[1]))
    other = ends_of(b)
    reach = other.step / 2 + abs(other.number) * SPAN_SLACK
    if low - reach <= other.number <= high + reach:
        return Relation(Outcome.SAME, "converted", 0.8)
    return _relate_at(a, b, span[1] if other.number > high else span[0], slack)


def _relate_at(a: Quantity, b: Quantity, known: Decimal, slack: Decimal) -> Relation:
    ours, theirs = ends_of(a, known), ends_of(b)
    reach = max(abs(ours.number), abs(theirs.number)) * slack
    if abs(ours.number - theirs.number) <= reach + max(ours.step, theirs.step) / 2:
        return Relation(Outcome.SAME, "converted", 0.9)
    return relate_ends(replace(ours, step=reach), theirs, tenths=False, about=Decimal("0.05"))


def _amount(ends: Ends) -> Decimal:
    return ends.number
