"""Who measured or said a figure where nobody is named: the police, the organisers, a union."""

from __future__ import annotations

from claimcheck.bind.reach import Reach, reach_of, weight_of
from claimcheck.bind.saying import choose_attribution
from claimcheck.bind.scene import Scene
from claimcheck.bind.words import Hit

VERBS = frozenset(["according_to", "puts_at"])  # the vocabulary's concepts for the words that make somebody a speaker
MOST_WORDS_BETWEEN = 2
APART = frozenset(",;:(")


def choose_speaker(scene: Scene, number: int) -> str | None:
    """Return who measured or said it: a party that the clause names, or else a kind of one such as the organisers.

    A measurer that is known by name comes first; of the police of a town the police, not the town.
    """
    named = choose_attribution(scene, number)
    if named is not None and scene.vocabulary.is_measurer(named):
        return named
    speakers = speakers_of(scene)
    if speakers:  # "the police spoke of 400, the organisers of 900"
        speakers = [hit for hit in _kinds(scene) if hit in speakers or reach_of(scene, number, hit) is Reach.OWN]
    reached = [hit for hit in speakers if _covers(scene, number, hit)]
    return min(reached, key=lambda hit: weight_of(scene, number, hit)).id if reached else named


def speakers_of(scene: Scene) -> list[Hit]:
    """Return the words of the sentence for kinds of parties that say something, in order of place."""
    return [hit for hit in _kinds(scene) if _speaks(scene, hit)]


def _kinds(scene: Scene) -> list[Hit]:
    return [hit for hit in scene.hits("measurer") if hit.id not in VERBS]


def _speaks(scene: Scene, speaker: Hit) -> bool:
    """Return whether a word such as "according to" or "put at" stands at the speaker."""
    return any(hit.id in VERBS and _words_between(scene, speaker, hit) <= MOST_WORDS_BETWEEN for hit in scene.hits("measurer"))


def _words_between(scene: Scene, a: Hit, b: Hit) -> int:
    first, second = (a, b) if a.start <= b.start else (b, a)
    line = scene.line
    if not APART.isdisjoint(line.text[first.end : second.start]):
        return MOST_WORDS_BETWEEN + 1
    return max(0, line.count_before(second.start) - line.count_before(first.end))


def _covers(scene: Scene, number: int, speaker: Hit) -> bool:
    """Return whether the speaker speaks of the figure: in its own stretch, before it, or behind all figures."""
    if reach_of(scene, number, speaker) is not Reach.ELSEWHERE:
        return True
    return speaker.start >= max(figure.end for figure in scene.layout.figures)
