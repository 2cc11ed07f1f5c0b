"""Rules that a newsroom writes, tried as a user would: from the skeletons, through the command, with slips."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.cli.entry import run
from claimcheck.model.report import Report
from claimcheck.model.rule import RULE_KINDS
from claimcheck.model.source import Source
from claimcheck.model.verdict import Level, VerdictKind
from claimcheck.rulebook.cases import run_cases
from claimcheck.rulebook.skeleton import new_rule

NAMES = """
id = "desk/names"
kind = "entities"
why = "Parties of the ferry beat."
[[entity]]
id = "marlow"
kind = "party"
names = ["Marlow Ferries", "Marlow"]
unless = ["Marlow sauce"]
[[entity]]
id = "marlow_cargo"
kind = "party"
names = ["Marlow Cargo"]
part_of = "marlow"
[[entity]]
id = "tarn"
kind = "party"
names = ["Tarn yard", "astillero Tarn", "Tarn"]
[[entity]]
id = "olen"
kind = "party"
names = ["Olen yard"]
"""
LEDGER = """
id = "desk/ledger"
kind = "fact"
why = "Both sides told it."
value = "410e6"
unit = "USD"
source = "the joint statement"
dated = "2025-11-03"
[applies]
parties = ["marlow_cargo", "tarn"]
kinds = ["money"]
"""
CASES = """
[[flag]]
name = "one"
sources = [{ lang = "en", text = "Marlow Cargo pays the Tarn yard $510 million." }]
[[ok]]
name = "another"
sources = [{ lang = "en", text = "Marlow Cargo pays the Tarn yard $410 million." }]
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rules").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        Path("rules", f"{name}.toml").write_text(text, "utf-8")
    pipeline.rulebook.cache_clear()
    pipeline.vocabulary.cache_clear()


def checked(*texts: str, role: str = "", published: str = "", lang: str = "en") -> Report:
    sources = [Source(text=text, lang=lang, role=role, published=published) for text in texts]
    return pipeline.check(sources, pipeline.Settings(rules=(Path("rules"),), cache=False))


def rules_of(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings.values() if finding.rule.startswith("desk/")]


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_the_cases_of_a_new_rule_hold_as_they_are(kind: str) -> None:
    write(new=new_rule(kind, "desk/new"))
    settings = pipeline.Settings(rules=(Path("rules"),), cache=False)
    files = [file for file in pipeline.rulebook(settings).files if file.id == "desk/new"]
    outcomes = run_cases(files, lambda sources: pipeline.check(sources, settings))
    assert [str(outcome) for outcome in outcomes if not outcome.holds] == []


@pytest.mark.parametrize(
    ("text", "lang", "breaks"),
    [
        ("Marlow Cargo pays the Tarn yard $410 million.", "en", False),
        ("Marlow Cargo pays the Tarn yard about $0.4 billion.", "en", False),
        ("Marlow Cargo pays the Tarn yard $510 million.", "en", True),
        ("Marlow Cargo paga 510 millones de dólares al astillero Tarn.", "es", True),
        ("Marlow pays the Tarn yard $510 million.", "en", True),  # the whole stands for its part
        ("Marlow Cargo and the Tarn yard have signed. The ships are worth $510 million.", "en", True),
        ("Marlow Cargo pays the Olen yard $510 million.", "en", False),
        ("Marlow Cargo pays the Tarn yard $410 million and the Olen yard $90 million.", "en", False),
        ("Marlow Cargo denied that it pays the Tarn yard $510 million.", "en", False),
        ("The Tarn yard made a profit of $510 million.", "en", False),
    ],
)
def test_an_article_is_held_against_the_ledger(text: str, lang: str, *, breaks: bool) -> None:
    write(names=NAMES + CASES, ledger=LEDGER + CASES)
    report = checked(text, lang=lang)
    assert rules_of(report) == (["desk/ledger"] if breaks else [])
    assert all("the joint statement of 2025-11-03" in finding.message for finding in report.findings.values())


@pytest.mark.parametrize(("published", "level"), [("2025-10-01", None), ("2025-11-03", Level.ERROR), ("2025-12-09", Level.INFO)])
def test_of_what_moves_with_time_only_the_same_day_contradicts_the_ledger(published: str, level: Level | None) -> None:
    tolls = LEDGER.replace("410e6", "41").replace('unit = "USD"\n', "").replace('kinds = ["money"]', 'attributes = ["death_toll"]')
    write(names=NAMES + CASES, ledger=tolls.replace('parties = ["marlow_cargo", "tarn"]', 'entities = ["marlow"]') + CASES)
    report = checked("The fire at Marlow Ferries killed 44 people.", published=published)
    assert [finding.level for finding in report.findings.values() if finding.rule == "desk/ledger"] == ([level] if level else [])


def test_the_fact_that_says_more_decides() -> None:
    wide = LEDGER.replace("desk/ledger", "desk/wide").replace("410e6", "900e6").replace('["marlow_cargo", "tarn"]', '["tarn"]')
    write(names=NAMES + CASES, ledger=LEDGER + CASES, wide=wide + CASES)
    assert rules_of(checked("Marlow Cargo pays the Tarn yard $410 million.")) == []
    assert rules_of(checked("The Tarn yard is paid $410 million.")) == ["desk/wide"]


def test_a_rule_may_be_for_sources_of_one_role_and_for_some_days() -> None:
    bound = """
id = "desk/price"
kind = "bound"
why = "House prices of our own pieces."
high = "100e6"
unit = "USD"
[applies]
kinds = ["money"]
roles = ["own"]
since = "2025"
until = "2025-06"
"""
    write(bound=bound + CASES)
    text = "The Tarn yard asks $510 million."
    assert rules_of(checked(text, role="own", published="2025-03-04")) == ["desk/price"]
    assert rules_of(checked(text, role="own", published="2025-07-04")) == []
    assert rules_of(checked(text, role="own")) == []
    assert rules_of(checked(text, role="wire", published="2025-03-04")) == []
    assert rules_of(checked("The Tarn yard asked $510 million in May 2025.", role="own", published="2026-01-04")) == ["desk/price"]


def test_a_name_in_a_phrase_that_means_something_else_is_not_read() -> None:
    write(names=NAMES + CASES)
    (first, second) = checked("Marlow sold goods for $5 million.", "Marlow sauce sold for $5 million.").claims.values()
    assert "marlow" in first.entities
    assert "marlow" not in (*second.entities, *second.evidence.names)


@pytest.mark.parametrize(
    ("rule", "texts", "kind"),
    [
        (
            'kind = "tolerance"\nrelative = "0.2"\n[applies]\ncounted = ["person"]\n',
            ("About 2,300 people came to the feast of Tarn.", "The feast of Tarn drew 2,600 people."),
            VerdictKind.REFINEMENT,
        ),
        (
            'kind = "deadline"\ndays = 20\n[applies]\nattributes = ["deadline"]\nentities = ["tarn"]\n',
            ("The Tarn yard will be completed by 3 March 2031.", "The Tarn yard will be completed by 17 March 2031."),
            VerdictKind.AGREEMENT,
        ),
        (
            'kind = "incommensurable"\n[a]\nkinds = ["money"]\n[b]\nkinds = ["power"]\nentities = ["tarn"]\n',
            (
                "Marlow signs up partners. Marlow has signed a contract worth $60 billion with Tarn. Marlow hired 40 people.",
                "Marlow looks for partners. Marlow has secured 1.2 GW with Tarn. Marlow hired 40 people.",
            ),
            VerdictKind.INCOMMENSURABLE,
        ),
    ],
)
def test_a_rule_of_the_desk_that_says_more_decides_before_the_bundled_one_and_is_named(
    rule: str, texts: tuple[str, ...], kind: VerdictKind
) -> None:
    write(names=NAMES + CASES, rule=f'id = "desk/rule"\nwhy = "A reason."\n{rule}{CASES}')
    found = [(verdict.kind, verdict.rule) for verdict in checked(*texts).verdicts if not verdict.rule.startswith("core/")]
    assert found == [(kind, "desk/rule")]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            'kind = "ratio"\nhigh = "10e6"\nunit = "USD / ship"\n[a]\nkinds = ["money"]\n[b]\ncounted = ["ship"]\n',
            "pays $410 million for three ships",
        ),
        ('kind = "bound"\nhigh = "10e6"\nunit = "USD"\n[applies]\nentities = ["marlow"]\n', "pays $410 million"),
        (
            'kind = "sum"\n[applies]\nentities = ["marlow"]\n[a]\nattributes = ["investment"]\n[b]\nattributes = ["deal_value"]\n',
            "has a deal worth $7 million: Marlow invests $4 million with the Tarn yard and invests $5 million with the Olen yard",
        ),
    ],
)
def test_a_finding_names_its_rule(rule: str, text: str) -> None:
    write(names=NAMES + CASES, rule=f'id = "desk/rule"\nwhy = "A reason."\n{rule}{CASES}')
    assert "desk/rule" in rules_of(checked(f"Marlow Ferries {text}."))


def test_what_applies_to_both_sides_of_a_ratio_must_fit() -> None:
    rule = 'kind = "ratio"\nhigh = "10e6"\nunit = "USD / ship"\n[applies]\nentities = ["olen"]\n[a]\nkinds = ["money"]\n[b]\ncounted = ["ship"]\n'
    write(names=NAMES + CASES, rule=f'id = "desk/rule"\nwhy = "A reason."\n{rule}{CASES}')
    assert rules_of(checked("Marlow Ferries pays $410 million for three ships.")) == []


# ---- the command


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    pipeline.rulebook.cache_clear()
    pipeline.vocabulary.cache_clear()
    status = run(["rules", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_the_cases_of_other_files_run_past_a_broken_one(capsys: pytest.CaptureFixture[str]) -> None:
    write(names=NAMES + CASES.replace("contradiction", ""), broken="id = 5")
    status, out, err = told(capsys, "test", "--rules", "rules")
    assert status == 2
    assert "rules/names.toml" in out
    assert "rules/broken.toml:1:6: 'id' must be a string, found a whole number" in err
    assert run(["check", "rules", "--rules", "rules"]) == 2


def test_only_the_rules_of_the_desk_are_tested_where_there_are_any(capsys: pytest.CaptureFixture[str]) -> None:
    write(names=NAMES + CASES, ledger=LEDGER + CASES)
    status, out, _ = told(capsys, "test", "--rules", "rules", "-v", "ledger")
    assert (status, "2 passed, 0 failed" in out) == (0, True)
    _, out, _ = told(capsys, "test", "--rules", "rules", "-v")
    assert {line.split("/")[1].split(".")[0] for line in out.splitlines() if "rules/" in line} == {"names", "ledger"}
    status, _, err = told(capsys, "test", "--rules", "rules", "-k", "nothing like it")
    assert (status, "no case to run" in err) == (2, True)


def test_coverage_says_where_a_rule_fires_and_what_no_case_reads(capsys: pytest.CaptureFixture[str]) -> None:
    write(names=NAMES + CASES, ledger=LEDGER + CASES)
    _, out, _ = told(capsys, "test", "--rules", "rules", "--coverage")
    assert "desk/ledger  fires in 1 of 2 cases (1 flag, 1 ok; en)" in out
    assert "2 of 4 read in no case: marlow, olen" in out


def test_update_writes_what_is_reported_into_failing_flags_of_the_desk(capsys: pytest.CaptureFixture[str]) -> None:
    write(names=NAMES + CASES, ledger=LEDGER + CASES.replace('name = "one"', 'name = "one"\nexpect = "agreement"'))
    status, _, err = told(capsys, "test", "--rules", "rules", "desk/ledger", "--update")
    assert (status, "rules/ledger.toml: expectations rewritten" in err) == (0, True)
    assert 'expect = "finding"' in Path("rules/ledger.toml").read_text("utf-8")


def test_the_list_counts_how_often_each_rule_fired(capsys: pytest.CaptureFixture[str]) -> None:
    write(names=NAMES + CASES, ledger=LEDGER + CASES)
    Path("articles").mkdir()
    Path("articles/a.txt").write_text("Marlow Cargo pays the Tarn yard $510 million.", "utf-8")
    status, out, _ = told(capsys, "list", "articles", "--rules", "rules")
    rows = {line.split()[0]: line for line in out.splitlines()}
    assert status == 0
    assert "fired 1 " in rows["desk/ledger"]
    assert "fired 1 " in rows["desk/names"]
    assert "fired 0 " in rows["bound/magnitude"]


def test_two_facts_that_tie_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    write(names=NAMES + CASES, ledger=LEDGER + CASES, other=LEDGER.replace("desk/ledger", "desk/other") + CASES)
    status, out, _ = told(capsys, "test", "--rules", "rules")
    assert (status, "desk/ledger and desk/other fit the same figures" in out) == (1, True)


def test_a_rule_that_never_decides_says_which_does(capsys: pytest.CaptureFixture[str]) -> None:
    wide = new_rule("incommensurable", "desk/wide").replace('["energy"]', '["power"]').replace("teravatios hora", "gigavatios")
    write(wide=wide)
    _, out, _ = told(capsys, "test", "--rules", "rules")
    assert "no case does; incommensurable/money-and-power decided" in out


def test_pytest_collects_rule_files() -> None:
    write(names=NAMES + CASES.replace("[[flag]]", '[[flag]]\nexpect = "agreement"'), ledger=LEDGER + CASES)
    Path("rules/no-rule.toml").write_text("[tool]\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "claimcheck.testing", "rules"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "1 failed, 5 passed" in done.stdout
    assert "wanted: agreement" in done.stdout


def test_the_report_tells_the_ledger_and_bounds_from_derived_figures(capsys: pytest.CaptureFixture[str]) -> None:
    bound = 'id = "desk/high"\nkind = "bound"\nwhy = "w"\nhigh = "1e9"\nunit = "USD"\n[applies]\nentities = ["olen"]\n'
    write(names=NAMES + CASES, ledger=LEDGER + CASES, high=bound + CASES)
    Path("articles").mkdir()
    Path("articles/a.txt").write_text("Marlow Cargo pays the Tarn yard $510 million.\n\nThe Olen yard is paid $6 billion.", "utf-8")
    assert run(["check", "articles", "--rules", "rules"]) == 1
    printed = " ".join(capsys.readouterr().out.split())
    assert "1 figure against the ledger to look at, 1 figure out of bounds to look at" in printed
    assert "against the ledger (error)" in printed
    assert "out of bounds (warning)" in printed
