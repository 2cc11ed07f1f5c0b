"""The command line: exit statuses, streams, colours, messages; what is compared is tested elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from report_values import Story, harbour_story, place_in, without_findings

from claimcheck import pipeline
from claimcheck.cli import streams
from claimcheck.cli.entry import COMMANDS, run
from claimcheck.cli.streams import output_width, progress, wants_color
from claimcheck.errors import Problem, RuleErrors
from claimcheck.lexicon.load import data_version
from claimcheck.model.report import Report
from claimcheck.model.source import Skipped
from claimcheck.version import VERSION

Pretend = Callable[[Report], None]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI"} or name.startswith("CLAIMCHECK_"):
            monkeypatch.delenv(name)


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Pretend:
    """Return what makes every run give a report made by hand."""

    def install(report: Report) -> None:
        def give(*_: object, **__: object) -> Report:
            return report

        monkeypatch.setattr(pipeline, "check_paths", give)
        monkeypatch.setattr(pipeline, "extract_paths", give)
        monkeypatch.setattr(pipeline, "places", place_in)

    return install


def start(*arguments: str, environment: Mapping[str, str] | None = None, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **(environment or {})},
        cwd=cwd,
        check=False,
    )


def article(folder: Path, name: str = "a.txt", text: str = "Seven ferries were sold.\n") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"claimcheck {VERSION} (CLDR {data_version()})\n"
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    assert f'version = "{VERSION}"' in project


def test_version_and_help_import_nothing_heavy() -> None:
    code = (
        "import sys; from claimcheck.cli.entry import run; run(['--version']); run(['check', '--help']);"
        "print(sorted({'rich', 'pint', 'babel', 'rapidfuzz', 'claimcheck.pipeline'} & set(sys.modules)))"
    )
    for _ in range(2):  # babel tells the release of CLDR once; then it is in the cache
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", [*COMMANDS, ""])
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*([name] if name else []), "--help"]) == 0
    assert "Usage: claimcheck" in capsys.readouterr().out


@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_exit_status_follows_fail_on(
    fail_on: str, status: int, pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(harbour_story().report())
    assert run([str(article(tmp_path)), "--fail-on", fail_on]) == status
    last = capsys.readouterr().err.splitlines()[-1:]
    assert bool(last) == bool(status)
    if last:
        assert last[0].startswith("claimcheck: exit status 1: ")


def test_findings_below_fail_on_are_shown_and_exit_0(pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = harbour_story()
    del story.findings["0000000000000001"]
    pretend(story.report())
    assert run(["check", str(article(tmp_path))]) == 0
    out, err = capsys.readouterr()
    assert "not comparable" in out
    assert err == ""
    assert run(["check", str(article(tmp_path)), "--fail-on", "warning"]) == 1


def test_a_missing_path_exits_2_with_its_name_and_a_hint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(tmp_path, "harbour.txt")
    assert run([str(tmp_path / "harbor.txt")]) == 2
    err = capsys.readouterr().err.splitlines()
    assert err[0].endswith("harbor.txt: no such file or folder")
    assert err[1].startswith("  help: did you mean ")
    assert err[-1].startswith("claimcheck: exit status 2: ")


def test_all_missing_paths_are_named_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(tmp_path / "x.txt"), str(tmp_path / "y.txt")]) == 2
    err = capsys.readouterr().err
    assert "x.txt" in err
    assert "y.txt" in err


def test_a_misspelt_command_is_recognised(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extrct"]) == 2
    assert "did you mean the command 'extract'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "--no-such-option", "."], ["check", ".", "--fail-on", "sometimes"], ["check", ".", "--show", "all,of"], []],
)
def test_a_wrong_command_line_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "Usage: claimcheck" in capsys.readouterr().err


def test_an_empty_folder_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(tmp_path)]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("claimcheck: exit status 2")


def test_nothing_read_exits_2_and_says_why(pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pretend(Report(sources={}, claims={}, facts={}, verdicts=(), derived={}, findings={}, skipped=(Skipped("a.txt", "is no text"),)))
    assert run([str(article(tmp_path))]) == 2
    err = capsys.readouterr().err
    assert "a.txt: not read: is no text" in err
    assert "nothing to read" in err


def test_strict_makes_a_skipped_source_an_error(pretend: Pretend, tmp_path: Path) -> None:
    story = harbour_story()
    story.findings.clear()
    pretend(story.report())
    assert run([str(article(tmp_path)), "-q"]) == 0
    assert run([str(article(tmp_path)), "-q", "--strict"]) == 2


def test_problems_of_rule_files_are_printed_with_their_places(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> Report:
        raise RuleErrors(
            Problem(path="rules/share.toml", line=3, column=12, message="unknown level 'eror'", excerpt='level = "eror"', width=6)
        )

    monkeypatch.setattr(pipeline, "check_paths", refuse)
    assert run([str(article(tmp_path))]) == 2
    err = capsys.readouterr().err
    assert err.startswith("rules/share.toml:3:12: unknown level 'eror'\n")
    assert "Traceback" not in err


def test_an_internal_error_is_a_message_not_a_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> Report:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(pipeline, "check_paths", fail)
    assert run([str(article(tmp_path))]) == 2
    err = capsys.readouterr().err
    assert "internal error: ZeroDivisionError: by nought" in err
    assert "Traceback" not in err


def test_an_interrupt_exits_130(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check_paths", interrupt)
    assert run([str(article(tmp_path))]) == 130
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("output_format", ["full", "concise", "json", "json-lines"])
def test_every_format_names_what_was_skipped(
    output_format: str, pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(harbour_story().report())
    run([str(article(tmp_path)), "--output-format", output_format])
    assert "harbour/photo.txt" in capsys.readouterr().out


def test_json_can_be_written_to_a_file_and_nothing_is_printed(pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pretend(harbour_story().report())
    target = tmp_path / "new" / "report.json"
    run(["--output-format", "json", str(article(tmp_path)), "-o", str(target)])
    assert json.loads(target.read_text("utf-8"))["schema_version"] == "1.0"
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written_exits_2(pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pretend(harbour_story().report())
    blocked = article(tmp_path, "file.txt") / "report.json"
    assert run([str(article(tmp_path)), "-o", str(blocked)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_several_outputs_at_once(pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pretend(harbour_story().report())
    sarif, junit = tmp_path / "out.sarif", tmp_path / "junit.xml"
    assert run([str(article(tmp_path)), "--output-format", "concise", "--also", f"sarif={sarif}", "--also", f"junit={junit}"]) == 1
    assert capsys.readouterr().out.startswith("harbour/02-de-hafen.txt:1:48: error ")
    assert json.loads(sarif.read_text("utf-8"))["version"] == "2.1.0"
    assert "<failure" in junit.read_text("utf-8")


def test_a_further_output_without_a_file_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(tmp_path), "--also", "sarif"]) == 2
    assert "FORMAT=FILE" in capsys.readouterr().err


def test_silent_prints_nothing_at_all(pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pretend(harbour_story().report())
    assert run([str(article(tmp_path)), "-s"]) == 1
    assert capsys.readouterr() == ("", "")


def test_an_option_can_be_set_in_the_environment(
    monkeypatch: pytest.MonkeyPatch, pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(harbour_story().report())
    monkeypatch.setenv("CLAIMCHECK_OUTPUT_FORMAT", "concise")
    monkeypatch.setenv("CLAIMCHECK_FAIL_ON", "never")
    assert run([str(article(tmp_path))]) == 0
    assert capsys.readouterr().out.startswith("harbour/02-de-hafen.txt:1:48: error ")


@pytest.mark.parametrize(
    ("choice", "environment", "expected"),
    [
        ("auto", {}, False),  # no terminal here
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": ""}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(choice: str, environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_color(choice) is expected


def test_a_pipe_is_80_cells_wide_unless_columns_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert output_width() == 80
    monkeypatch.setenv("COLUMNS", "120")
    assert output_width() == 120
    monkeypatch.setenv("COLUMNS", "wide")
    assert output_width() == 80


def test_colour_reaches_the_report_and_never_the_errors(
    pretend: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(harbour_story().report())
    monkeypatch.setenv("FORCE_COLOR", "1")
    run([str(article(tmp_path))])
    out, err = capsys.readouterr()
    assert "\x1b[" in out
    assert "\x1b" not in err


def test_progress_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert progress(quiet=False) is None  # no terminal here
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    assert progress(quiet=False) is None
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("CI", "true")
    assert progress(quiet=False) is None
    monkeypatch.delenv("CI")
    assert progress(quiet=True) is None
    monkeypatch.setattr(streams, "PATIENCE", -1)
    show = progress(quiet=False)
    assert show is not None
    show(1, 2)
    show(2, 2)
    err = capsys.readouterr().err
    assert err.startswith("\r1 of 2 files read")
    assert err.endswith("\r")
    assert "\x1b" not in err


def test_a_report_without_findings_says_so(pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pretend(without_findings())
    assert run([str(article(tmp_path))]) == 0
    assert "no contradiction" in capsys.readouterr().out.splitlines()[0]


def test_extract_prints_one_object_a_line(pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = harbour_story()
    pretend(story.report())
    assert run(["extract", str(article(tmp_path))]) == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == list(story.claims)
    assert "harbour/photo.txt: not read: " in err


def test_why_asks_the_folder_of_the_file(pretend: Pretend, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pretend(harbour_story().report())
    assert run(["why", "0000000000000002", str(tmp_path)]) == 0
    assert "neither converts into the other" in " ".join(capsys.readouterr().out.split())
    assert run(["why", "feedfeedfeedfeed", str(tmp_path)]) == 2
    assert "no finding has this fingerprint" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["check", "check-lines", "extract", "rules"])
def test_schemas_are_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_an_unknown_schema_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "chek"]) == 2
    assert "use one of check, check-lines, diff, extract, rules" in capsys.readouterr().err


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3):
        article(folder, f"{number}.txt", "The yard sold 12 barges and 14 tugs for $3 million.\n" * 400)
    with subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "extract", "--no-bundled-rules", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
    assert err == ""


def test_standard_input_has_the_name_it_is_given() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "extract", "--no-bundled-rules", "-", "--stdin-filename", "desk/draft.md", "--lang", "en"],
        input=b"The yard sold 12 barges for $3 million.\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["path"] for row in rows} == {"desk/draft.md"}
    assert "$3 million" in {row["text"] for row in rows}


def test_two_articles_end_to_end(tmp_path: Path) -> None:
    article(tmp_path, "a.txt", "Calder Line will pay $1.24 billion for the ferries.\n")
    article(tmp_path, "b.txt", "Calder Line will pay $1.24 billion for the ferries, the yard said.\n")
    done = start(str(tmp_path), environment={"NO_COLOR": "1", "TERM": "dumb"})
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 sources, 2 figures")
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_story_is_a_report_made_by_hand() -> None:
    assert isinstance(harbour_story(), Story)
