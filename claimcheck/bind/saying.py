"""How a figure is put and who says so."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.bind.bodies import bodies_of
from claimcheck.bind.days import days_of
from claimcheck.bind.entities import is_adjective
from claimcheck.bind.reach import Reach, reach_of, weight_of
from claimcheck.bind.scene import Scene, is_attributive
from claimcheck.bind.unknown import DOUBTFUL
from claimcheck.bind.words import Hit
from claimcheck.model.claim import Modality

MODALITIES = {modality.value: modality for modality in Modality}
AHEAD = frozenset(["forecast", "target"])  # qualifiers that tell of what is not yet
SAYS = "according_to"  # the vocabulary's concept for words that introduce who says a figure
FARTHEST = 12.0
MOST_WORDS_BEFORE = 4  # between "according to" and a name
FEW_WORDS_BEHIND = 2  # between a name and "said"; suffixes behind an apostrophe count as words


def choose_modality(scene: Scene, number: int, qualifiers: tuple[str, ...]) -> Modality:
    """Return how the figure is put, by the nearest word that says so; of what a thing is and of what is over no plan is made."""
    said = _said(scene, number, qualifiers)
    if said is Modality.PLANNED and (is_attributive(scene.mentions[number], scene.quantities[number]) or _is_over(scene, number)):
        return Modality.ACTUAL
    return said


def _said(scene: Scene, number: int, qualifiers: tuple[str, ...]) -> Modality:
    near = [hit for hit in scene.hits("modality") if _governs(scene, number, hit)]
    if near:
        best = min(near, key=lambda hit: weight_of(scene, number, hit))
        for id_ in (best.id, *scene.vocabulary.concepts[best.id].is_a):
            if id_ in MODALITIES:
                return MODALITIES[id_]
    return Modality.PLANNED if AHEAD.intersection(qualifiers) else Modality.ACTUAL


def _is_over(scene: Scene, number: int) -> bool:
    """Return whether the figure is a time that had passed when the article appeared."""
    days, published = days_of(scene.quantities[number]), scene.published
    if days is None or published is None or days.high is None or published.low is None:
        return False
    return days.high < published.low


def choose_attribution(scene: Scene, number: int) -> str | None:
    """Return who measured or said it: a measurer that the clause names, or the name at a word such as "according to"."""
    candidates = [hit for hit in scene.names if hit.rank < DOUBTFUL and not is_adjective(hit) and _speaks(scene, hit)]
    reached = [hit for hit in candidates if _covers(scene, number, hit)]
    if reached:
        return min(reached, key=lambda hit: weight_of(scene, number, hit)).id
    if scene.speaker is not None:
        return scene.speaker
    for heading in reversed(scene.headings):
        measurers = {hit.id for hit in heading.names if scene.vocabulary.is_measurer(hit.id)}
        if len(measurers) == 1 and not candidates:
            return measurers.pop()
    return None


def _governs(scene: Scene, number: int, hit: Hit) -> bool:
    reach = reach_of(scene, number, hit)
    if reach is Reach.SHARED:  # not where another clause follows: "promised 45 million in aid and sent 650 soldiers"
        return scene.layout.segments[number].is_elliptic
    return reach is not Reach.ELSEWHERE and abs(scene.layout.distance(number, hit.start, hit.end)) <= FARTHEST


def _speaks(scene: Scene, name: Hit) -> bool:
    if name.role == "entity" and scene.vocabulary.is_measurer(name.id):
        return True
    if name.role == "name" and _measures(scene, name):
        return True
    for hit in scene.hits("measurer"):
        if hit.id != SAYS:
            continue
        gap = _words_between(scene, name, hit)
        if gap <= (FEW_WORDS_BEHIND if name.end <= hit.start else MOST_WORDS_BEFORE):
            return True
    return False


def _measures(scene: Scene, name: Hit) -> bool:
    """Return whether a name is that of an institute that gives a figure of its own, or of who asked in a poll.

    "The Aegean Institute measured 6.4", "according to the Demos institute", "the Demos exit poll".
    """
    line = scene.line
    if not _has_institute(line.words, line.lang):
        return False
    bodies = bodies_of(line.lang)
    first, behind = line.count_before(name.start), line.count_before(name.end)
    beside = (*line.words[max(0, first - 1) : first], *line.words[behind : behind + 2])
    if any(word.startswith(bodies.poll) for word in beside):
        return True
    if not any(word.startswith(bodies.institute) for word in (*beside[:2], *line.words[first:behind])) and not _abbreviates(scene, name):
        return False
    return any(word.startswith(bodies.measures) for word in line.words) or bool(scene.hits("measurer"))


@lru_cache(maxsize=64)
def _has_institute(words: tuple[str, ...], lang: str) -> bool:
    bodies = bodies_of(lang)
    sought = (*bodies.institute, *bodies.poll)
    return any(word.startswith(sought) for word in words)


def _abbreviates(scene: Scene, name: Hit) -> bool:
    """Return whether a name in brackets stands behind that of an institute ("the Seismology Centre (SC)")."""
    line, bodies = scene.line, bodies_of(scene.line.lang)
    if line.text[name.start - 1 : name.start] not in {"(", "（"}:
        return False
    first = line.count_before(name.start)
    return first > 0 and any(word.startswith(bodies.institute) for word in line.words[max(0, first - MOST_WORDS_BEFORE) : first])


def _words_between(scene: Scene, a: Hit, b: Hit) -> int:
    first, second = (a, b) if a.start <= b.start else (b, a)
    line = scene.line
    if any(mark in line.text[first.end : second.start] for mark in ",;:("):
        return 99
    return max(0, line.count_before(second.start) - line.count_before(first.end))


def _covers(scene: Scene, number: int, hit: Hit) -> bool:
    """Return whether who speaks at `hit` speaks of the figure: in its own stretch, before the list, or after its end."""
    reach = reach_of(scene, number, hit)
    if reach is not Reach.ELSEWHERE:
        return True
    last = max(figure.end for figure in scene.layout.figures)
    return hit.start >= last
