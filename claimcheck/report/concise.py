"""Findings one a line, for editors, pipes and grep."""

from __future__ import annotations

from claimcheck.model.report import Report
from claimcheck.report.outline import outline_of
from claimcheck.report.places import Places, place_of
from claimcheck.report.quote import one_line
from claimcheck.report.regions import region_at


def concise_text(report: Report, places: Places) -> str:
    """Return a line `path:line:column: level rule message` for each finding, most serious first, then what was not read."""
    outline = outline_of(report)
    rows = []
    for finding in (*outline.full, *outline.brief):
        primary = report.sides[finding.primary]
        others = {place_of(report.sides[id_], report, places): None for id_ in finding.related}
        beside = f" (see {', '.join(list(others)[:3])})" if others else ""
        rows.append(f"{place_of(primary, report, places)}: {finding.level.value} {finding.rule} {one_line(finding.message)}{beside}")
    for notice in report.notices:
        region = region_at(notice.document, notice.span, report, places)
        rows.append(
            f"{region.path}:{region.start.line}:{region.start.column}: {notice.level.value} {notice.rule} {one_line(notice.message)}"
        )
    rows += [f"{skipped.path}: not read: {one_line(skipped.reason)}" for skipped in report.skipped]
    return "".join(f"{row}\n" for row in rows)
