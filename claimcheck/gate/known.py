"""Findings against accepted ones: first by their values, then without the names of files that were moved or renamed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.gate.baseline import SEPARATOR, Accepted, figure_of
from claimcheck.judge.sides import opposite
from claimcheck.model.claim import Claim
from claimcheck.model.notice import Suppression
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding

NEW, UNCHANGED = "new", "unchanged"
PARTS_BEHIND_DOCUMENT = 5  # entity, attribute, counted thing, day, value


@dataclass(frozen=True, slots=True)
class Sides:
    """The figures of a finding's two sides, as the baseline writes them; of a computed figure, all on one side."""

    one: frozenset[str]
    other: frozenset[str]

    def fit(self, figures: Sequence[str]) -> bool:
        """Return whether `figures` are a pair of these."""
        if not self.other:
            return set(figures) == self.one
        first, second = figures[0], figures[-1]
        return (first in self.one and second in self.other) or (second in self.one and first in self.other)


def apply_baseline(report: Report, accepted: Sequence[Accepted], *, origin: str, suppresses: bool = True) -> Report:
    """Return the report with every finding marked as new or unchanged, and the entries that nothing fits any more.

    `origin` names the baseline. With `suppresses`, what is known carries its reason as a suppression from outside.
    """
    matched = match(report, accepted)
    findings = {}
    for id_, finding in report.findings.items():
        entry = matched.get(id_)
        if entry is None:
            findings[id_] = replace(finding, baseline=NEW)
            continue
        reasons = (Suppression(kind="external", reason=entry.reason, where=origin),) if suppresses else ()
        findings[id_] = replace(finding, baseline=UNCHANGED, suppressions=(*finding.suppressions, *reasons))
    used = set(matched.values())
    stale = tuple(str(entry) for entry in accepted if entry not in used and is_stale(entry, report))
    return replace(report, findings=findings, stale=stale)


def match(report: Report, accepted: Sequence[Accepted]) -> dict[str, Accepted]:
    """Return which finding is which entry; each entry counts once."""
    matched: dict[str, Accepted] = {}
    free: dict[str, list[Accepted]] = {}
    for entry in accepted:
        free.setdefault(entry.rule, []).append(entry)
    if not free:
        return matched
    watched = set(report.review or report.sources)
    for fits in (_fits, _fits_moved):
        for id_, finding in report.findings.items():
            candidates = free.get(finding.rule, ())
            if id_ in matched or not candidates:
                continue
            found = next((entry for entry in candidates if fits(entry, finding, report, watched)), None)
            if found is not None:
                matched[id_] = found
                free[finding.rule].remove(found)
    return matched


def is_stale(entry: Accepted, report: Report) -> bool:
    """Return whether this run would have found the entry's finding, were it still there."""
    gone = {document for document in entry.documents if _is_gone(document, report)}
    watched = set(report.review) | gone if report.review else set(entry.documents)
    return all(document in report.sources or document in gone for document in entry.documents) and bool(watched & set(entry.documents))


def _fits(entry: Accepted, finding: Finding, report: Report, watched: set[str]) -> bool:
    sides = _sides(finding, report.sides, figure_of)
    return sides.fit(entry.figures) and _documents(finding, report, watched) <= set(entry.documents)


def _fits_moved(entry: Accepted, finding: Finding, report: Report, watched: set[str]) -> bool:
    """Return whether an entry is this finding in files of other names: as many of its own must be gone."""
    gone = {document for document in entry.documents if _is_gone(document, report)}
    fresh = _documents(finding, report, watched) - set(entry.documents)
    if not gone or len(fresh) > len(gone):
        return False
    return _sides(finding, report.sides, lambda claim: _without_document(figure_of(claim))).fit(
        [_without_document(figure) for figure in entry.figures]
    )


def _sides(finding: Finding, claims: Mapping[str, Claim], key: Callable[[Claim], str]) -> Sides:
    every = [claims[id_] for id_ in (finding.primary, *finding.related)]
    if finding.verdict is None:
        return Sides(frozenset(key(claim) for claim in every), frozenset())
    others = opposite(finding, every[0], claims)
    facing = {other.id for other in others}
    return Sides(frozenset(key(claim) for claim in every if claim.id not in facing), frozenset(key(claim) for claim in others))


def _documents(finding: Finding, report: Report, watched: set[str]) -> set[str]:
    """Return the documents of a finding that count: in a gate the one it is shown at, since each has a finding of its own."""
    ids = (finding.primary,) if report.review else (finding.primary, *finding.related)
    return {report.claims[id_].document for id_ in ids} & watched


def _is_gone(document: str, report: Report) -> bool:
    return document not in report.sources and not Path(document).exists()


def _without_document(figure: str) -> str:
    return SEPARATOR.join(figure.rsplit(SEPARATOR, PARTS_BEHIND_DOCUMENT)[1:])
