"""How two quantities of one fact relate, as numbers, days or clock times: the lower half of the ladder.

The rules are those of docs/contract.md ("Verdicts"): stated numbers decide, whatever the hedge; the coarser of two
figures sets how far rounding reaches; bounds are inclusive. `align` weighs the same relation that `judge` reports, so
it lies below both.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.model.quantity import Quantity
from claimcheck.relation.days import relate_clocks, relate_dates
from claimcheck.relation.numbers import ends_of, relate_ends
from claimcheck.relation.outcome import Outcome, Relation

__all__ = ["Outcome", "Relation", "relate", "relate_at"]


def relate(a: Quantity, b: Quantity, *, rate: Decimal | None = None, tenths: bool = False, about: Decimal = Decimal("0.05")) -> Relation:
    """Return how `a` and `b` relate.

    `rate` converts amounts of `a` into the currency of `b`; `tenths` tells that the scale is usually given in tenths, so
    that a whole may stand for its tenths; `about` is how far, as a share, the word "about" reaches.
    """
    if a.kind == "date":
        return relate_dates(a, b)
    if a.kind == "time":
        return relate_clocks(a, b)
    return relate_ends(ends_of(a, rate or Decimal(1)), ends_of(b), tenths=tenths, about=about)


def relate_at(a: Quantity, b: Quantity, day: date | None, *, tenths: bool = False) -> Relation | None:
    """Return how `a` and `b` relate on `day`, currencies converted; None where no rate is known."""
    if a.kind == "money" and a.unit != b.unit:
        from claimcheck.relation.money import relate_money  # noqa: PLC0415 - the table of rates is large and seldom needed

        return relate_money(a, b, day)
    return relate(a, b, tenths=tenths)
