"""Words around a figure that tell which kind of unit an ambiguous one is: "weighs" beside pounds, "telescope" beside 2'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.lexicon.language import Role, Term
from claimcheck.scan.scene import Hit, Scene

# vowel signs of Indic scripts are no letters to `re`, but parts of words; their digits and dandas are not
_SIGNS = "".join(f"{chr(block)}-{chr(block + 0x63)}{chr(block + 0x70)}-{chr(block + 0x7F)}" for block in range(0x0900, 0x0E00, 0x80))
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f{_SIGNS}])*")
_BEFORE, _BEHIND = 60, 30  # characters in which a word is near


def by_cue(scene: Scene, hit: Hit, start: int) -> Hit:
    """Return the hit with the units of the kind first that a word near by tells of, or the hit itself."""
    kinds = {unit.kind for unit in hit.term.units}
    if len(kinds) < 2:
        return hit
    for cue in cues_between(scene, max(scene.opening, start - _BEFORE), min(scene.high, hit.end + _BEHIND)):
        told = cue.term.text
        if told in kinds:
            units = sorted(hit.term.units, key=lambda unit: unit.kind != told)
            return Hit(hit.start, hit.end, replace(hit.term, units=tuple(units)))
    return hit


def cues_between(scene: Scene, low: int, high: int) -> Iterator[Hit]:
    """Yield the cues between two places: whole words, and where words are not parted, whatever stands there."""
    if not scene.language.spaced:
        for place in range(low, high):
            yield from scene.hits_ahead(place, _CUE)
        return
    for found in WORD.finditer(scene.folded, low, high):
        for term in scene.language.terms.get(found[0], ()):
            if term.role is Role.CUE:
                yield Hit(found.start(), found.end(), term)


_CUE = frozenset({Role.CUE})


def speaks_of(scene: Scene, kind: str, *, but: str = "") -> bool:
    """Return whether the sentence speaks of what units of a kind measure, in a word of its own or a unit of the kind other than `but`."""
    for found in WORD.finditer(scene.folded, scene.opening, scene.high):
        for term in scene.language.terms.get(found[0], ()) if found[0] != but else ():
            if term.text == kind if term.role is Role.CUE else _names(term, kind, found[0]):
                return True
    return False


def _names(term: Term, kind: str, word: str) -> bool:
    return term.role is Role.UNIT and len(word) > 1 and any(unit.kind == kind for unit in term.units)
