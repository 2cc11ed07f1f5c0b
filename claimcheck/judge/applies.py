"""Whether a claim is among those that a rule speaks of."""

from __future__ import annotations

from claimcheck.model.claim import Claim
from claimcheck.model.rule import Applies
from claimcheck.model.taxonomy import Taxonomy


def fits(claim: Claim, applies: Applies, taxonomy: Taxonomy) -> bool:
    """Return whether every field that `applies` gives fits the claim."""
    return taxonomy.fits(applies, claim.quantity, (claim.attribute, claim.counted), claim.entities, claim.evidence.lang)
