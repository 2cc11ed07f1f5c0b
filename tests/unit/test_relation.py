"""The lower half of the ladder: the examples of the contract, both ways round."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from claimcheck.model.interval import Interval
from claimcheck.model.mention import YEARLESS, Hedge
from claimcheck.model.quantity import Quantity
from claimcheck.relation import Outcome, relate, relate_at

LOW, HIGH = {Hedge.AT_LEAST, Hedge.MORE_THAN}, {Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.ALMOST}
MIRROR = {Outcome.SAME: Outcome.SAME, Outcome.APART: Outcome.APART, Outcome.A_WIDER: Outcome.B_WIDER, Outcome.B_WIDER: Outcome.A_WIDER}


def number(text: str, hedge: Hedge = Hedge.EXACT, *, kind: str = "other", unit: str = "", to: str = "") -> Quantity:
    low, high = Decimal(text), Decimal(to or text)
    exponent = low.as_tuple().exponent
    assert isinstance(exponent, int)
    stated = Interval(None if hedge in HIGH else low, None if hedge in LOW else high)
    return Quantity(
        kind=kind,
        dimension=kind,
        unit=unit,
        stated=stated,
        interval=stated,
        base_unit=unit,
        hedge=Hedge.RANGE if to else hedge,
        step=Decimal(1).scaleb(exponent),
    )


def day(low: date | None, high: date | None, *, yearless: bool = False) -> Quantity:
    stated = Interval(low, high)
    return Quantity(kind="date", dimension="date", unit="date", stated=stated, interval=stated, base_unit="date", yearless=yearless)


def clock(hour: int, minute: int, second: int = 0) -> Quantity:
    stated = Interval(time(hour, minute, second), time(hour, minute, second))
    return Quantity(kind="time", dimension="time", unit="clock", stated=stated, interval=stated, base_unit="clock")


NUMBERS = [
    (number("38E9"), number("38000E6"), Outcome.SAME, "equal"),
    (number("840", Hedge.AT_LEAST, kind="count"), number("840", kind="count"), Outcome.SAME, "equal"),
    (number("7.9E9"), number("8E9", Hedge.ALMOST), Outcome.SAME, "rounding"),
    (number("1.2"), number("1"), Outcome.SAME, "rounding"),
    (number("2.74E6"), number("2.7E6"), Outcome.SAME, "rounding"),
    (number("2.55"), number("2.6"), Outcome.SAME, "rounding"),
    (number("2.55"), number("2.5"), Outcome.SAME, "rounding"),
    (number("40000", kind="count"), number("38500", kind="count"), Outcome.SAME, "coarse-rounding"),
    (number("12.4E9"), number("12.9E9"), Outcome.APART, "disjoint"),
    (number("4.1E6"), number("4.2E6"), Outcome.APART, "disjoint"),
    (number("7", kind="count"), number("8", kind="count"), Outcome.APART, "disjoint"),
    (number("230", kind="count"), number("232", kind="count"), Outcome.APART, "disjoint"),
    (number("60000", kind="count"), number("55000", kind="count"), Outcome.APART, "disjoint"),
    (number("500", Hedge.AT_LEAST, kind="count"), number("512", kind="count"), Outcome.A_WIDER, "bound"),
    (number("500", Hedge.AT_LEAST, kind="count"), number("480", kind="count"), Outcome.APART, "disjoint"),
    (number("40", Hedge.MORE_THAN, kind="count"), number("55", Hedge.ABOUT, kind="count"), Outcome.A_WIDER, "bound"),
    (number("4.3E6", Hedge.MORE_THAN), number("3.5E6", Hedge.MORE_THAN), Outcome.APART, "disjoint"),
    (number("10E6", Hedge.AT_MOST), number("18.8E6"), Outcome.APART, "disjoint"),
    (number("135E6", to="150E6"), number("135E6", to="140E6"), Outcome.A_WIDER, "range"),
    (number("135E6", to="150E6"), number("135E6"), Outcome.A_WIDER, "range"),
    (number("135E6", to="150E6"), number("160E6"), Outcome.APART, "disjoint"),
    (number("2", Hedge.AT_LEAST, kind="duration"), number("7", kind="duration"), Outcome.A_WIDER, "bound"),
]


@pytest.mark.parametrize(("a", "b", "outcome", "rung"), NUMBERS)
def test_numbers_relate_as_the_contract_says(a: Quantity, b: Quantity, outcome: Outcome, rung: str) -> None:
    relation = relate(a, b)
    assert (relation.outcome, relation.rung) == (outcome, rung)


@pytest.mark.parametrize(("a", "b", "outcome", "rung"), NUMBERS)
def test_the_order_of_the_two_only_turns_wider_round(a: Quantity, b: Quantity, outcome: Outcome, rung: str) -> None:
    turned = relate(b, a)
    assert (turned.outcome, turned.rung) == (MIRROR[outcome], rung)


def test_a_magnitude_may_be_rounded_to_a_whole() -> None:
    assert relate(number("7", kind="number"), number("7.2", kind="number"), tenths=True).outcome is Outcome.SAME
    assert relate(number("7", kind="number"), number("7.8", kind="number"), tenths=True).outcome is Outcome.APART


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        (day(date(2026, 3, 1), date(2026, 3, 31)), day(date(2026, 3, 14), date(2026, 3, 14)), Outcome.A_WIDER),
        (day(None, date(2026, 12, 31)), day(None, date(2026, 12, 31)), Outcome.SAME),
        (day(date(2025, 6, 5), date(2025, 6, 5)), day(date(2025, 6, 6), date(2025, 6, 6)), Outcome.APART),
        (day(None, date(2026, 3, 31)), day(None, date(2026, 6, 30)), Outcome.APART),
        (day(None, date(2026, 12, 31)), day(None, date(2026, 6, 30)), Outcome.A_WIDER),
        (day(None, date(2026, 12, 31)), day(None, date(2027, 6, 30)), Outcome.APART),
        (day(None, date(2026, 3, 31)), day(None, date(2026, 3, 14)), Outcome.A_WIDER),
        (day(date(2017, 12, 31), None), day(date(2017, 3, 31), None), Outcome.A_WIDER),
        (day(date(2017, 12, 31), None), day(date(2019, 12, 31), None), Outcome.APART),
        (day(None, date(2026, 3, 31)), day(date(2026, 3, 14), date(2026, 3, 14)), Outcome.A_WIDER),
        (day(date(2025, 6, 5), date(2025, 6, 5)), day(date(YEARLESS, 6, 5), date(YEARLESS, 6, 5), yearless=True), Outcome.SAME),
        (day(date(2025, 6, 5), date(2025, 6, 5)), day(date(YEARLESS, 6, 7), date(YEARLESS, 6, 7), yearless=True), Outcome.APART),
    ],
)
def test_days_relate_by_the_periods_they_mean(a: Quantity, b: Quantity, outcome: Outcome) -> None:
    assert relate(a, b).outcome is outcome
    assert relate(b, a).outcome is MIRROR[outcome]


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        (clock(12, 33), clock(12, 32, 57), Outcome.SAME),
        (clock(12, 30), clock(12, 33), Outcome.SAME),
        (clock(12, 22), clock(12, 33), Outcome.APART),
        (clock(0, 22), clock(12, 22), Outcome.APART),
    ],
)
def test_clock_times_round_to_minutes(a: Quantity, b: Quantity, outcome: Outcome) -> None:
    assert relate(a, b).outcome is outcome


def money(text: str, unit: str) -> Quantity:
    return number(text, kind="money", unit=unit)


def test_amounts_in_two_currencies_compare_at_the_days_rate() -> None:
    day_known = date(2025, 6, 13)
    fits = relate_at(money("100E6", "GBP"), money("117E6", "EUR"), day_known)
    apart = relate_at(money("100E6", "GBP"), money("140E6", "EUR"), day_known)
    assert fits is not None
    assert fits.outcome is Outcome.SAME
    assert apart is not None
    assert apart.outcome is Outcome.APART


def test_undated_amounts_agree_within_the_rates_of_five_years() -> None:
    fits = relate_at(money("1E9", "EUR"), money("1.1E9", "USD"), None)
    apart = relate_at(money("38E9", "USD"), money("3.8E12", "JPY"), None)
    assert fits is not None
    assert fits.outcome is Outcome.SAME
    assert apart is not None
    assert apart.outcome is Outcome.APART


def measured(text: str, unit: str, factor: str) -> Quantity:
    return replace(number(text, kind="speed", unit=unit), factor=Decimal(factor))


def test_a_conversion_between_systems_of_units_may_be_rounded_to_fives() -> None:
    miles = measured("85", "mile / hour", "0.44704")
    assert relate(miles, measured("135", "kilometer / hour", "0.277778")).outcome is Outcome.SAME
    assert relate(miles, measured("145", "kilometer / hour", "0.277778")).outcome is Outcome.APART


def test_figures_in_one_system_of_units_are_not_forgiven_so_much() -> None:
    assert relate(measured("135", "km", "1000"), measured("136800", "m", "1")).outcome is Outcome.APART
