"""What is said of suppressions rather than of figures, and what keeps a finding from failing the gate."""

from __future__ import annotations

from claimcheck.model.level import Level
from claimcheck.model.span import Span
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Why a finding does not count: `kind` is "inSource" or "external" (the baseline), as in SARIF.

    `reason` is what a person gave, or ""; `where` is the place of the comment, or the baseline.
    """

    kind: str
    reason: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A finding on a comment of ours in a source, not on a figure: unused, unknown, without a reason, not understood.

    `span` is the comment in the source `document`; `fingerprint` is of rule, document and words, never of lines.
    """

    rule: str
    level: Level
    message: str
    document: str
    span: Span
    help: str = ""
    fingerprint: str = ""
