"""What a time is the time of where no word of the vocabulary says so, only the way it is put."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import TEMPORAL
from claimcheck.bind.scene import Scene
from claimcheck.lexicon.language import Role
from claimcheck.lexicon.load import load_language
from claimcheck.model.mention import Hedge

DEADLINE = "deadline"  # the vocabulary's concepts for what only the way of putting it may tell
AGE = "age"
PERSON = "person"
PERIOD_COUNTED = "period_counted"
OLDEST = Decimal(120)
BEFORE_DEADLINE = 3  # words between "until" and the day
INTRODUCTORY = frozenset([Role.UNTIL])
OPENS = frozenset(",(，（")
CLOSES = frozenset(",)，）")


def attribute_of_time(scene: Scene, number: int) -> str | None:
    """Return the attribute of a date or duration that no word of its sentence names, as far as the vocabulary has it."""
    kind = scene.quantities[number].kind
    found: str | None = None
    if kind == "date" and _is_deadline(scene, number):
        found = DEADLINE
    elif is_age(scene, number):
        found = AGE
    elif kind == "duration" and _is_period_counted(scene, number):
        found = PERIOD_COUNTED
    return found if found in scene.vocabulary.concepts else None


def _is_deadline(scene: Scene, number: int) -> bool:
    """Return whether something is to happen up to the day: "by the end of 2026", "hasta el próximo marzo"."""
    if scene.quantities[number].hedge is Hedge.AT_MOST:
        return True
    line = scene.line
    index = line.count_before(scene.layout.figures[number].start)
    terms = load_language(line.lang).terms
    words = line.words[max(0, index - BEFORE_DEADLINE) : index]
    return any(term.role in INTRODUCTORY for word in words if len(word) > 1 for term in terms.get(word, ()))


def is_age(scene: Scene, number: int) -> bool:
    """Return whether a number of years is an age: "Ada Roe, 22 anni, costa …", "un homme de 20 ans"."""
    quantity, figure, line = scene.quantities[number], scene.layout.figures[number], scene.line
    if AGE not in scene.vocabulary.concepts:
        return False
    years = quantity.stated.low
    if quantity.unit != "year" or not quantity.stated.is_point or not isinstance(years, Decimal) or years > OLDEST:
        return False
    before = line.text[line.start : figure.start].rstrip()
    particle = before.rpartition(" ")[2]
    if (particle.lower(),) in joints_of(line.lang).particle:
        before = before[: -len(particle)].rstrip()
        if _ends_with_person(scene, line.start + len(before)):
            return True
    behind = line.text[figure.end : line.end].lstrip()
    return before[-1:] in OPENS and before[:-1].strip() != "" and behind[:1] in CLOSES


def _ends_with_person(scene: Scene, end: int) -> bool:
    """Return whether the words up to `end` close with a noun for people, such as "man" or "child"."""
    concepts = scene.vocabulary.concepts
    return any(hit.end == end and (hit.id == PERSON or PERSON in concepts[hit.id].is_a) for hit in scene.hits("counted"))


def _is_period_counted(scene: Scene, number: int) -> bool:
    """Return whether an amount of the sentence came about in the duration: "3.5 million in four days"."""
    if not any(quantity.kind not in TEMPORAL for quantity in scene.quantities):
        return False
    line = scene.line
    index = line.count_before(scene.layout.figures[number].start)
    joints = joints_of(line.lang)
    if any(line.folded.startswith(word, scene.mentions[number].end) for word in joints.locative_after):
        return True
    return index > 0 and line.words[index - 1] in joints.locative
