"""The report as Markdown: a comment on a pull request, or a page of a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding, VerdictKind
from claimcheck.report.marks import SIGNS
from claimcheck.report.outline import Outline, echo_lines, kind_of_finding, outline_of, sides_of, verdict_line
from claimcheck.report.places import Places, place_of
from claimcheck.report.quote import one_line
from claimcheck.report.regions import region_at
from claimcheck.report.rows import Cell, Row
from claimcheck.wording.figures import reading_in_words

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~$&])")
MOST_COLUMNS = 8
MOST_SIDES = 4


def markdown_text(report: Report, places: Places, *, limit: int = 40) -> str:
    """Return verdict line, matrix, findings with their sentences, and what was not read."""
    outline = outline_of(report)
    return "\n".join((*_head(outline), *_matrix(outline, limit), *_findings(outline, places, limit), *_rest(outline, places, limit))) + "\n"


def plain(text: str) -> str:
    r"""Return `text` so that Markdown shows it as it is.

    >>> plain("a | *b* <c>")
    'a \\| \\*b\\* \\<c\\>'
    """
    return SPECIAL.sub(r"\\\1", " ".join(one_line(text).split()))


def _head(outline: Outline) -> Iterator[str]:
    yield f"**{verdict_line(outline)}**"
    yield ""
    for line in echo_lines(outline.report, {id_: _name(id_, outline) for id_ in outline.report.sources}):
        yield plain(line)
        yield ""


def _matrix(outline: Outline, limit: int) -> Iterator[str]:
    rows = outline.rows[: limit or None]
    sources = [id_ for id_ in outline.report.sources if any(cell.source == id_ for row in rows for cell in row.cells)]
    if not rows:
        return
    if len(sources) > MOST_COLUMNS:
        for row in rows:
            said = "; ".join(f"{plain(cell.source)}: {_cell(cell, outline)}" for cell in row.cells)
            yield f"- {SIGNS.mark(row.kind)}{SIGNS.mark(VerdictKind.INCOMMENSURABLE) if row.is_apart else ''} **{plain(row.label)}**: {said}"
        yield ""
        return
    yield f"| | Fact | {' | '.join(plain(_name(id_, outline)) for id_ in sources)} |"
    yield "|---" * (len(sources) + 2) + "|"
    for row in rows:
        yield _matrix_row(row, sources, outline)
    yield ""
    if len(outline.rows) > len(rows):
        yield f"{len(outline.rows) - len(rows):,} more facts not shown."
        yield ""


def _matrix_row(row: Row, sources: list[str], outline: Outline) -> str:
    said = {cell.source: _cell(cell, outline) for cell in row.cells}
    return f"| {SIGNS.mark(row.kind)}{SIGNS.mark(VerdictKind.INCOMMENSURABLE) if row.is_apart else ''} | {plain(row.label)} | {' | '.join(said.get(id_, '') for id_ in sources)} |"


def _cell(cell: Cell, outline: Outline) -> str:
    texts = dict.fromkeys(plain(outline.report.claims[id_].text) for id_ in cell.claims)
    return f"{SIGNS.mark(cell.kind)} {' · '.join(texts)}"


def _name(id_: str, outline: Outline) -> str:
    source = outline.report.sources[id_]
    return source.outlet or source.path.rpartition("/")[2] or id_


def _findings(outline: Outline, places: Places, limit: int) -> Iterator[str]:
    for finding in outline.full[: limit or None]:
        yield from _finding(finding, outline, places)
    if limit and len(outline.full) > limit:
        yield f"{len(outline.full) - limit:,} more findings not shown."
        yield ""


def _finding(finding: Finding, outline: Outline, places: Places) -> Iterator[str]:
    report = outline.report
    mark = SIGNS.mark(finding.verdict) if finding.verdict else SIGNS.warning
    what = kind_of_finding(finding, outline.report)
    yield f"#### {mark} {what}: {plain(finding.message)}"
    yield ""
    for side in sides_of(outline, finding)[:MOST_SIDES]:
        yield f"`{place_of(side[0], report, places)}`"
        yield f"> {plain(side[0].evidence.quote)}"
        yield ""
        for claim in side:
            yield f"- **{plain(claim.text)}** = {plain(reading_in_words(claim))}"
        yield ""
    yield f"<sub>{finding.level.value}, rule `{finding.rule}`, `claimcheck why {finding.fingerprint or finding.id}`</sub>"
    yield ""


def _rest(outline: Outline, places: Places, limit: int) -> Iterator[str]:
    report = outline.report
    for finding in outline.brief[: limit or None]:
        mark = SIGNS.mark(finding.verdict) if finding.verdict else SIGNS.info
        yield f"- {mark} {plain(finding.message)} (`{place_of(report.sides[finding.primary], report, places)}`)"
    for notice in report.notices:
        region = region_at(notice.document, notice.span, report, places)
        yield f"- {SIGNS.warning} {plain(notice.message)} (`{region.path}:{region.start.line}:{region.start.column}`)"
    for skipped in report.skipped:
        yield f"- not read: `{skipped.path}`: {plain(skipped.reason)}"
