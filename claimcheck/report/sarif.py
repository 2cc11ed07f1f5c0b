"""SARIF 2.1.0, with what GitHub's code scanning asks for."""

from __future__ import annotations

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding, Level
from claimcheck.report.jsonable import Json
from claimcheck.report.outline import outline_of
from claimcheck.report.places import Places
from claimcheck.report.regions import region_of
from claimcheck.version import VERSION
from claimcheck.wording.rungs import rung_in_words

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 5000  # GitHub takes no more of one run
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def sarif_of(report: Report, places: Places) -> dict[str, Json]:
    """Return one run with a result for each finding, most serious first."""
    outline = outline_of(report)
    findings = (*outline.full, *outline.brief)[:MOST_RESULTS]
    rules = sorted({finding.rule for finding in findings})
    run: dict[str, Json] = {
        "tool": {"driver": {"name": "claimcheck", "semanticVersion": VERSION, "rules": [_rule(id_, report) for id_ in rules]}},
        "automationDetails": {"id": "claimcheck/"},
        "columnKind": "utf16CodeUnits",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "warning", "message": {"text": f"{skipped.path}: not read: {skipped.reason}"}} for skipped in report.skipped
                ],
            }
        ],
        "results": [_result(finding, rules.index(finding.rule), report, places) for finding in findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(id_: str, report: Report) -> Json:
    file = next((file for file in report.rule_files if file.id == id_), None)
    name = id_.rpartition("/")[2].replace("-", " ")
    about = " ".join(file.why.split()) if file is not None and file.why else f"{rung_in_words(id_.rpartition('/')[2]).capitalize()}."
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
    claims = report.claims
    related = [claims[id_] for id_ in dict.fromkeys(finding.related)]
    links = [f"[{_link_text(claim, report, places)}]({number})" for number, claim in enumerate(related, start=1)]
    said = finding.message.replace("[", r"\[").replace("]", r"\]")  # a message may hold links, so its own brackets are escaped
    message = f"{said} — see {', '.join(links)}" if links else said
    fingerprint = finding.fingerprint or finding.id
    return {
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


def _link_text(claim: Claim, report: Report, places: Places) -> str:
    region = region_of(claim, report, places)
    return f"{region.path}:{region.start.line}"


def _location(claim: Claim, report: Report, places: Places) -> dict[str, Json]:
    region = region_of(claim, report, places)
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
