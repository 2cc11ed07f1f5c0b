"""What a report for people shows, and in which order, before any layout: rows of the matrix, findings by kind, counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding, Level, Verdict, VerdictKind
from claimcheck.report.marks import GRAVITY, SAID
from claimcheck.report.rows import Row, rows_of
from claimcheck.values import dataclass

SAID_OF_RULES = {"fact": "against the ledger", "bound": "out of bounds"}
IN_FULL = (VerdictKind.CONTRADICTION, VerdictKind.INCOMMENSURABLE)


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
        is_filtered = self.report.review or any(not finding.is_open for finding in self.report.findings.values())
        return findings if is_filtered else findings or sum(1 for row in self.rows if row.kind is kind)

    def derived_findings(self, level: Level | None = None) -> tuple[Finding, ...]:
        """Return the findings on computed figures, of one level or of all."""
        return tuple(
            finding for finding in (*self.full, *self.brief) if finding.verdict is None and (level is None or finding.level is level)
        )


def outline_of(report: Report) -> Outline:
    """Return what is to be shown of `report`: findings that are open, facts that the sources under review tell."""
    pairs = {frozenset((verdict.a, verdict.b)): verdict for verdict in report.verdicts}
    fact_of = {claim: id_ for id_, fact in report.facts.items() for claim in fact.claims}
    rows = [row for row in rows_of(report, fact_of) if not report.review or any(cell.source in report.review for cell in row.cells)]
    told = [row for row in rows if len(row.cells) > 1 or row.kind is not None]
    findings = sorted((finding for finding in report.findings.values() if finding.is_open), key=_finding_weight)
    return Outline(
        report=report,
        rows=tuple(sorted(told, key=_row_weight)),
        single=tuple(row for row in rows if len(row.cells) == 1 and row.kind is None),
        full=tuple(finding for finding in findings if is_full(finding)),
        brief=tuple(finding for finding in findings if not is_full(finding)),
        pairs=pairs,
        fact_of=fact_of,
    )


def kind_of_finding(finding: Finding, report: Report) -> str:
    """Return what a finding is, in words: its verdict, statements that oppose each other, or a computed figure."""
    if finding.verdict is not None:
        return SAID[finding.verdict]
    if finding.primary in report.statements:
        return "opposite statements"
    return "derived figure" if finding.derived else SAID_OF_RULES.get(_kind_of_rule(finding, report), "derived figure")


def _kind_of_rule(finding: Finding, report: Report) -> str:
    return next((file.kind for file in report.rule_files if file.id == finding.rule), "")


def is_full(finding: Finding) -> bool:
    """Return whether a finding is shown with its sentences."""
    return finding.verdict in IN_FULL or finding.level is not Level.INFO


def sides_of(outline: Outline, finding: Finding) -> tuple[tuple[Claim, ...], ...]:
    """Return the claims of a finding by sentence, the primary one's first; of each further source only the first sentence."""
    claims = outline.report.sides
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


def _row_weight(row: Row) -> tuple[int, int]:
    return (GRAVITY.index(row.kind) if row.kind else len(GRAVITY), -len(row.cells))


def _finding_weight(finding: Finding) -> tuple[int, int]:
    kind = GRAVITY.index(finding.verdict) if finding.verdict else len(GRAVITY)
    return (list(Level).index(finding.level), kind)


def verdict_line(outline: Outline) -> str:
    """Return the first line of the report: what was read, and what came of it, gravest first."""
    report = outline.report
    told = sum(
        1 for row in outline.rows if row.kind is not VerdictKind.INCOMMENSURABLE and report.voices(cell.source for cell in row.cells) > 1
    )
    voices = f" ({_counted(report.voices(report.sources), 'voice')})" if report.echoes else ""
    read = [
        _counted(len(report.sources), "source") + voices,
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
    checks = [finding for level in (Level.ERROR, Level.WARNING) for finding in outline.derived_findings(level)]
    stated = sum(1 for finding in checks if finding.primary in outline.report.statements)
    kinds = [kind_of_finding(finding, outline.report) for finding in checks]
    ledger, bounds = (kinds.count(said) for said in SAID_OF_RULES.values())
    counts = (
        (ledger, "figure against the ledger", "figures against the ledger"),
        (bounds, "figure out of bounds", "figures out of bounds"),
        (stated, "pair of opposite statements", "pairs of opposite statements"),
        (len(checks) - stated - ledger - bounds, "derived figure", "derived figures"),
    )
    said += [f"{number:,} {one if number == 1 else many} to look at" for number, one, many in counts if number]
    for kind in (VerdictKind.UPDATE, VerdictKind.REFINEMENT, VerdictKind.AGREEMENT):
        facts = sum(1 for row in outline.rows if row.kind is kind)
        if facts:
            said.append(_counted(facts, kind.value))
    findings = outline.report.findings.values()
    known = sum(1 for finding in findings if finding.baseline == "unchanged")
    suppressed = sum(1 for finding in findings if not finding.is_open) - known
    said += [f"{number} {what}" for number, what in ((suppressed, "suppressed"), (known, "known before")) if number]
    if report_skipped := len(outline.report.skipped):
        said.append(f"{_counted(report_skipped, 'file')} skipped")
    return said


def _counted(number: int, noun: str) -> str:
    """Return a number with its noun in the right number."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def echo_lines(report: Report, names: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each group of sources that repeat one text; `names` calls the sources by their ids."""
    for echo in report.echoes:
        said = [names[source] for source in echo.sources]
        yield f"{', '.join(said[:-1])} and {said[-1]} repeat one text ({echo.share:.0%} alike) and count as one voice"
