"""Scores of figures that a process has scored before: an edit changes one sentence, and most figures stay what they were."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.align.groups import Group
from claimcheck.align.score import Meeting, Scored, score
from claimcheck.memory import Memory


@dataclass(frozen=True, slots=True)
class Essence:
    """What of a group a score depends on: all but its document and the places of its claims, which move with every key."""

    bare: Group
    is_named: bool
    converts: bool


class Scorer:
    """The scores of the groups of two documents, from memory where nothing that they depend on is another."""

    def __init__(self, meeting: Meeting, memory: Memory) -> None:
        self._meeting = meeting
        self._memory = memory
        self._terms = (meeting.affinity, meeting.common, meeting.are_short, meeting.day, meeting.kinship.aliases)

    def score(self, a: Group, b: Group) -> Scored | None:
        """Return what `score.score` returns."""
        if not self._memory.is_lasting:
            return score(a, b, self._meeting)
        key = (self._mark(a), self._mark(b), self._terms)
        known = self._memory.recall(key, (self._meeting.taxonomy,), lambda: score(a, b, self._meeting))
        return known if known is None or (known.a is a and known.b is b) else replace(known, a=a, b=b)

    def _mark(self, group: Group) -> object:
        """Return an object that stands for the essence of a group, one for all groups that share it."""
        return self._memory.recall(("essence", group.first.id), (group,), lambda: self._memory.recall(_essence_of(group), (), object))


def _essence_of(group: Group) -> Essence:
    bare = replace(group, document="", claims=(), places=frozenset())
    return Essence(bare, group.is_named, bool(group.first.converts))
