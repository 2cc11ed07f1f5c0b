"""What a report for people shows, and in which order, before any layout: rows of the matrix, findings by kind, counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.verdict import Fact, Finding, Level, Verdict, VerdictKind
from claimcheck.report.marks import GRAVITY, gravest

IN_FULL = (VerdictKind.CONTRADICTION, VerdictKind.INCOMMENSURABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says of one fact: the claims, in order of place, and how they relate to what most sources say."""

    source: str
    claims: tuple[str, ...]
    kind: VerdictKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fact across the sources that tell it."""

    id: str
    label: str
    kind: VerdictKind | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A report, sorted for reading.

    `rows` are the facts that two sources or more tell and those that one source contradicts itself on, most serious
    first; `single` are the others. `full` are the findings shown with their sentences, `brief` those of one line.
    `pairs` finds the verdict on two claims, `fact_of` the fact of one.
    """

    report: Report
    rows: tuple[Row, ...]
    single: tuple[Row, ...]
    full: tuple[Finding, ...]
    brief: tuple[Finding, ...]
    pairs: dict[frozenset[str], Verdict]
    fact_of: dict[str, str]

    def count(self, kind: VerdictKind) -> int:
        """Return how many findings of a kind are shown, or facts where such a verdict makes no finding."""
        findings = sum(1 for finding in (*self.full, *self.brief) if finding.verdict is kind)
        return findings or sum(1 for row in self.rows if row.kind is kind)

    def derived_findings(self, level: Level | None = None) -> tuple[Finding, ...]:
        """Return the findings on computed figures, of one level or of all."""
        return tuple(
            finding for finding in (*self.full, *self.brief) if finding.verdict is None and (level is None or finding.level is level)
        )


def outline_of(report: Report) -> Outline:
    """Return what is to be shown of `report`."""
    pairs = {frozenset((verdict.a, verdict.b)): verdict for verdict in report.verdicts}
    rows = [_row(report, id_, fact, pairs) for id_, fact in report.facts.items()]
    told = [row for row in rows if len(row.cells) > 1 or row.kind is not None]
    findings = sorted(report.findings.values(), key=_finding_weight)
    return Outline(
        report=report,
        rows=tuple(sorted(told, key=_row_weight)),
        single=tuple(row for row in rows if len(row.cells) == 1 and row.kind is None),
        full=tuple(finding for finding in findings if is_full(finding)),
        brief=tuple(finding for finding in findings if not is_full(finding)),
        pairs=pairs,
        fact_of={claim: id_ for id_, fact in report.facts.items() for claim in fact.claims},
    )


def is_full(finding: Finding) -> bool:
    """Return whether a finding is shown with its sentences."""
    return finding.verdict in IN_FULL or finding.level is not Level.INFO


def sides_of(outline: Outline, finding: Finding) -> tuple[tuple[Claim, ...], ...]:
    """Return the claims of a finding by sentence, the primary one's first; of each further source only the first sentence."""
    claims = outline.report.claims
    sides: dict[tuple[str, int], list[Claim]] = {}
    shown: dict[str, int] = {}
    for id_ in dict.fromkeys((finding.primary, *finding.related)):
        claim = claims[id_]
        start = claim.evidence.sentence.start
        if (
            finding.verdict is not None
            and shown.setdefault(claim.document, start) != start
            and claim.document != claims[finding.primary].document
        ):
            continue
        sides.setdefault((claim.document, start), []).append(claim)
    return tuple(tuple(sorted(side, key=lambda claim: claim.span.start)) for side in sides.values())


def _row(report: Report, id_: str, fact: Fact, pairs: dict[frozenset[str], Verdict]) -> Row:
    by_source: dict[str, list[str]] = defaultdict(list)
    for claim in fact.claims:
        by_source[report.claims[claim].document].append(claim)
    agreed = _agreed(report, fact, pairs)
    cells = tuple(
        Cell(source=source, claims=tuple(by_source[source]), kind=_cell_kind(by_source[source], fact.claims, agreed, pairs))
        for source in report.sources
        if source in by_source
    )
    return Row(id=id_, label=fact.label, kind=fact.verdict, cells=cells)


def _agreed(report: Report, fact: Fact, pairs: dict[frozenset[str], Verdict]) -> frozenset[str]:
    """Return the claims that most sources agree on: empty unless one such group has more sources than any other."""
    groups: list[set[str]] = []
    for claim in fact.claims:
        joined = [group for group in groups if any(_agree(claim, other, report, pairs) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append({claim}.union(*joined))
    sizes = sorted(((len({report.claims[claim].document for claim in group}), index) for index, group in enumerate(groups)), reverse=True)
    if not sizes or sizes[0][0] < 2 or (len(sizes) > 1 and sizes[1][0] == sizes[0][0]):
        return frozenset()
    return frozenset(groups[sizes[0][1]])


def _agree(one: str, other: str, report: Report, pairs: dict[frozenset[str], Verdict]) -> bool:
    verdict = pairs.get(frozenset((one, other)))
    if verdict is not None:
        return verdict.kind is VerdictKind.AGREEMENT
    a, b = report.claims[one], report.claims[other]
    return a.document == b.document and a.quantity.stated == b.quantity.stated and a.quantity.unit == b.quantity.unit


def _cell_kind(
    own: Iterable[str], all_claims: tuple[str, ...], agreed: frozenset[str], pairs: dict[frozenset[str], Verdict]
) -> VerdictKind | None:
    """Return how a source stands to what most say, or to the others where no reading has most sources."""
    kinds: set[VerdictKind] = set()
    for claim in own:
        if claim in agreed:
            kinds.add(VerdictKind.AGREEMENT)
            continue
        met = [pairs[pair].kind for other in (agreed or all_claims) if (pair := frozenset((claim, other))) in pairs]
        kinds.update(met)
    kind = gravest(kinds)
    if VerdictKind.AGREEMENT in kinds and kind in (VerdictKind.REFINEMENT, VerdictKind.UPDATE) and agreed:
        return VerdictKind.AGREEMENT
    return kind


def _row_weight(row: Row) -> tuple[int, int]:
    return (GRAVITY.index(row.kind) if row.kind else len(GRAVITY), -len(row.cells))


def _finding_weight(finding: Finding) -> tuple[int, int]:
    kind = GRAVITY.index(finding.verdict) if finding.verdict else len(GRAVITY)
    return (list(Level).index(finding.level), kind)


def verdict_line(outline: Outline) -> str:
    """Return the first line of the report: what was read, and what came of it, gravest first."""
    report = outline.report
    told = sum(1 for row in outline.rows if len(row.cells) > 1)
    read = [
        _counted(len(report.sources), "source"),
        _counted(len(report.claims), "figure"),
        f"{_counted(told, 'fact')} told by more than one",
    ]
    return ", ".join(read) + ": " + ", ".join(_outcomes(outline))


def _outcomes(outline: Outline) -> list[str]:
    contradictions = outline.count(VerdictKind.CONTRADICTION)
    said = [_counted(contradictions, "contradiction") if contradictions else "no contradiction"]
    apart = outline.count(VerdictKind.INCOMMENSURABLE)
    if apart:
        said.append(f"{_counted(apart, 'pair')} cannot be compared")
    levels = Counter(finding.level for finding in outline.derived_findings())
    checks = levels[Level.ERROR] + levels[Level.WARNING]
    if checks:
        said.append(f"{_counted(checks, 'derived figure')} to look at")
    for kind in (VerdictKind.UPDATE, VerdictKind.REFINEMENT, VerdictKind.AGREEMENT):
        facts = sum(1 for row in outline.rows if row.kind is kind)
        if facts:
            said.append(_counted(facts, kind.value))
    if report_skipped := len(outline.report.skipped):
        said.append(f"{_counted(report_skipped, 'file')} skipped")
    return said


def _counted(number: int, noun: str) -> str:
    """Return a number with its noun in the right number."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
