"""What the vocabulary says about how concepts stand to one another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from claimcheck.model.interval import Interval
from claimcheck.model.rule import Applies, Concept
from claimcheck.model.subject import Subject

EARLIER = "earlier_value"  # the vocabulary's concept for a value that the current one is held against


class Taxonomy:
    """Inclusion and contrast among concepts; both are inherited down `is_a`.

    Built once per run. Ids that no concept has stand for themselves.
    """

    __slots__ = ("_breadths", "_concepts", "_contrasts", "_lineages")

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self._concepts = concepts
        self._lineages: dict[str, frozenset[str]] = {}
        self._breadths: dict[str, int] = {}
        self._contrasts: dict[tuple[str, str], bool] = {}

    def get(self, concept: str | None) -> Concept | None:
        """Return the concept of this id, or None."""
        return self._concepts.get(concept) if concept else None

    def lineage(self, concept: str) -> frozenset[str]:
        """Return the concept and all that include it."""
        known = self._lineages.get(concept)
        if known is None:
            found = {concept}
            waiting = [concept]
            while waiting:
                entry = self._concepts.get(waiting.pop())
                fresh = [wider for wider in entry.is_a if wider not in found] if entry else []
                found.update(fresh)
                waiting.extend(fresh)
            known = self._lineages[concept] = frozenset(found)
        return known

    def includes(self, wide: str, narrow: str) -> bool:
        """Return whether every `narrow` is a `wide`; true of a concept and itself."""
        return wide in self.lineage(narrow)

    def moves(self, *concepts: str | None) -> bool:
        """Return whether any of the concepts is known to move with time: a toll, a poll, a price of the day."""
        return any(concept.changes for concept in map(self.get, concepts) if concept is not None)

    def is_in_tenths(self, *concepts: str | None) -> bool:
        """Return whether any of the concepts is of a scale usually given in tenths: a magnitude."""
        return any(concept.tenths for concept in map(self.get, concepts) if concept is not None)

    def stage(self, qualifiers: Iterable[str]) -> int:
        """Return the latest stage that any of the qualifiers names, or 0: an exit poll comes before the result."""
        return max((concept.stage for name in qualifiers if (concept := self._concepts.get(name)) is not None), default=0)

    def sets_apart(self, ours: Collection[str], theirs: Collection[str]) -> bool:
        """Return whether one side alone has a qualifier that makes another fact of it: what was asked for and what was granted."""
        return self._are_set_apart(ours, theirs) or self._are_set_apart(theirs, ours)

    def _are_set_apart(self, ours: Collection[str], theirs: Collection[str]) -> bool:
        own = (name for name in ours if name in self._concepts and self._concepts[name].apart)
        return any(not any(self.are_kin(name, other) for other in theirs) for name in own)

    def breadth(self, concept: str) -> int:
        """Return how many concepts a concept includes, itself among them: a chip a few, a person dozens."""
        known = self._breadths.get(concept)
        if known is None:
            known = self._breadths[concept] = sum(1 for other in self._concepts if concept in self.lineage(other))
        return known

    def are_kin(self, a: str, b: str) -> bool:
        """Return whether one of the two includes the other, or both are told of one thing."""
        return self.includes(a, b) or self.includes(b, a) or self.are_alike(a, b)

    def are_alike(self, a: str, b: str) -> bool:
        """Return whether the two are told of one thing though neither need include the other: jobs, and those who have them."""
        ours, theirs = self._concepts.get(a), self._concepts.get(b)
        return (ours is not None and b in ours.alike) or (theirs is not None and a in theirs.alike)

    def are_siblings(self, a: str, b: str) -> bool:
        """Return whether the two are kinds of one thing that nothing sets against each other: a patient may be a child."""
        return not self.contrast(a, b) and not self.lineage(a).isdisjoint(self.lineage(b))

    def is_earlier(self, qualifiers: Iterable[str]) -> bool:
        """Return whether any of the qualifiers tells of a value that the current one is held against: "up from 41"."""
        return any(EARLIER in self.lineage(name) for name in qualifiers)

    def contrast(self, a: str, b: str) -> bool:
        """Return whether the two, or what they are kinds of, must not be mixed."""
        if a == b:
            return False
        key = (a, b) if a < b else (b, a)
        known = self._contrasts.get(key)
        if known is None:
            known = self._contrasts[key] = self._find_contrast(*key)
        return known

    def _find_contrast(self, a: str, b: str) -> bool:
        if self.are_kin(a, b):
            return False
        ours, theirs = self.lineage(a), self.lineage(b)
        return self._names(ours, theirs) or self._names(theirs, ours)

    def _names(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        return any(not theirs.isdisjoint(self._concepts[wide].contrast) for wide in ours if wide in self._concepts)

    def fits(self, applies: Applies, subject: Subject) -> bool:
        """Return whether a figure is what `applies` names in every field it gives."""
        quantity = subject.quantity
        return (
            (not applies.kinds or quantity.kind in applies.kinds)
            and (not applies.dimensions or quantity.dimension in applies.dimensions)
            and (not applies.attributes or self._is_any(subject.attribute, applies.attributes))
            and (not applies.counted or self._is_any(subject.counted, applies.counted))
            and (not applies.languages or subject.lang in applies.languages or subject.lang.partition("-")[0] in applies.languages)
            and (not applies.entities or any(name in applies.entities for name in subject.entities))
            and (not applies.parties or _are_between(applies.parties, subject))
            and (not applies.roles or subject.role in applies.roles)
            and ((applies.since is None and applies.until is None) or _is_within(applies, subject))
        )

    def _is_any(self, concept: str | None, wanted: tuple[str, ...]) -> bool:
        return concept is not None and any(self.includes(wide, concept) for wide in wanted)


def _are_between(parties: tuple[tuple[str, ...], ...], subject: Subject) -> bool:
    """Return whether every party is named with a figure, and the closest one bound to it is one of them."""
    closest = subject.entities[0] if subject.entities else None
    if closest is not None and not any(closest in names for names in parties):
        return False
    return all(any(name in subject.entities or name in subject.around for name in names) for names in parties)


def _is_within(applies: Applies, subject: Subject) -> bool:
    """Return whether the days of a figure are known and meet those that a rule is for."""
    return subject.days is not None and subject.days.meets(Interval(applies.since, applies.until))
