"""The reports as a person or a program sees them, byte by byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_values import harbour_story, without_findings

from claimcheck.cli.formats import View, render
from claimcheck.report.concise import concise_text
from claimcheck.report.jsonable import json_text
from claimcheck.report.layout import Layout
from claimcheck.report.marks import LETTERS
from claimcheck.report.record import record_of
from claimcheck.report.terminal import terminal_text
from claimcheck.report.why import why_text

Golden = Callable[[str, str], None]
LAYOUTS = {
    "full-80.txt": Layout(width=80),
    "full-120-all.txt": Layout(width=120, show=frozenset({"agreement", "single"})),
    "full-60-letters.txt": Layout(width=60, marks=LETTERS),
    "full-80-color.txt": Layout(width=80, color=True),
    "quiet-80.txt": Layout(width=80, quiet=True),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_report_for_people(name: str, golden: Golden) -> None:
    story = harbour_story()
    golden(name, terminal_text(story.report(), story.places(), LAYOUTS[name]))


def test_a_report_with_nothing_to_say(golden: Golden) -> None:
    golden("nothing-80.txt", terminal_text(without_findings(), harbour_story().places(), Layout()))


def test_the_json_record(golden: Golden) -> None:
    story = harbour_story()
    golden("check.json", json_text(record_of(story.report(), story.places())) + "\n")


def test_the_concise_report(golden: Golden) -> None:
    story = harbour_story()
    golden("concise.txt", concise_text(story.report(), story.places()))


@pytest.mark.parametrize(
    ("output_format", "name"),
    [
        ("sarif", "check.sarif"),
        ("github", "github.txt"),
        ("gitlab", "gitlab.json"),
        ("junit", "junit.xml"),
        ("rdjson", "rdjson.json"),
        ("markdown", "report.md"),
        ("json-lines", "check.jsonl"),
    ],
)
def test_the_formats_of_other_tools(output_format: str, name: str, golden: Golden) -> None:
    story = harbour_story()
    view = View(color=False, show=frozenset(), limit=40, quiet=False, to_file=True, fail_on="error")
    golden(name, render(story.report(), story.places(), output_format, view)[0])


def test_why_a_finding_and_why_a_figure(golden: Golden) -> None:
    story = harbour_story()
    golden("why-finding.txt", why_text("0000000000000001", story.report(), story.places()))
    golden("why-figure.txt", why_text("02-de-hafen.txt:2:60", story.report(), story.places()))
