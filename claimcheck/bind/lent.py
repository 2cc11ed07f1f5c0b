"""A unit lent to a bare number, and what the number must be like to take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from claimcheck.bind.counted import COUNTS, choose_counted
from claimcheck.bind.scene import Scene, number_end
from claimcheck.bind.words import Hit
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Unit
from claimcheck.model.quantity import Quantity
from claimcheck.model.taxonomy import EARLIER

MOST = {"year": Decimal(120), "percent": Decimal(100)}
YEARS = (1900, 2100)


class Loan(NamedTuple):
    """What a bare number turns out to be in, and why; `scale` multiplies it, `per` is the period that it is told for."""

    unit: Unit
    why: str
    scale: Decimal = Decimal(1)
    per: str = ""


class Home(NamedTuple):
    """What a document is written in: its currency, and by the unit that they leave out the rates that amounts of it are told in.

    A rate is a unit per volume or area, with one value told in it.
    """

    currency: Unit | None = None
    rates: Mapping[str, tuple[Unit, Decimal]] = {}


def counted_in(quantity: Quantity, loan: Loan) -> Quantity:
    """Return a bare quantity in the unit lent to it; the bare one remains as a further reading.

    >>> from claimcheck.units import PERCENT
    >>> seven = Interval(Decimal(7), Decimal(7))
    >>> bare = Quantity(kind="number", dimension="number", unit="", stated=seven, interval=seven, base_unit="")
    >>> counted_in(bare, Loan(PERCENT, "")).unit
    'percent'
    """
    unit = loan.unit
    return replace(
        quantity,
        kind=unit.kind,
        dimension=unit.dimension,
        unit=unit.name,
        stated=_mapped(quantity, loan.scale, Decimal(0), is_meant=False),
        interval=_mapped(quantity, loan.scale * unit.factor, unit.offset, is_meant=True),
        base_unit=unit.base_name,
        factor=unit.factor,
        offset=unit.offset,
        step=quantity.step * loan.scale,
        others=(replace(quantity, others=()),),
        why=loan.why,
        per=loan.per,
    )


def _mapped(quantity: Quantity, factor: Decimal, offset: Decimal, *, is_meant: bool) -> Interval[Decimal]:
    ends = quantity.interval if is_meant else quantity.stated
    low, high = (_plain(end * factor + offset) if isinstance(end, Decimal) else None for end in (ends.low, ends.high))
    return Interval(low, high, ends.low_closed, ends.high_closed)


def _plain(number: Decimal) -> Decimal:
    """Return a whole number without decimals and exponent: 812500000, not 812500000.0."""
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if whole == number and (number.as_tuple().exponent != 0) else number


def is_bare(quantity: Quantity) -> bool:
    """Return whether a quantity is a count or number without a unit."""
    return quantity.kind in COUNTS and not quantity.unit


def value_of(scene: Scene, number: int) -> Decimal:
    """Return the larger end of a bare number."""
    stated = scene.quantities[number].stated
    ends = [end for end in (stated.low, stated.high) if isinstance(end, Decimal)]
    return max(ends, default=Decimal(0))


def is_counting(scene: Scene, number: int) -> bool:
    """Return whether a noun stands at the number that it counts; words such as "before" are none."""
    noun = choose_counted(scene, number)
    if not noun.is_attached:
        return False
    end = number_end(scene.mentions[number])
    concepts = scene.vocabulary.concepts
    earlier = [hit for hit in scene.hits("qualifier") if hit.id == EARLIER or EARLIER in concepts[hit.id].is_a]
    return not any(end <= hit.start < noun.end for hit in earlier)


def words_between(scene: Scene, begin: int, end: int) -> tuple[str, ...]:
    """Return the words that begin in a stretch of the view."""
    return scene.line.words[scene.line.count_before(begin) : scene.line.count_before(end)]


def unit_like(quantity: Quantity) -> Unit:
    """Return the unit that a quantity is in."""
    return Unit(quantity.kind, quantity.unit, quantity.dimension, quantity.base_unit, quantity.factor, quantity.offset)


def is_plausible(scene: Scene, number: int, unit: str) -> bool:
    """Return whether a bare number may be a share or an age, where the unit is that of one."""
    value = value_of(scene, number)
    return value <= MOST.get(unit, value)


def is_year(scene: Scene, number: int) -> bool:
    """Return whether a bare number may be a year: four digits as they stand."""
    low, high = YEARS
    mention = scene.mentions[number]
    digits = scene.line.text[mention.start : number_end(mention)].strip()
    return digits.isdigit() and low <= value_of(scene, number) < high


def is_of_counts(scene: Scene, hit: Hit) -> bool:
    """Return whether a concept is a thing that is counted, or an attribute of nothing but counts: dead, customers."""
    return hit.role == "counted" or (hit.role == "attribute" and scene.vocabulary.concepts[hit.id].kinds == ("count",))
