"""Every output format against its public schema, or the structure its readers document; the same bytes however a run is done."""

from __future__ import annotations

import json
import os
import random
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from claimcheck.cli.entry import run
from claimcheck.cli.formats import FORMATS

Record = dict[str, Any]
SCHEMAS = Path(__file__).parent / "schemas"

POSITION = {"type": "object", "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}}
GITLAB = {  # docs.gitlab.com, "Code Quality report format"
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path"],
                "oneOf": [{"required": ["lines"]}, {"required": ["positions"]}],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                    "positions": {"type": "object", "required": ["begin"], "properties": {"begin": POSITION, "end": POSITION}},
                },
            },
        },
    },
}
RDJSON = {  # reviewdog's rdf.proto, DiagnosticResult, in its JSON form
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "additionalProperties": False,
                        "properties": {
                            "path": {"type": "string"},
                            "range": {"type": "object", "required": ["start"], "properties": {"start": POSITION, "end": POSITION}},
                        },
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "source": {"type": "object"},
                    "code": {"type": "object", "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
                    "suggestions": {"type": "array"},
                    "related_locations": {"type": "array"},
                },
            },
        },
    },
}
WORKFLOW_COMMAND = re.compile(
    r"""
    ::(error|warning|notice)\ file=(?P<file>[^,:\r\n]+)
    (,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^,:\r\n]+)?
    ::(?P<message>[^\r\n]+)
    """,
    re.VERBOSE,
)
CONCISE = re.compile(r"(?P<path>[^:]+):\d+:\d+: (error|warning|info) [a-z-]+/[a-z-]+ \S.*|[^:]+: not read: .+")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what each format says of one folder."""
    return everything(tmp_path_factory.mktemp("desk"))


def everything(folder: Path, *arguments: str, order: Callable[[list[str]], list[str]] = list) -> dict[str, str]:
    """Return what a run says in every format; `order` arranges its paths."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        paths = order(put_articles())
        also = [word for name in FORMATS for word in ("--also", f"{name}=out/{name}.html")]
        run(["check", *paths, "--isolated", "--silent", "--fail-on", "warning", *arguments])
        run(["check", *paths, "--isolated", "--quiet", "-o", "out/first.txt", "--fail-on", "warning", *also, *arguments])
        return {name: Path(f"out/{name}.html").read_bytes().decode() for name in FORMATS}
    finally:
        os.chdir(before)


def put_articles() -> list[str]:
    """Write articles that agree and that do not, one under a comment, one under a comment of no use, one that is no text."""
    texts: dict[str, bytes] = {
        f"wire/{number:02}.txt": f"Calder Line will pay $1.24 billion for the 14 ferries, the {name} agency said on Monday.\n".encode()
        for number, name in enumerate(("Alba", "Brent", "Corvo", "Delta", "Elba", "Fermo", "Garda", "Hvar"))
    }
    texts |= {
        "wire/wrong, 100%.md": "# 😀 é\r\n\r\nCalder Line will pay **$1.42 billion** for [the] 14 ferries.\r\n".encode(),
        "wire/kept.md": b"Calder Line will pay $1.47 billion for 16 ferries. <!-- claimcheck: ignore[core] -- as printed -->\n",
        "wire/unused.md": b"A day at sea.\n\n<!-- claimcheck: ignore[core/disjoint] -- no longer -->\nNothing here counts.\n",
        "wire/b.html": b"<p>Die Reederei Calder Line zahlt 1,24&nbsp;Milliarden Dollar f&uuml;r 14 F&auml;hren.</p>",
        "wire/ar.txt": "ستدفع شركة Calder Line مبلغ 1.24 مليار دولار مقابل 14 عبارة.\n".encode(),
        "wire/photo.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    }
    for name, content in texts.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return sorted(texts)


def test_json_fits_its_schema(outputs: dict[str, str]) -> None:
    Draft202012Validator(schema("check")).validate(json.loads(outputs["json"]))


def test_each_line_of_json_lines_fits_its_schema(outputs: dict[str, str]) -> None:
    lines = [json.loads(line) for line in outputs["json-lines"].splitlines()]
    for line in lines:
        Draft202012Validator(schema("check-lines")).validate(line)
    assert (lines[0]["type"], lines[-1]["type"]) == ("header", "summary")


def schema(name: str) -> Record:
    """Return a schema of our own."""
    found: Record = json.loads((files("claimcheck.report") / "schemas" / f"{name}.json").read_text("utf-8"))
    return found


def test_sarif_fits_the_public_schema_and_what_code_scanning_asks_for(outputs: dict[str, str]) -> None:
    log = json.loads(outputs["sarif"])
    Draft7Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))).validate(log)
    (one,) = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert len(one["results"]) <= 5000
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert set(result["partialFingerprints"]) == {"primaryLocationLineHash", "claimcheck/v1"}
        (place,) = (location["physicalLocation"] for location in result["locations"])
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert not place["artifactLocation"]["uri"].startswith(("/", ".", "file:"))
        assert {"startLine", "startColumn", "endLine", "endColumn"} <= set(place["region"])
        for link in re.findall(r"\]\((\d+)\)", result["message"]["text"]):
            assert int(link) in {related["id"] for related in result["relatedLocations"]}
    assert any(result.get("suppressions") for result in one["results"])
    assert "photo.txt" in json.dumps(one["invocations"])


def test_gitlab_fits_its_documented_structure(outputs: dict[str, str]) -> None:
    entries = json.loads(outputs["gitlab"])
    Draft202012Validator(GITLAB).validate(entries)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) > 1


def test_rdjson_fits_reviewdogs_structure(outputs: dict[str, str]) -> None:
    Draft202012Validator(RDJSON).validate(json.loads(outputs["rdjson"]))


def test_github_gets_commands_it_reads(outputs: dict[str, str]) -> None:
    lines = outputs["github"].splitlines()
    found = [WORKFLOW_COMMAND.fullmatch(line) for line in lines]
    assert all(found), lines
    assert len(lines) == 3
    assert "wire/wrong%2C 100%25.md" in {one["file"] for one in found if one}


def test_junit_counts_what_it_holds(outputs: dict[str, str]) -> None:
    suites = ET.fromstring(outputs["junit"])  # noqa: S314 - our own output
    assert suites.tag == "testsuites"
    cases = list(suites.iter("testcase"))
    assert int(suites.attrib["tests"]) == len(cases) == sum(int(suite.attrib["tests"]) for suite in suites)
    assert int(suites.attrib["failures"]) == len(list(suites.iter("failure"))) == sum(int(suite.attrib["failures"]) for suite in suites)
    assert all(case.attrib["classname"] and case.attrib["name"] for case in cases)
    assert [suite.attrib["name"] for suite in suites if suite.attrib.get("skipped") == "1"] == ["wire/photo.txt"]


def test_concise_is_a_line_a_finding(outputs: dict[str, str]) -> None:
    assert all(CONCISE.fullmatch(line) for line in outputs["concise"].splitlines()), outputs["concise"]


def test_markdown_has_whole_tables(outputs: dict[str, str]) -> None:
    rows = [line for line in outputs["markdown"].splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1
    assert "contradiction" in outputs["markdown"].splitlines()[0]


def test_full_tells_what_was_found_first(outputs: dict[str, str]) -> None:
    assert re.match(r"\d+ sources", outputs["full"]) or "✗ contradiction" in outputs["full"]


def test_html_is_whole(outputs: dict[str, str]) -> None:
    assert outputs["html"].startswith("<!doctype html>\n")
    assert outputs["html"].endswith("</html>\n")
    assert "<script" not in outputs["html"]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_skipped_file_and_no_folder_of_this_machine_is_in_every_format(name: str, outputs: dict[str, str]) -> None:
    assert "wire/photo.txt" in outputs[name]
    assert "/tmp" not in outputs[name]  # noqa: S108 - what must not be there
    assert str(Path.home()) + "/" not in outputs[name]


@pytest.mark.parametrize("jobs", [2, 8])
def test_jobs_and_the_order_of_the_paths_change_no_byte(jobs: int, outputs: dict[str, str], tmp_path: Path) -> None:
    def shuffled(paths: list[str]) -> list[str]:
        random.Random(jobs).shuffle(paths)  # noqa: S311 - any other order will do
        return paths

    again = everything(tmp_path, "--jobs", str(jobs), "--no-cache", order=shuffled)
    for name in FORMATS:
        assert again[name] == outputs[name], name
