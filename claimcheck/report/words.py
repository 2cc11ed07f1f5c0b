"""Figures and their meaning in words a desk reads: numbers with scale words, short unit names, intervals."""

from __future__ import annotations

from datetime import date, time
from decimal import ROUND_HALF_EVEN, Context, Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge
from claimcheck.model.quantity import Quantity, Stated
from claimcheck.model.verdict import Derived

SCALES = ((Decimal("1e12"), "trillion"), (Decimal("1e9"), "billion"), (Decimal("1e6"), "million"))
DIGITS = Context(prec=8, rounding=ROUND_HALF_EVEN)  # more say nothing to a reader

SHORT_UNITS = {
    "percent": "%",
    "percentage_point": "points",
    "gigawatt": "GW",
    "megawatt": "MW",
    "kilowatt": "kW",
    "watt": "W",
    "terawatt_hour": "TWh",
    "gigawatt_hour": "GWh",
    "megawatt_hour": "MWh",
    "kilowatt_hour": "kWh",
    "kilometer": "km",
    "meter": "m",
    "centimeter": "cm",
    "millimeter": "mm",
    "kilogram": "kg",
    "gram": "g",
    "metric_ton": "t",
    "degree_Celsius": "°C",
    "delta_degree_Celsius": "°C",
    "kelvin": "K",
    "hour": "h",
    "second": "s",
}

HEDGE_WORDS = {
    Hedge.EXACT: "",
    Hedge.ABOUT: "about",
    Hedge.AT_LEAST: "at least",
    Hedge.MORE_THAN: "more than",
    Hedge.AT_MOST: "at most",
    Hedge.LESS_THAN: "less than",
    Hedge.ALMOST: "almost",
    Hedge.RANGE: "",
    Hedge.VAGUE: "vaguely",
}


def number_in_words(value: Decimal) -> str:
    """Return a number with a scale word from a million on, else with grouped digits.

    >>> number_in_words(Decimal("37999500000")), number_in_words(Decimal("500000")), number_in_words(Decimal("0.180"))
    ('37.9995 billion', '500,000', '0.18')
    """
    for scale, word in SCALES:
        if abs(value) >= scale:
            return f"{plain_digits(value / scale)} {word}"
    return plain_digits(value)


def plain_digits(value: Decimal) -> str:
    """Return up to 8 significant digits, grouped, without an exponent or trailing zeros."""
    short = DIGITS.plus(value)
    if short == short.to_integral_value():
        return f"{int(short):,}"
    return f"{short:,f}".rstrip("0")


def unit_in_words(unit: str) -> str:
    """Return a unit as it is usually written.

    >>> unit_in_words("kilometer / hour"), unit_in_words("USD / gigawatt"), unit_in_words("acre")
    ('km/h', 'USD/GW', 'acre')
    """
    if not unit or unit in ("date", "clock"):
        return ""
    parts = [SHORT_UNITS.get(part.strip(), part.strip().replace("_", " ")) for part in unit.split("/")]
    return "/".join(parts)


def end_in_words(end: Decimal | date | time, *, yearless: bool = False) -> str:
    """Return one end of an interval."""
    match end:
        case Decimal():
            return number_in_words(end)
        case date():
            return f"{end:%m-%d}" if yearless else end.isoformat()
        case time():
            return end.strftime("%H:%M:%S" if end.second else "%H:%M")


def interval_in_words(interval: Stated, unit: str, *, yearless: bool = False) -> str:
    """Return an interval with its unit, open ends in words.

    >>> interval_in_words(Interval(Decimal(500000), None), "")
    '500,000 or more'
    """
    low = None if interval.low is None else end_in_words(interval.low, yearless=yearless)
    high = None if interval.high is None else end_in_words(interval.high, yearless=yearless)
    short = unit_in_words(unit)
    later = isinstance(interval.low or interval.high, (date, time))
    if low is None and high is None:
        return "any value"
    if low is None or low == high:
        said = f"{high} {short}".strip()
        return said if low == high else f"{said} or {'earlier' if later else 'less'}"
    if high is None:
        return f"{low} {short}".strip() + f" or {'later' if later else 'more'}"
    return f"{_without_scale(low, high)} to {high} {short}".strip()


def stated_in_words(quantity: Quantity) -> str:
    """Return what the words of a figure say, its hedge in front."""
    hedge = HEDGE_WORDS[quantity.hedge]
    stated = quantity.stated
    if quantity.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.LESS_THAN) and not stated.is_point:
        end = stated.low if stated.high is None else stated.high
        if end is not None and not isinstance(end, (date, time)) and (stated.low is None or stated.high is None):
            return f"{hedge} {number_in_words(end)} {unit_in_words(quantity.unit)}".strip()
        hedge = ""
    if isinstance(stated.low or stated.high, (date, time)):
        hedge = "about" if quantity.hedge is Hedge.ABOUT else ""
    return f"{hedge} {interval_in_words(stated, quantity.unit, yearless=quantity.yearless)}".strip()


def meant_in_words(quantity: Quantity) -> str:
    """Return what a figure means once rounding and hedges widen it, in its own unit where the way back is known."""
    way = _way_to_base(quantity)
    if way is None:
        return interval_in_words(quantity.interval, quantity.base_unit, yearless=quantity.yearless)
    factor, offset = way
    low, high = quantity.interval.low, quantity.interval.high
    back = Interval(
        (low - offset) / factor if isinstance(low, Decimal) else None,
        (high - offset) / factor if isinstance(high, Decimal) else None,
    )
    return interval_in_words(back, quantity.unit)


def _way_to_base(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    """Return factor and offset to the base unit, seen from one figure: the width of a plain figure is one step."""
    stated, low, high = quantity.stated.low, quantity.interval.low, quantity.interval.high
    if not isinstance(stated, Decimal) or not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return None
    if quantity.hedge is not Hedge.EXACT or not quantity.step or not quantity.stated.is_point or low == high:
        return None
    factor = (high - low) / quantity.step
    return factor, (low + high) / 2 - stated * factor


def _without_scale(low: str, high: str) -> str:
    """Return the lower end without the scale word that the upper end repeats."""
    head, _, word = high.rpartition(" ")
    return low.removesuffix(f" {word}") if head and low.endswith(f" {word}") else low


def derived_in_words(derived: Derived) -> str:
    """Return a computed figure with its unit, to four significant digits."""
    rounded = Context(prec=4, rounding=ROUND_HALF_EVEN).plus(derived.value)
    return f"{number_in_words(rounded)} {unit_in_words(derived.unit)}".strip()


def reading_in_words(claim: Claim) -> str:
    """Return what a claim's figure says and means: "38 billion USD, meant as 37.9995 to 38.0005 billion USD"."""
    stated, meant = stated_in_words(claim.quantity), meant_in_words(claim.quantity)
    counted = f" ({claim.counted.replace('_', ' ')})" if claim.counted else ""
    return f"{stated}{counted}" if meant in stated else f"{stated}{counted}, meant as {meant}"
