"""What people give by mistake: a clear message with its place and exit 2, or a skip that is told; never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shared import PROJECT, copy_of

CORPUS = PROJECT / "corpus"
BRIEF = (CORPUS / "04-fr-diversification.txt").read_text(encoding="utf-8")


def run(*arguments: str | Path, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": "120", "PYTHONPATH": str(PROJECT)},
    )
    texts = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in "".join(texts)
    return subprocess.CompletedProcess(done.args, done.returncode, *texts)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    copy_of(CORPUS, tmp_path / "corpus")
    return tmp_path


def refused(*arguments: str | Path, cwd: Path) -> str:
    done = run(*arguments, cwd=cwd)
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert done.stdout == ""
    return done.stderr


def test_missing_path(desk: Path) -> None:
    assert "corpsu: no such file or folder" in refused("check", "corpsu", cwd=desk)


def test_empty_folder(desk: Path) -> None:
    (desk / "empty").mkdir()
    assert "empty: no article in this folder" in refused("empty", cwd=desk)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture, not a text"),
        (bytes(range(256)) * 4, "a binary file, not a text"),
        (b"\xef\xbb\xbf38 milliards \xff", "its byte order mark says utf-8, but its bytes are not"),
        (b"", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_skipped_where_others_can(desk: Path, content: bytes, reason: str) -> None:
    (desk / "corpus" / "05-odd.txt").write_bytes(content)
    done = run("corpus", "--output-format", "json", cwd=desk)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["skipped"] == [{"path": "corpus/05-odd.txt", "reason": reason}]
    assert len(report["documents"]) == 4
    assert reason in refused("corpus/05-odd.txt", cwd=desk)
    strict = run("corpus", "--strict", cwd=desk)
    assert strict.returncode == 2
    assert reason in strict.stdout + strict.stderr


def test_another_encoding_is_read_all_the_same(desk: Path) -> None:
    for name, encoding in (("a.txt", "cp1252"), ("b.txt", "utf-16"), ("c.txt", "utf-8-sig")):
        (desk / name).write_bytes(BRIEF.replace("\u202f", " ").encode(encoding, "replace"))
    done = run("extract", "a.txt", "b.txt", "c.txt", "--lang", "fr", cwd=desk)
    assert done.returncode == 0, done.stderr
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    texts = {name: [claim["text"] for claim in claims if claim.get("document") == name] for name in ("a.txt", "b.txt", "c.txt")}
    assert "38 milliards de dollars" in texts["a.txt"]
    assert texts["a.txt"] == texts["b.txt"] == texts["c.txt"]


def test_broken_manifest_is_told_with_its_places(desk: Path) -> None:
    (desk / "corpus" / "sources.toml").write_text('[[source]]\nfile = "01-es-capacidad.txt"\nlang = "spanish"\n', encoding="utf-8")
    told = refused("corpus", cwd=desk)
    assert "corpus/sources.toml:2:8: no such file: '01-es-capacidad.txt'" in told
    assert "corpus/sources.toml:3:8: unknown language tag 'spanish'" in told
    assert "did you mean '01-es-capacidad-de-computo.txt'?" in told


def test_broken_rule_is_told_with_its_place(desk: Path) -> None:
    (desk / "house.toml").write_text('id = "house/deals"\nkind = "vocabulry"\nwhy = "we say so"\n', encoding="utf-8")
    told = refused("corpus", "--rules", "house.toml", cwd=desk)
    assert "house.toml:2:8:" in told
    assert "vocabulary" in told
    assert "^" in told


def test_standard_input_that_is_no_text(desk: Path) -> None:
    done = run("-", cwd=desk, stdin=b"\x89PNG\r\n\x1a\n\x00\x00")
    assert done.returncode == 2
    assert done.stdout == ""


def test_unreadable_file(desk: Path) -> None:
    target = desk / "corpus" / "05-gone.txt"
    target.symlink_to(desk / "nowhere.txt")
    done = run("corpus", "--output-format", "json", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert [lost["path"] for lost in json.loads(done.stdout)["skipped"]] == ["corpus/05-gone.txt"]


def test_an_encoding_that_is_guessed_is_told(desk: Path) -> None:
    article = BRIEF.replace("\u202f", " ").replace("\u2019", "'").encode("cp1252", "replace")
    (desk / "old.txt").write_bytes(article)
    from_file = run("old.txt", "--output-format", "json", cwd=desk)
    from_pipe = run("-", "--output-format", "json", cwd=desk, stdin=article)
    for done, name in ((from_file, "old.txt"), (from_pipe, "stdin")):
        (document,) = json.loads(done.stdout)["documents"].values()
        assert document["encoding_guessed"] is True
        assert f"{name}: read as {document['encoding']}, a guess" in done.stderr


def test_standard_input_in_another_encoding_keeps_its_bytes(desk: Path) -> None:
    done = run("extract", "-", cwd=desk, stdin="Die Brücke kostet 12 Millionen Euro.".encode("utf-16"))
    assert done.returncode == 0, done.stderr
    (claim,) = map(json.loads, done.stdout.splitlines())
    assert claim["span"]["start"]["offset"] == 18
    assert claim["span"]["start"]["byte"] == 2 + 2 * 18


def test_the_name_of_standard_input_tells_its_format(desk: Path) -> None:
    page = b"<html><body><p>The bridge costs <b>$12</b>&nbsp;million.</p></body></html>"
    done = run("extract", "-", "--stdin-filename", "draft.html", cwd=desk, stdin=page)
    assert done.returncode == 0, done.stderr
    (claim,) = map(json.loads, done.stdout.splitlines())
    assert claim["quantity"]["stated"] == {"low": 12000000, "high": 12000000}


def test_unknown_encoding_is_told_once(desk: Path) -> None:
    told = refused("corpus", "--encoding", "utf8-mac-roman", cwd=desk)
    assert told.count("unknown encoding 'utf8-mac-roman'") == 1
    assert "help:" in told


def test_why_of_a_file_that_is_not_there(desk: Path) -> None:
    assert "corpus/nowhere.txt: no such file or folder" in refused("why", "corpus/nowhere.txt:3", cwd=desk)
