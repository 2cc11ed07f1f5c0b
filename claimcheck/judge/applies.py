"""Which rules speak of a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claimcheck.model.applicable import OWN, Applicable
from claimcheck.model.claim import Claim
from claimcheck.model.rule import Applies, Rule
from claimcheck.model.subject import subject_of
from claimcheck.model.taxonomy import Taxonomy


def fits(claim: Claim, applies: Applies, taxonomy: Taxonomy) -> bool:
    """Return whether every field that `applies` gives fits the claim."""
    return taxonomy.fits(applies, subject_of(claim))


class RuleFinder:
    """Rules that fit a claim, each claim looked up once; `side` says which table of a rule is meant, its [applies] unless told."""

    __slots__ = ("_applicable", "_known")

    def __init__(self, rules: Iterable[Rule], taxonomy: Taxonomy, side: Callable[[Rule], Applies] = OWN) -> None:
        self._applicable = Applicable(rules, taxonomy, side=side)
        self._known: dict[str, tuple[Rule, ...]] = {}

    def of(self, claim: Claim) -> tuple[Rule, ...]:
        """Return the rules that fit the claim, in the order given."""
        known = self._known.get(claim.id)
        if known is None:
            known = self._known[claim.id] = self._applicable.fitting(subject_of(claim))
        return known
