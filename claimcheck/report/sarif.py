"""SARIF 2.1.0, with what GitHub's code scanning asks for."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.claim import Claim
from claimcheck.model.notice import Notice
from claimcheck.model.report import Report
from claimcheck.model.span import Span
from claimcheck.model.verdict import Finding, Level
from claimcheck.report.jsonable import Json
from claimcheck.report.outline import outline_of
from claimcheck.report.places import Places
from claimcheck.report.regions import region_at, region_of
from claimcheck.version import VERSION
from claimcheck.wording.rungs import rung_in_words
from claimcheck.wording.suppressions import suppression_meaning

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 5000  # GitHub takes no more of one run
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def sarif_of(report: Report, places: Places) -> dict[str, Json]:
    """Return one run with a result for each finding, most serious first."""
    outline = outline_of(report)
    closed = [finding for finding in report.findings.values() if not finding.is_open]
    findings = (*outline.full, *outline.brief, *closed)[:MOST_RESULTS]
    notices = report.notices[: MOST_RESULTS - len(findings)]
    rules = sorted({*(finding.rule for finding in findings), *(notice.rule for notice in notices)})
    run: dict[str, Json] = {
        "tool": {"driver": {"name": "claimcheck", "semanticVersion": VERSION, "rules": [_rule(id_, report) for id_ in rules]}},
        "automationDetails": {"id": "claimcheck/"},
        "columnKind": "utf16CodeUnits",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": list(_notifications(report, len(report.findings) - len(findings))),
            }
        ],
        "results": [
            *(_result(finding, rules.index(finding.rule), report, places) for finding in findings),
            *(_notice(notice, rules.index(notice.rule), report, places) for notice in notices),
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(id_: str, report: Report) -> Json:
    file = next((file for file in report.rule_files if file.id == id_), None)
    name = id_.rpartition("/")[2].replace("-", " ")
    own = suppression_meaning(id_) or f"{rung_in_words(id_.rpartition('/')[2]).capitalize()}."
    about = " ".join(file.why.split()) if file is not None and file.why else own
    rule: dict[str, Json] = {
        "id": id_,
        "name": "".join(word.capitalize() for word in name.split()),
        "shortDescription": {"text": name},
        "fullDescription": {"text": about},
        "help": {"text": " ".join(file.help.split()) if file is not None and file.help else f"`claimcheck rules explain {id_}` says more."},
        "properties": {"tags": ["figures"], "precision": "high"},
    }
    if file is not None:
        rule["defaultConfiguration"] = {"level": LEVELS[file.level]}
    return rule


def _result(finding: Finding, index: int, report: Report, places: Places) -> Json:
    claims = report.sides
    related = [claims[id_] for id_ in dict.fromkeys(finding.related)]
    links = [f"[{_link_text(claim, report, places)}]({number})" for number, claim in enumerate(related, start=1)]
    said = finding.message.replace("[", r"\[").replace("]", r"\]")  # a message may hold links, so its own brackets are escaped
    message = f"{said} — see {', '.join(links)}" if links else said
    fingerprint = finding.fingerprint or finding.id
    result: dict[str, Json] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.level],
        "message": {"text": message},
        "locations": [_location(claims[finding.primary], report, places)],
        "relatedLocations": [
            {"id": number, **_location(claim, report, places), "message": {"text": claim.text}}
            for number, claim in enumerate(related, start=1)
        ],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1", "claimcheck/v1": fingerprint},
    }
    if finding.baseline:
        result["baselineState"] = finding.baseline
    if finding.suppressions:
        result["suppressions"] = [_suppression(one.kind, one.reason) for one in finding.suppressions]
    return result


def _suppression(kind: str, reason: str) -> Json:
    return {"kind": kind, "justification": reason} if reason else {"kind": kind}


def _notice(notice: Notice, index: int, report: Report, places: Places) -> Json:
    return {
        "ruleId": notice.rule,
        "ruleIndex": index,
        "level": LEVELS[notice.level],
        "message": {"text": notice.message.replace("[", r"\[").replace("]", r"\]")},
        "locations": [_location_at(notice.document, notice.span, report, places)],
        "partialFingerprints": {"primaryLocationLineHash": f"{notice.fingerprint}:1", "claimcheck/v1": notice.fingerprint},
    }


def _notifications(report: Report, left_out: int) -> Iterator[Json]:
    """Yield what is to be known of the run itself: what was not read, stale entries of the baseline, results left out."""
    said = [f"{skipped.path}: not read: {skipped.reason}" for skipped in report.skipped]
    said += [f"no finding fits this entry of the baseline any more: {entry}" for entry in report.stale]
    said += [f"{left_out} further results are left out: a run takes {MOST_RESULTS}"] if left_out > 0 else []
    for text in said:
        yield {"level": "warning", "message": {"text": text}}


def _link_text(claim: Claim, report: Report, places: Places) -> str:
    region = region_of(claim, report, places)
    return f"{region.path}:{region.start.line}"


def _location(claim: Claim, report: Report, places: Places) -> dict[str, Json]:
    return _location_at(claim.document, claim.span, report, places)


def _location_at(document: str, span: Span, report: Report, places: Places) -> dict[str, Json]:
    region = region_at(document, span, report, places)
    artifact: dict[str, Json] = {"uri": region.uri}
    if not region.uri.startswith("file:"):
        artifact["uriBaseId"] = "%SRCROOT%"
    lines: dict[str, Json] = {
        "startLine": region.start.line,
        "startColumn": region.start.character + 1,
        "endLine": region.end.line,
        "endColumn": region.end.character + 1,
    }
    return {"physicalLocation": {"artifactLocation": artifact, "region": lines}}
