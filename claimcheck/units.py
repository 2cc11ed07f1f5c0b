"""Units of measure, and the way from each to the base unit of its dimension: the only door to pint.

Pint converts, it never recognises: 17 of 135 common words parse as units there ("at", "he", German "das"). The set of
names is closed (`NAMES`) and every one has a dimension key of our own, because pint calls bytes, percent and counts
all dimensionless and so convertible into one another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from claimcheck import store
from claimcheck.model.mention import Unit

PLAIN: Final = Unit("number", "", "number", "")
COUNT: Final = Unit("count", "", "count", "")
PERCENT: Final = Unit("percent", "percent", "percent", "percent")
POINTS: Final = Unit("percent", "percent", "percentage_point", "percent")
PERMILLE: Final = Unit("percent", "permille", "percent", "percent", Decimal("0.1"))
BASIS_POINT: Final = Unit("percent", "basis_point", "percentage_point", "percent", Decimal("0.01"))
RATIO: Final = Unit("ratio", "", "ratio", "")
MULTIPLE: Final = Unit("ratio", "", "multiple", "")

_OWN: Final[Mapping[str, Unit]] = {
    "percent": PERCENT,
    "percentage_point": POINTS,
    "permille": PERMILLE,
    "basis_point": BASIS_POINT,
    "multiple": MULTIPLE,
}

# kind: (base unit, canonical pint names), names of several words set apart by "|". Bases are coherent, so that the factor
# of a quotient is the quotient of the factors.
_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "power": ("watt", "terawatt gigawatt megawatt kilowatt watt milliwatt microwatt horsepower metric_horsepower"),
    "energy": (
        "joule",
        (
            "petawatt_hour terawatt_hour gigawatt_hour megawatt_hour kilowatt_hour watt_hour exajoule petajoule terajoule gigajoule "
            "megajoule kilojoule joule kilocalorie calorie british_thermal_unit electron_volt kiloelectron_volt megaelectron_volt "
            "gigaelectron_volt teraelectron_volt ton_TNT US_therm tonne_of_oil_equivalent"
        ),
    ),
    "length": (
        "meter",
        (
            "kilometer hectometer decameter meter decimeter centimeter millimeter micrometer nanometer picometer mile yard foot inch "
            "scandinavian_mile nautical_mile light_year parsec astronomical_unit furlong fathom"
        ),
    ),
    "area": (
        "meter ** 2",
        (
            "kilometer ** 2|hectometer ** 2|decameter ** 2|meter ** 2|decimeter ** 2|centimeter ** 2|millimeter ** 2|hectare|acre|mile ** 2|"
            "yard ** 2|foot ** 2|inch ** 2|dunam|are|barn|femtobarn"
        ),
    ),
    "volume": (
        "meter ** 3",
        (
            "kilometer ** 3|hectometer ** 3|meter ** 3|decimeter ** 3|centimeter ** 3|millimeter ** 3|megaliter|kiloliter|hectoliter|liter|"
            "deciliter|centiliter|milliliter|microliter|gallon|imperial_gallon|quart|pint|imperial_pint|cup|fluid_ounce|tablespoon|teaspoon|"
            "oil_barrel|bushel|acre_foot|mile ** 3|yard ** 3|foot ** 3|inch ** 3"
        ),
    ),
    "mass": (
        "kilogram",
        (
            "gigametric_ton megametric_ton kilometric_ton metric_ton quintal kilogram metric_pound hectogram liang gram milligram microgram nanogram ton "
            "long_ton stone pound ounce troy_ounce carat grain dram dalton"
        ),
    ),
    "temperature": ("kelvin", "degree_Celsius degree_Fahrenheit kelvin"),
    "temperature_change": ("kelvin", "delta_degree_Celsius delta_degree_Fahrenheit"),
    "duration": (
        "second",
        "gigayear megayear millennium century decade year quarter month fortnight week day half_hour quarter_hour hour minute second millisecond microsecond nanosecond",
    ),
    "data": (
        "byte",
        "zettabyte exabyte petabyte terabyte gigabyte megabyte kilobyte byte tebibyte gibibyte mebibyte kibibyte terabit gigabit megabit kilobit bit",
    ),
    "frequency": ("hertz", "terahertz gigahertz megahertz kilohertz hertz revolutions_per_minute"),
    "pressure": (
        "pascal",
        "gigapascal megapascal kilopascal hectopascal pascal bar millibar atmosphere millimeter_Hg inch_Hg pound_force_per_square_inch",
    ),
    "angle": ("degree", "degree arcminute arcsecond radian turn"),
    "force": ("newton", "meganewton kilonewton newton pound_force"),
    "electric_potential": ("volt", "megavolt kilovolt volt millivolt"),
    "current": ("ampere", "kiloampere ampere milliampere"),
    "resistance": ("ohm", "megaohm kiloohm ohm"),
    "charge": ("coulomb", "coulomb ampere_hour milliampere_hour"),
    "apparent_power": ("volt_ampere", "gigavolt_ampere megavolt_ampere kilovolt_ampere volt_ampere"),
    "dose": ("sievert", "sievert millisievert microsievert"),
    "absorbed_dose": ("gray", "gray milligray"),
    "activity": ("becquerel", "terabecquerel gigabecquerel megabecquerel kilobecquerel becquerel"),
    "capacitance": ("farad", "farad millifarad microfarad nanofarad picofarad"),
    "magnetic_field": ("tesla", "tesla millitesla microtesla nanotesla"),
    "inductance": ("henry", "henry millihenry microhenry"),
    "luminous_flux": ("lumen", "lumen"),
    "luminosity": ("candela", "candela"),
    "illuminance": ("lux", "lux"),
    "substance": ("mole", "mole millimole"),
    "speed": ("meter / second", "speed_of_light|knot|kilometer / hour|meter / second|mile / hour|centimeter / second|kilometer / second"),
    "acceleration": ("meter / second ** 2", "standard_gravity|meter / second ** 2"),
    "torque": ("newton * meter", "newton * meter|pound_force * foot"),
    "data_rate": (
        "byte / second",
        "terabit / second|gigabit / second|megabit / second|kilobit / second|megabyte / second|gigabyte / second",
    ),
    "flow": ("meter ** 3 / second", "meter ** 3 / second|liter / second"),
    "concentration": ("ppm", "ppm"),
}

# Names that mean something else to pint or nothing (its quarter is a mass, its decade a logarithm), or are exact only when not led over radians:
# the spelling that pint understands, and how many of which unit they are.
_MADE_OF: Final[Mapping[str, tuple[str, Decimal, str]]] = {
    "quarter": ("3 * month", Decimal(3), "month"),
    "scandinavian_mile": ("10 * kilometer", Decimal(10), "kilometer"),
    "decade": ("10 * year", Decimal(10), "year"),
    "half_hour": ("30 * minute", Decimal(30), "minute"),
    "quarter_hour": ("15 * minute", Decimal(15), "minute"),
    "metric_pound": ("0.5 * kilogram", Decimal("0.5"), "kilogram"),
    "liang": ("0.05 * kilogram", Decimal("0.05"), "kilogram"),
    "dunam": ("1000 * meter ** 2", Decimal(1000), "meter ** 2"),
    "quintal": ("100 * kilogram", Decimal(100), "kilogram"),
    "revolutions_per_minute": ("revolutions_per_minute", Decimal(1) / 60, "hertz"),
    "turn": ("turn", Decimal(360), "degree"),
}

# What two kinds make when one is taken per the other, or times the other.
_PER_KINDS: Final[Mapping[tuple[str, str], str]] = {
    ("length", "duration"): "speed",
    ("data", "duration"): "data_rate",
    ("volume", "duration"): "flow",
    ("energy", "duration"): "power",
    ("area", "length"): "length",
    ("volume", "length"): "area",
    ("speed", "duration"): "acceleration",
    ("length", "duration ** 2"): "acceleration",
}
_TIMES_KINDS: Final[Mapping[tuple[str, str], str]] = {
    ("power", "duration"): "energy",
    ("length", "length"): "area",
    ("area", "length"): "volume",
    ("force", "length"): "torque",
}
_POWERS: Final[Mapping[tuple[str, int], str]] = {("length", 2): "area", ("length", 3): "volume"}
PERIODS: Final = ("day", "week", "month", "year", "quarter", "fortnight", "decade", "century")  # that amounts of anything are told for
_PARTS: Final = tuple(map(Decimal, ("1", "0.1", "0.01", "0.001")))  # of a currency
_FINEST: Final = Decimal("1e-9")
_SHELF: Final = "units"


NAMES: Final[frozenset[str]] = frozenset(_OWN).union(
    *((names.split("|") if "|" in names else names.split()) for _, names in _KINDS.values())
)


def unit_of(pint_name: str) -> Unit:
    """Return the unit of that canonical pint name; one unknown is a KeyError.

    >>> unit_of("gigawatt").factor
    Decimal('1000000000')
    """
    own = _OWN.get(pint_name)
    return own or _units()[pint_name]


def money_unit(iso: str) -> Unit:
    """Return the unit of a currency; each is a dimension of its own.

    >>> money_unit("EUR").dimension
    'currency:EUR'
    """
    return Unit("money", iso, f"currency:{iso}", iso)


def minor_unit(iso: str, factor: Decimal) -> Unit:
    """Return a part of a currency (a cent is 0.01): named by the currency, with the factor."""
    return replace(money_unit(iso), factor=factor)


def combine(left: Unit, right: Unit, *, per: bool = True) -> Unit:
    """Return `left` per `right` (kilometer / hour), or `left` times `right`.

    The factor leads to the quotient of the base units. Known pairs of kinds share the dimension of their own units, so
    that "120 km/h" compares with "65 knots"; money per something keeps kind "money".

    >>> combine(unit_of("kilometer"), unit_of("hour")).dimension == unit_of("knot").dimension
    True
    """
    sign = " / " if per else " * "
    kind = (_PER_KINDS if per else _TIMES_KINDS).get((left.kind, right.kind))
    name = left.name + sign + _part(right.name, whole=per) if right.name else left.name
    factor = left.factor / right.factor if per else left.factor * right.factor
    if kind is not None:
        return Unit(kind, name, f"[{kind}]", _KINDS[kind][0], factor)
    return Unit(
        "money" if left.kind == "money" else "other",
        name,
        left.dimension + sign + _part(right.dimension, whole=per),
        left.base_name + sign + _part(right.base_name, whole=per) if right.base_name else left.base_name,
        factor,
    )


def without_period(name: str, dimension: str, factor: Decimal) -> tuple[Unit, str] | None:
    """Return the unit of an amount that is told for a period, and the period; None for what is no such amount.

    An amount of money may be told for any time, other amounts for a day or longer: 40 km a day are a length, 40 km an hour a
    speed. Money keeps its currency's name, so that its factor tells the period.

    >>> litres = combine(unit_of("liter"), unit_of("day"))
    >>> unit, period = without_period(litres.name, litres.dimension, litres.factor)
    >>> unit.name, period
    ('liter', 'day')
    """
    top, stroke, bottom = name.partition(" / ")
    if stroke:
        return (unit_of(top), bottom) if bottom in PERIODS and top in NAMES else None
    money, _, divisor = dimension.partition(" / ")
    if divisor != "[duration]" or not money.startswith("currency:"):
        return None
    for period in (*PERIODS, "hour", "minute", "second"):
        part = _tidy((factor * unit_of(period).factor).quantize(_FINEST))
        if part in _PARTS:
            return minor_unit(name, part), period
    return None


def power(unit: Unit, exponent: int) -> Unit:
    """Return the unit raised to a whole number.

    >>> power(unit_of("kilometer"), 2).name
    'kilometer ** 2'
    """
    if exponent < 0:
        below = power(unit, -exponent)
        return Unit("other", f"1 / {below.name}", f"1 / {below.dimension}", f"1 / {below.base_name}", 1 / below.factor)
    if exponent == 1:
        return unit
    name, base = f"{unit.name} ** {exponent}", f"{unit.base_name} ** {exponent}"
    kind = _POWERS.get((unit.kind, exponent))
    dimension = f"[{kind}]" if kind else f"{unit.dimension} ** {exponent}"
    return Unit(kind or f"{unit.kind} ** {exponent}", name, dimension, base, unit.factor**exponent)


def _part(name: str, *, whole: bool) -> str:
    """Return `name`, in brackets where a divisor is made of several."""
    return f"({name})" if whole and (" / " in name or " * " in name) else name


@lru_cache(maxsize=1)
def _units() -> Mapping[str, Unit]:
    """Return every physical unit; computed once with pint (0.4 s), then kept on disk."""
    return store.once(_SHELF, store.digest(repr(_KINDS), repr(_MADE_OF), "2"), dict, _convert_all)


def _convert_all() -> dict[str, Unit]:
    import pint  # noqa: PLC0415 - 0.25 s that most runs never need

    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
    units: dict[str, Unit] = {}
    for kind, (base, names) in _KINDS.items():
        shown_kind = "temperature" if kind == "temperature_change" else kind
        for name in names.split("|") if "|" in names else names.split():
            spelt, times, known = _MADE_OF.get(name, (name, Decimal(1), name))
            zero = Decimal(registry.Quantity(Decimal(0), known).to(base).magnitude)
            one = Decimal(registry.Quantity(Decimal(1), known).to(base).magnitude)
            units[name] = Unit(shown_kind, spelt, f"[{kind}]", base, _tidy((one - zero) * times), _tidy(zero))
    return units


def _tidy(number: Decimal) -> Decimal:
    """Return the same number without an exponent and without zeros behind the point."""
    return Decimal(format(number.normalize(), "f"))
