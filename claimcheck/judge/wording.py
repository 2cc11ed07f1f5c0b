"""Figures and reasons in words a desk editor understands."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity

SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
RUNGS = {
    "equal": "both say {a}",
    "rounding": "{a} and {b} are one number, rounded differently",
    "coarse-rounding": "{a} and {b} are one number, one of them rounded coarsely",
    "converted": "{a} and {b} are the same amount at the exchange rate",
    "bound": "{wide} leaves room for {narrow}",
    "range": "{wide} holds {narrow}",
    "vague": "{wide} is the vaguer form of {narrow}",
    "wider-period": "{wide} is the wider period around {narrow}",
    "wider-noun": "the numbers fit, and {wide} counts the wider kind of thing",
    "disjoint": "{a} and {b} cannot both be right",
    "scale-slip": "{a} and {b} differ by a factor of {factor}: a slip between scale words is likely",
    "swapped-digits": "{a} and {b} have the same digits in another order: a slip of the keyboard is likely",
}


def say_number(number: Decimal) -> str:
    """Return a number as a reader says it.

    >>> say_number(Decimal("38000000000")), say_number(Decimal("4.50"))
    ('38 billion', '4.5')
    """
    for size, name in SCALES:
        if abs(number) >= size:
            return f"{_plain(number / size)} {name}"
    return _plain(number)


def _plain(number: Decimal) -> str:
    rounded = round(number, 4).normalize()
    return f"{rounded:,f}"


def say_quantity(quantity: Quantity) -> str:
    """Return what a quantity states, in English, with its unit: "more than 500,000", "7 year"."""
    stated = quantity.stated
    unit = f" {quantity.unit}" if quantity.unit and quantity.kind not in ("date", "time") else ""
    if quantity.unit == "percent":
        unit = " percentage points" if quantity.dimension == "percentage_point" else " %"
    if stated.low is not None and stated.low == stated.high:
        return f"{_say_end(stated.low)}{unit}"
    if stated.low is None:
        return f"up to {_say_end(stated.high)}{unit}"
    if stated.high is None:
        return f"{_say_end(stated.low)}{unit} or more"
    return f"{_say_end(stated.low)} to {_say_end(stated.high)}{unit}"


def say_interval(interval: Interval[Decimal] | Interval[date] | Interval[time], unit: str) -> str:
    """Return an interval in mathematical brackets with its unit: "[37.5 billion, 38.5 billion) USD"."""
    left = "[" if interval.low is not None and interval.low_closed else "("
    right = "]" if interval.high is not None and interval.high_closed else ")"
    low = "-∞" if interval.low is None else _say_end(interval.low)
    high = "∞" if interval.high is None else _say_end(interval.high)
    return f"{left}{low}, {high}{right} {unit}".rstrip()


def _say_end(end: Decimal | date | time | None) -> str:
    if isinstance(end, Decimal):
        return say_number(end)
    return "" if end is None else end.isoformat()


def say_reason(rung: str, a: Claim, b: Claim, *, wide: Claim | None = None, factor: str = "") -> str:
    """Return the reason of a rung with the figures as written."""
    narrow = b if wide is a else a
    ours, theirs = f"“{a.text}”", f"“{b.text}”"
    words = RUNGS.get(rung, "{a} beside {b}")
    return words.format(a=ours, b=theirs, wide=f"“{wide.text}”" if wide else ours, narrow=f"“{narrow.text}”", factor=factor)
