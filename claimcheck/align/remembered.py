"""Scores of figures that a process has scored before: an edit changes one sentence, and most figures stay what they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claimcheck.align.groups import Group
from claimcheck.align.profile import Profile
from claimcheck.align.score import Meeting, Scored, score_above
from claimcheck.memory import Memory
from claimcheck.model.taxonomy import Taxonomy


class Essence:
    """What of a group a score depends on: all but its document and the places of its claims, which move with every key."""

    __slots__ = ("_hash", "_parts")

    def __init__(self, group: Group) -> None:
        bare = replace(group, document="", claims=(), places=frozenset())
        self._parts = (bare, group.is_named, group.counts_beside, bool(group.first.converts))
        self._hash = hash(self._parts)

    def __hash__(self) -> int:
        """Return what was worked out once: it is asked for with each other figure."""
        return self._hash

    def __eq__(self, other: object) -> bool:
        """Return whether two groups score alike against any third."""
        return self is other or (isinstance(other, Essence) and self._hash == other._hash and self._parts == other._parts)


Key = tuple[Essence, Essence, tuple[object, ...]]
Essences = Mapping[str, Essence]


class Scorer:
    """The scores of the groups of two documents, those known from before where nothing that they depend on is another.

    `scores` are those of the last time these documents met; what was asked for this time takes their place at `keep`.
    """

    def __init__(self, essences: tuple[Essences, Essences], scores: dict[Key, Scored | None]) -> None:
        self._essences = essences
        self._scores = scores
        self._asked: dict[Key, Scored | None] = {}
        self._met: Meeting | None = None
        self._terms: tuple[object, ...] = ()

    def score(self, a: Group, b: Group, meeting: Meeting, least: float) -> Scored | None:
        """Return what `score.score_above` returns."""
        ours, theirs = self._essences
        if meeting is not self._met:
            self._met, self._terms = meeting, _terms_of(meeting)
        key = (ours[a.first.id], theirs[b.first.id], self._terms)
        known = self._asked[key] = self._scores[key] if key in self._scores else score_above(a, b, meeting, least)
        return known if known is None or (known.a is a and known.b is b) else replace(known, a=a, b=b)

    def keep(self) -> None:
        """Keep the scores that were asked for, and those alone."""
        self._scores.clear()
        self._scores.update(self._asked)


def _terms_of(meeting: Meeting) -> tuple[object, ...]:
    """Return what else than the two groups a score depends on: all of a meeting that `score.score` and what it calls look at."""
    return (meeting.affinity, meeting.common, meeting.are_versions, meeting.day, meeting.kinship.aliases)


def scorer_of(ours: Profile, theirs: Profile, taxonomy: Taxonomy, memory: Memory) -> Scorer | None:
    """Return what scores the figures of two documents, or None in a run that remembers nothing."""
    if not memory.is_lasting:
        return None
    scores: dict[Key, Scored | None] = memory.recall(("scores", ours.document, theirs.document), (taxonomy,), dict)
    return Scorer((_essences(ours, memory), _essences(theirs, memory)), scores)


def _essences(own: Profile, memory: Memory) -> Essences:
    """Return the essences of a document's groups; those that it had before are the same objects, so that they are found at once."""
    before: dict[Essence, Essence] = memory.recall(("essences before", own.document), (), dict)

    def name() -> Essences:
        fresh = [(group.first.id, Essence(group)) for group in own.groups]
        named = {id_: before.get(essence, essence) for id_, essence in fresh}
        before.clear()
        before.update((essence, essence) for essence in named.values())
        return named

    return memory.recall(("essences", own.document), (own,), name)
