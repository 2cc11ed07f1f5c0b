"""What one run found, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from claimcheck.model.claim import Claim
from claimcheck.model.notice import Notice
from claimcheck.model.rule import RuleFile
from claimcheck.model.source import Skipped, Source
from claimcheck.model.verdict import Derived, Fact, Finding, Verdict
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Sources that repeat one text and count as one voice: ids in the order of the report, and how much of it they share."""

    sources: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Sources, claims, facts, verdicts and findings of one run, each keyed by id and in a stable order.

    `review` are the ids of the sources under review; empty is all. `notices` are about suppressions, not figures; `stale`
    are entries of the baseline that no finding fits any more, as a person reads them.
    """

    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    facts: Mapping[str, Fact]
    verdicts: tuple[Verdict, ...]
    derived: Mapping[str, Derived]
    findings: Mapping[str, Finding]
    skipped: tuple[Skipped, ...] = ()
    echoes: tuple[Echo, ...] = ()
    statements: Mapping[str, Claim] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    rule_files: tuple[RuleFile, ...] = ()
    cldr: str = ""
    rules_digest: str = ""
    review: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    stale: tuple[str, ...] = ()

    @property
    def sides(self) -> Mapping[str, Claim]:
        """Return what findings may speak of, by id: the figures and the statements."""
        return {**self.claims, **self.statements} if self.statements else self.claims

    def voices(self, documents: Iterable[str]) -> int:
        """Return how many of these sources speak for themselves: those that repeat one text count once."""
        voice = {source: echo.sources[0] for echo in self.echoes for source in echo.sources}
        return len({voice.get(document, document) for document in documents})
