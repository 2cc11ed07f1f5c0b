"""Whether a run says what a rule file's case says it must."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.report import Report
from claimcheck.model.rule import Case, RuleFile
from claimcheck.model.source import Source
from claimcheck.model.verdict import VerdictKind


def case_sources(case: Case) -> tuple[Source, ...]:
    """Return the small documents of a case as sources, named by their number."""
    return tuple(Source(id=f"case-{number}", text=text, lang=lang) for number, (lang, text) in enumerate(case.sources, start=1))


def failure_of(case: Case, file: RuleFile, report: Report) -> str:
    """Return what is wrong with `report` for `case`, or "" where it holds."""
    return _missing(case, file, report) if case.flags else _unwanted(file, report)


def _missing(case: Case, file: RuleFile, report: Report) -> str:
    if case.expect in ("", "finding"):
        for finding in report.findings.values():
            if finding.rule == file.id and _speaks_of(case, (finding.primary, *finding.related), report):
                return ""
        return f"no finding of {file.id}{_about(case)}; {_said(report)}"
    for verdict in report.verdicts:
        if verdict.kind == case.expect and _speaks_of(case, (verdict.a, verdict.b), report):
            return ""
    return f"no {case.expect}{_about(case)}; {_said(report)}"


def _unwanted(file: RuleFile, report: Report) -> str:
    for finding in report.findings.values():
        if finding.rule == file.id:
            return f"finding of {file.id}: {finding.message}"
    for verdict in report.verdicts:
        if verdict.kind is VerdictKind.CONTRADICTION:
            return f"contradiction between '{report.claims[verdict.a].text}' and '{report.claims[verdict.b].text}': {verdict.reason}"
    return ""


def _speaks_of(case: Case, ids: Iterable[str], report: Report) -> bool:
    """Return whether the figures that a case names are among the claims."""
    texts = [report.claims[id_].text.casefold() for id_ in ids]
    wanted = [figure.casefold() for figure in (case.a, case.b) if figure]
    return all(any(figure in text or text in figure for text in texts) for figure in wanted)


def _about(case: Case) -> str:
    named = [f"'{figure}'" for figure in (case.a, case.b) if figure]
    return f" about {' and '.join(named)}" if named else ""


def _said(report: Report) -> str:
    """Return what the run said instead."""
    claims = report.claims
    said = [f"{verdict.kind} between '{claims[verdict.a].text}' and '{claims[verdict.b].text}'" for verdict in report.verdicts]
    said += [f"finding of {finding.rule}: {finding.message}" for finding in report.findings.values() if finding.verdict is None]
    if said:
        return "instead: " + "; ".join(said[:4])
    figures = ", ".join(f"'{claim.text}'" for claim in claims.values())
    return f"nothing was compared; figures read: {figures or 'none'}"
