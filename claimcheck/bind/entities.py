"""Whom and what a figure is about: its own counterpart first, the subject of the sentence afterwards."""

from __future__ import annotations

from claimcheck.bind.parts import whole_of
from claimcheck.bind.reach import Reach, reach_of
from claimcheck.bind.scene import Scene
from claimcheck.bind.unknown import DOUBTFUL
from claimcheck.bind.words import Hit
from claimcheck.model.source import BlockKind

ADJECTIVE = 1000.0  # words by which a country is farther that only an adjective names: behind all proper names
WRONG_SIDE = 4.0  # words by which a name is farther on the side where the list does not have its names


def choose_entities(scene: Scene, number: int) -> tuple[str, ...]:
    """Return the ids of the names bound to the figure, the closest bound first, each once.

    Names that another member of the list has for itself are left out, unless nothing else reaches the figure. What stands
    behind a whole is of its part: "68 of the 180 seats for the Bloc".
    """
    if not scene.names:
        return _of_heads(scene)
    stretches: tuple[list[tuple[float, str]], ...] = ([], [], [], [])  # by reach
    side = side_of(scene, number)
    owned = _owned_by_first(scene, number) if side < 0 else None
    whole, is_whole = whole_of(scene, number), number > 0 and whole_of(scene, number - 1) >= 0
    for hit in scene.names:
        if hit.rank >= DOUBTFUL:
            continue
        reach = reach_of(scene, number, hit)
        if whole >= 0 and reach_of(scene, whole, hit) is Reach.OWN and hit.start > scene.layout.figures[whole].start:
            reach = Reach.OWN
        elif is_whole and reach is Reach.OWN and hit.start > scene.layout.figures[number].start:
            reach = Reach.ELSEWHERE
        if reach is Reach.SHARED and hit == owned:
            reach = Reach.ELSEWHERE
        distance = scene.layout.distance(number, hit.start, hit.end)
        detour = (WRONG_SIDE if distance * side < 0 else 0.0) + (ADJECTIVE if is_adjective(hit) else 0.0)
        stretches[reach].append((abs(distance) + detour, hit.id))
    chosen = [near for reach in (Reach.OWN, Reach.HOST, Reach.SHARED) if stretches[reach] for near in sorted(stretches[reach])]
    if not chosen:
        chosen = sorted(_of_predecessor(scene, number))
    proper = [id_ for distance, id_ in chosen if distance < ADJECTIVE]
    return tuple(dict.fromkeys([*proper, *(id_ for _, id_ in chosen)]))


def _of_heads(scene: Scene) -> tuple[str, ...]:
    """Return the names at the heads of a cell's row and column, the row's first."""
    if scene.sentence.kind is not BlockKind.CELL:
        return ()
    names = [hit.id for heading in reversed(scene.headings) for hit in heading.names if hit.rank < DOUBTFUL and not is_adjective(hit)]
    return tuple(dict.fromkeys(names))


def is_adjective(hit: Hit) -> bool:
    """Return whether a name is but an adjective such as "Spanish", which tells a country in passing."""
    return hit.role == "entity" and hit.rank > 0


def side_of(scene: Scene, number: int) -> int:
    """Return 1 where the list that the figure is in puts names behind figures, -1 where before them, 0 where nothing shows."""
    layout = scene.layout
    if len(layout.figures) == 1:
        return 0
    is_temporal = layout.figures[number].is_temporal
    first = layout.first_time if is_temporal else layout.first
    sides = 0
    for other, figure in enumerate(layout.figures):
        if figure.is_temporal is is_temporal and figure.host < 0 and figure.start != first:
            own = [hit for hit in scene.names if hit.rank < DOUBTFUL and layout.is_own(other, hit.start)]
            sides += sum(1 if hit.start > figure.start else -1 for hit in own)
    return (sides > 0) - (sides < 0)


def _owned_by_first(scene: Scene, number: int) -> Hit | None:
    """Return the name that the first figure of a list has before it, which is no common subject."""
    layout = scene.layout
    first = layout.first_time if layout.figures[number].is_temporal else layout.first
    return next((hit for hit in reversed(scene.names) if hit.rank < DOUBTFUL and hit.end <= first), None)


def _of_predecessor(scene: Scene, number: int) -> list[tuple[float, str]]:
    """Return the own names of the last figure before this one that has any."""
    for earlier in range(number - 1, -1, -1):
        names = [
            (abs(scene.layout.distance(number, hit.start, hit.end)), hit.id)
            for hit in scene.names
            if hit.rank < DOUBTFUL and not is_adjective(hit) and scene.layout.is_own(earlier, hit.start)
        ]
        if names:
            return names
    return []
