"""What currencies were worth: the door to currencyconverter and the ECB's daily reference rates that it ships.

Nothing is fetched. A day without a rate (a weekend, a holiday) takes the last one before it, at most ten days back.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

EURO: Final = "EUR"
_REACH: Final = timedelta(days=10)


def rate(source_iso: str, target_iso: str, day: date) -> Decimal | None:
    """Return how many `target_iso` one `source_iso` bought on `day`, or None where the ECB knows no rate.

    >>> rate("EUR", "EUR", date(2024, 5, 3))
    Decimal('1')
    """
    if source_iso == target_iso:
        return Decimal(1)
    source, target = _per_euro(source_iso, day), _per_euro(target_iso, day)
    if source is None or target is None:
        return None
    return target / source


def rate_span(source_iso: str, target_iso: str, *, until: date | None, years: int = 5) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and highest rate of the `years` before `until` (None: before the last day known), or None."""
    if source_iso == target_iso:
        return Decimal(1), Decimal(1)
    return _span(source_iso, target_iso, until or _last_day(), years)


@lru_cache(maxsize=256)
def _span(source_iso: str, target_iso: str, until: date, years: int) -> tuple[Decimal, Decimal] | None:
    since = until - timedelta(days=366 * years)
    sources, targets = _known(source_iso), _known(target_iso)
    days = targets if source_iso == EURO else sources
    found = [
        (Decimal(1) if target_iso == EURO else targets[day]) / (Decimal(1) if source_iso == EURO else sources[day])
        for day in days
        if since <= day <= until and (target_iso == EURO or day in targets)
    ]
    return (min(found), max(found)) if found else None


def _per_euro(iso: str, day: date) -> Decimal | None:
    if iso == EURO:
        return Decimal(1)
    known = _known(iso)
    for back in range(_REACH.days + 1):
        found = known.get(day - timedelta(days=back))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=64)
def _known(iso: str) -> dict[date, Decimal]:
    """Return how many of the currency one euro bought, for every day that has a rate."""
    rows = _converter()._rates.get(iso, {})  # noqa: SLF001 - the package has no other way to all rates of a currency
    return {day: Decimal(str(found)) for day, found in rows.items() if found is not None}


def _last_day() -> date:
    return max(_known("USD"))


@lru_cache(maxsize=1)
def _converter() -> CurrencyConverter:
    from currency_converter import CurrencyConverter  # noqa: PLC0415 - half a second that most runs never need

    return CurrencyConverter(decimal=True)
