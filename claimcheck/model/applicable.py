"""The rules that fit a figure, found without asking every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from claimcheck.model.rule import Applies, Rule
from claimcheck.model.subject import Subject
from claimcheck.model.taxonomy import Taxonomy

Key = tuple[str, str]
Filed = tuple[int, Rule, Applies]
OWN: Callable[[Rule], Applies] = attrgetter("applies")


class Applicable:
    """Rules, each filed under the rarest field of what it asks: parties, then attributes, counted nouns, dimensions, kinds.

    `side` says which of a rule's tables is meant. With `lenient`, a figure whose attribute no word names may be of any
    attribute that a rule asks for.
    """

    __slots__ = ("_shelves", "_taxonomy", "_unnamed")

    def __init__(self, rules: Iterable[Rule], taxonomy: Taxonomy, *, side: Callable[[Rule], Applies] = OWN, lenient: bool = False) -> None:
        self._taxonomy = taxonomy
        self._shelves: dict[Key, list[Filed]] = {}
        self._unnamed: dict[Key, list[Filed]] = {}
        for place, rule in enumerate(rules):
            asked = side(rule)
            for key in _keys(asked):
                self._shelves.setdefault(key, []).append((place, rule, asked))
            if lenient and asked.attributes:
                milder = replace(asked, attributes=())
                for key in _keys(milder):
                    self._unnamed.setdefault(key, []).append((place, rule, milder))

    def fitting(self, subject: Subject) -> tuple[Rule, ...]:
        """Return the rules that fit a figure, in the order given."""
        return tuple(rule for _, rule in sorted(self._found(subject).items()))

    def places(self, subject: Subject) -> frozenset[int]:
        """Return the places of the rules that fit a figure in the order given."""
        return frozenset(self._found(subject))

    def _found(self, subject: Subject) -> dict[int, Rule]:
        found: dict[int, Rule] = {}
        if self._shelves:
            self._look(self._shelves, subject, found)
        if self._unnamed and subject.attribute is None:
            self._look(self._unnamed, subject, found)
        return found

    def _look(self, shelves: dict[Key, list[Filed]], subject: Subject, found: dict[int, Rule]) -> None:
        fits = self._taxonomy.fits
        for key in self._keys_of(subject):
            for place, rule, asked in shelves.get(key, ()):
                if place not in found and fits(asked, subject):
                    found[place] = rule

    def _keys_of(self, subject: Subject) -> Iterator[Key]:
        for entity in subject.entities:
            yield "entities", entity
        for name in {*subject.entities, *subject.around}:
            yield "parties", name
        for field, concept in (("attributes", subject.attribute), ("counted", subject.counted)):
            for wider in sorted(self._taxonomy.lineage(concept)) if concept else ():
                yield field, wider
        yield "dimensions", subject.quantity.dimension
        yield "kinds", subject.quantity.kind
        yield "", ""


def _keys(applies: Applies) -> list[Key]:
    """Return where a rule is filed; one that gives no such field is tried on every figure."""
    if applies.parties:
        return [("parties", name) for name in applies.parties[-1]]
    fields = (
        ("entities", applies.entities),
        ("attributes", applies.attributes),
        ("counted", applies.counted),
        ("dimensions", applies.dimensions),
        ("kinds", applies.kinds),
    )
    for name, entries in fields:
        if entries:
            return [(name, entry) for entry in entries]
    return [("", "")]
