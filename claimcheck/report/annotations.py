"""Findings as other tools' own annotations: GitHub workflow commands, GitLab code quality, rdjson, JUnit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding, Level
from claimcheck.report.jsonable import Json
from claimcheck.report.outline import outline_of
from claimcheck.report.places import Places
from claimcheck.report.quote import one_line
from claimcheck.report.regions import region_of, said_of

GITHUB_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
GITLAB_LEVELS = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}
RDJSON_LEVELS = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.INFO: "INFO"}
MOST_OTHERS = 4


def findings_in_order(report: Report) -> tuple[Finding, ...]:
    """Return the findings, most serious first."""
    outline = outline_of(report)
    return (*outline.full, *outline.brief)


def whole_message(finding: Finding, report: Report, places: Places) -> str:
    """Return the message with the other sides' places, for formats that cannot link to them."""
    others = [said_of(report.claims[id_], report, places) for id_ in dict.fromkeys(finding.related)]
    more = f" and {len(others) - MOST_OTHERS} more" if len(others) > MOST_OTHERS else ""
    beside = f" (see {', '.join(others[:MOST_OTHERS])}{more})" if others else ""
    return one_line(finding.message) + beside


def github_text(report: Report, places: Places) -> str:
    """Return workflow commands, one a line; a figure over two lines gets no columns, as GitHub wants it."""
    rows = []
    for finding in findings_in_order(report):
        region = region_of(report.claims[finding.primary], report, places)
        fields = {"file": region.path, "line": str(region.start.line), "endLine": str(region.end.line)}
        if region.is_one_line:
            fields |= {"col": str(region.start.column), "endColumn": str(region.end.column)}
        fields["title"] = finding.rule
        said = ",".join(f"{name}={_github_field(value)}" for name, value in fields.items())
        rows.append(f"::{GITHUB_LEVELS[finding.level]} {said}::{_github_data(whole_message(finding, report, places))}\n")
    rows += [f"::warning file={_github_field(skipped.path)}::{_github_data(f'not read: {skipped.reason}')}\n" for skipped in report.skipped]
    return "".join(rows)


def gitlab_record(report: Report, places: Places) -> list[Json]:
    """Return a code quality report; equal fingerprints get a number, since GitLab wants each once."""
    seen: dict[str, int] = defaultdict(int)
    entries: list[Json] = []
    for finding in findings_in_order(report):
        region = region_of(report.claims[finding.primary], report, places)
        fingerprint = finding.fingerprint or finding.id
        seen[fingerprint] += 1
        entries.append(
            {
                "description": whole_message(finding, report, places),
                "check_name": finding.rule,
                "fingerprint": fingerprint if seen[fingerprint] == 1 else f"{fingerprint}#{seen[fingerprint]}",
                "severity": GITLAB_LEVELS[finding.level],
                "location": {
                    "path": region.path,
                    "positions": {
                        "begin": {"line": region.start.line, "column": region.start.column},
                        "end": {"line": region.end.line, "column": region.end.column},
                    },
                },
            }
        )
    entries += [_gitlab_skipped(skipped.path, skipped.reason) for skipped in report.skipped]
    return entries


def rdjson_record(report: Report, places: Places) -> dict[str, Json]:
    """Return reviewdog's diagnostics; columns are UTF-8 bytes from 1, the end exclusive."""
    diagnostics: list[Json] = []
    for finding in findings_in_order(report):
        region = region_of(report.claims[finding.primary], report, places)
        diagnostics.append(
            {
                "message": whole_message(finding, report, places),
                "location": {
                    "path": region.path,
                    "range": {
                        "start": {"line": region.start.line, "column": region.start_byte_column},
                        "end": {"line": region.end.line, "column": region.end_byte_column},
                    },
                },
                "severity": RDJSON_LEVELS[finding.level],
                "code": {"value": finding.rule},
            }
        )
    diagnostics += [
        {"message": f"not read: {skipped.reason}", "location": {"path": skipped.path}, "severity": "WARNING"} for skipped in report.skipped
    ]
    return {"source": {"name": "claimcheck"}, "diagnostics": diagnostics}


def junit_text(report: Report, places: Places, failing: frozenset[str]) -> str:
    """Return a suite a document and a case a finding; only the findings whose ids are in `failing` fail, as in the exit status."""
    by_path: dict[str, list[Finding]] = {source.path or id_: [] for id_, source in report.sources.items()}
    for finding in findings_in_order(report):
        claim = report.claims[finding.primary]
        by_path[report.sources[claim.document].path or claim.document].append(finding)
    rows = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="claimcheck" tests="{_cases(report)}" failures="{len(failing)}">']
    for path, findings in by_path.items():
        failures = sum(1 for finding in findings if finding.id in failing)
        rows.append(f'  <testsuite name={quoteattr(path)} tests="{max(1, len(findings))}" failures="{failures}">')
        if not findings:
            rows.append(f'    <testcase classname={quoteattr(path)} name="no finding"/>')
        rows += [row for finding in findings for row in _junit_case(finding, path, report, places, failing=finding.id in failing)]
        rows.append("  </testsuite>")
    for skipped in report.skipped:
        rows.append(f'  <testsuite name={quoteattr(skipped.path)} tests="1" failures="0" skipped="1">')
        rows.append(
            f'    <testcase classname={quoteattr(skipped.path)} name="read"><skipped message={quoteattr(one_line(skipped.reason))}/></testcase>'
        )
        rows.append("  </testsuite>")
    rows.append("</testsuites>")
    return "\n".join(rows) + "\n"


def _cases(report: Report) -> int:
    told = {report.claims[finding.primary].document for finding in report.findings.values()}
    return len(report.findings) + len(report.sources) - len(told) + len(report.skipped)


def _junit_case(finding: Finding, path: str, report: Report, places: Places, *, failing: bool) -> Iterator[str]:
    region = region_of(report.claims[finding.primary], report, places)
    name = f"{finding.rule} {region.start.line}:{region.start.column} {finding.fingerprint or finding.id}"
    message = whole_message(finding, report, places)
    yield f"    <testcase classname={quoteattr(path)} name={quoteattr(name)}>"
    if failing:
        yield f"      <failure type={quoteattr(finding.level.value)} message={quoteattr(message)}/>"
    else:
        yield f"      <system-out>{escape(f'{finding.level.value}: {message}')}</system-out>"
    yield "    </testcase>"


def _gitlab_skipped(path: str, reason: str) -> Json:
    return {
        "description": f"not read: {reason}",
        "check_name": "claimcheck/skipped",
        "fingerprint": f"skipped:{path}",
        "severity": "minor",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_field(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")
