"""Units as rule files write them."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.model.mention import Unit
from claimcheck.units import NAMES, PLAIN, combine, money_unit, unit_of

ISO_4217 = re.compile(r"[A-Z]{3}")


@lru_cache(maxsize=1024)
def measure(name: str) -> Unit | None:
    """Return the unit of a pint name, a currency or a quotient of such; a bare number for "", None for what is no unit.

    >>> measure("kilometer / hour").base_name, measure("EUR / kilowatt_hour").kind, measure("gpu")
    ('meter / second', 'money', None)
    """
    if not name:
        return PLAIN
    if name in NAMES:
        return unit_of(name)
    if ISO_4217.fullmatch(name):
        return money_unit(name)
    top, stroke, bottom = name.partition(" / ")
    above, below = (measure(top), measure(bottom)) if stroke and top and bottom else (None, None)
    return None if above is None or below is None else combine(above, below)
