"""The rules that fit a figure, found without asking every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Applies, Rule
from claimcheck.model.taxonomy import Taxonomy

Key = tuple[str, str]


class Applicable:
    """Rules, each filed under the rarest field of its [applies]: parties, then attributes, counted nouns, kinds."""

    __slots__ = ("_shelves", "_taxonomy")

    def __init__(self, rules: Iterable[Rule], taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._shelves: dict[Key, list[Rule]] = {}
        for rule in rules:
            for key in _keys(rule.applies):
                self._shelves.setdefault(key, []).append(rule)

    def fitting(
        self, quantity: Quantity, concepts: tuple[str | None, str | None], entities: tuple[str, ...], lang: str
    ) -> tuple[Rule, ...]:
        """Return the rules whose [applies] fits a figure, its attribute and counted noun, its parties and language."""
        shelves = self._shelves
        if not shelves:
            return ()
        found: dict[str, Rule] = {}
        for key in self._places(quantity.kind, concepts, entities):
            for rule in shelves.get(key, ()):
                if rule.id not in found and self._taxonomy.fits(rule.applies, quantity, concepts, entities, lang):
                    found[rule.id] = rule
        return tuple(found.values())

    def _places(self, kind: str, concepts: tuple[str | None, str | None], entities: tuple[str, ...]) -> Iterator[Key]:
        for entity in entities:
            yield "entities", entity
        for field, concept in zip(("attributes", "counted"), concepts, strict=True):
            for wider in sorted(self._taxonomy.lineage(concept)) if concept else ():
                yield field, wider
        yield "kinds", kind
        yield "", ""


def _keys(applies: Applies) -> list[Key]:
    """Return where a rule is filed; one that gives no such field is tried on every figure."""
    fields = (("entities", applies.entities), ("attributes", applies.attributes), ("counted", applies.counted), ("kinds", applies.kinds))
    for name, entries in fields:
        if entries:
            return [(name, entry) for entry in entries]
    return [("", "")]
