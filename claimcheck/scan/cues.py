"""Words around a figure that tell which kind of unit an ambiguous one is: "weighs" beside pounds, "telescope" beside 2'."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.lexicon.language import Role, Term
from claimcheck.scan.scene import Hit, Scene

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE, _BEHIND = 60, 30  # characters in which a word is near


def by_cue(scene: Scene, hit: Hit, start: int) -> Hit:
    """Return the hit with the units of the kind first that a word near by tells of, or the hit itself."""
    kinds = {unit.kind for unit in hit.term.units}
    if len(kinds) < 2:
        return hit
    for found in _WORD.finditer(scene.folded, max(scene.opening, start - _BEFORE), min(scene.high, hit.end + _BEHIND)):
        for term in scene.language.terms.get(found[0], ()):
            if term.role is Role.CUE and term.text in kinds:
                units = sorted(hit.term.units, key=lambda unit: unit.kind != term.text)
                return Hit(hit.start, hit.end, replace(hit.term, units=tuple(units)))
    return hit


def speaks_of(scene: Scene, kind: str) -> bool:
    """Return whether the sentence speaks of what units of a kind measure, in a word of its own or another unit of the kind."""
    for found in _WORD.finditer(scene.folded, scene.opening, scene.high):
        for term in scene.language.terms.get(found[0], ()):
            if term.text == kind if term.role is Role.CUE else _names(term, kind, found[0]):
                return True
    return False


def _names(term: Term, kind: str, word: str) -> bool:
    return term.role is Role.UNIT and len(word) > 1 and any(unit.kind == kind for unit in term.units)
