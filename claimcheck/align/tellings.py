"""Sentences that tell the same in other words or another language, and which of their figures stand for one another.

Where two sentences share enough of what they say, their figures correspond, whatever binding made of each: equal ones first,
then those that are alone of their kind among what is left. A figure left over beside such a twin is a slip, or a later value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.align.around import NOTHING, Common, common_of_texts
from claimcheck.align.groups import Group, comparable
from claimcheck.align.leftover import ENOUGH_TOLD, ONE_TEXT, may_be_slip
from claimcheck.align.score import Meeting
from claimcheck.model.claim import Claim
from claimcheck.relation import Outcome, Relation, relate_at
from claimcheck.values import dataclass

ONE_SENTENCE = 0.3  # what two sentences of long texts have in common from which they tell the same (around.Common.sentences)
ONE_VERSION = 0.2  # the same for the sentences of a text and its translation
MOST_PAIRS = 20_000  # of sentences with figures: some 140 on each side
LEAST_SENTENCES = 4
ENOUGH_SENTENCES = 0.75

Sentence = tuple[tuple[Claim, Group], ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """Two figures that stand for one another in sentences that tell the same; `common` is what these have in common."""

    a: Group
    b: Group
    relation: Relation
    common: Common


def twins(meeting: Meeting) -> Iterator[Twin]:
    """Yield the figures of two documents that stand for one another, in order of the sentences of the first."""
    least = ONE_TEXT if meeting.are_versions else ONE_SENTENCE
    for own, other, both in _nearest(_sentences(meeting.ours.groups), _sentences(meeting.theirs.groups)):
        if both.sentences >= least and both.told >= ENOUGH_TOLD:
            yield from _correspond(own, other, both, meeting)


def are_one_text(ours: Sequence[Group], theirs: Sequence[Group]) -> bool:
    """Return whether two documents tell the same sentence for sentence: a text and its translation.

    Of 180 articles and their translations 124 share three quarters of at least four sentences with figures, of 300 pairs
    of reports on one story none.
    """
    first, second = _sentences(ours), _sentences(theirs)
    shorter, longer = sorted((len(first), len(second)))
    if shorter < LEAST_SENTENCES or shorter < ENOUGH_SENTENCES * longer:
        return False
    found = sum(1 for _, _, both in _nearest(first, second) if both.sentences >= ONE_VERSION)
    return found >= max(LEAST_SENTENCES, ENOUGH_SENTENCES * longer)


def _nearest(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Common]]:
    """Yield the sentences that are nearest to one another, each to the other, and what they have in common.

    Documents far longer than articles get none: the work grows with the product of their sentences.
    """
    if len(ours) * len(theirs) > MOST_PAIRS:
        return
    said = [_said(other) for other in theirs]
    table = [[common_of_texts(*one, *other) for other in said] for one in map(_said, ours)]
    for own, row in zip(ours, table, strict=True):
        best = max(row, key=_share, default=NOTHING)
        at = row.index(best) if best.sentences else -1
        if best.sentences and all(others[at].sentences <= best.sentences for others in table):
            yield own, theirs[at], best


def _share(both: Common) -> float:
    return both.sentences


def _sentences(groups: Sequence[Group]) -> Sequence[Sentence]:
    found: dict[int, list[tuple[Claim, Group]]] = defaultdict(list)
    for group in groups:
        for claim in group.claims:
            found[claim.evidence.place].append((claim, group))
    return [tuple(sorted(own, key=lambda one: one[0].span.start)) for _, own in sorted(found.items())]


def _said(sentence: Sentence) -> tuple[str, str]:
    """Return a sentence and its language."""
    evidence = sentence[0][0].evidence
    return evidence.quote, evidence.lang.partition("-")[0]


def _correspond(ours: Sentence, theirs: Sentence, both: Common, meeting: Meeting) -> Iterator[Twin]:
    left_ours, left_theirs = list(ours), list(theirs)
    for one in ours:
        for other in left_theirs:
            relation = _relate(one[0], other[0], meeting)
            if relation is not None and relation.outcome is Outcome.SAME:
                yield Twin(one[1], other[1], relation, both)
                left_ours.remove(one)
                left_theirs.remove(other)
                break
    for one in left_ours:
        for other in left_theirs:
            if _is_alone(one[0], left_ours) and _is_alone(other[0], left_theirs):
                relation = _relate(one[0], other[0], meeting)
                if relation is not None and may_be_slip(one[1], other[1], are_long=meeting.is_echo):
                    yield Twin(one[1], other[1], relation, both)


def _relate(a: Claim, b: Claim, meeting: Meeting) -> Relation | None:
    if comparable(a.quantity) != comparable(b.quantity):
        return None
    return relate_at(a.quantity, b.quantity, meeting.day, tenths=meeting.taxonomy.is_in_tenths(a.attribute, b.attribute))


def _is_alone(claim: Claim, left: Sequence[tuple[Claim, Group]]) -> bool:
    """Return whether no other figure of the kind is left, but for its own conversion."""
    kind = comparable(claim.quantity)
    return all(
        other is claim or comparable(other.quantity) != kind or other.converts == claim.id or claim.converts == other.id
        for other, _ in left
    )
