"""The formats of other tools: units of columns, escapes, fingerprints, and that nothing is lost."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from report_values import Story, harbour_story, number, quantity

from claimcheck.model.verdict import Level, VerdictKind
from claimcheck.report.annotations import github_text, gitlab_record, junit_text, rdjson_record
from claimcheck.report.jsonable import Json, json_text
from claimcheck.report.markdown import markdown_text
from claimcheck.report.regions import region_of
from claimcheck.report.sarif import sarif_of


def at(value: Json, *path: str | int) -> Json:
    """Return what stands at a path of keys and indexes."""
    for key in path:
        if isinstance(key, str):
            assert isinstance(value, dict)
            value = value[key]
        else:
            assert isinstance(value, list)
            value = value[key]
    return value


def rocket_story() -> Story:
    """Return two sources in which an astral letter stands before the figure, one path with a blank."""
    story = Story()
    story.source("desk/a b.txt", 'x = "é😀"; $1\n', "en")
    story.source("desk/b.txt", "$2 [sic]\n", "en")
    ids = [
        story.claim("desk/a b.txt", "$1", quantity("money", "USD", *number("1"))),
        story.claim("desk/b.txt", "$2", quantity("money", "USD", *number("2"))),
    ]
    story.fact("price", *ids, kind=VerdictKind.CONTRADICTION)
    story.finding(Level.ERROR, VerdictKind.CONTRADICTION, "$1, 100% [sic]:\nagainst $2", *ids, rule="core/disjoint")
    return story


def test_columns_are_in_each_formats_own_unit() -> None:
    story = rocket_story()
    report, places = story.report(), story.places()
    assert region_of(report.claims["desk/a b.txt#1"], report, places).start.column == 11
    assert at(rdjson_record(report, places), "diagnostics", 0, "location", "range", "start", "column") == 15
    assert at(sarif_of(report, places), "runs", 0, "results", 0, "locations", 0, "physicalLocation", "region", "startColumn") == 12
    assert ",col=11," in github_text(report, places)


def test_github_escapes_what_would_end_a_field() -> None:
    story = rocket_story()
    line = github_text(story.report(), story.places()).splitlines()[0]
    assert "100%25 [sic]: against $2" in line
    assert "file=desk/a b.txt," in line
    assert "title=core/disjoint::" in line


def test_sarif_has_relative_uris_links_and_both_fingerprints() -> None:
    story = rocket_story()
    result = at(sarif_of(story.report(), story.places()), "runs", 0, "results", 0)
    assert at(result, "locations", 0, "physicalLocation", "artifactLocation", "uri") == "desk/a%20b.txt"
    assert at(result, "locations", 0, "physicalLocation", "artifactLocation", "uriBaseId") == "%SRCROOT%"
    text = at(result, "message", "text")
    assert isinstance(text, str)
    assert r"\[sic\]" in text
    assert text.endswith("see [desk/b.txt:1](1)")
    assert at(result, "relatedLocations", 0, "id") == 1
    assert at(result, "partialFingerprints") == {"primaryLocationLineHash": "0000000000000001:1", "claimcheck/v1": "0000000000000001"}


def test_sarif_names_each_rule_once_and_tells_what_was_skipped() -> None:
    story = harbour_story()
    run = at(sarif_of(story.report(), story.places()), "runs", 0)
    rules = at(run, "tool", "driver", "rules")
    results = at(run, "results")
    assert isinstance(rules, list)
    assert isinstance(results, list)
    for result in results:
        index = at(result, "ruleIndex")
        assert isinstance(index, int)
        assert at(rules[index], "id") == at(result, "ruleId")
    assert "photo.txt" in json_text(at(run, "invocations"))
    assert at(run, "columnKind") == "utf16CodeUnits"


def test_gitlab_fingerprints_are_each_used_once() -> None:
    story = rocket_story()
    finding = story.findings["0000000000000001"]
    story.findings["again"] = replace(finding, id="again")
    entries = gitlab_record(story.report(), story.places())
    assert [at(entry, "fingerprint") for entry in entries] == ["0000000000000001", "0000000000000001#2"]


def test_junit_counts_add_up_and_only_what_fails_the_run_is_a_failure() -> None:
    story = harbour_story()
    root = ET.fromstring(junit_text(story.report(), story.places(), frozenset({"0000000000000001"})))  # noqa: S314 - our own
    assert root.attrib["failures"] == "1"
    assert len(root.findall(".//failure")) == 1
    assert int(root.attrib["tests"]) == len(root.findall(".//testcase"))
    for suite in root.findall("testsuite"):
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))


@pytest.mark.parametrize("word", ["harbour/photo.txt", "is no text"])
def test_no_format_loses_what_was_skipped(word: str) -> None:
    story = harbour_story()
    report, places = story.report(), story.places()
    for text in (
        github_text(report, places),
        json_text(gitlab_record(report, places)),
        json_text(rdjson_record(report, places)),
        json_text(sarif_of(report, places)),
        junit_text(report, places, frozenset()),
        markdown_text(report, places),
    ):
        assert word in text


def test_markdown_shows_an_article_as_it_is() -> None:
    story = Story()
    story.source("a.md", "**7** | <b>barges</b>", "en")
    story.source("b.md", "9 barges", "en")
    ids = [
        story.claim("a.md", "7** | <b>barges", quantity("count", "", *number("7"))),
        story.claim("b.md", "9 barges", quantity("count", "", *number("9"))),
    ]
    story.fact("barges", *ids, kind=VerdictKind.CONTRADICTION)
    story.finding(Level.ERROR, VerdictKind.CONTRADICTION, "7 is not 9", *ids, rule="core/disjoint")
    text = markdown_text(story.report(), story.places())
    assert r"> \*\*7\*\* \| \<b\>barges\</b\>" in text
    assert all(line.count(" | ") == 3 for line in text.splitlines() if line.startswith("| ✗"))
