"""Pairs of versions with the exact operations that `claimcheck diff` gives; each case is a file in cases/diff."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimcheck.cli.entry import run

CASES = sorted((Path(__file__).parent / "cases" / "diff").glob("*.toml"))
SCHEMA = json.loads((files("claimcheck.report") / "schemas" / "diff.json").read_text("utf-8"))
Record = dict[str, Any]
Operation = dict[str, Any]


def write_case(case: Record, folder: Path) -> list[str]:
    """Write both versions and the corpus; return the arguments of the command."""
    for name in ("old", "new"):
        (folder / f"{name}.md").write_text(f"---\nlang: {case['lang']}\n---\n{case[name]}", "utf-8")
    arguments = ["diff", "old.md", "new.md"]
    for number, (lang, text) in enumerate(case.get("corpus", [])):
        (folder / "corpus").mkdir(exist_ok=True)
        (folder / "corpus" / f"{number}.md").write_text(f"---\nlang: {lang}\n---\n{text}", "utf-8")
    return [*arguments, "--against", "corpus"] if "corpus" in case else arguments


def diff_of(case: Record, folder: Path, capsys: pytest.CaptureFixture[str]) -> Record:
    assert run([*write_case(case, folder), "--output-format", "json", "--isolated"]) == 0
    record: Record = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    return record


def of_kind(record: Record, kind: str) -> list[Operation]:
    return [operation for operation in record["ops"] if operation["path"].startswith(f"/{kind}/")]


def claim_row(operation: Operation) -> list[str]:
    was, now = (operation.get(name, {}).get("text", "") for name in ("was", "now"))
    return [operation["op"], was, now, " ".join(operation.get("changes", []))]


def fact_row(operation: Operation) -> list[str]:
    was, now = ((operation.get(name) or {}).get("verdict", "") for name in ("was", "now"))
    return [operation["op"], was if operation["op"] != "keep" else now, now]


def finding_row(operation: Operation) -> list[Any]:
    told = operation.get("now") or operation["was"]
    texts = [side["text"] for side in told["sides"][:2]]
    edits = [edit["new_text"] for edit in operation.get("edits", [])]
    return [operation["op"], told["verdict"], *texts, operation.get("reason", ""), edits]


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_the_operations_are_exactly_these(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tomllib.loads(path.read_text("utf-8"))
    monkeypatch.chdir(tmp_path)
    record = diff_of(case, tmp_path, capsys)
    rows = [claim_row(operation) for operation in of_kind(record, "claims")]
    wanted = [
        row if row[0] != "keep" or row[3] else ["keep", "", "", ""] for row in case["claims"]
    ]  # what is as it was is named by its path alone
    assert rows == wanted
    if "facts" in case:
        assert [fact_row(operation) for operation in of_kind(record, "facts")] == case["facts"]
    if "findings" in case:
        assert [finding_row(operation) for operation in of_kind(record, "findings")] == case["findings"]
    if "no_edit" in case:
        assert [operation["no_edit"] for operation in of_kind(record, "findings") if "no_edit" in operation] == case["no_edit"]


def test_there_are_cases_enough() -> None:
    cases = [tomllib.loads(path.read_text("utf-8")) for path in CASES]
    assert len(cases) >= 10
    assert len({case["lang"] for case in cases}) >= 5
