"""The closed sets of a rule file: which keys a table may have, which names a key may take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claimcheck.model.mention import Hedge
from claimcheck.model.verdict import Level

HEAD_KEYS: Final = ("id", "kind", "why", "level", "message", "help", "replaces", "flag", "ok")
KIND_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "vocabulary": ("concept",),
    "entities": ("entity",),
    "tolerance": ("applies", "hedges", "relative", "absolute", "unit"),
    "incommensurable": ("applies", "a", "b", "contrasting"),
    "deadline": ("applies", "days"),
    "ratio": ("applies", "a", "b", "relative", "low", "high", "unit", "source", "dated"),
    "sum": ("applies", "a", "b", "relative", "absolute"),
    "bound": ("applies", "low", "high", "unit", "source", "dated"),
    "fact": ("applies", "value", "low", "high", "unit", "source", "dated"),
}
CONCEPT_KEYS: Final = (
    "id",
    "role",
    "label",
    "words",
    "kinds",
    "is_a",
    "contrast",
    "alike",
    "part_of",
    "changes",
    "falls",
    "tenths",
    "personal",
    "stage",
    "apart",
    "unit",
)
ENTITY_KEYS: Final = ("id", "kind", "names", "part_of", "unless")
APPLIES_KEYS: Final = ("kinds", "attributes", "counted", "entities", "parties", "languages", "dimensions", "roles", "since", "until")
CASE_KEYS: Final = ("name", "expect", "sources", "a", "b")
SOURCE_KEYS: Final = ("lang", "text", "published", "role")

CONCEPT_ROLES: Final = ("attribute", "counted", "qualifier", "scope", "measurer", "modality", "time", "status", "standing")
ENTITY_KINDS: Final = ("party", "place", "measurer", "media", "product", "person")
HEDGES: Final = tuple(hedge.value for hedge in Hedge)
SOURCE_ROLES: Final = ("own", "wire", "release", "correction")
LEVELS: Final = tuple(level.value for level in Level)
QUANTITY_KINDS: Final = (
    *("money", "power", "energy", "length", "area", "volume", "mass", "speed", "temperature", "duration", "data", "date", "time"),
    *("percent", "count", "ratio", "number", "other"),
    *("temperature_change", "frequency", "pressure", "angle", "force", "electric_potential", "current", "resistance", "charge"),
    *("apparent_power", "dose", "absorbed_dose", "activity", "luminous_flux", "luminosity", "illuminance", "substance"),
    *("acceleration", "torque", "data_rate", "flow", "concentration"),
)

# Signs of units as people write them, and their names in rule files.
UNIT_SIGNS: Final[Mapping[str, str]] = {
    "%": "percent",
    "$": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "km": "kilometer",
    "m": "meter",
    "km/h": "kilometer / hour",
    "kmh": "kilometer / hour",
    "m/s": "meter / second",
    "mph": "mile / hour",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "kwh": "kilowatt_hour",
    "mwh": "megawatt_hour",
    "gwh": "gigawatt_hour",
    "twh": "terawatt_hour",
    "kg": "kilogram",
    "t": "metric_ton",
    "°c": "degree_Celsius",
    "celsius": "degree_Celsius",
    "°f": "degree_Fahrenheit",
    "ha": "hectare",
    "km²": "kilometer ** 2",
    "years": "year",
}

MESSAGE_FIELDS: Final = ("a", "b", "value", "low", "high", "unit", "source", "dated")

# What a rule says and how loudly where its file does not; as the contract grades findings.
DEFAULT_LEVELS: Final[Mapping[str, Level]] = {
    "vocabulary": Level.INFO,
    "entities": Level.INFO,
    "tolerance": Level.ERROR,
    "incommensurable": Level.WARNING,
    "deadline": Level.ERROR,
    "ratio": Level.WARNING,
    "sum": Level.WARNING,
    "bound": Level.WARNING,
    "fact": Level.ERROR,
}
DEFAULT_MESSAGES: Final[Mapping[str, str]] = {
    "vocabulary": "",
    "entities": "",
    "tolerance": "{a} and {b} differ by more than the tolerance",
    "incommensurable": "{a} and {b} size the same thing in two ways, and neither converts into the other",
    "deadline": "{a} and {b} are further apart than the deadline's slack",
    "ratio": "{a} to {b} is {value}, expected {low} to {high}",
    "sum": "{a} add up to {value}, the total says {b}",
    "bound": "{a} lies outside {low} to {high} {unit}",
    "fact": "{a} differs from the accepted {low} to {high} {unit}; see {source} of {dated}",
}
DEFAULT_EXPECTATIONS: Final[Mapping[str, str]] = {
    "vocabulary": "contradiction",
    "entities": "contradiction",
    "tolerance": "contradiction",
    "incommensurable": "incommensurable",
    "deadline": "contradiction",
    "ratio": "finding",
    "sum": "finding",
    "bound": "finding",
    "fact": "finding",
}
