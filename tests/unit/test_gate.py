"""The gate: what is under review, levels, the baseline file, findings at a git revision."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimcheck.errors import ConfigurationError, InputError
from claimcheck.gate.baseline import Accepted, baseline_text, read_baseline

Record = dict[str, Any]
Command = Callable[..., tuple[int, str, str]]
WIRE = "Calder Line will pay $1.24 billion for the ferries, the company said.\n"
WRONG = "Calder Line will pay $1.42 billion for the ferries.\n"
GIT = {
    "GIT_AUTHOR_NAME": "desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("CLAIMCHECK_") and name != "CLAIMCHECK_CACHE_DIR"]:
        monkeypatch.delenv(name)
    for name, value in GIT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)


def put(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def checked(claimcheck: Command, *arguments: str) -> Record:
    record: Record = json.loads(claimcheck(*arguments, "--output-format", "json")[1])
    return record


def shown(claimcheck: Command, *arguments: str) -> list[str]:
    """Return the file each finding is shown at, errors only, in the order told."""
    rows = claimcheck(*arguments, "--output-format", "concise")[1].splitlines()
    return [row.split(":")[0] for row in rows if ": error " in row]


# --- under review


def test_only_findings_that_touch_the_new_article_are_told_and_on_its_line(claimcheck: Command) -> None:
    put("corpus/a.txt", WIRE + "The Gdansk yard employs 4,100 welders.\n")
    put("corpus/b.txt", "The Gdansk yard employs 5,900 welders.\n")
    put("new.txt", f"Ferries\n\n{WRONG}")
    record = checked(claimcheck, "new.txt", "--against", "corpus")
    (finding,) = record["findings"].values()
    primary, other = (record["claims"][id_] for id_ in (finding["primary"], finding["related"][0]))
    assert (primary["document"], primary["span"]["start"]["line"]) == ("new.txt", 3)
    assert other["document"] == "corpus/a.txt"
    assert record["review"] == ["new.txt"]
    assert len(checked(claimcheck, ".")["findings"]) == 2


def test_each_file_under_review_has_a_finding_of_its_own(claimcheck: Command) -> None:
    put("corpus/a.txt", WIRE)
    put("new/x.txt", WRONG)
    put("new/y.txt", WRONG)
    assert shown(claimcheck, "new", "--against", "corpus") == ["new/x.txt", "new/y.txt"]


def test_what_two_files_under_review_disagree_on_is_told_once_at_the_later(claimcheck: Command) -> None:
    put("corpus/a.txt", "The harbour is old.\n")
    put("new/x.md", f"---\ndate: 2031-05-03\n---\n{WIRE}")
    put("new/y.md", f"---\ndate: 2031-05-02\n---\n{WRONG}")
    assert shown(claimcheck, "new", "--against", "corpus") == ["new/x.md"]


def test_without_a_corpus_the_later_article_shows_it_else_the_path_that_sorts_later(claimcheck: Command) -> None:
    put("desk/x.md", f"---\ndate: 2031-05-03\n---\n{WIRE}")
    put("desk/y.md", f"---\ndate: 2031-05-02\n---\n{WRONG}")
    assert shown(claimcheck, "desk") == ["desk/x.md"]
    put("desk/x.md", WIRE)
    assert shown(claimcheck, "desk") == ["desk/y.md"]


def test_a_new_article_that_lies_in_the_corpus_is_under_review(claimcheck: Command) -> None:
    put("articles/a.txt", WIRE)
    put("articles/b.txt", WRONG)
    assert shown(claimcheck, "articles/a.txt", "--against", "articles") == ["articles/a.txt"]


def test_figures_in_other_languages_meet_the_corpus(claimcheck: Command) -> None:
    put("corpus/a.md", "---\nlang: en\n---\nCalder Line will invest $1.24 billion in the harbour of Gdansk.\n")
    put("nuevo.md", "---\nlang: es\n---\nCalder Line invertirá 1.420 millones de dólares en el puerto de Gdansk.\n")
    assert shown(claimcheck, "nuevo.md", "--against", "corpus") == ["nuevo.md"]


def test_a_pair_that_cannot_be_compared_warns_and_fails_only_when_asked(claimcheck: Command) -> None:
    put(
        "corpus/a.txt",
        "Ibis Labs looks for partners. Ibis Labs signed a contract worth $300 billion with Oracle. Ibis Labs hired 40 people.\n",
    )
    put("new.txt", "Ibis Labs busca socios. Ibis Labs ha asegurado 4,5 GW con Oracle. Ibis Labs contrató a 40 personas.\n")
    gate = ["new.txt", "--against", "corpus"]
    status, out, _ = claimcheck(*gate, "--output-format", "concise")
    assert status == 0
    assert out.startswith("new.txt:1:")
    assert ": warning " in out
    assert claimcheck(*gate, "--fail-on", "warning")[0] == 1


def test_standard_input_stands_for_the_file_of_its_name() -> None:
    put("corpus/a.txt", WIRE)
    put("new.txt", WIRE)
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "-", "--stdin-filename", "new.txt", "--against", ".", "--output-format", "concise"],
        input=WRONG.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert [row.split(b":")[0] for row in done.stdout.splitlines()] == [b"new.txt"]


def test_files_that_are_all_excluded_are_no_error_where_that_is_forced(claimcheck: Command) -> None:
    put("corpus/a.txt", WIRE)
    put("new.txt", WRONG)
    put(".claimcheckignore", "new.txt\n")
    status, out, err = claimcheck("new.txt", "--against", "corpus", "--force-exclude")
    assert (status, out) == (0, "")
    assert "excluded" in err
    assert claimcheck("new.txt", "--against", "corpus")[0] == 1


def test_paths_are_read_from_a_list_and_shown(claimcheck: Command) -> None:
    put("desk/a.txt", WIRE)
    put("desk/b.txt", WRONG)
    put("list", "desk/a.txt\n\ndesk/b.txt\n")
    assert claimcheck("--files-from", "list", "--show-files")[1] == "desk/a.txt\ndesk/b.txt\n"
    assert claimcheck("--files-from", "list")[0] == 1


def test_github_shows_ten_of_a_level_and_the_summary_has_them_all(claimcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    put("summary.md", "before\n")
    put("corpus/a.txt", WIRE)
    for number in range(12):
        put(f"new/{number:02}.txt", WRONG)
    status, out, _ = claimcheck("new", "--against", "corpus", "--output-format", "github")
    assert status == 1
    assert out.count("::error file=new/") == 10
    assert out.splitlines()[-1].startswith("2 more; ")
    summary = Path("summary.md").read_text("utf-8")
    assert summary.startswith("before\n")
    assert "`new/11.txt:1:22`" in summary


# --- levels


def test_the_level_of_a_rule_is_the_settings_and_the_more_specific_name_wins(claimcheck: Command) -> None:
    put("corpus/a.txt", WIRE)
    put("new.txt", WRONG)
    gate = ["new.txt", "--against", "corpus"]
    put("claimcheck.toml", '[levels]\ncontradiction = "info"\ncore = "warning"\n')
    assert claimcheck(*gate)[0] == 0
    assert claimcheck(*gate, "--fail-on", "warning")[0] == 1
    put("claimcheck.toml", '[levels]\ncore = "warning"\n"core/swapped-digits" = "error"\n')
    assert claimcheck(*gate)[0] == 1
    put("claimcheck.toml", '[levels]\n"swapped-digits" = "off"\n')
    assert checked(claimcheck, *gate)["findings"] == {}
    Path("claimcheck.toml").unlink()
    assert checked(claimcheck, *gate, "--ignore", "core")["findings"] == {}
    assert checked(claimcheck, *gate, "--select", "incommensurable")["findings"] == {}
    assert claimcheck(*gate, "--select", "contradiction,update")[0] == 1


def test_rules_are_ignored_on_files_and_little_trusted_sources_warn(claimcheck: Command) -> None:
    put("corpus/wire/a.txt", WIRE)
    put("new.txt", WRONG)
    gate = ["new.txt", "--against", "corpus"]
    put("claimcheck.toml", '[per-file-ignores]\n"corpus/wire/**" = ["contradiction"]\n')
    assert checked(claimcheck, *gate)["findings"] == {}
    put("claimcheck.toml", '[sources."corpus/wire/**"]\ntrust = "low"\nrole = "wire"\n')
    record = checked(claimcheck, *gate)
    assert [finding["level"] for finding in record["findings"].values()] == ["warning"]
    assert record["documents"]["corpus/wire/a.txt"]["role"] == "wire"
    put("corpus/own.txt", WIRE)
    assert [finding["level"] for finding in checked(claimcheck, *gate)["findings"].values()] == ["error"]


# --- the baseline


def story(claimcheck: Command) -> str:
    put("corpus/a.txt", WIRE)
    put("new.txt", WRONG)
    (fingerprint,) = checked(claimcheck, "new.txt", "--against", "corpus")["findings"]
    return str(fingerprint)


def test_a_finding_is_accepted_by_the_beginning_of_its_fingerprint_with_a_reason(claimcheck: Command) -> None:
    fingerprint = story(claimcheck)
    run_on = ["--paths", "new.txt", "--against", "corpus", "--baseline", "known.json"]
    accept = ["baseline", "accept", fingerprint[:6], "--as", "expected", "--reason", "wire  copy", "--by", "desk", "--on", "2031-05-02"]
    assert claimcheck(*accept, *run_on)[0] == 0
    (entry,) = read_baseline(Path("known.json"))
    assert (entry.accepted_as, entry.reason, entry.by, entry.on) == ("expected", "wire copy", "desk", "2031-05-02")
    assert entry.figures == ("corpus/a.txt | calder line |  |  |  | 1.24e9 USD", "new.txt | calder line |  |  |  | 1.42e9 USD")
    record = checked(claimcheck, "new.txt", "--against", "corpus", "--baseline", "known.json")
    (finding,) = record["findings"].values()
    assert finding["baseline_state"] == "unchanged"
    assert finding["suppressions"] == [{"kind": "external", "justification": "wire copy", "where": "known.json"}]
    sarif = json.loads(claimcheck("new.txt", "--against", "corpus", "--baseline", "known.json", "--output-format", "sarif")[1])
    (result,) = sarif["runs"][0]["results"]
    assert (result["baselineState"], result["suppressions"]) == ("unchanged", [{"kind": "external", "justification": "wire copy"}])
    assert claimcheck("baseline", "show", *run_on)[1].splitlines()[0].endswith("expected: wire copy (desk, 2031-05-02)")
    schema = json.loads(claimcheck("schema", "baseline")[1])
    Draft202012Validator(schema).validate(json.loads(Path("known.json").read_text("utf-8")))


def test_what_cannot_be_accepted_is_refused(claimcheck: Command) -> None:
    story(claimcheck)
    accept = ["baseline", "accept", "--as", "expected", "--paths", "new.txt", "--against", "corpus"]
    assert claimcheck(*accept, "feedfeed", "--reason", "x")[0] == 2
    assert claimcheck(*accept, "feedfeed")[0] == 2
    assert claimcheck(*accept, "feedfeed", "--reason", " ")[0] == 2
    assert not Path("claimcheck-baseline.json").exists()


def test_prune_takes_out_what_is_gone_and_never_adds(claimcheck: Command) -> None:
    story(claimcheck)
    run_on = ["--paths", "new.txt", "--against", "corpus", "--baseline", "known.json"]
    claimcheck("new.txt", "--against", "corpus", "--write-baseline", "known.json")
    before = Path("known.json").read_bytes()
    put("new.txt", WRONG + "The Gdansk yard employs 14 welders, and 15 cooks.\n")
    put("corpus/b.txt", "The Gdansk yard employs 41 welders.\n")
    assert claimcheck("baseline", "prune", *run_on)[0] == 0
    assert Path("known.json").read_bytes() == before
    put("new.txt", WIRE)
    status, _, err = claimcheck("baseline", "prune", *run_on)
    assert status == 0
    assert "1 taken out of known.json, 0 kept" in err
    assert read_baseline(Path("known.json")) == ()


def test_entries_of_files_that_a_run_does_not_read_are_kept(claimcheck: Command) -> None:
    story(claimcheck)
    claimcheck("new.txt", "--against", "corpus", "--write-baseline", "known.json")
    put("other.txt", "The harbour is old.\n")
    status, _, err = claimcheck("other.txt", "--against", "corpus", "--baseline", "known.json")
    assert (status, err) == (0, "")


def test_a_baseline_is_begun_once(claimcheck: Command) -> None:
    story(claimcheck)
    put("known.json", "{}")
    assert claimcheck("new.txt", "--against", "corpus", "--write-baseline", "known.json")[0] == 2
    assert Path("known.json").read_text("utf-8") == "{}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"accepted": [,]}', r"known.json:1:15: not valid JSON"),
        ("[]", "it has no list 'accepted'"),
        ('{"schema_version": "2.0", "accepted": []}', "unknown schema_version '2.0'"),
        ('{"schema_version": "1.0", "accepted": [{}]}', "entry 1 of 'accepted': 'fingerprint' is missing"),
        (
            '{"schema_version": "1.0", "accepted": [\n{"fingerprint": "ab", "rule": "r", "as": "fine", "reason": "", "figures": [], "documents": []}]}',
            "known.json:2: entry 1 of 'accepted': unknown 'as': 'fine'\n  help: use one of expected, false-positive, superseded",
        ),
    ],
)
def test_a_broken_baseline_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        read_baseline(put("known.json", text))


def test_a_missing_baseline_says_how_to_begin_one() -> None:
    with pytest.raises(InputError, match=r"--write-baseline known\.json begins one"):
        read_baseline(Path("known.json"))


def test_the_file_is_sorted_one_entry_a_line_and_read_back(tmp_path: Path) -> None:
    entries = [
        Accepted(
            fingerprint=mark, rule=rule, accepted_as="expected", reason="größer ✓", figures=(f"a | {mark}", "b | y"), documents=("a", "b")
        )
        for rule, mark in (("z/z", "01"), ("a/a", "03"), ("a/a", "02"))
    ]
    text = baseline_text(entries)
    assert text == baseline_text(reversed(entries))
    assert [json.loads(row.rstrip(","))["fingerprint"] for row in text.splitlines()[1:-1]] == ["02", "03", "01"]
    file = tmp_path / "known.json"
    file.write_text(text, "utf-8")
    assert set(read_baseline(file)) == set(entries)


# --- git


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def repository() -> None:
    put("corpus/a.txt", WIRE)
    put("drafts/new.md", WRONG)
    put("claimcheck.toml", 'paths = ["drafts"]\nagainst = ["corpus"]\n')
    git("init", "-q", ".")
    git("add", "-A")
    git("commit", "-q", "-m", "one")


@pytest.mark.usefixtures("repository")
def test_what_was_there_at_a_revision_does_not_fail(claimcheck: Command) -> None:
    assert claimcheck()[0] == 1
    record = checked(claimcheck, "--baseline-commit", "HEAD")
    assert [finding["baseline_state"] for finding in record["findings"].values()] == ["unchanged"]
    assert claimcheck("--baseline-commit", "HEAD")[0] == 0
    put("drafts/new.md", "The harbour is old.\n\n" * 30 + WRONG)
    assert claimcheck("--baseline-commit", "HEAD")[0] == 0
    Path("drafts/new.md").rename("drafts/renamed.md")
    assert claimcheck("--baseline-commit", "HEAD")[0] == 0
    put("drafts/renamed.md", WRONG.replace("1.42", "1.52"))
    assert claimcheck("--baseline-commit", "HEAD")[0] == 1


@pytest.mark.usefixtures("repository")
def test_what_a_change_of_the_corpus_breaks_elsewhere_is_new(claimcheck: Command) -> None:
    put("drafts/other.md", "The Gdansk yard employs 4,100 welders.\n")
    put("corpus/b.txt", "The Gdansk yard employs 4,100 welders.\n")
    git("add", "-A")
    git("commit", "-q", "-m", "two")
    put("corpus/b.txt", "The Gdansk yard employs 5,900 welders.\n")
    status, out, _ = claimcheck("--baseline-commit", "HEAD", "--output-format", "concise")
    assert status == 1
    assert [row.split(":")[0] for row in out.splitlines()] == ["drafts/other.md"]
    assert claimcheck("--baseline-commit", "HEAD~1")[0] == 1


@pytest.mark.usefixtures("repository")
def test_the_work_tree_is_not_touched_and_a_folder_below_will_do(claimcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    put("drafts/new.md", WIRE)
    put("untracked.md", "x\n")
    before = sorted((str(path), path.read_bytes()) for path in Path().rglob("*") if path.is_file() and ".git/" not in str(path))
    monkeypatch.chdir("drafts")
    assert claimcheck("--baseline-commit", "HEAD")[0] == 0
    monkeypatch.chdir("..")
    assert before == sorted((str(path), path.read_bytes()) for path in Path().rglob("*") if path.is_file() and ".git/" not in str(path))


@pytest.mark.usefixtures("repository")
def test_a_revision_that_does_not_exist_exits_2(claimcheck: Command) -> None:
    status, _, err = claimcheck("--baseline-commit", "nowhere")
    assert status == 2
    assert err.startswith("nowhere: no such revision")


def test_without_a_repository_a_revision_exits_2(claimcheck: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    put("a.txt", WIRE)
    status, _, err = claimcheck("a.txt", "--baseline-commit", "HEAD")
    assert status == 2
    assert "not a git repository" in err


# --- statements


def test_a_statement_is_placed_suppressed_and_accepted_like_a_figure(claimcheck: Command) -> None:
    put("corpus/a.txt", "The harbour is old. Calder Line remains the main partner of the Gdansk yard.\n")
    put("new.txt", "The harbour is old. Calder Line is no longer the main partner of the Gdansk yard.\n")
    gate = ["new.txt", "--against", "corpus", "--fail-on", "warning"]
    (finding,) = checked(claimcheck, *gate)["findings"].values()
    assert finding["rule"] == "vocabulary/standing"
    assert shown(claimcheck, *gate, "--config", "levels={standing='error'}") == ["new.txt"]
    assert claimcheck(*gate)[0] == 1
    assert claimcheck(*gate, "--write-baseline", "known.json")[0] == 0
    assert claimcheck(*gate, "--baseline", "known.json")[0] == 0
    put("new.txt", f"[claimcheck: ignore standing -- both hold]\n{Path('new.txt').read_text('utf-8')}")
    assert claimcheck(*gate)[0] == 0
