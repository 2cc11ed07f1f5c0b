"""Whom and what a figure is about: its own counterpart first, the subject of the sentence afterwards."""

from __future__ import annotations

from claimcheck.bind.reach import Reach, reach_of
from claimcheck.bind.scene import Scene
from claimcheck.bind.unknown import DOUBTFUL
from claimcheck.bind.words import Hit


def choose_entities(scene: Scene, number: int) -> tuple[str, ...]:
    """Return the ids of the names bound to the figure, the closest bound first, each once.

    Names that another member of the list has for itself are left out, unless nothing else reaches the figure.
    """
    stretches: dict[Reach, list[tuple[float, str]]] = {reach: [] for reach in Reach}
    owned = _owned_by_first(scene, number)
    for hit in scene.names:
        if hit.rank >= DOUBTFUL:
            continue
        reach = reach_of(scene, number, hit)
        if reach is Reach.SHARED and hit == owned:
            reach = Reach.ELSEWHERE
        stretches[reach].append((abs(scene.layout.distance(number, hit.start, hit.end)), hit.id))
    own = sorted(stretches[Reach.OWN]) + sorted(stretches[Reach.HOST])
    chosen = own + sorted(stretches[Reach.SHARED])
    if not chosen:
        chosen += sorted(_of_predecessor(scene, number))
    return tuple(dict.fromkeys(id_ for _, id_ in chosen))


def _owned_by_first(scene: Scene, number: int) -> Hit | None:
    """Return the name before the first figure where the list puts names before figures, so that it is no common subject."""
    layout = scene.layout
    is_temporal = layout.figures[number].is_temporal
    first = layout.first_time if is_temporal else layout.first
    names = [hit for hit in scene.names if hit.rank < DOUBTFUL]
    before = after = 0
    for other, figure in enumerate(layout.figures):
        if figure.is_temporal is is_temporal and figure.host < 0 and figure.start != first:
            own = [hit for hit in names if layout.is_own(other, hit.start)]
            before += sum(1 for hit in own if hit.start < figure.start)
            after += sum(1 for hit in own if hit.start > figure.start)
    leading = [hit for hit in names if hit.end <= first]
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
