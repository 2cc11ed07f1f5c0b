"""The output formats by name; each brings its own modules when it is asked for."""
# ruff: noqa: PLC0415 - that is the point of this module

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from claimcheck.cli.streams import output_encoding, output_width
from claimcheck.model.report import Report
from claimcheck.model.span import Position
from claimcheck.model.verdict import Level
from claimcheck.values import dataclass

if TYPE_CHECKING:
    from claimcheck.report.html.desk import Background

Places = Mapping[str, Callable[[int], Position]]
LEVELS = [level.value for level in Level]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the options say about the output; `to_file` tells that it does not go to standard output.

    `background` is what pages tell besides the report, asked for where there are any.
    """

    color: bool
    show: frozenset[str]
    limit: int
    quiet: bool
    to_file: bool
    fail_on: str
    background: Callable[[], Background] | None = None


def render(report: Report, places: Places, output_format: str, view: View) -> tuple[str, str]:
    """Return the report in a format, and the encoding to write it in: people's own terminal may have another than UTF-8."""
    text = FORMATS[output_format](report, places, view)
    return text, output_encoding(to_file=view.to_file) if output_format in ("full", "concise") else "utf-8"


def failing_findings(report: Report, fail_on: str) -> frozenset[str]:
    """Return the ids of the open findings and the notices at or above a level; `never` is above all."""
    failing = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on in LEVELS else []
    findings = {id_ for id_, finding in report.findings.items() if finding.is_open and finding.level.value in failing}
    return frozenset(findings | {notice.fingerprint for notice in report.notices if notice.level.value in failing})


def _full(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.layout import Layout
    from claimcheck.report.marks import marks_for
    from claimcheck.report.terminal import terminal_text

    marks = marks_for(output_encoding(to_file=view.to_file))
    width = output_width(to_file=view.to_file)
    layout = Layout(width=width, color=view.color, marks=marks, limit=view.limit, show=view.show, quiet=view.quiet)
    return terminal_text(report, places, layout)


def _concise(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.concise import concise_text

    del view
    return concise_text(report, places)


def _json(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.jsonable import json_text
    from claimcheck.report.record import record_of

    del view
    return json_text(record_of(report, places)) + "\n"


def _json_lines(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.jsonable import json_text
    from claimcheck.report.record import record_lines

    del view
    return "".join(json_text(line, indent=None) + "\n" for line in record_lines(report, places))


def _sarif(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.jsonable import json_text
    from claimcheck.report.sarif import sarif_of

    del view
    return json_text(sarif_of(report, places)) + "\n"


def _github(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.annotations import github_text

    del view
    return github_text(report, places)


def _gitlab(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.annotations import gitlab_record
    from claimcheck.report.jsonable import json_text

    del view
    return json_text(gitlab_record(report, places)) + "\n"


def _rdjson(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.annotations import rdjson_record
    from claimcheck.report.jsonable import json_text

    del view
    return json_text(rdjson_record(report, places)) + "\n"


def _junit(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.annotations import junit_text

    return junit_text(report, places, failing_findings(report, view.fail_on))


def _html(report: Report, places: Places, view: View) -> str:
    from claimcheck.cli.pages import background, page_text

    return page_text(report, places, view.background() if view.background is not None else background())


def _markdown(report: Report, places: Places, view: View) -> str:
    from claimcheck.report.markdown import markdown_text

    return markdown_text(report, places, limit=view.limit)


FORMATS: dict[str, Callable[[Report, Places, View], str]] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
    "json-lines": _json_lines,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
    "markdown": _markdown,
    "html": _html,
}
