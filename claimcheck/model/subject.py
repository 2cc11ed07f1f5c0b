"""What a rule asks of a figure: everything that [applies] can name, gathered once."""

from __future__ import annotations

from datetime import date

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A figure as rules see it.

    `entities` are the parties bound to it, the closest first; `around` all names of its sentence and of those beside it.
    `role` is that of its source; `days` are those the figure is of, else those on which its source was published.
    """

    quantity: Quantity
    attribute: str | None = None
    counted: str | None = None
    entities: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    lang: str = ""
    role: str = ""
    days: Interval[date] | None = None


def subject_of(claim: Claim) -> Subject:
    """Return what rules ask of a claim."""
    evidence = claim.evidence
    return Subject(
        quantity=claim.quantity,
        attribute=claim.attribute,
        counted=claim.counted,
        entities=claim.entities,
        around=(*evidence.names, *evidence.nearby),
        lang=evidence.lang,
        role=evidence.role,
        days=claim.as_of or claim.period or evidence.said,
    )
