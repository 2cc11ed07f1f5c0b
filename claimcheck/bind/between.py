"""Words for times between two figures, and those that only tell what something is held against."""

from __future__ import annotations

from claimcheck.bind.ends import POSTPOSITIONS
from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import BREAKS
from claimcheck.bind.scene import Scene
from claimcheck.lexicon.language import Role
from claimcheck.lexicon.load import load_language

NAME_FIRST = POSTPOSITIONS | {"zh"}  # languages that put the time before the figure
FEW_WORDS = 2
SINCE = frozenset([Role.SINCE])
POSSESSIVE = ("s",)
FROM_ONLY = frozenset(["from"])  # "3 % from January" compares, "desde enero" begins


def is_neighbours(scene: Scene, number: int, start: int, end: int) -> bool:
    """Return whether a time, from `start` to `end`, between two figures that nothing parts belongs to the other one.

    "From 2.8 % in January to 3.1 %": to the one before it, but where times go before their figures to the one behind.
    """
    layout, line = scene.layout, scene.line
    amounts = [place for place, figure in enumerate(layout.figures) if not figure.is_temporal and figure.host < 0]
    left = next((place for place in reversed(amounts) if layout.figures[place].end <= start), -1)
    right = next((place for place in amounts if layout.figures[place].start >= end), -1)
    if number not in (left, right) or left < 0 or right < 0:
        return False
    if not (layout.is_own(left, start) and layout.is_own(right, start)):
        return False
    if line.lang.partition("-")[0] in NAME_FIRST or _leads_to(scene, end, right):
        return number != right
    return number != left


def _leads_to(scene: Scene, end: int, number: int) -> bool:
    """Return whether the figure stands right behind the time: "January's 2.8 %", "1月の2.8%"."""
    line = scene.line
    between = line.words[line.count_before(end) : line.count_before(scene.layout.figures[number].start)]
    return between in ((), POSSESSIVE) or (len(between) == 1 and line.lang.partition("-")[0] in NAME_FIRST)


def is_base(scene: Scene, number: int, start: int, end: int) -> bool:
    """Return whether the time is only what something is held against: "3 % more than in January", "gegenüber September 2,5 %"."""
    line, joints = scene.line, joints_of(scene.line.lang)
    last = line.count_before(start)
    is_behind = start > scene.layout.figures[number].start
    if not is_behind and _leads_to(scene, end, number):
        return False
    for gap in range(FEW_WORDS):
        for phrase in joints.versus:
            first = last - gap - len(phrase)
            if first < 0 or line.words[first : last - gap] != phrase:
                continue
            if any(line.starts[first] <= mention.start < start for mention in scene.mentions):
                return False
            if not BREAKS.isdisjoint(line.text[line.starts[first] : start]):
                return False
            return not _begins(line.lang, phrase) or (is_behind and phrase[0] in joints.before_old and phrase[0] in FROM_ONLY)
    return False


def _begins(lang: str, phrase: tuple[str, ...]) -> bool:
    """Return whether what sets two things against each other also begins a stretch of time, as "desde" and "from" do."""
    terms = load_language(lang).terms
    word = " ".join(phrase)
    return word in terms and any(term.role in SINCE for term in terms[word])
