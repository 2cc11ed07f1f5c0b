"""Findings against accepted ones: first by their values, then without the names of files that were moved or renamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck.gate.baseline import SEPARATOR, Accepted, figure_of
from claimcheck.judge.sides import is_pair, opposite
from claimcheck.model.claim import Claim
from claimcheck.model.notice import Suppression
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding
from claimcheck.values import dataclass

NEW, UNCHANGED = "new", "unchanged"
PARTS_BEHIND_DOCUMENT = 5  # entity, attribute, counted thing, day, value


@dataclass(frozen=True, slots=True)
class Sides:
    """The figures of a finding's two sides, as the baseline writes them; of a computed figure, all on one side.

    `documents` are those that count: in a gate the one it is shown at, since each under review has a finding of its own.
    """

    one: frozenset[str]
    other: frozenset[str]
    documents: frozenset[str]

    def fit(self, figures: Sequence[str]) -> bool:
        """Return whether `figures` are a pair of these."""
        if not self.other:
            return set(figures) == self.one
        first, second = figures[0], figures[-1]
        return (first in self.one and second in self.other) or (second in self.one and first in self.other)

    def bare(self) -> Sides:
        """Return the same figures without their documents."""
        return Sides(frozenset(map(_without_document, self.one)), frozenset(map(_without_document, self.other)), self.documents)


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
    """Return which finding is which entry; each entry counts once.

    What fits by its values goes first; what is left may fit in files of other names, as many of the entry's own being gone.
    """
    if not accepted:
        return {}
    rules = {entry.rule for entry in accepted}
    claims = report.sides
    sides = {id_: _sides(finding, claims, report) for id_, finding in report.findings.items() if finding.rule in rules}
    matched: dict[str, Accepted] = {}
    for is_moved in (False, True):
        free = [entry for entry in accepted if entry not in set(matched.values())]
        shelf = _shelf(free, is_moved=is_moved)
        taken: set[int] = set()
        for id_, own in sides.items():
            if id_ in matched:
                continue
            told = own.bare() if is_moved else own
            rule = report.findings[id_].rule
            near = sorted({place for figure in told.one for place in shelf.get((rule, figure), ())} - taken)
            place = next((place for place in near if _fits(free[place], told, report, is_moved=is_moved)), None)
            if place is not None:
                matched[id_] = free[place]
                taken.add(place)
    return matched


def _shelf(entries: Sequence[Accepted], *, is_moved: bool) -> dict[tuple[str, str], list[int]]:
    """Return the places of the entries under each of their figures."""
    shelf: dict[tuple[str, str], list[int]] = {}
    for place, entry in enumerate(entries):
        for figure in entry.figures:
            shelf.setdefault((entry.rule, _without_document(figure) if is_moved else figure), []).append(place)
    return shelf


def is_stale(entry: Accepted, report: Report) -> bool:
    """Return whether this run would have found the entry's finding, were it still there."""
    gone = {document for document in entry.documents if _is_gone(document, report)}
    watched = set(report.review) | gone if report.review else set(entry.documents)
    return all(document in report.sources or document in gone for document in entry.documents) and bool(watched & set(entry.documents))


def _fits(entry: Accepted, sides: Sides, report: Report, *, is_moved: bool) -> bool:
    fresh = sides.documents - set(entry.documents)
    if not is_moved:
        return not fresh and sides.fit(entry.figures)
    gone = {document for document in entry.documents if _is_gone(document, report)}
    return bool(gone) and len(fresh) <= len(gone) and sides.fit([_without_document(figure) for figure in entry.figures])


def _sides(finding: Finding, claims: Mapping[str, Claim], report: Report) -> Sides:
    every = [claims[id_] for id_ in (finding.primary, *finding.related)]
    documents = frozenset({every[0].document} if report.review else {claim.document for claim in every})
    if not is_pair(finding):
        return Sides(frozenset(map(figure_of, every)), frozenset(), documents)
    others = opposite(finding, every[0], claims)
    facing = {other.id for other in others}
    same = frozenset(figure_of(claim) for claim in every if claim.id not in facing)
    return Sides(same, frozenset(map(figure_of, others)), documents)


def _is_gone(document: str, report: Report) -> bool:
    return document not in report.sources and not Path(document).exists()


def _without_document(figure: str) -> str:
    return SEPARATOR.join(figure.rsplit(SEPARATOR, PARTS_BEHIND_DOCUMENT)[1:])
