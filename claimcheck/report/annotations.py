"""Findings as other tools' own annotations: GitHub workflow commands, GitLab code quality, rdjson, JUnit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from claimcheck.model.report import Report
from claimcheck.model.verdict import Level
from claimcheck.report.alerts import Alert, alerts_of
from claimcheck.report.jsonable import Json
from claimcheck.report.places import Places
from claimcheck.report.quote import one_line

GITHUB_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
MOST_ANNOTATIONS = 10  # of one level in one step
GITLAB_LEVELS = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}
RDJSON_LEVELS = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.INFO: "INFO"}


def github_text(report: Report, places: Places) -> str:
    """Return workflow commands, one a line, the best of each level, and a line on the rest, which GitHub would drop.

    What was not read comes before other warnings; a figure over two lines gets no columns, as GitHub wants it.
    """
    rows: dict[str, list[str]] = {level: [] for level in GITHUB_LEVELS.values()}
    for skipped in report.skipped:
        rows["warning"].append(f"::warning file={_github_field(skipped.path)}::{_github_data(f'not read: {skipped.reason}')}\n")
    for alert in alerts_of(report, places):
        level = GITHUB_LEVELS[alert.level]
        rows[level].append(f"::{level} {_github_fields(alert)}::{_github_data(alert.message)}\n")
    shown = [row for level in rows.values() for row in level[:MOST_ANNOTATIONS]]
    rest = sum(len(level) for level in rows.values()) - len(shown)
    if rest:
        shown.append(f"{rest} more; GitHub shows {MOST_ANNOTATIONS} of each level, the step summary has them all\n")
    return "".join(shown)


def _github_fields(alert: Alert) -> str:
    region = alert.region
    fields = {"file": region.path, "line": str(region.start.line), "endLine": str(region.end.line)}
    if region.is_one_line:
        fields |= {"col": str(region.start.column), "endColumn": str(region.end.column)}
    fields["title"] = alert.rule
    return ",".join(f"{name}={_github_field(value)}" for name, value in fields.items())


def gitlab_record(report: Report, places: Places) -> list[Json]:
    """Return a code quality report; equal fingerprints get a number, since GitLab wants each once."""
    seen: dict[str, int] = defaultdict(int)
    entries: list[Json] = []
    for alert in alerts_of(report, places):
        region = alert.region
        fingerprint = alert.fingerprint
        seen[fingerprint] += 1
        entries.append(
            {
                "description": alert.message,
                "check_name": alert.rule,
                "fingerprint": fingerprint if seen[fingerprint] == 1 else f"{fingerprint}#{seen[fingerprint]}",
                "severity": GITLAB_LEVELS[alert.level],
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
    for alert in alerts_of(report, places):
        region = alert.region
        diagnostics.append(
            {
                "message": alert.message,
                "location": {
                    "path": region.path,
                    "range": {
                        "start": {"line": region.start.line, "column": region.start_byte_column},
                        "end": {"line": region.end.line, "column": region.end_byte_column},
                    },
                },
                "severity": RDJSON_LEVELS[alert.level],
                "code": {"value": alert.rule},
            }
        )
    diagnostics += [
        {"message": f"not read: {skipped.reason}", "location": {"path": skipped.path}, "severity": "WARNING"} for skipped in report.skipped
    ]
    return {"source": {"name": "claimcheck"}, "diagnostics": diagnostics}


def junit_text(report: Report, places: Places, failing: frozenset[str]) -> str:
    """Return a suite a document and a case a finding; only the findings whose ids are in `failing` fail, as in the exit status."""
    by_path: dict[str, list[Alert]] = {(source.path or id_).removeprefix("./"): [] for id_, source in report.sources.items()}
    for alert in alerts_of(report, places):
        by_path[alert.region.path].append(alert)
    cases = sum(max(1, len(alerts)) for alerts in by_path.values()) + len(report.skipped)
    rows = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="claimcheck" tests="{cases}" failures="{len(failing)}">']
    for path, alerts in by_path.items():
        failures = sum(1 for alert in alerts if alert.id in failing)
        rows.append(f'  <testsuite name={quoteattr(path)} tests="{max(1, len(alerts))}" failures="{failures}">')
        if not alerts:
            rows.append(f'    <testcase classname={quoteattr(path)} name="no finding"/>')
        rows += [row for alert in alerts for row in _junit_case(alert, failing=alert.id in failing)]
        rows.append("  </testsuite>")
    for skipped in report.skipped:
        rows.append(f'  <testsuite name={quoteattr(skipped.path)} tests="1" failures="0" skipped="1">')
        rows.append(
            f'    <testcase classname={quoteattr(skipped.path)} name="read"><skipped message={quoteattr(one_line(skipped.reason))}/></testcase>'
        )
        rows.append("  </testsuite>")
    rows.append("</testsuites>")
    return "\n".join(rows) + "\n"


def _junit_case(alert: Alert, *, failing: bool) -> Iterator[str]:
    start = alert.region.start
    name = f"{alert.rule} {start.line}:{start.column} {alert.fingerprint}"
    yield f"    <testcase classname={quoteattr(alert.region.path)} name={quoteattr(name)}>"
    if failing:
        yield f"      <failure type={quoteattr(alert.level.value)} message={quoteattr(alert.message)}/>"
    else:
        yield f"      <system-out>{escape(f'{alert.level.value}: {alert.message}')}</system-out>"
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
