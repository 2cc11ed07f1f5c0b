"""`claimcheck diff` on the command line: what OLD and NEW may be, formats, exit statuses."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from diff_making import applied

from claimcheck.cli.entry import run

OLD = "Nebulosa will pay Quartz Cloud $38 billion under the contract.\n\nThe plant has a capacity of 4.5 GW.\n"
NEW = "The plant has a capacity of 4.5 GW.\n\nNebulosa will pay Quartz Cloud $30 billion under the contract.\n"
CORPUS = "Nebulosa will pay Quartz Cloud $38 billion under the contract.\n"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with both versions and a corpus, where the command runs."""
    for name in list(os.environ):
        if name.startswith(("CLAIMCHECK_", "GIT_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    for name, text in (("old.txt", OLD), ("new.txt", NEW), ("corpus/wire.txt", CORPUS)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    identity = ("-c", "user.name=desk", "-c", "user.email=desk@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607 - as it is found


@pytest.fixture
def repository(desk: Path) -> Path:
    """Return the folder as a repository: drafts/cloud.txt was OLD at HEAD and is NEW in the work tree."""
    git(desk, "init", "-q")
    git(desk, "add", "corpus")
    git(desk, "commit", "-qm", "corpus")
    (desk / "drafts").mkdir()
    (desk / "drafts" / "cloud.txt").write_text(OLD, "utf-8")
    git(desk, "add", "drafts")
    git(desk, "commit", "-qm", "draft")
    (desk / "drafts" / "cloud.txt").write_text(NEW, "utf-8")
    return desk


def record_of(capsys: Captured, *arguments: str) -> dict[str, Any]:
    assert run(["diff", *arguments, "--output-format", "json"]) == 0
    record: dict[str, Any] = json.loads(capsys.readouterr().out)
    schema = json.loads((files("claimcheck.report") / "schemas" / "diff.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(record)
    return record


def told(record: dict[str, Any]) -> list[tuple[str, str]]:
    kinds = ((one["op"], one["path"].split("/")[1]) for one in record["ops"])
    return [(op, kind) for op, kind in kinds if op != "keep"]


CHANGED = [("replace", "claims"), ("replace", "facts"), ("add", "findings")]


def test_two_files(desk: Path, capsys: Captured) -> None:
    del desk
    record = record_of(capsys, "old.txt", "new.txt", "--against", "corpus")
    assert told(record) == [("move", "documents"), *CHANGED]
    assert record["from"] == {
        "kind": "worktree",
        "name": "old.txt",
        "documents": {"old.txt": record["from"]["documents"]["old.txt"]},
        "corpus": ["corpus/wire.txt"],
    }
    [finding] = [one for one in record["ops"] if one["path"].startswith("/findings")]
    [edit] = finding["edits"]
    assert (edit["applicability"], edit["old_text"], edit["new_text"]) == ("manual", "$30 billion", "$38 billion")
    assert edit["range"] == {"start": {"line": 2, "character": 31}, "end": {"line": 2, "character": 42}}


def test_a_revision_and_the_work_tree(repository: Path, capsys: Captured) -> None:
    named = record_of(capsys, "HEAD:drafts/cloud.txt", "drafts/cloud.txt", "--against", "corpus")
    bare = record_of(capsys, "HEAD", "drafts/cloud.txt", "--against", "corpus")
    folder = record_of(capsys, "HEAD", "drafts", "--against", "corpus")
    assert told(named) == CHANGED
    assert named["ops"] == bare["ops"] == folder["ops"]
    assert named["from"]["kind"] == "revision"
    assert len(named["from"]["commit"]) == 40
    assert list(named["from"]["documents"]) == ["drafts/cloud.txt"]
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "changed")
    assert record_of(capsys, "HEAD~1:drafts", "HEAD:drafts", "--against", "corpus")["ops"] == named["ops"]


def test_what_a_revision_did_not_have_yet_is_new(repository: Path, capsys: Captured) -> None:
    del repository
    record = record_of(capsys, "HEAD~1", "drafts/cloud.txt", "--against", "corpus")
    assert told(record) == [("add", "documents"), ("add", "claims"), ("add", "claims"), ("add", "facts"), ("add", "findings")]


def test_a_renamed_file_is_the_same_article(repository: Path, capsys: Captured) -> None:
    (repository / "drafts" / "cloud.txt").rename(repository / "drafts" / "deal.txt")
    record = record_of(capsys, "HEAD", "drafts")
    assert told(record) == [("move", "documents"), ("replace", "claims")]


def test_saved_reports_tell_what_the_files_tell(desk: Path, capsys: Captured) -> None:
    for name in ("old", "new"):
        (desk / "article.txt").write_text((desk / f"{name}.txt").read_text("utf-8"), "utf-8")
        run(["check", "article.txt", "--against", "corpus", "--output-format", "json", "-o", f"{name}.json"])
    capsys.readouterr()
    record = record_of(capsys, "old.json", "new.json")
    assert told(record) == CHANGED
    assert record["to"]["kind"] == "report"
    files_alone = record_of(capsys, "old.txt", "new.txt", "--against", "corpus")
    assert record["summary"]["claims"] == files_alone["summary"]["claims"]
    assert record["summary"]["edits"] == 1


def test_a_patch_is_between_the_reports(desk: Path, capsys: Captured) -> None:
    for name in ("old", "new"):
        (desk / "article.txt").write_text((desk / f"{name}.txt").read_text("utf-8"), "utf-8")
        run(["check", "article.txt", "--against", "corpus", "--output-format", "json", "-o", f"{name}.json"])
    capsys.readouterr()
    assert run(["diff", "old.json", "new.json", "--output-format", "json-patch"]) == 0
    steps = json.loads(capsys.readouterr().out)
    old, new = (json.loads((desk / f"{name}.json").read_text("utf-8")) for name in ("old", "new"))
    assert applied(old, steps) == new
    assert run(["diff", "new.json", "new.json", "--output-format", "json-patch"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_the_exit_status_tells_of_changes_only_when_asked(desk: Path, capsys: Captured) -> None:
    assert run(["diff", "old.txt", "new.txt"]) == 0
    assert run(["diff", "old.txt", "new.txt", "--exit-code"]) == 1
    assert run(["diff", "new.txt", "new.txt", "--exit-code"]) == 0
    (desk / "words.txt").write_text(OLD.replace("4.5 GW", "4,500 MW"), "utf-8")
    assert run(["diff", "old.txt", "words.txt", "--exit-code"]) == 0
    assert "same value" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nothing.txt", "new.txt"], "nothing.txt: neither a file, a folder, a saved report (.json) nor a git revision"),
        (["od.txt", "new.txt"], "did you mean old.txt?"),
        (["broken.json", "new.txt"], "broken.json:1:2: is no JSON"),
        (["other.json", "new.txt"], "other.json: no saved report of claimcheck check"),
        (["empty", "new.txt"], "no article in this folder"),
        (["old.txt"], "Missing argument 'NEW'"),
    ],
)
def test_what_cannot_be_compared_is_told(desk: Path, capsys: Captured, arguments: list[str], message: str) -> None:
    (desk / "broken.json").write_text("{,", "utf-8")
    (desk / "other.json").write_text('{"version": "2.1.0", "runs": []}', "utf-8")
    (desk / "empty").mkdir()
    assert run(["diff", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert str(desk) not in captured.err


def test_a_path_that_a_revision_does_not_have_is_told(repository: Path, capsys: Captured) -> None:
    del repository
    assert run(["diff", "HEAD:drafts/other.txt", "drafts/cloud.txt"]) == 2
    assert "HEAD:drafts/other.txt: was not there at this revision" in capsys.readouterr().err
    assert run(["diff", "nosuch:drafts", "drafts"]) == 2
    assert "nosuch: no such revision" in capsys.readouterr().err


def test_reports_of_other_rules_are_told(desk: Path, capsys: Captured) -> None:
    run(["check", "old.txt", "--output-format", "json", "-o", "old.json"])
    record = json.loads((desk / "old.json").read_text("utf-8"))
    (desk / "other.json").write_text(json.dumps({**record, "tool": {**record["tool"], "rules_digest": "0"}}), "utf-8")
    capsys.readouterr()
    assert run(["diff", "old.json", "other.json"]) == 0
    assert "made by other versions" in capsys.readouterr().err
    assert run(["diff", "old.json", "old.json"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("name", "article", "written", "start"),
    [
        ("a.md", "Nebulosa will pay Quartz Cloud **$30 billion** under the contract.\n", "$38 billion", 33),
        (
            "a.html",
            "<html lang='en'><p>Nebulosa will pay Quartz Cloud <b>$30&nbsp;billion</b> under the contract.</p>",
            "$38&nbsp;billion",
            53,
        ),
    ],
)
def test_edits_stand_in_the_file_as_it_is(desk: Path, capsys: Captured, name: str, article: str, written: str, start: int) -> None:
    (desk / name).write_text(article, "utf-8")
    record = record_of(capsys, name, name, "--against", "corpus")
    [edit] = [edit for one in record["ops"] for edit in one.get("edits", [])]
    assert edit["new_text"] == written
    assert edit["range"]["start"] == {"line": 0, "character": start}
    assert article[start:].startswith(edit["old_text"])


@pytest.mark.parametrize("output_format", ["text", "json", "json-patch", "markdown"])
def test_equal_runs_give_equal_bytes_without_absolute_paths(repository: Path, output_format: str) -> None:
    command = [sys.executable, "-m", "claimcheck", "diff", "HEAD", "drafts", "--against", "corpus", "--output-format", output_format]
    outputs = [subprocess.run(command, cwd=repository, capture_output=True, check=True).stdout for _ in range(2)]
    assert outputs[0] == outputs[1]
    assert outputs[0]
    assert os.fsencode(repository.name) not in outputs[0]
    assert b"/tmp" not in outputs[0]  # where the revision was written to


def test_a_suppressed_finding_is_none(desk: Path, capsys: Captured) -> None:
    comment = "[claimcheck: ignore contradiction -- an agreed exception]"
    (desk / "new.txt").write_text(NEW.replace("Nebulosa", f"{comment}\n\nNebulosa"), "utf-8")
    arguments = ["old.txt", "new.txt", "--against", "corpus"]
    assert record_of(capsys, *arguments)["summary"]["findings"]["add"] == 0
    assert record_of(capsys, *arguments, "--ignore-suppressions")["summary"]["findings"]["add"] == 1


def test_the_schema_is_published(capsys: Captured) -> None:
    assert run(["schema", "diff"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "claimcheck diff --output-format json"
