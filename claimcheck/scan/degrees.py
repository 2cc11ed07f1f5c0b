"""What bare degrees measure: heat, an angle, or the strength of an earthquake, by the words of their sentence."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.scan.cues import cues_between
from claimcheck.scan.scene import Hit, Scene
from claimcheck.units import PLAIN, unit_of


def by_sentence(scene: Scene, hit: Hit) -> Hit:
    """Return the unit of bare degrees with the meaning first that a word of the sentence tells of, the nearest one's."""
    nearest: tuple[int, str] | None = None
    for cue in cues_between(scene, scene.opening, scene.high):
        if cue.term.text in _UNITS:
            away = max(hit.start - cue.end, cue.start - hit.end)
            nearest = min(nearest or (away, cue.term.text), (away, cue.term.text))
    if nearest is None:
        return hit
    name = _UNITS[nearest[1]]
    first = unit_of(name) if name else PLAIN
    others = tuple(unit for unit in hit.term.units if unit.name != first.name)
    return Hit(hit.start, hit.end, replace(hit.term, units=(first, *others)))


_UNITS = {"temperature": "degree_Celsius", "angle": "degree", "magnitude": ""}
