"""From one reading to a quantity: its stated interval in the unit, its meaning in the base unit."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.mention import ClockReading, DateReading, NumberReading, Numeral, Reading, Unit
from claimcheck.model.quantity import Quantity
from claimcheck.normalise.precision import meant, step_of

_ONE = Decimal(1)


def quantity_of(reading: Reading) -> Quantity:
    """Return what a reading means."""
    if isinstance(reading, NumberReading):
        return _number(reading)
    if isinstance(reading, DateReading):
        days = Interval(reading.low, reading.high)
        return Quantity(
            kind="date", dimension="date", unit="date", stated=days, interval=days, base_unit="date",
            hedge=reading.hedge, yearless=reading.yearless, why=reading.why,
        )  # fmt: skip
    return _clock(reading)


def _clock(reading: ClockReading) -> Quantity:
    times = Interval(reading.low, reading.high)
    return Quantity(
        kind="time", dimension="clock", unit="clock", stated=times, interval=times, base_unit="clock",
        hedge=reading.hedge, zone=reading.zone, why=reading.why,
    )  # fmt: skip


def _number(reading: NumberReading) -> Quantity:
    unit, low, high = reading.unit, reading.low, reading.high
    if low is not high and low is not None and high is not None and low.value > high.value:
        low, high = high, low
    first = plain(low)
    stated = Interval(first, first if high is low else plain(high))
    return Quantity(
        kind="temperature" if unit.kind == "temperature change" else unit.kind,
        dimension=unit.dimension,
        unit=unit.name,
        stated=stated,
        interval=_in_base(meant(low, high, reading.hedge), unit),
        base_unit=unit.base_name,
        factor=unit.factor,
        offset=unit.offset,
        hedge=reading.hedge,
        step=_step(low, high),
        signed=reading.signed,
        why=reading.why,
    )


def plain(numeral: Numeral | None) -> Decimal | None:
    """Return the value without an exponent: 38 billion, not 38E+9."""
    if numeral is None:
        return None
    if numeral.exponent >= 0:
        return Decimal(numeral.significand * 10**numeral.exponent)
    return numeral.value


def _step(low: Numeral | None, high: Numeral | None) -> Decimal:
    if low is None or high is None:
        numeral = low or high
        return _NONE if numeral is None else step_of(numeral)
    return step_of(low) if low.exponent <= high.exponent else step_of(high)


_NONE = Decimal(0)


def _in_base(interval: Interval[Decimal], unit: Unit) -> Interval[Decimal]:
    if unit.factor == _ONE and not unit.offset:
        return interval
    low = None if interval.low is None else interval.low * unit.factor + unit.offset
    high = None if interval.high is None else interval.high * unit.factor + unit.offset
    return Interval(low, high, interval.low_closed, interval.high_closed)
