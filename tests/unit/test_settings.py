"""Which settings hold: the nearest file, what it extends, the environment, --config, options; and what is wrong with them."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcheck.cli.entry import run
from claimcheck.errors import ConfigurationError
from claimcheck.settings.find import common_parent, find_file
from claimcheck.settings.keys import KEYS
from claimcheck.settings.load import load_settings
from claimcheck.settings.show import config_schema, keys_table
from claimcheck.settings.values import Configuration

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("CLAIMCHECK_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def put(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_the_nearest_file_going_up_holds_and_a_pyproject_without_our_table_is_passed_over() -> None:
    put("claimcheck.toml", 'lang = "de"\n')
    put("desk/pyproject.toml", "[tool.other]\nx = 1\n")
    put("desk/drafts/a.txt", "x")
    assert load_settings([Path("desk/drafts/a.txt")]).values.lang == "de"
    put("desk/pyproject.toml", '[project]\nname = "x"\n[tool.claimcheck]\nlang = "fr"\n')
    layer = load_settings([Path("desk/drafts/a.txt")])
    assert (layer.values.lang, layer.origin("lang")) == ("fr", "desk/pyproject.toml:4")


@pytest.mark.parametrize(
    ("names", "holds"),
    [
        ((".claimcheck.toml", "claimcheck.toml", "pyproject.toml"), ".claimcheck.toml"),
        (("claimcheck.toml", "pyproject.toml"), "claimcheck.toml"),
        (("pyproject.toml",), "pyproject.toml"),
    ],
)
def test_of_one_folder_our_own_file_goes_first(names: tuple[str, ...], holds: str) -> None:
    for name in names:
        put(name, '[tool.claimcheck]\nlang = "nl"\n' if name == "pyproject.toml" else 'lang = "nl"\n')
    found = find_file(Path.cwd())
    assert found is not None
    assert found.name == holds


def test_the_search_begins_at_the_common_parent_of_all_paths() -> None:
    put("a/x/one.txt", "x")
    put("a/y/two.txt", "x")
    put("a/x/claimcheck.toml", 'lang = "de"\n')
    put("claimcheck.toml", 'lang = "it"\n')
    assert common_parent([Path("a/x/one.txt"), Path("a/y")]) == Path.cwd() / "a"
    assert load_settings([Path("a/x/one.txt"), Path("a/y/two.txt")]).values.lang == "it"
    assert load_settings([Path("a/x/one.txt")]).values.lang == "de"


def test_a_file_extends_another_lists_are_replaced_and_tables_merged() -> None:
    put("base.toml", 'ignore = ["core"]\nextend-exclude = ["old/"]\nfail-on = "warning"\n[levels]\ncore = "info"\nratio = "error"\n')
    put("desk/claimcheck.toml", 'extend = "../base.toml"\nignore = ["sum"]\nextend-exclude = ["tmp/"]\n[levels]\ncore = "warning"\n')
    values = load_settings([Path("desk")]).values
    assert values.ignore == ("sum",)
    assert values.extend_exclude == ("old/", "tmp/")
    assert values.fail_on == "warning"
    assert dict(values.levels) == {"core": "warning", "ratio": "error"}


def test_files_that_extend_each_other_are_refused() -> None:
    put("a.toml", 'extend = "b.toml"\n')
    put("b.toml", 'extend = "a.toml"\n')
    with pytest.raises(ConfigurationError, match=r"b.toml:1:10: 'a.toml' extends this file in turn"):
        load_settings([], ["a.toml"])


def test_paths_of_a_file_are_relative_to_it() -> None:
    put("desk/claimcheck.toml", 'rules = ["house/"]\nbaseline = "known.json"\n')
    values = load_settings([], ["desk/claimcheck.toml"]).values
    assert values.rules == (Path("desk/house"),)
    assert values.baseline == Path("desk/known.json")


def test_an_option_goes_before_a_pair_before_the_environment_before_the_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put("claimcheck.toml", 'lang = "de"\nfail-on = "info"\njobs = 3\nencoding = "cp1252"\n')
    monkeypatch.setenv("CLAIMCHECK_LANG", "fr")
    monkeypatch.setenv("CLAIMCHECK_FAIL_ON", "never")
    monkeypatch.setenv("CLAIMCHECK_JOBS", "2")
    assert run([".", "--show-settings", "--config", "fail-on=warning", "--config", "lang=it", "--lang", "es"]) == 0
    rows = dict(row.split(" = ", 1) for row in capsys.readouterr().out.splitlines() if " = " in row)
    assert rows["lang"].split() == ['"es"', "#", "--lang"]
    assert rows["fail-on"].split() == ['"warning"', "#", "--config", "fail-on=warning"]
    assert rows["jobs"].split() == ["2", "#", "CLAIMCHECK_JOBS"]
    assert rows["encoding"].split() == ['"cp1252"', "#", "claimcheck.toml:4"]
    assert rows["strict"].split() == ["false", "#", "default"]


def test_isolated_looks_for_no_file() -> None:
    put("claimcheck.toml", 'lang = "de"\n')
    assert load_settings([Path()], isolated=True).values == Configuration()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "fial-on = 'error'\n",
            r"claimcheck.toml:1:1: unknown key 'fial-on'\n    fial-on = 'error'\n    \^{7}\n  help: did you mean 'fail-on'",
        ),
        ('fail-on = "eror"\n', r":1:11: unknown fail-on 'eror'\n.*\n.*\^{6}\n  help: did you mean 'error'"),
        ("strict = 'yes'\n", "'strict' must be true or false, found a string"),
        ("jobs = 0\n", "'jobs' must be at least 1"),
        ("lang = 'english'\n", "unknown language tag 'english'"),
        ("[levels]\ncore = 'loud'\n", r":2:8: unknown core 'loud'"),
        ("[sources.'wire/**']\nrole = 'wires'\n", r":2:8: unknown role 'wires'"),
        ("[sources.'wire/**']\npublished = 'May'\n", r":2:13: no date: 'May'"),
        ("[sources.'wire/**']\noutlt = 'A'\n", r"unknown key 'outlt'\n.*\n.*\n  help: did you mean 'outlet'"),
        ("extend = 'nowhere.toml'\n", r":1:10: no such file: 'nowhere.toml'"),
        ("lang = \n", r"claimcheck.toml:1:8: not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    put("claimcheck.toml", text)
    with pytest.raises(ConfigurationError, match=message):
        load_settings([Path()])


def test_everything_wrong_is_told_at_once() -> None:
    put("claimcheck.toml", "fial-on = 1\nlnag = 2\n")
    with pytest.raises(ConfigurationError) as error:
        load_settings([Path()])
    assert [problem.line for problem in error.value.problems] == [1, 2]


def test_rules_beside_the_file_hold_where_it_names_none() -> None:
    put("desk/claimcheck.toml", "strict = true\n")
    assert load_settings([Path("desk")]).values.rules == ()
    put("desk/rules/a.toml", "")
    layer = load_settings([Path("desk")])
    assert (layer.values.rules, layer.origin("rules")) == ((Path("desk/rules"),), "rules/ beside desk/claimcheck.toml")
    put("desk/claimcheck.toml", "rules = []\n")
    assert load_settings([Path("desk")]).values.rules == ()


def test_names_of_rules_that_do_not_exist_are_told_with_their_origin(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.txt", "Calder Line ordered 14 ferries.\n")
    put("claimcheck.toml", 'ignore = ["contradicton"]\n[levels]\n"core/disjiont" = "info"\n')
    assert run(["a.txt"]) == 2
    err = capsys.readouterr().err
    assert "claimcheck.toml:1: no rule, topic or verdict is called 'contradicton'" in err
    assert "claimcheck.toml:3: no rule, topic or verdict is called 'core/disjiont'\n  help: did you mean 'core/disjoint'?" in err


def test_a_bare_command_reads_the_paths_of_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    put("desk/a.txt", "Calder Line ordered 14 ferries.\n")
    assert run([]) == 2
    assert "set paths" in capsys.readouterr().err
    put("claimcheck.toml", 'paths = ["desk"]\n')
    assert run(["--show-settings", "--isolated"]) == 0
    assert run([]) == 0


def test_the_schema_knows_every_key_and_takes_the_example_of_the_docs() -> None:
    schema = json.loads(config_schema())
    Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == {key.name for key in KEYS} | {"extend"}
    page = (DOCS / "gate.md").read_text("utf-8")
    example = page.split("```toml\n", 1)[1].split("```", 1)[0]
    Draft202012Validator(schema).validate(json.loads(json.dumps(tomllib.loads(example), default=str)))
    assert not list(Draft202012Validator(schema).iter_errors({"jobs": 2}))
    assert list(Draft202012Validator(schema).iter_errors({"job": 2}))


def test_every_key_has_a_field_and_a_row_in_the_docs() -> None:
    for key in KEYS:
        assert hasattr(Configuration(), key.field)
    assert keys_table() in (DOCS / "gate.md").read_text("utf-8")
