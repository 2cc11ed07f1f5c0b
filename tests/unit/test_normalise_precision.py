"""What each hedge and each digit shown does to the interval."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.mention import Hedge, NumberReading, Numeral
from claimcheck.normalise.precision import meant, rounding_interval, step_of
from claimcheck.normalise.quantities import quantity_of
from claimcheck.units import unit_of

NUMERALS = st.builds(Numeral, st.integers(1, 10**6), st.integers(-6, 12))


@given(NUMERALS)
def test_neighbours_touch_and_never_meet(numeral: Numeral) -> None:
    following = Numeral(numeral.significand + 1, numeral.exponent)
    assert not rounding_interval(numeral).meets(rounding_interval(following))
    assert rounding_interval(numeral).high == rounding_interval(following).low


@given(NUMERALS)
def test_an_interval_is_one_step_wide_and_holds_its_number(numeral: Numeral) -> None:
    interval = rounding_interval(numeral)
    assert interval.low is not None
    assert interval.high is not None
    assert interval.high - interval.low == step_of(numeral)
    assert interval.holds(numeral.value)


@given(NUMERALS, st.sampled_from(Hedge))
def test_every_hedge_keeps_the_stated_number_inside(numeral: Numeral, hedge: Hedge) -> None:
    assert meant(numeral, numeral, hedge).holds(numeral.value)


def test_bounds_are_inclusive_and_open_on_the_other_side() -> None:
    five = Numeral(5, 0)
    assert (meant(five, None, Hedge.MORE_THAN).low, meant(five, None, Hedge.MORE_THAN).high) == (Decimal(5), None)
    assert (meant(None, five, Hedge.AT_MOST).low, meant(None, five, Hedge.AT_MOST).high) == (None, Decimal(5))


def test_almost_lies_just_below() -> None:
    almost = meant(Numeral(8, 9), Numeral(8, 9), Hedge.ALMOST)
    assert almost.holds(Decimal(7_900_000_000))
    assert not almost.holds(Decimal(7_000_000_000))


def test_a_third_has_no_last_digit_to_round() -> None:
    third = Numeral(333333333333, -12)
    assert meant(third, third, Hedge.EXACT).is_point


def test_temperatures_move_with_their_zero() -> None:
    reading = NumberReading(low=Numeral(20, 0), high=Numeral(20, 0), unit=unit_of("degree_Celsius"))
    quantity = quantity_of(reading)
    assert quantity.interval.low == Decimal("292.65")
    assert quantity.stated.low == Decimal(20)
