"""Designations of small bodies of the solar system, which are names: 2024 YR4, 2031 QX, 67P, C/2023 A3, 3I/ATLAS."""

from __future__ import annotations

import re

from claimcheck.lexicon.language import Role
from claimcheck.scan.scene import Scene

_CUE = frozenset({Role.CUE})
# provisional ones are a year, two letters (no I) and a count; short ones lack the count and need a word that tells
_PROVISIONAL = re.compile(r"(?:19|20)\d\d[ \u00a0][A-HJ-Y][A-HJ-Z](?P<count>\d{0,3})(?![A-Za-z0-9_])")
_NUMBERED = re.compile(r"\d{1,3}[PDXAI](?P<named>/[A-Z][\w\-–]+(?: \d{0,4}[A-Z]\w*)?)?(?![A-Za-z0-9_])")
_LIKELY = re.compile(r"\d{1,3}[PDXAI]|\d{4}[ \u00a0][A-HJ-Y][A-HJ-Z]")  # tells most figures from both at once
_SUBSTANCES = re.compile(r"\d{4}.(?:CO2|NO2|SO2|PM\d+|CH4)$")
_WORDS_BACK = 3


def designation_end(scene: Scene, start: int) -> int:
    """Return the end of the designation that begins at `start`, or `start`."""
    if _LIKELY.match(scene.text, start) is None:
        return start
    found = _PROVISIONAL.match(scene.text, start, scene.high)
    if found is not None:
        counted = bool(found["count"]) and _SUBSTANCES.match(found[0]) is None
        return found.end() if counted or _is_in_space(scene, start) else start
    found = _NUMBERED.match(scene.text, start, scene.high)
    if found is not None and (found["named"] is not None or _is_in_space(scene, start)):
        return found.end()
    return start


def _is_in_space(scene: Scene, start: int) -> bool:
    """Return whether one of the words before `start` is "asteroid", "comet" or the like."""
    place = scene.skip_back(start)
    for _ in range(_WORDS_BACK):
        if any(hit.term.text == "designation" for hit in scene.hits_behind(place, _CUE)):
            return True
        begin = scene.word_behind(place)
        if begin == place:
            return False
        place = scene.skip_back(begin)
    return False
