"""What names a claim or a finding wherever it stands: values, never lines."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.store import digest


def key_of(claim: Claim) -> str:
    """Return what makes a claim the same claim wherever it stands: document and values, never lines."""
    stated = claim.quantity.stated
    ends = "..".join(
        "" if end is None else str(end.normalize()) if isinstance(end, Decimal) else end.isoformat() for end in (stated.low, stated.high)
    )
    about = (claim.document, claim.entities[0] if claim.entities else "", claim.attribute or "", claim.counted or "")
    return "|".join((*about, str(claim.as_of.high if claim.as_of else ""), f"{ends} {claim.quantity.unit}".strip()))


def value_of(claim: Claim) -> str:
    """Return the figure of a claim alone, with its unit."""
    return key_of(claim).rpartition("|")[2]


def fingerprint(rule: str, *claims: Claim) -> str:
    """Return the digest that names a finding for baselines and `claimcheck why`: rule and values, never lines."""
    return digest(rule, *sorted(key_of(claim) for claim in claims))[:16]
