"""What the comparison of claims yields."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from enum import StrEnum

from claimcheck.model.level import Level
from claimcheck.model.notice import Suppression
from claimcheck.values import dataclass

__all__ = ["Derived", "Fact", "Finding", "Level", "Suppression", "Verdict", "VerdictKind"]


class VerdictKind(StrEnum):
    """How two claims of one fact relate."""

    AGREEMENT = "agreement"
    REFINEMENT = "refinement"
    CONTRADICTION = "contradiction"
    UPDATE = "update"
    INCOMMENSURABLE = "incommensurable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Claims that speak of one thing: one attribute of one thing at one time in one scope.

    `claims` are ids in order of document and place. `verdict` is the gravest among its claims, or None where one
    source alone tells it. `key` is a digest of values, never of lines.
    """

    key: str
    label: str
    claims: tuple[str, ...]
    verdict: VerdictKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How claim `a` relates to claim `b`: in an update `a` is the older, in a refinement the wider.

    `rung` is the named step of the ladder that decided, `reason` the same in words with the numbers compared, `rule`
    the id of the rule behind it or the rung's own id ("core/rounding"). `confidence` lies between 0 and 1. `weights`
    lists what spoke for and against one fact, strongest first.
    """

    kind: VerdictKind
    a: str
    b: str
    rung: str
    reason: str
    rule: str
    confidence: float
    weights: tuple[tuple[str, float], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A figure computed from claims, never mixed with them.

    `operation` is "sum", "ratio", "share" or "difference"; `claims` are the ids it comes from, `unit` is in pint's spelling
    ("USD / gigawatt").
    """

    id: str
    label: str
    operation: str
    claims: tuple[str, ...]
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to tell a person; the only type that report, editor and gate see.

    `id` and `fingerprint` are one digest of the rule and the values of both sides, never of lines. `primary` is the
    claim it is shown at, `related` the others; `derived` the computed figures it speaks of. `verdict` is None for a
    finding on derived figures. `suppressions` keep it from failing a gate; `baseline` is "new" or "unchanged" where the
    run compares with a baseline, else "".
    """

    id: str
    rule: str
    level: Level
    message: str
    primary: str
    related: tuple[str, ...]
    verdict: VerdictKind | None = None
    derived: tuple[str, ...] = ()
    help: str = ""
    fingerprint: str = ""
    suppressions: tuple[Suppression, ...] = ()
    baseline: str = ""

    @property
    def is_open(self) -> bool:
        """True unless it is suppressed in a text or known from the baseline."""
        return not self.suppressions and self.baseline != "unchanged"
