"""Findings and notices alike, as annotations show them: a place, a level, a rule and one line of words."""

from __future__ import annotations

from claimcheck.model.level import Level
from claimcheck.model.notice import Notice
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding
from claimcheck.report.outline import outline_of
from claimcheck.report.places import Places
from claimcheck.report.quote import one_line
from claimcheck.report.regions import Region, region_at, region_of, said_of
from claimcheck.values import dataclass

MOST_OTHERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One thing to show at one place; `id` is that of the finding, or the fingerprint of a notice."""

    id: str
    rule: str
    level: Level
    message: str
    region: Region
    fingerprint: str


def alerts_of(report: Report, places: Places) -> tuple[Alert, ...]:
    """Return the open findings, most serious first, then the notices."""
    outline = outline_of(report)
    findings = [_of_finding(finding, report, places) for finding in (*outline.full, *outline.brief)]
    return (*findings, *(_of_notice(notice, report, places) for notice in report.notices))


def whole_message(finding: Finding, report: Report, places: Places) -> str:
    """Return the message with the other sides' places, for formats that cannot link to them."""
    others = [said_of(report.sides[id_], report, places) for id_ in dict.fromkeys(finding.related)]
    more = f" and {len(others) - MOST_OTHERS} more" if len(others) > MOST_OTHERS else ""
    beside = f" (see {', '.join(others[:MOST_OTHERS])}{more})" if others else ""
    return one_line(finding.message) + beside


def _of_finding(finding: Finding, report: Report, places: Places) -> Alert:
    return Alert(
        id=finding.id,
        rule=finding.rule,
        level=finding.level,
        message=whole_message(finding, report, places),
        region=region_of(report.sides[finding.primary], report, places),
        fingerprint=finding.fingerprint or finding.id,
    )


def _of_notice(notice: Notice, report: Report, places: Places) -> Alert:
    return Alert(
        id=notice.fingerprint,
        rule=notice.rule,
        level=notice.level,
        message=one_line(f"{notice.message}: {notice.help}" if notice.help else notice.message),
        region=region_at(notice.document, notice.span, report, places),
        fingerprint=notice.fingerprint,
    )
