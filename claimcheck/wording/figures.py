"""Figures and their meaning in words a desk reads: numbers with scale words, short unit names, intervals."""

from __future__ import annotations

from collections.abc import Mapping
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
    "foot": "ft",
    "inch": "in",
    "yard": "yd",
    "pound": "lb",
    "ounce": "oz",
    "hectare": "ha",
    "kilogram": "kg",
    "gram": "g",
    "metric_ton": "t",
    "degree_Celsius": "°C",
    "degree_Fahrenheit": "°F",
    "delta_degree_Celsius": "°C",
    "kelvin": "K",
}
PER = {"hour": "h", "second": "s", "minute": "min"}  # behind a stroke
COUNTED_OUT = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "fortnight",
        "month",
        "quarter",
        "year",
        "decade",
        "century",
        "mile",
        "acre",
        "ton",
        "barrel",
    ]
)

# base unit: readable units from the largest down, with what one of them is in the base unit
READABLE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "watt": (("1e9", "gigawatt"), ("1e6", "megawatt"), ("1e3", "kilowatt")),
    "joule": (("3.6e15", "terawatt_hour"), ("3.6e12", "gigawatt_hour"), ("3.6e9", "megawatt_hour"), ("3.6e6", "kilowatt_hour")),
    "meter": (("1e3", "kilometer"), ("1", "meter"), ("1e-2", "centimeter"), ("1e-3", "millimeter")),
    "meter ** 2": (("1e6", "km²"), ("1", "m²")),
    "kilogram": (("1e3", "metric_ton"), ("1", "kilogram"), ("1e-3", "gram")),
    "second": (("31557600", "year"), ("86400", "day"), ("3600", "hour"), ("60", "minute")),
    "byte": (("1e12", "TB"), ("1e9", "GB"), ("1e6", "MB")),
}
FREEZING = Decimal("273.15")

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
    whole, *per = (part.strip() for part in unit.split("/"))
    return "/".join([_short(whole), *(PER.get(part, _short(part)) for part in per)])


def _short(unit: str) -> str:
    return SHORT_UNITS.get(unit, unit.replace("_", " ").replace(" ** 2", "²").replace(" ** 3", "³"))


def unit_key(quantity: Quantity) -> str:
    """Return the unit to name in words: percentage points are written "percent" in the contract."""
    return "percentage_point" if quantity.dimension == "percentage_point" else quantity.unit


def with_unit(number: str, unit: str) -> str:
    """Return a number with its unit, in the plural where English has one.

    >>> with_unit("2", "year"), with_unit("1", "year"), with_unit("4.5", "gigawatt")
    ('2 years', '1 year', '4.5 GW')
    """
    plural = "s" if unit in COUNTED_OUT and number != "1" else ""
    short = "centurie" if unit == "century" and plural else unit_in_words(unit)
    return f"{number} {short}{plural}".strip()


def measure_in_words(value: Decimal, unit: str) -> str:
    """Return a number with its unit.

    >>> measure_in_words(Decimal("46.7e9"), "USD / gigawatt"), measure_in_words(Decimal("117"), "percent")
    ('46.7 billion USD/GW', '117 %')
    """
    return with_unit(number_in_words(value), unit)


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
    later = isinstance(interval.low or interval.high, (date, time))
    if low is None and high is None:
        return "any value"
    if low is None or low == high:
        said = with_unit(str(high), unit)
        return said if low == high else f"{said} or {'earlier' if later else 'less'}"
    if high is None:
        return with_unit(low, unit) + f" or {'later' if later else 'more'}"
    return f"{_without_scale(low, high)} to {with_unit(high, unit)}"


def stated_in_words(quantity: Quantity) -> str:
    """Return what the words of a figure say, its hedge in front."""
    hedge = HEDGE_WORDS[quantity.hedge]
    stated = quantity.stated
    if quantity.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.LESS_THAN) and not stated.is_point:
        end = stated.low if stated.high is None else stated.high
        if end is not None and not isinstance(end, (date, time)) and (stated.low is None or stated.high is None):
            return f"{hedge} {measure_in_words(end, unit_key(quantity))}"
        hedge = ""
    if isinstance(stated.low or stated.high, (date, time)):
        hedge = "about" if quantity.hedge is Hedge.ABOUT else ""
    return f"{hedge} {interval_in_words(stated, unit_key(quantity), yearless=quantity.yearless)}".strip()


def meant_in_words(quantity: Quantity) -> str:
    """Return what a figure means once rounding and hedges widen it, in its own unit where the way back is known."""
    if _is_small_count(quantity):
        return interval_in_words(quantity.stated, unit_key(quantity))
    way = _way_to_base(quantity)
    if way is not None:
        return interval_in_words(_back(quantity.interval, *way), unit_key(quantity))
    if quantity.base_unit == "kelvin" and quantity.unit.startswith("degree_"):
        return interval_in_words(_back(quantity.interval, Decimal(1), FREEZING), "degree_Celsius")
    factor, unit = _readable(quantity.interval, quantity.base_unit)
    return interval_in_words(_back(quantity.interval, factor), unit, yearless=quantity.yearless)


def _back(interval: Stated, factor: Decimal, offset: Decimal = Decimal(0)) -> Stated:
    """Return an interval of base values in another unit; days and clock times stay as they are."""
    if isinstance(interval.low or interval.high, (date, time)):
        return interval
    low, high = interval.low, interval.high
    return Interval(
        (low - offset) / factor if isinstance(low, Decimal) else None,
        (high - offset) / factor if isinstance(high, Decimal) else None,
    )


def _readable(interval: Stated, base_unit: str) -> tuple[Decimal, str]:
    """Return the largest readable unit of which both ends are at least one, and what it is in the base unit."""
    ends = [abs(end) for end in (interval.low, interval.high) if isinstance(end, Decimal) and end]
    for size, unit in READABLE.get(base_unit, ()):
        factor = Decimal(size)
        if ends and min(ends) >= factor:
            return factor, unit
    return Decimal(1), base_unit


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
    return measure_in_words(rounded, derived.unit)


def _is_small_count(quantity: Quantity) -> bool:
    """Return whether a figure is a whole number of things below 1,000, which is exact."""
    value = quantity.stated.low
    is_plain = quantity.kind == "count" and quantity.hedge is Hedge.EXACT and quantity.stated.is_point
    return is_plain and isinstance(value, Decimal) and value < 1000 and quantity.step == 1


def reading_in_words(claim: Claim) -> str:
    """Return what a claim's figure says and means: "38 billion USD, meant as 37.9995 to 38.0005 billion USD"."""
    quantity = claim.quantity
    if quantity.dimension == "statement":
        return f"{(claim.attribute or '').replace('_', ' ')}, said of {', '.join(claim.entities)}"
    stated, meant = stated_in_words(quantity), meant_in_words(quantity)
    counted = f" ({claim.counted.replace('_', ' ')})" if claim.counted else ""
    adds_nothing = meant in stated or meant == interval_in_words(quantity.stated, unit_key(quantity), yearless=quantity.yearless)
    return f"{stated}{counted}" if adds_nothing else f"{stated}{counted}, meant as {meant}"
