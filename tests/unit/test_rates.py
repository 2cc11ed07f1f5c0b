from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.rates import rate, rate_span

SATURDAY = date(2024, 6, 1)
FRIDAY = date(2024, 5, 31)


def test_a_currency_is_worth_itself() -> None:
    assert rate("JPY", "JPY", SATURDAY) == Decimal(1)
    assert rate_span("XXX", "XXX", until=None) == (Decimal(1), Decimal(1))


def test_rates_are_those_of_the_european_central_bank() -> None:
    assert rate("EUR", "USD", date(2014, 3, 28)) == Decimal("1.3759")


def test_a_weekend_takes_the_friday_before() -> None:
    assert rate("EUR", "USD", SATURDAY) == rate("EUR", "USD", FRIDAY)


def test_cross_rates_agree_with_their_inverse() -> None:
    there, back = rate("GBP", "JPY", FRIDAY), rate("JPY", "GBP", FRIDAY)
    assert there is not None
    assert back is not None
    assert abs(there * back - 1) < Decimal("1e-20")


def test_unknown_currencies_and_days_have_no_rate() -> None:
    assert rate("XYZ", "EUR", FRIDAY) is None
    assert rate("USD", "EUR", date(1990, 1, 2)) is None
    assert rate_span("USD", "XYZ", until=None) is None


def test_the_span_holds_every_rate_of_its_years() -> None:
    span = rate_span("USD", "EUR", until=FRIDAY, years=1)
    today = rate("USD", "EUR", FRIDAY)
    assert span is not None
    assert today is not None
    assert span[0] <= today <= span[1]
    assert span[0] < span[1]
