"""How often each rule fired in a report: verdicts it decided, findings it made, figures its words or names were read with."""

from __future__ import annotations

from collections import Counter

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report


def count_fired(report: Report) -> Counter[str]:
    """Return the number of times each rule file of the report fired, by its id; those that never did are not in it."""
    fired = Counter(verdict.rule for verdict in report.verdicts)
    fired.update(finding.rule for finding in report.findings.values() if finding.verdict is None)
    homes: dict[str, list[str]] = {}
    for file in report.rule_files:
        for name in file.defines:
            homes.setdefault(name, []).append(file.id)
    for claim in report.claims.values():
        fired.update({home for name in read_with(claim) for home in homes.get(name, ())})
    known = {file.id for file in report.rule_files}
    return Counter({rule: number for rule, number in fired.items() if rule in known})


def read_with(claim: Claim) -> frozenset[str]:
    """Return the ids of all concepts and entities that were read with a figure."""
    evidence = claim.evidence
    named = (claim.attribute, claim.counted, claim.scope, claim.attribution, *claim.qualifiers, *claim.entities)
    cues = (cue.id for cue in evidence.cues)
    return frozenset(name for name in (*named, *cues, *evidence.names, *evidence.nearby) if name)
