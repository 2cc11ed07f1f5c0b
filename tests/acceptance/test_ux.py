"""The acceptance list of users' expectations: offsets, units of columns, identical reruns, baselines, suppressions, exit statuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Source, check
from claimcheck.errors import Problem
from claimcheck.pipeline import Settings, rulebook
from claimcheck.rulebook.explain import explain_rule

Record = dict[str, Any]
Command = Callable[..., tuple[int, str, str]]
FORMATS = ("full", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")
WIRE = "Calder Line will pay $1.24 billion for the ferries, the shipping company said on Monday.\n"
WRONG = "Calder Line will pay $1.42 billion for the ferries."


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI"} or name.startswith("CLAIMCHECK_")]:
        if name != "CLAIMCHECK_CACHE_DIR":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def put(path: str, text: str | bytes) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def put_story(draft: str = WRONG, name: str = "drafts/new.md") -> None:
    put("corpus/wire.txt", WIRE)
    put(name, f"# Ferries for Calder Line\n\n{draft}\n")


def findings(record: str) -> list[Record]:
    return list(json.loads(record)["findings"].values())


# --- 1 and 2: places


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bom.txt", b"\xef\xbb\xbf" + f"\U0001f680 Café: {WRONG}\n".encode()),
        ("crlf.md", f"# Fähren 🚢\r\n\r\nÀ la une: {WRONG}\r\n\r\n* the yard built **14 ferries**\r\n".encode()),
        ("cp1251.html", '<meta charset="windows-1251"><p>Верфь построит 14 паромов за 1,42 млрд долларов.</p>'.encode("cp1251")),
        ("entities.html", "<p>Caf&eacute; &amp; quay: &#36;1.42&nbsp;billion for <b>14</b>&#160;ferries, 😀 5&thinsp;% more.</p>".encode()),
        ("wide.txt", ("\ufeff" + WRONG).encode("utf-16-le")),
    ],
)
def test_bytes_of_the_file_are_the_quoted_text(name: str, content: bytes, claimcheck: Command) -> None:
    put(name, content)
    status, out, err = claimcheck(name, "--output-format", "json")
    assert status == 0, err
    record = json.loads(out)
    assert record["claims"]
    encoding = next(iter(record["documents"].values()))["encoding"]
    for claim in record["claims"].values():
        start, end = (claim["span"][side]["byte"] for side in ("start", "end"))
        assert content[start:end].decode(encoding) == claim["text"]


def test_columns_are_in_each_format_s_own_unit(claimcheck: Command) -> None:
    put("corpus/wire.txt", WIRE)
    put("new.txt", 'x = "é😀"; $1.42 billion is what Calder Line will pay for the ferries.\n')
    asked = ["new.txt", "--against", "corpus", "--output-format"]
    record = json.loads(claimcheck(*asked, "json")[1])
    (finding,) = record["findings"].values()
    assert record["claims"][finding["primary"]]["span"]["start"]["column"] == 11
    sarif = json.loads(claimcheck(*asked, "sarif")[1])["runs"][0]
    assert sarif["columnKind"] == "utf16CodeUnits"
    assert sarif["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 12
    rdjson = json.loads(claimcheck(*asked, "rdjson")[1])
    assert rdjson["diagnostics"][0]["location"]["range"]["start"]["column"] == 15


# --- 3: the same bytes


def test_jobs_order_of_paths_and_a_warm_cache_change_no_byte(claimcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))
    names = [f"desk/{number}.txt" for number in range(6)]
    for number, name in enumerate(names):
        put(name, f"Calder Line will pay $1.{20 + number} billion for the {12 + number} ferries.\n")
    for output_format in FORMATS:
        asked = ["--output-format", output_format]
        first = claimcheck(*names, *asked, "-j", "1")
        assert first == claimcheck(*names, *asked, "-j", "8")
        assert first == claimcheck(*reversed(names), *asked)
        assert first == claimcheck(*names, *asked, "--no-cache")


# --- 4 and 5: what a finding is


def marks(claimcheck: Command) -> tuple[str, str]:
    """Return the fingerprints in SARIF and GitLab."""
    sarif = json.loads(claimcheck("drafts", "--against", "corpus", "--output-format", "sarif")[1])
    gitlab = json.loads(claimcheck("drafts", "--against", "corpus", "--output-format", "gitlab")[1])
    return sarif["runs"][0]["results"][0]["partialFingerprints"]["primaryLocationLineHash"], gitlab[0]["fingerprint"]


def test_a_baseline_outlives_moved_lines_and_renamed_files_but_no_changed_figure(claimcheck: Command) -> None:
    put_story()
    before = marks(claimcheck)
    assert claimcheck("drafts", "--against", "corpus", "--write-baseline", "known.json")[0] == 0
    gate = ["drafts", "--against", "corpus", "--baseline", "known.json"]
    assert claimcheck(*gate)[0] == 0
    above = "".join(f"The harbour has {number} cranes on quay {number}.\n\n" for number in range(30, 60))
    put_story(above + WRONG)
    assert marks(claimcheck) == before
    assert claimcheck(*gate)[0] == 0
    Path("drafts/new.md").rename("drafts/renamed.md")
    status, _, err = claimcheck(*gate)
    assert (status, err) == (0, "")
    put_story(WRONG.replace("1.42", "1.52"), "drafts/renamed.md")
    status, out, err = claimcheck(*gate, "--output-format", "concise")
    assert status == 1
    assert "1.52" in out
    assert "no finding fits this entry of the baseline any more" in err


def test_another_article_with_the_accepted_error_is_new(claimcheck: Command) -> None:
    put_story()
    claimcheck("drafts", "--against", "corpus", "--write-baseline", "known.json")
    put_story(name="drafts/second.md")
    status, out, _ = claimcheck("drafts", "--against", "corpus", "--baseline", "known.json", "--output-format", "concise")
    assert status == 1
    assert [line.split(":")[0] for line in out.splitlines()] == ["drafts/second.md"]


def test_one_contradiction_put_right_and_another_of_the_same_rule_made(claimcheck: Command) -> None:
    both = "Calder Line will pay {} for the ferries.\n\nThe Gdansk yard employs {} welders.\n"
    put("corpus/wire.txt", both.format("$1.2 billion", 4100))
    put("drafts/new.md", both.format("$1.7 billion", 4100))
    assert claimcheck("drafts", "--against", "corpus", "--write-baseline", "known.json")[0] == 0
    put("drafts/new.md", both.format("$1.2 billion", 5900))
    status, out, _ = claimcheck("drafts", "--against", "corpus", "--baseline", "known.json", "--output-format", "concise")
    assert status == 1
    assert "5900" in out
    assert "core/disjoint" in out


# --- 6: suppressions

IGNORE = "ignore[contradiction] -- wire copy, kept as filed"
SUPPRESSED = {
    "bold.md": f"**Calder Line** will pay **$1.42 billion** for the ferries. <!-- claimcheck: {IGNORE} -->\n",
    "above.md": f"<!-- claimcheck: {IGNORE} -->\n\n{WRONG}\n",
    "footnote.md": f"The order is placed.[^1]\n\n[^1]: {WRONG} <!-- claimcheck: {IGNORE} -->\n",
    "cell.md": f"| what is said |\n|---|\n| {WRONG} <!-- claimcheck: {IGNORE} --> |\n",
    "list.md": f"- The order is placed.\n- {WRONG} <!-- claimcheck: {IGNORE} -->\n",
    "quote.md": f"> {WRONG} <!-- claimcheck: {IGNORE} -->\n",
    "range.md": f"<!-- claimcheck: disable[core] -- old -->\n\n{WRONG}\n\n<!-- claimcheck: enable[core] -->\n",
    "whole.md": f"{WRONG}\n\n<!-- claimcheck: disable-file[ALL] -- old -->\n",
    "head.md": f'---\ntitle: Ferries\nclaimcheck: {{ignore: [contradiction], reason: "old"}}\n---\n\n{WRONG}\n',
    "page.mdx": f"import X from 'x'\n\n{WRONG} {{/* claimcheck: {IGNORE} */}}\n",
    "attribute.html": f'<p data-claimcheck="ignore contradiction -- old">{WRONG}</p>',
    "comment.html": f"<div><p>Orders</p><p>{WRONG}<!-- claimcheck: {IGNORE} --></p><p>More.</p></div>",
    "before.html": f"<div><p>Orders</p><!-- claimcheck: {IGNORE} --><p>{WRONG}</p><p>More.</p></div>",
    "partner.html": f"<p>{WRONG}<!-- claimcheck: ignore[contradiction with=wire.txt] --></p>",
    "line.txt": f"[claimcheck: {IGNORE}, which said $3 billion]\n{WRONG}\n",
    "sic.txt": WRONG.replace("billion", "billion [sic]") + "\n",
}


@pytest.mark.parametrize("name", SUPPRESSED)
@pytest.mark.parametrize("is_review", [True, False])
def test_a_finding_is_suppressed_from_either_side(name: str, is_review: bool, claimcheck: Command) -> None:  # noqa: FBT001
    put(f"a/{name}", SUPPRESSED[name])
    put("b/wire.txt", WIRE)
    paths = ["a", "--against", "b"] if is_review else ["b", "--against", "a"]
    status, out, err = claimcheck(*paths, "--output-format", "json")
    assert status == 0, err
    record = json.loads(out)
    (finding,) = (finding for finding in record["findings"].values() if finding["verdict"] == "contradiction")
    assert finding["suppressions"][0]["kind"] == "inSource"
    assert finding["suppressions"][0]["where"].startswith(f"a/{name}:")
    assert "notices" not in record
    assert claimcheck(*paths, "--ignore-suppressions")[0] == 1
    assert claimcheck(*paths, "--output-format", "concise")[1] == ""


TOLD = {
    "suppression/unused": "is reported here, so nothing is suppressed",
    "suppression/unknown-rule": "no rule is called 'contradicton'",
    "suppression/malformed": "comment not understood",
}


@pytest.mark.parametrize(
    ("comment", "rule"),
    [
        ("ignore[incommensurable] -- x", "suppression/unused"),
        ("ignore[contradiction] -- too late", "suppression/unused"),
        ("ignore[contradicton]", "suppression/unknown-rule"),
        ("ignroe[contradiction]", "suppression/malformed"),
        ("ignore[ALL]", "suppression/malformed"),
        ("ignore", "suppression/malformed"),
        ("enable[contradiction]", "suppression/malformed"),
    ],
)
def test_a_comment_that_holds_for_nothing_is_told(comment: str, rule: str, claimcheck: Command) -> None:
    put_story(f"{WRONG}\n\nThe harbour is old.\n\n<!-- claimcheck: {comment} -->")
    status, out, _ = claimcheck("drafts", "--against", "corpus", "--output-format", "concise")
    assert status == 1
    assert f"drafts/new.md:7:1: warning {rule}" in out
    put("corpus/wire.txt", WIRE.replace("1.24", "1.42"))
    for output_format in FORMATS:
        out = claimcheck("drafts", "--against", "corpus", "--output-format", output_format)[1]
        assert TOLD[rule] in " ".join(out.split()), output_format
    assert claimcheck("drafts", "--against", "corpus")[0] == 0
    assert claimcheck("drafts", "--against", "corpus", "--fail-on", "warning")[0] == 1


def test_prose_and_code_about_comments_suppress_nothing(claimcheck: Command) -> None:
    put_story(f"Write `<!-- claimcheck: {IGNORE} -->` above.\n\n```\n<!-- claimcheck: {IGNORE} -->\n```\n\n{WRONG}")
    assert claimcheck("drafts", "--against", "corpus")[0] == 1


def test_a_reason_can_be_required(claimcheck: Command) -> None:
    put_story(f"{WRONG} <!-- claimcheck: ignore[contradiction] -->")
    assert claimcheck("drafts", "--against", "corpus")[0] == 0
    status, out, _ = claimcheck("drafts", "--against", "corpus", "--require-reason", "--output-format", "concise")
    assert status == 1
    assert "suppression/no-reason" in out


def test_one_pair_alone_is_suppressed(claimcheck: Command) -> None:
    put("corpus/other.txt", WIRE)
    put_story(f"{WRONG} <!-- claimcheck: ignore[contradiction with=wire.txt] -- x -->")
    assert claimcheck("drafts", "--against", "corpus")[0] == 1
    assert claimcheck("drafts", "--against", "corpus/wire.txt")[0] == 0


# --- 7: exit statuses


def test_what_cannot_be_done_exits_2_with_its_place(claimcheck: Command) -> None:
    put_story()
    assert claimcheck("drafts/nwe.md")[0] == 2
    assert claimcheck("drafts", "--against", "corpsu")[0] == 2
    Path("empty").mkdir()
    assert claimcheck("empty")[0] == 2
    put("claimcheck.toml", 'lang = "en"\nfial-on = "error"\n')
    status, _, err = claimcheck("drafts")
    assert status == 2
    assert err.startswith(
        "claimcheck.toml:2:1: unknown key 'fial-on'\n    fial-on = \"error\"\n    ^^^^^^^\n  help: did you mean 'fail-on'?\n"
    )
    put("claimcheck.toml", "rules = ['house.toml']\n")
    put("house.toml", 'id = "house/x"\nkind = "tolerence"\nwhy = "x"\n')
    status, _, err = claimcheck("drafts")
    assert status == 2
    assert "house.toml:2:8: unknown kind 'tolerence'" in err


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_skipped_file_is_in_every_format(output_format: str, claimcheck: Command) -> None:
    put_story(WRONG.replace("1.42", "1.24"))
    put("drafts/scan.txt", b"%PDF-1.7 \x00\x01\x02")
    status, out, _ = claimcheck("drafts", "--against", "corpus", "--output-format", output_format)
    assert status == 0
    assert "scan.txt" in out
    assert claimcheck("drafts", "--against", "corpus", "--output-format", output_format, "--strict")[0] == 2


def test_utf_8_read_as_utf_16_is_no_empty_success(claimcheck: Command) -> None:
    put_story()
    status, _, err = claimcheck("drafts", "--against", "corpus", "--encoding", "utf-16")
    assert status == 2
    assert "drafts/new.md: its bytes are UTF-8, and make no sense as utf-16" in err


# --- 8: terminal manners


def start(*arguments: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments], capture_output=True, check=False, env={**os.environ, **environment}
    )


def test_no_cursor_codes_in_a_log_and_no_escapes_without_colour() -> None:
    put_story()
    asked = ["drafts", "--against", "corpus"]
    coloured = start(*asked, environment={"FORCE_COLOR": "1", "NO_COLOR": ""})
    assert b"\x1b[" in coloured.stdout
    assert b"\x1b" not in coloured.stderr
    plain = start(*asked, environment={"FORCE_COLOR": "1", "NO_COLOR": "1"})
    assert b"\x1b" not in plain.stdout + plain.stderr


# --- 10: figures that are written differently and are the same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge is 1,500.5 metres long.", "Die Brücke ist 1.500,5 Meter lang."),
        ("Calder Line ordered five ferries.", "Calder Line bestellte 5 Fähren."),
        ("Calder Line ordered 20 ferries.", "طلبت Calder Line ٢٠ عبّارة."),
        ("Calder Line paid £100m for the ferries.", "Calder Line zahlte 100 Millionen Pfund für die Fähren."),
        ("Calder Line employs 5,000 people.", "Calder Line beschäftigt 5.000 Menschen."),
        ("Calder Line carried 20 million passengers.", "نقلت Calder Line ٢٠ مليون راكب."),
    ],
)
def test_other_digits_words_and_separators_contradict_nothing(one: str, other: str) -> None:
    lang = "ar" if any("\u0600" <= letter <= "\u06ff" for letter in other) else "de"
    report = check([Source(id="a", text=one, lang="en"), Source(id="b", text=other, lang=lang)])
    first, second = (next(claim for claim in report.claims.values() if claim.document == id_) for id_ in "ab")
    assert (first.quantity.stated, first.quantity.unit) == (second.quantity.stated, second.quantity.unit)
    assert {verdict.kind.value for verdict in report.verdicts} <= {"agreement"}


# --- 12: bundled rules


def test_every_bundled_rule_has_cases_and_explains_itself() -> None:
    book = rulebook(Settings())
    for file in book.files:
        assert {case.flags for case in file.cases} == {True, False}, file.id
        assert file.id in explain_rule(book, file.id)
        assert file.why.strip(), file.id


def test_problems_say_where_what_and_what_would_be_right() -> None:
    problem = Problem(path="a.toml", line=3, column=1, message="unknown key 'x'", excerpt="x = 1", hint="did you mean 'y'?")
    assert str(problem).splitlines() == ["a.toml:3:1: unknown key 'x'", "    x = 1", "    ^", "  help: did you mean 'y'?"]
