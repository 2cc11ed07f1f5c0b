"""What narrows a figure: fixed or bonus, monthly or yearly, forecast or result."""

from __future__ import annotations

from claimcheck.bind.attributes import choose_attribute
from claimcheck.bind.between import is_base, is_neighbours
from claimcheck.bind.changes import CHANGE, is_change
from claimcheck.bind.counted import choose_counted
from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import TEMPORAL
from claimcheck.bind.over_time import QUALIFIERS
from claimcheck.bind.parts import PART, is_part
from claimcheck.bind.reach import Reach, reach_of
from claimcheck.bind.scene import Scene
from claimcheck.bind.words import Hit
from claimcheck.model.source import BlockKind
from claimcheck.model.taxonomy import EARLIER, Taxonomy

FARTHEST = 12.0
FEW_WORDS = 2


def choose_qualifiers(scene: Scene, number: int, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the qualifier concepts of the figure, nearest first; of contrasting ones the nearest alone."""
    kind = scene.quantities[number].kind
    near = sorted(
        (abs(scene.layout.distance(number, hit.start, hit.end)), hit.id)
        for hit in scene.hits("qualifier")
        if _suits(scene, number, hit) and _applies(scene, number, hit)
    )
    own = QUALIFIERS.get(scene.quantities[number].per)
    ids = [own] if own is not None and own in scene.vocabulary.concepts else []
    ids.extend(dict.fromkeys(id_ for _, id_ in near))
    ids.extend(_of_cell(scene, kind))
    if CHANGE in scene.vocabulary.concepts and kind not in TEMPORAL and is_change(scene, number):
        ids.extend([] if _is_rate(scene, number) else [CHANGE])
    elif EARLIER in scene.vocabulary.concepts and (_is_held_against(scene, number) or _is_left(scene, number)):
        ids.append(EARLIER)
    if PART in ids and _is_whole(scene, number):
        ids.remove(PART)
    chosen: list[str] = []
    for id_ in ids:
        if id_ not in chosen and not any(_exclude(id_, other, taxonomy) for other in chosen):
            chosen.append(id_)
    return tuple(id_ for id_ in chosen if id_ != EARLIER or not any(_is_earlier(scene, other) for other in chosen))


def _is_whole(scene: Scene, number: int) -> bool:
    """Return whether the words for a part lead from the figure to another one: "nine died, the last of them on Monday"."""
    if is_part(scene, number):
        return False
    start = scene.layout.figures[number].start
    return not any(hit.id == PART and hit.end <= start and scene.layout.is_own(number, hit.start) for hit in scene.hits("qualifier"))


def _is_rate(scene: Scene, number: int) -> bool:
    """Return whether a percentage may be an attribute that is a change itself, as inflation is: "prices rose 3 %".

    So it may where its sentence names no attribute that has another measure ("exports rose 3 %").
    """
    if scene.quantities[number].kind != "percent":
        return False
    hit = choose_attribute(scene, number)
    return hit is None or scene.vocabulary.concepts[hit.id].kinds == ("percent",)


def _is_earlier(scene: Scene, qualifier: str) -> bool:
    """Return whether a qualifier tells how much earlier a value is, or that it is an earlier estimate."""
    return EARLIER in scene.vocabulary.concepts[qualifier].is_a


def _exclude(id_: str, other: str, taxonomy: Taxonomy) -> bool:
    """Return whether no figure is both: fixed and a bonus, of the first instance and of the appeal."""
    stages = taxonomy.stage((id_,)), taxonomy.stage((other,))
    return taxonomy.contrast(id_, other) or (all(stages) and stages[0] != stages[1])


def _suits(scene: Scene, number: int, hit: Hit) -> bool:
    """Return whether the qualifier can be of this figure.

    A word inside another figure ("7年間") qualifies nothing, and of a time not what stands beyond an amount ("22 years, costs
    150 million in all").
    """
    kind = scene.quantities[number].kind
    if not scene.fits(hit, kind):
        return False
    own = scene.layout.figures[number]
    for other, figure in enumerate(scene.layout.figures):
        if figure.start <= hit.start and hit.end <= figure.end and (other != number or own.is_temporal):
            return False
        if own.is_temporal and not figure.is_temporal and min(own.end, hit.end) <= figure.start < figure.end <= max(own.start, hit.start):
            return False
    return True


def _is_left(scene: Scene, number: int) -> bool:
    """Return whether the figure is the old value of what went from it to the next one ("from 27,500 to 15,000 MW")."""
    if number + 1 >= len(scene.quantities) or scene.quantities[number + 1].kind in TEMPORAL:
        return False
    line, joints = scene.line, joints_of(scene.line.lang)
    old, new = scene.layout.figures[number], scene.layout.figures[number + 1]
    between = line.words[line.count_before(old.end) : line.count_before(new.start)]
    before = line.words[max(0, line.count_before(old.start) - 1) : line.count_before(old.start)]
    return len(between) == len(before) == 1 and between[0] in joints.before_new and before[0] in joints.before_old


def _applies(scene: Scene, number: int, hit: Hit) -> bool:
    """Return whether the qualifier speaks of this figure.

    Words shared by a whole list reach the later members only while these are mere members ("food 8.4 %, housing 7.8 %"), and
    not the one that the first member has for itself where the others have theirs at the same place.
    """
    beside = _beside_held(scene, hit)
    if beside:
        return number in beside
    reach = reach_of(scene, number, hit)
    if _is_earlier(scene, hit.id) and (is_neighbours(scene, number, hit.start, hit.end) or is_base(scene, number, hit.start, hit.end)):
        return False
    if reach is Reach.OWN:
        return abs(scene.layout.distance(number, hit.start, hit.end)) <= FARTHEST
    if reach is Reach.HOST:
        return True
    return reach is Reach.SHARED and scene.layout.segments[number].is_elliptic and not _is_first_members(scene, number, hit)


def _beside_held(scene: Scene, hit: Hit) -> tuple[int, ...]:
    """Return the figures beside one that the words of the hit hold ("the first nine months"); nothing where they hold none."""
    for number, figure in enumerate(scene.layout.figures):
        if hit.start <= figure.start and figure.end <= hit.end and not (hit.start == figure.start and hit.end == figure.end):
            return (number - 1, number, number + 1)
    return ()


def _is_first_members(scene: Scene, number: int, hit: Hit) -> bool:
    layout = scene.layout
    first = layout.first_time if layout.figures[number].is_temporal else layout.first
    start = layout.figures[number].start
    has_own = any(layout.is_own(number, other.start) and other.start < start for other in scene.hits("qualifier"))
    line = scene.line
    return has_own and line.count_before(first) - line.count_before(hit.end) <= FEW_WORDS


def _of_cell(scene: Scene, kind: str) -> list[str]:
    if scene.sentence.kind is not BlockKind.CELL:
        return []
    return [hit.id for heading in reversed(scene.headings) for hit in heading.concepts if hit.role == "qualifier" and scene.fits(hit, kind)]


def _is_held_against(scene: Scene, number: int) -> bool:
    """Return whether the figure is what the one before it, of the same dimension, is compared with."""
    if not scene.layout.segments[number].is_versus or number == 0:
        return False
    dimension = scene.quantities[number].dimension
    last = next((other for other in range(number - 1, -1, -1) if scene.quantities[other].dimension == dimension), -1)
    return last >= 0 and not _counts_other_things(scene, last, number)


def _counts_other_things(scene: Scene, one: int, other: int) -> bool:
    """Return whether both figures have nouns of their own and these differ: "30 runners from 9 countries" compares nothing."""
    nouns = [choose_counted(scene, number) for number in (one, other)]
    return all(noun.is_attached for noun in nouns) and nouns[0].id != nouns[1].id
