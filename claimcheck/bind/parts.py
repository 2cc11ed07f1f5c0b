"""Which figures are but a part of another one of their sentence."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import TEMPORAL
from claimcheck.bind.scene import Scene
from claimcheck.bind.words import Hit

PART = "part"  # the vocabulary's concept for what is but a part of another figure


def is_part(scene: Scene, number: int) -> bool:
    """Return whether the figure is a part of another: "of the 216 dead 70 were …", "nine of them"."""
    if scene.quantities[number].kind in TEMPORAL:
        return False
    return _is_partitive(scene, number) or (_follows_whole(scene, number) and not _opens_with_part_word(scene, number))


def leads_to_whole(scene: Scene, index: int) -> bool:
    """Return whether words such as "of them" begin at the word of the line at `index`, and not before a part of their own ("among them 11")."""
    return any(scene.line.count_before(hit.start) == index and not _precedes_figure(scene, hit) for hit in _part_words(scene))


def whole_of(scene: Scene, number: int) -> int:
    """Return the number of the figure that this one is said to be a part of right behind it ("68 of the 180 seats"), or -1."""
    behind = number + 1
    figures, line = scene.layout.figures, scene.line
    if behind >= len(figures) or figures[number].is_temporal or figures[behind].is_temporal:
        return -1
    end = line.count_before(figures[behind].start)
    if not end or line.words[end - 1] not in _part_ends(line.lang):
        return -1
    first = line.count_before(figures[number].start) + 1
    latest = line.count_before(figures[number].end)  # a figure may have taken "of" for its own
    phrases = joints_of(line.lang).part
    return (
        behind if any(first <= end - len(phrase) <= latest and line.words[end - len(phrase) : end] == phrase for phrase in phrases) else -1
    )


@lru_cache(maxsize=256)
def _part_ends(lang: str) -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in joints_of(lang).part)


def _precedes_figure(scene: Scene, hit: Hit) -> bool:
    line = scene.line
    behind = line.count_before(hit.end)
    return any(behind <= line.count_before(figure.start) <= behind + 1 for figure in scene.layout.figures if figure.start >= hit.end)


def _is_partitive(scene: Scene, number: int) -> bool:
    """Return whether words such as "of them" stand at the figure."""
    line = scene.line
    figure = scene.layout.figures[number]
    behind, before = line.count_before(figure.end), line.count_before(figure.start)
    if leads_to_whole(scene, behind - 1) or leads_to_whole(scene, behind):
        return True
    return bool(number) and any(line.count_before(hit.end) == before for hit in _part_words(scene) if hit.end <= figure.start)


def _part_words(scene: Scene) -> list[Hit]:
    return [hit for hit in scene.hits("qualifier") if hit.id == PART]


def _follows_whole(scene: Scene, number: int) -> bool:
    """Return whether the sentence opens with the whole that its later figures are parts of ("Of the 216 dead, …")."""
    amounts = [order for order, quantity in enumerate(scene.quantities) if quantity.kind not in TEMPORAL]
    return number != amounts[0] and _opens_with_part_word(scene, amounts[0])


def _opens_with_part_word(scene: Scene, number: int) -> bool:
    line = scene.line
    before = line.words[: line.count_before(scene.layout.figures[number].start)]
    return before in joints_of(line.lang).part
