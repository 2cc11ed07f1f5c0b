"""What a document is written in: the currency of its bare amounts, and the rates that it leaves unsaid once it has told them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from claimcheck.bind.lent import Home, Loan, counted_in, is_bare, unit_like
from claimcheck.bind.material import Material
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Unit
from claimcheck.model.quantity import Quantity
from claimcheck.units import money_unit

RATED = ("[mass]", "[volume]")
DIVISORS = ("[volume]", "[area]")
TIMES = 20  # at most so many times another of the same rate is one


def home_of(material: Material) -> Home:
    """Return the currency that most amounts of a document are in, and the rates per volume and area that it tells.

    Amounts that only repeat another in a second currency are left aside.
    """
    told: Counter[str] = Counter()
    rates: dict[str, tuple[Unit, Decimal]] = {}
    for mention, quantity in zip(material.mentions, material.quantities, strict=True):
        size, (measure, _, divisor) = quantity.stated.high or quantity.stated.low, quantity.dimension.partition(" / ")
        if quantity.kind == "money" and not divisor and mention.converts < 0 and not is_borrowed_money(quantity):
            told[quantity.unit] += 1
        elif measure in RATED and divisor in DIVISORS and isinstance(size, Decimal):
            rates.setdefault(quantity.unit.partition(" / ")[0], (unit_like(quantity), size))
    return Home(money_unit(told.most_common(1)[0][0]) if told else None, rates)


def per_rate(quantity: Quantity, rate: Unit, size: Decimal) -> Quantity:
    """Return an amount as the rate that it leaves unsaid, where it is of its size: "12 µg per cubic metre; others found 48 µg"."""
    value = quantity.stated.high or quantity.stated.low
    if not isinstance(value, Decimal) or not size / TIMES <= value <= size * TIMES:
        return quantity
    bare = replace(quantity, interval=_divided(quantity, quantity.factor))
    return replace(counted_in(bare, Loan(rate, f"per {rate.name.partition(' / ')[2]}, like others of the text")), others=(quantity,))


def _divided(quantity: Quantity, factor: Decimal) -> Interval[Decimal]:
    ends = quantity.interval
    low, high = (end / factor if isinstance(end, Decimal) else None for end in (ends.low, ends.high))
    return Interval(low, high, ends.low_closed, ends.high_closed)


def is_borrowed_money(quantity: Quantity) -> bool:
    """Return whether an amount has its currency from its neighbours, and could be a count."""
    return quantity.kind == "money" and bool(quantity.others) and bool(quantity.why) and is_bare(quantity.others[-1])
