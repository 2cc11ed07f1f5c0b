"""Which figures are but a part of another one of their sentence."""

from __future__ import annotations

from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import TEMPORAL
from claimcheck.bind.scene import Scene


def is_part(scene: Scene, number: int) -> bool:
    """Return whether the figure is a part of another: "of the 216 dead 70 were …", "nine of them"."""
    if scene.quantities[number].kind in TEMPORAL:
        return False
    return _is_partitive(scene, number) or (_follows_whole(scene, number) and not _opens_with_part_word(scene, number))


def _is_partitive(scene: Scene, number: int) -> bool:
    """Return whether words such as "of them" stand at the figure."""
    line, joints = scene.line, joints_of(scene.line.lang)
    figure = scene.layout.figures[number]
    behind, before = line.count_before(figure.end), line.count_before(figure.start)
    edge = line.words[max(0, behind - 1) : behind + 1]
    for phrase in joints.part_after:
        size = len(phrase)
        if phrase[0] in edge and any(line.words[first : first + size] == phrase for first in (behind - 1, behind)):
            return True
        if number and line.words[max(0, before - size) : before] == phrase:
            return True
    return False


def _follows_whole(scene: Scene, number: int) -> bool:
    """Return whether the sentence opens with the whole that its later figures are parts of ("Of the 216 dead, …")."""
    amounts = [order for order, quantity in enumerate(scene.quantities) if quantity.kind not in TEMPORAL]
    return number != amounts[0] and _opens_with_part_word(scene, amounts[0])


def _opens_with_part_word(scene: Scene, number: int) -> bool:
    line = scene.line
    before = line.words[: line.count_before(scene.layout.figures[number].start)]
    return before in joints_of(line.lang).part
