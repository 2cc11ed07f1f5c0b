from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.units import BASIS_POINT, COUNT, NAMES, PERCENT, PLAIN, POINTS, combine, minor_unit, money_unit, unit_of


def test_every_name_has_a_unit_with_a_positive_factor() -> None:
    for name in NAMES:
        unit = unit_of(name)
        assert unit.factor > 0, name
        assert unit.dimension, name


@pytest.mark.parametrize(
    ("name", "kind", "factor"),
    [
        ("gigawatt", "power", "1000000000"),
        ("kilowatt_hour", "energy", "3600000"),
        ("mile", "length", "1609.344"),
        ("hectare", "area", "10000"),
        ("liter", "volume", "0.001"),
        ("metric_ton", "mass", "1000"),
        ("year", "duration", "31557600"),
        ("decade", "duration", "315576000"),
        ("quarter", "duration", "7889400"),
        ("bit", "data", "0.125"),
        ("kilometer ** 2", "area", "1000000"),
    ],
)
def test_factors_are_exact(name: str, kind: str, factor: str) -> None:
    unit = unit_of(name)
    assert (unit.kind, unit.factor) == (kind, Decimal(factor))


def test_temperatures_have_an_offset_and_their_changes_have_none() -> None:
    warm, warmer = unit_of("degree_Celsius"), unit_of("delta_degree_Celsius")
    assert (warm.offset, warmer.offset) == (Decimal("273.15"), Decimal(0))
    assert warm.kind == warmer.kind == "temperature"
    assert warm.dimension != warmer.dimension


def test_what_pint_calls_dimensionless_stays_apart() -> None:
    dimensions = {unit.dimension for unit in (PLAIN, COUNT, PERCENT, POINTS, unit_of("gigabyte"))}
    assert len(dimensions) == 5


def test_basis_points_are_hundredths_of_a_percentage_point() -> None:
    assert BASIS_POINT.dimension == POINTS.dimension
    assert BASIS_POINT.factor == Decimal("0.01")


def test_each_currency_is_a_dimension_of_its_own() -> None:
    assert money_unit("EUR").dimension != money_unit("USD").dimension
    assert minor_unit("EUR", Decimal("0.01")).dimension == money_unit("EUR").dimension


def test_rates_share_the_dimension_of_units_of_their_own() -> None:
    made, known = combine(unit_of("kilometer"), unit_of("hour")), unit_of("kilometer / hour")
    assert made == known
    assert combine(unit_of("megawatt"), unit_of("hour"), per=False).dimension == unit_of("megawatt_hour").dimension
    assert combine(unit_of("megabit"), unit_of("second")).dimension == unit_of("megabit / second").dimension


def test_money_per_something_is_money_but_no_price_in_all() -> None:
    price = combine(money_unit("USD"), unit_of("megawatt_hour"))
    assert (price.kind, price.name) == ("money", "USD / megawatt_hour")
    assert price.dimension != money_unit("USD").dimension


def test_unknown_pairs_keep_a_name_that_pint_reads() -> None:
    rain = combine(unit_of("liter"), unit_of("meter ** 2"))
    assert (rain.kind, rain.name, rain.factor) == ("other", "liter / meter ** 2", Decimal("0.001"))
    flow = combine(money_unit("EUR"), unit_of("kilometer / hour"))
    assert flow.name == "EUR / (kilometer / hour)"


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        unit_of("das")
