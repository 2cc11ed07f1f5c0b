"""Symbols of units put together: kg/cm³, km/s², N·m, fb⁻¹."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Unit
from claimcheck.scan.scene import Hit, Scene
from claimcheck.units import combine, power

_UNIT = frozenset({Role.UNIT})
_LONGEST = 4  # letters of a symbol
_MOST = 4  # symbols that people put together
_RAISED = str.maketrans("¹²³⁴⁻−", "1234--")
# "s2" and "s^-2"; a hyphen before the digit is none, a minus sign is
_EXPONENT = re.compile(r"(?:\^[-−]?[1-4]|[⁻−][1-4¹²³⁴]|[2-4²³⁴])(?!\w)")
_TIMES = frozenset("·⋅*")


def read_expression(scene: Scene, hit: Hit) -> Hit:
    """Return the hit with what its symbol is raised to, multiplied with and divided by."""
    if not _is_symbol(scene, hit):
        return hit
    end, unit = _raised(scene, hit.end, hit.term.units[0])
    for _ in range(_MOST):
        sign = scene.at(end)
        if not sign or (sign not in _TIMES and sign != "/"):
            break
        other = next((found for found in scene.hits_ahead(end + 1, _UNIT) if _is_symbol(scene, found)), None)
        if other is None:
            break
        end, divisor = _raised(scene, other.end, other.term.units[0])
        unit = combine(unit, divisor, per=sign == "/")
    if end == hit.end:
        return hit
    return Hit(hit.start, end, replace(hit.term, units=(unit if "**" not in unit.kind else replace(unit, kind="other"),)))


def _is_symbol(scene: Scene, hit: Hit) -> bool:
    """Return whether the unit is one symbol, in the spelling that it has."""
    written = scene.text[hit.start : hit.end]
    known = (
        hit.term.units and hit.end - hit.start <= _LONGEST and (hit.term.written == written or (not hit.term.written and len(written) > 1))
    )
    if not known or hit.term.units[0].kind in ("percent", "temperature", "angle"):
        return False
    return "/" not in written and not _EXPONENT.search(written)


def _raised(scene: Scene, end: int, unit: Unit) -> tuple[int, Unit]:
    found = _EXPONENT.match(scene.text, end, scene.high)
    if found is None:
        return end, unit
    return found.end(), power(unit, int(found[0].lstrip("^").translate(_RAISED)))
