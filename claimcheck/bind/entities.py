"""Whom and what a figure is about: its own counterpart first, the subject of the sentence afterwards."""

from __future__ import annotations

from claimcheck.bind.reach import Reach, reach_of
from claimcheck.bind.scene import Scene
from claimcheck.bind.unknown import DOUBTFUL
from claimcheck.bind.words import Hit


def choose_entities(scene: Scene, number: int) -> tuple[str, ...]:
    """Return the ids of the names bound to the figure, the closest bound first, each once.

    Names that another member of the list has for itself are left out, unless the figure has none of its own.
    """
    stretches: dict[Reach, list[tuple[float, str]]] = {reach: [] for reach in Reach}
    owned = _owned_by_first(scene)
    for hit in scene.names:
        if hit.rank >= DOUBTFUL:
            continue
        reach = reach_of(scene, number, hit)
        if reach is Reach.SHARED and hit == owned:
            reach = Reach.ELSEWHERE
        stretches[reach].append((abs(scene.layout.distance(number, hit.start, hit.end)), hit.id))
    own = sorted(stretches[Reach.OWN]) + sorted(stretches[Reach.HOST])
    chosen = own + sorted(stretches[Reach.SHARED])
    if not own:
        chosen += sorted(_of_predecessor(scene, number))
    return tuple(dict.fromkeys(id_ for _, id_ in chosen))


def _owned_by_first(scene: Scene) -> Hit | None:
    """Return the name before the first figure where the list puts names before figures, so that it is no common subject."""
    before = after = 0
    for number, figure in enumerate(scene.layout.figures):
        if figure.is_temporal or figure.host >= 0 or figure.start == scene.layout.first:
            continue
        for hit in scene.names:
            if hit.rank < DOUBTFUL and scene.layout.is_own(number, hit.start):
                before += hit.start < figure.start
                after += hit.start > figure.start
    leading = [hit for hit in scene.names if hit.rank < DOUBTFUL and hit.end <= scene.layout.first]
    return leading[-1] if leading and before > after else None


def _of_predecessor(scene: Scene, number: int) -> list[tuple[float, str]]:
    """Return the own names of the last figure before this one that has any."""
    for earlier in range(number - 1, -1, -1):
        names = [
            (abs(scene.layout.distance(number, hit.start, hit.end)), hit.id)
            for hit in scene.names
            if hit.rank < DOUBTFUL and scene.layout.is_own(earlier, hit.start)
        ]
        if names:
            return names
    return []
