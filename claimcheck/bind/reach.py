"""Which words of a sentence reach a figure, and how strongly."""

from __future__ import annotations

from enum import IntEnum

from claimcheck.bind.scene import Scene
from claimcheck.bind.words import Hit


class Reach(IntEnum):
    """Where a word stands for a figure: in its own stretch, in that of the figure it stands in brackets behind, before all figures, elsewhere."""

    OWN = 0
    HOST = 1
    SHARED = 2
    ELSEWHERE = 3


DETOUR = {Reach.OWN: 0.0, Reach.HOST: 3.0, Reach.SHARED: 4.0, Reach.ELSEWHERE: 10.0}
RANK_COST = 0.2
BEHIND = 0.5  # of two equally near words the one before the figure is likelier to name it


def reach_of(scene: Scene, number: int, hit: Hit) -> Reach:
    """Return where the hit stands for the figure."""
    layout = scene.layout
    if layout.is_own(number, hit.start):
        return Reach.OWN
    host = layout.segments[number].host
    if host >= 0 and layout.is_own(host, hit.start):
        return Reach.HOST
    return Reach.SHARED if layout.is_before_all(number, hit.start) else Reach.ELSEWHERE


def weight_of(scene: Scene, number: int, hit: Hit) -> float:
    """Return how weakly the hit is bound to the figure: its distance, more for detours, and for words that tell less."""
    distance = scene.layout.distance(number, hit.start, hit.end)
    behind = BEHIND if distance > 0 else 0.0
    return abs(distance) + behind + DETOUR[reach_of(scene, number, hit)] + min(hit.rank, 10) * RANK_COST
