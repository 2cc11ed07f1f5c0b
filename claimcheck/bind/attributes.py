"""What a figure is a figure of: the nearest concept that its kind of quantity fits."""

from __future__ import annotations

from claimcheck.bind.counted import COUNTS, choose_counted
from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import BREAKS, TEMPORAL
from claimcheck.bind.reach import Reach, reach_of, weight_of
from claimcheck.bind.scene import Scene
from claimcheck.bind.scopes import is_located
from claimcheck.bind.unknown import CERTAIN
from claimcheck.bind.words import Hit
from claimcheck.model.source import BlockKind

ANY_KIND_COST = 2.0  # a concept that fits every quantity says less than one made for this kind
WIDER_COST = 12.0
FARTHEST = 26.0
NEAR = 7.0
LEAD = 3  # sentences, the title among them, in which a time of day is that of what the title tells
FALLBACK_KINDS = frozenset(["date", "time", "duration"])  # a heading says what happens, not when


def choose_attribute(scene: Scene, number: int) -> Hit | None:
    """Return the attribute hit of the sentence that is bound closest to the figure."""
    kind = scene.quantities[number].kind
    candidates = [hit for hit in scene.hits("attribute") if scene.fits(hit, kind) and not _is_of_another(scene, number, hit)]
    if kind not in TEMPORAL and not _is_bare_member(scene, number):  # what stands at another amount is that amount's
        farthest = Reach.HOST if _has_subject(scene, number) else Reach.SHARED
        candidates = [hit for hit in candidates if reach_of(scene, number, hit) <= farthest]
    if kind in COUNTS:
        candidates = _told_of(scene, number, candidates)
    if not candidates:
        return None
    wider = {wide for hit in candidates for wide in scene.vocabulary.concepts[hit.id].is_a}
    weight, best = min((weight_of(scene, number, hit) + _generality(scene, hit, wider), hit) for hit in candidates)
    return best if weight <= FARTHEST or scene.layout.segments[number].is_elliptic else None


def _told_of(scene: Scene, number: int, candidates: list[Hit]) -> list[Hit]:
    """Return what the clause says of those counted, where it says it: "11,000 inhabitants were evacuated" is no population.

    What the noun itself may mean holds where nothing else is said right beside it.
    """
    mention = scene.mentions[number]
    end = max(mention.end, mention.counted_to)
    others = [hit for hit in candidates if not mention.start <= hit.start < end]
    if not others or len(others) == len(candidates):
        return candidates
    near = [hit for hit in others if reach_of(scene, number, hit) is Reach.OWN and weight_of(scene, number, hit) <= NEAR]
    return [hit for hit in near if BREAKS.isdisjoint(scene.line.text[min(hit.end, end) : max(hit.start, mention.start)])] or candidates


def _has_subject(scene: Scene, number: int) -> bool:
    """Return whether the figure has a clause of its own with a party before it: "turnout was 58 % and Quill won with 36 %"."""
    segment, start = scene.layout.segments[number], scene.layout.figures[number].start
    if segment.is_elliptic or start == scene.layout.first or segment.host >= 0:
        return False
    return any(
        segment.start <= hit.start < start and hit.rank == CERTAIN and not is_located(scene, hit) and not scene.vocabulary.is_place(hit.id)
        for hit in scene.names
    )


def _is_bare_member(scene: Scene, number: int) -> bool:
    """Return whether the figure is a number alone that continues a list: "14 died in Norva, 3 in Tarn"."""
    mention = scene.mentions[number]
    is_bare = scene.quantities[number].kind in COUNTS and not choose_counted(scene, number).is_attached
    return scene.layout.segments[number].is_elliptic and is_bare and mention.converts < 0


def attribute_of_heading(scene: Scene, number: int, *, has_noun: bool) -> Hit | None:
    """Return the attribute that the nearest heading gives, for figures that have none of their own.

    A counted noun says itself what the figure is of, and dates are of too many things.
    """
    kind = scene.quantities[number].kind
    is_cell = scene.sentence.kind is BlockKind.CELL
    if not is_cell and (has_noun or (kind in FALLBACK_KINDS and not (kind == "time" and scene.place <= LEAD))):
        return None
    for heading in reversed(scene.headings):
        fitting = [hit for hit in heading.concepts if hit.role == "attribute" and kind in scene.vocabulary.concepts[hit.id].kinds]
        if fitting:
            return min(fitting, key=lambda hit: hit.rank)
    return None


def _is_of_another(scene: Scene, number: int, hit: Hit) -> bool:
    """Return whether the word is part of another figure ("a 20-year-old") or names the time behind it."""
    for other, mention in enumerate(scene.mentions):
        if other != number and mention.start <= hit.start < mention.end:
            return True
    return _is_of_a_time(scene, number, hit)


def _is_of_a_time(scene: Scene, number: int, hit: Hit) -> bool:
    """Return whether the word names a time behind the figure: "18 million and a contract of five years" is no contract's value."""
    layout, line = scene.layout, scene.line
    figure = layout.figures[number]
    if hit.start < figure.end or figure.is_temporal:
        return False
    following = next((other for other in layout.figures if other.start >= hit.end), None)
    if following is None or not following.is_temporal or line.count_before(following.start) - line.count_before(hit.end) > 1:
        return False
    between = line.words[line.count_before(figure.end) : line.count_before(hit.start)]
    return not joints_of(line.lang).conjunctions.isdisjoint(between) or not BREAKS.isdisjoint(line.text[figure.end : hit.start])


def _generality(scene: Scene, hit: Hit, wider: set[str]) -> float:
    """Return what a concept costs that says little, or less than another of the sentence that is a kind of it: a contract is "worth" a sum."""
    return (0.0 if scene.vocabulary.concepts[hit.id].kinds else ANY_KIND_COST) + (WIDER_COST if hit.id in wider else 0.0)
