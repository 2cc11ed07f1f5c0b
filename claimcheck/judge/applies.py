"""Which rules speak of a claim."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.applicable import Applicable
from claimcheck.model.claim import Claim
from claimcheck.model.rule import Applies, Rule
from claimcheck.model.taxonomy import Taxonomy


def fits(claim: Claim, applies: Applies, taxonomy: Taxonomy) -> bool:
    """Return whether every field that `applies` gives fits the claim."""
    return taxonomy.fits(applies, claim.quantity, (claim.attribute, claim.counted), claim.entities, claim.evidence.lang)


class RuleFinder:
    """The rules of one kind or two that fit a claim, each claim looked up once."""

    __slots__ = ("_applicable", "_known")

    def __init__(self, rules: Iterable[Rule], taxonomy: Taxonomy) -> None:
        self._applicable = Applicable(rules, taxonomy)
        self._known: dict[str, tuple[Rule, ...]] = {}

    def of(self, claim: Claim) -> tuple[Rule, ...]:
        """Return the rules that fit the claim."""
        known = self._known.get(claim.id)
        if known is None:
            concepts = (claim.attribute, claim.counted)
            known = self._known[claim.id] = self._applicable.fitting(claim.quantity, concepts, claim.entities, claim.evidence.lang)
        return known
