"""Loading rule files: what is refused, where it points, how files meet."""

from __future__ import annotations

import json
import os
import pickle
import time
import tomllib
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from claimcheck.errors import Problem, RuleErrors, UnknownName
from claimcheck.model.rule import RULE_KINDS, Concept, Rulebook
from claimcheck.rulebook.find import bundled_folder
from claimcheck.rulebook.keys import HEAD_KEYS, KIND_KEYS
from claimcheck.rulebook.load import load_rules, read_rules
from claimcheck.rulebook.packed import pack_words
from claimcheck.rulebook.skeleton import new_rule, rule_schema

CASES = """
[[flag]]
name = "two fees"
sources = [{ lang = "en", text = "The fee is $5." }, { lang = "fr", text = "Le droit est de 6 $." }]

[[ok]]
name = "one fee"
sources = [{ lang = "en", text = "The fee is $5." }]
"""
VOCABULARY = """
id = "desk/words"
kind = "vocabulary"
why = "A reason."
[[concept]]
id = "berth_fee"
role = "attribute"
words = { en = ["berth fee*"] }
"""
ENTITIES = """
id = "desk/names"
kind = "entities"
why = "A reason."
[[entity]]
id = "lorrin_port"
kind = "party"
names = ["Lorrin Port"]
"""
TOLERANCE = """
id = "desk/tolerance"
kind = "tolerance"
why = "A reason."
relative = "0.1"
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "rules").mkdir()
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> Path:
    path = Path("rules") / name
    path.write_text(text, "utf-8")
    return path


def load(**files: str) -> Rulebook:
    for name, text in files.items():
        write(f"{name}.toml", text)
    return load_rules([Path("rules")], bundled=False)


def problems_of(**files: str) -> list[Problem]:
    with pytest.raises(RuleErrors) as caught:
        load(**files)
    return list(caught.value.problems)


def messages_of(**files: str) -> list[str]:
    return [problem.message for problem in problems_of(**files)]


def test_a_sound_file_loads() -> None:
    rulebook = load(a=VOCABULARY + CASES, b=TOLERANCE + CASES)
    assert rulebook.concepts["berth_fee"].words == {"en": ("berth fee*",)}
    (rule,) = rulebook.of_kind("tolerance")
    assert (rule.relative, rule.path, rule.line, rule.bundled) == (Decimal("0.1"), "rules/b.toml", 2, False)
    assert [(case.name, case.flags, case.line) for case in rulebook.files[1].cases] == [("two fees", True, 7), ("one fee", False, 11)]


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_the_skeleton_of_every_kind_loads_and_fits_the_json_schema(kind: str) -> None:
    text = new_rule(kind, "desk/new")
    jsonschema.validate(tomllib.loads(text), json.loads(rule_schema()))
    write("new.toml", text)
    book, problems = read_rules([Path("rules")])  # the examples name concepts of the bundled vocabulary
    assert [problem for problem in problems if problem.path == "rules/new.toml"] == []
    assert "desk/new" in {file.id for file in book.files}


def test_the_json_schema_knows_the_same_keys() -> None:
    schema = json.loads(rule_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    branches = {one["if"]["properties"]["kind"]["const"]: one["then"]["propertyNames"]["enum"] for one in schema["allOf"]}
    assert branches == {kind: [*HEAD_KEYS, *KIND_KEYS[kind]] for kind in RULE_KINDS}
    assert set(schema["properties"]) == {key for keys in branches.values() for key in keys}


def test_a_problem_points_at_its_place() -> None:
    (problem,) = problems_of(a=TOLERANCE.replace("why", 'level = "eror"\nwhy') + CASES)
    assert str(problem) == (
        "rules/a.toml:4:9: unknown level 'eror'\n    level = \"eror\"\n            ^^^^^^\n  help: did you mean 'error'?"
    )


def test_all_problems_of_all_files_come_at_once() -> None:
    found = problems_of(a='id = "x"\nkind = 3\nwhy = ""\nlevle = "info"\n' + CASES, b="id = \n", c="id = 'y'\nkind = 'sume'\n")
    assert {problem.path for problem in found} == {"rules/a.toml", "rules/b.toml", "rules/c.toml"}
    assert len(found) >= 7


@pytest.mark.parametrize(
    ("text", "message", "line", "excerpt_part"),
    [
        ('id = "x', "not valid TOML", 1, ""),
        ("id = [1,\n", "not valid TOML", 2, ""),
        (TOLERANCE.replace("relative", "relativ") + CASES, "has no key 'relativ'", 5, "relativ"),
        (TOLERANCE.replace('"0.1"', "0.1") + CASES, "'relative' is a float", 5, "0.1"),
        (TOLERANCE.replace('"0.1"', '"10 %"') + CASES, "'10 %' is no exact number", 5, '"10 %"'),
        (TOLERANCE.replace('"0.1"', '"-1"') + CASES, "'relative' is below zero", 5, '"-1"'),
        (TOLERANCE.replace('"0.1"', "true") + CASES, "must be an exact number in quotes, found true or false", 5, "true"),
        (TOLERANCE.replace('relative = "0.1"', "") + CASES, "missing key 'relative' or 'absolute'", 1, ""),
        (TOLERANCE.replace("tolerance", "tolerence") + CASES, "unknown kind 'tolerence'", 3, '"tolerence"'),
        (TOLERANCE + "[applies]\nkinds = ['mony']\n" + CASES, "unknown name 'mony' in 'kinds'", 7, "'mony'"),
        (TOLERANCE + "[applies]\nkinds = 'money'\n" + CASES, "'kinds' must be a list of strings, found a string", 7, "'money'"),
        (TOLERANCE + "[applies]\nattributes = ['fee']\n" + CASES, "unknown concept 'fee'", 7, "'fee'"),
        (TOLERANCE + "[applies]\nentities = ['acme']\n" + CASES, "unknown entity 'acme'", 7, "'acme'"),
        (TOLERANCE + "message = '{x} is wrong'\n" + CASES, "message has an unknown field '{x}'", 6, "'{x} is wrong'"),
        (TOLERANCE + "replaces = 'other'\n" + CASES, "'replaces' names the unknown rule 'other'", 6, "'other'"),
        (TOLERANCE + CASES.replace("ok", "okay"), "no [[ok]] case", 2, ""),
        (TOLERANCE + CASES.replace("[[flag]]", "[flag]"), "'flag' must be tables [[flag]]", 7, "[flag]"),
        (TOLERANCE + CASES.replace("[[ok]]", '[[ok]]\nexpect = "contradiction"'), "unknown expect 'contradiction'", 12, '"contradiction"'),
        (TOLERANCE + CASES.replace("[[ok]]", '[[ok]]\na = "$7"'), "'$7' does not occur in the first source", 12, '"$7"'),
        (VOCABULARY.replace('["berth fee*"]', "[]") + CASES, "no words", 8, "[]"),
        (VOCABULARY.replace("berth fee*", "*") + CASES, "'*' would match any word", 8, '"*"'),
        (VOCABULARY.replace("berth fee*", "be*th") + CASES, "'*' inside a word", 8, '"be*th"'),
        (VOCABULARY.replace("en =", "english =") + CASES, "'english' is no language tag", 8, "english"),
        (VOCABULARY.replace('"attribute"', '"atribute"') + CASES, "unknown role 'atribute'", 7, '"atribute"'),
        (VOCABULARY + "is_a = ['berth_fee']\n" + CASES, "'is_a' goes in a circle: berth_fee > berth_fee", 9, "['berth_fee']"),
        (VOCABULARY + "contrast = ['berth_fee']\n" + CASES, "'berth_fee' contrasts with itself", 9, "'berth_fee'"),
        (VOCABULARY + "unit = 'yeer'\n" + CASES, "unknown unit 'yeer'", 9, "'yeer'"),
        (VOCABULARY + "contrast = ['berth_fea']\n" + CASES, "unknown concept 'berth_fea'", 9, "'berth_fea'"),
        (ENTITIES + "part_of = 'lorrin'\n" + CASES, "unknown entity 'lorrin'", 9, "'lorrin'"),
    ],
)
def test_a_slip_is_named_and_underlined(text: str, message: str, line: int, excerpt_part: str) -> None:
    found = [problem for problem in problems_of(a=text) if message in problem.message]
    assert len(found) == 1
    assert found[0].line == line
    if excerpt_part:
        start = found[0].column - 1
        assert found[0].excerpt[start : start + found[0].width] == excerpt_part


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (TOLERANCE.replace('"0.1"', "0.1") + CASES, 'write relative = "0.1"'),
        (TOLERANCE.replace('"0.1"', '"10 %"') + CASES, 'write relative = "0.1"'),
        (TOLERANCE.replace("tolerance", "tolerence") + CASES, "did you mean 'tolerance'?"),
        (TOLERANCE + "[applies]\nkinds = 'money'\n" + CASES, 'write kinds = ["money"]'),
        (VOCABULARY + "contrast = ['berth_fea']\n" + CASES, "did you mean 'berth_fee'?"),
    ],
)
def test_help_says_what_would_be_right(text: str, hint: str) -> None:
    assert hint in [problem.hint for problem in problems_of(a=text)]


def test_bounds_that_cross_are_refused() -> None:
    bound = 'id="b"\nkind="bound"\nwhy="w"\nlow="5"\nhigh="4"\nunit="knot"\n[applies]\nkinds=["speed"]\n'
    assert messages_of(a=bound + CASES) == ["low 5 is above high 4"]


def test_an_id_used_twice_names_both_places() -> None:
    (problem,) = problems_of(a=TOLERANCE + CASES, b=TOLERANCE + CASES)
    assert (problem.path, problem.message) == ("rules/b.toml", "id 'desk/tolerance' is taken by rules/a.toml:2")


def test_a_concept_twice_in_one_file_is_refused() -> None:
    more = VOCABULARY[VOCABULARY.index("[[concept]]") :]
    assert messages_of(a=VOCABULARY + more + CASES) == ["id 'berth_fee' is taken by rules/a.toml:6"]


def test_another_file_adds_words_to_a_concept() -> None:
    more = 'id="desk/more"\nkind="vocabulary"\nwhy="w"\n[[concept]]\nid="berth_fee"\nwords={en=["mooring charge"], de=["Liegegeld*"]}\n'
    rulebook = load(a=VOCABULARY + CASES, b=more + CASES)
    assert rulebook.concepts["berth_fee"].words == {"en": ("berth fee*", "mooring charge"), "de": ("Liegegeld*",)}
    assert rulebook.concepts["berth_fee"].rule == "desk/words"


def test_another_file_may_not_contradict_a_concept() -> None:
    more = VOCABULARY.replace("desk/words", "desk/more").replace('"attribute"', '"counted"')
    assert messages_of(a=VOCABULARY + CASES, b=more + CASES) == ["'role' is 'counted' here and 'attribute' at rules/a.toml:6"]


def test_a_concept_without_role_anywhere_is_refused() -> None:
    assert messages_of(a=VOCABULARY.replace('role = "attribute"', "") + CASES) == ["missing key 'role'"]


def test_another_file_adds_names_to_an_entity() -> None:
    more = 'id="desk/more"\nkind="entities"\nwhy="w"\n[[entity]]\nid="lorrin_port"\nnames=["Port de Lorrin"]\n'
    assert load(a=ENTITIES + CASES, b=more + CASES).entities["lorrin_port"].names == ("Lorrin Port", "Port de Lorrin")


def test_contrast_holds_both_ways() -> None:
    more = '[[concept]]\nid="harbour_fine"\nrole="attribute"\ncontrast=["berth_fee"]\nwords={en=["fine*"]}\n'
    concepts = load(a=VOCABULARY + more + CASES).concepts
    assert concepts["berth_fee"].contrast == ("harbour_fine",)
    assert concepts["harbour_fine"].contrast == ("berth_fee",)


def test_a_longer_circle_is_reported_once() -> None:
    more = '[[concept]]\nid="b"\nrole="counted"\nis_a=["c"]\nwords={en=["b"]}\n[[concept]]\nid="c"\nrole="counted"\nis_a=["b"]\nwords={en=["c"]}\n'
    assert messages_of(a=VOCABULARY + more + CASES) == ["'is_a' goes in a circle: b > c > b"]


def test_replaces_drops_the_other_file() -> None:
    mine = TOLERANCE.replace("desk/tolerance", "desk/mine") + 'replaces = "desk/tolerance"\n'
    assert [rule.id for rule in load(a=TOLERANCE + CASES, b=mine + CASES).rules] == ["desk/mine"]


def test_names_in_an_unreadable_file_are_not_called_unknown() -> None:
    broken = VOCABULARY + "[[concept]\n"
    rule = TOLERANCE + '[applies]\nattributes = ["berth_fee"]\n'
    assert [problem.path for problem in problems_of(a=broken, b=rule + CASES)] == ["rules/a.toml"]


def test_read_rules_goes_on_past_a_broken_file() -> None:
    write("a.toml", VOCABULARY.replace("why", "way") + CASES)
    write("b.toml", TOLERANCE + CASES)
    rulebook, problems = read_rules([Path("rules")], bundled=False)
    assert [file.id for file in rulebook.files] == ["desk/tolerance"]
    assert {problem.path for problem in problems} == {"rules/a.toml"}


def test_a_rule_that_names_what_a_broken_file_defines_is_left_out_and_told() -> None:
    write("a.toml", VOCABULARY.replace("why", "way") + CASES)
    write("b.toml", TOLERANCE + '[applies]\nattributes = ["berth_fee"]\n' + CASES)
    rulebook, problems = read_rules([Path("rules")], bundled=False)
    assert (rulebook.files, rulebook.rules) == ((), ())
    assert "names 'berth_fee'" in problems[-1].message


def test_a_slip_of_syntax_does_not_hide_the_slips_behind_it() -> None:
    text = ENTITIES.replace('["Lorrin Port"]', '["Lorrin Port]') + CASES.replace('lang = "fr"', 'lang = "french"')
    syntax, tag = problems_of(a=text)
    assert syntax.message.startswith("not valid TOML")
    assert syntax.hint == "a quote is not closed"
    assert tag.message == "'french' is no language tag"


def test_a_kind_that_is_nearly_right_does_not_hide_the_slips_behind_it() -> None:
    found = messages_of(a=TOLERANCE.replace('"tolerance"', '"tolerence"').replace('"0.1"', '"10%"') + CASES)
    assert found == ["unknown kind 'tolerence'", "'10%' is no exact number"]


def test_a_wrong_kind_is_not_called_missing_too() -> None:
    assert messages_of(a=ENTITIES.replace('"party"', '"partei"') + CASES) == ["unknown kind 'partei'"]


FACT = """
id = "desk/fact"
kind = "fact"
why = "A reason."
value = "38e9"
unit = "USD"
source = "the announcement"
dated = "2025-11-03"
[applies]
parties = ["lorrin_port"]
kinds = ["money"]
"""


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        (("USD", "dollars"), "'dollars' is no unit", 'write unit = "USD"'),
        (("USD", "gigawat"), "'gigawat' is no unit", "did you mean 'gigawatt'?"),
        (('unit = "USD"', ""), "missing key 'unit': money is measured in one", ""),
        (("lorrin_port", "lorin_port"), "unknown entity 'lorin_port'", "did you mean 'lorrin_port'?"),
        (('parties = ["lorrin_port"]', ""), "a fact says whose figure it is: missing key 'parties' or 'entities' in [applies]", ""),
        (("2025-11-03", "2025-13-03"), "'2025-13-03' is no date", ""),
        (('dated = "2025-11-03"', ""), "missing key 'dated'", ""),
        (("why =", 'message = "{a} is wrong"\nwhy ='), "the message of a fact names its source", "add {source}"),
        (("kinds =", 'roles = ["wires"]\nkinds ='), "unknown name 'wires' in 'roles'", "did you mean 'wire'?"),
        (("kinds =", 'since = "2025"\nuntil = "2024"\nkinds ='), "since 2025-01-01 is after until 2024-12-31", ""),
    ],
)
def test_slips_of_a_fact(change: tuple[str, str], message: str, hint: str) -> None:
    (problem,) = problems_of(a=FACT.replace(*change) + CASES, b=ENTITIES + CASES)
    assert problem.message == message
    assert problem.hint.startswith(hint)


def test_one_side_of_a_ratio_may_be_what_is_counted() -> None:
    ratio = 'id="r"\nkind="ratio"\nwhy="w"\nlow="5"\nunit="USD / berth_fee"\n[a]\nkinds=["money"]\n[b]\nkinds=["count"]\n'
    assert load(a=ratio + CASES, b=VOCABULARY + CASES).rules
    assert messages_of(a=ratio.replace("berth_fee", "birth_fee") + CASES) == ["'birth_fee' is no unit"]


def test_a_party_stands_with_what_it_is_part_of() -> None:
    part = '[[entity]]\nid = "quay"\nkind = "party"\nnames = ["Quay"]\npart_of = "lorrin_port"\n'
    (rule,) = load(a=FACT.replace("lorrin_port", "quay") + CASES, b=ENTITIES + part + CASES).rules
    assert rule.applies.parties == (("quay", "lorrin_port"),)


@pytest.mark.parametrize(("path", "message"), [("nowhere", "no such rule file or folder"), ("rules", "no *.toml in this folder")])
def test_a_path_without_rules_is_an_error(path: str, message: str) -> None:
    with pytest.raises(RuleErrors) as caught:
        load_rules([Path(path)], bundled=False)
    assert [problem.message for problem in caught.value.problems] == [message]


def test_the_same_file_by_two_paths_counts_once() -> None:
    path = write("a.toml", TOLERANCE + CASES)
    assert len(load_rules([path, Path("rules"), path.resolve()], bundled=False).files) == 1


def test_other_newlines_and_a_byte_order_mark_are_read() -> None:
    (Path("rules") / "a.toml").write_bytes(("\ufeff" + TOLERANCE + CASES).replace("\n", "\r\n").encode())
    assert load().rules[0].line == 2


def test_bytes_that_are_no_utf8_are_a_problem() -> None:
    (Path("rules") / "a.toml").write_bytes(b'id = "a"\nwhy = "\xe9"\n')
    assert [(problem.message, problem.line) for problem in problems_of()] == [("not UTF-8", 2)]


def test_a_change_is_seen_and_digests_follow_content() -> None:
    first = load(a=TOLERANCE + CASES)
    assert load().digest == first.digest
    second = load(a=TOLERANCE.replace("0.1", "0.2") + CASES)
    assert second.rules[0].relative == Decimal("0.2")
    assert second.digest != first.digest
    assert load(a=TOLERANCE + CASES) == first


def test_an_unchanged_rulebook_comes_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.toml", TOLERANCE + CASES)
    past = time.time() - 60
    os.utime(path, (past, past))
    first = load()
    monkeypatch.setattr("claimcheck.rulebook.reading.parse_file", lambda _: pytest.fail("the file was read again"))
    assert load() == first


def test_bundled_rules_load() -> None:
    if not list(bundled_folder().rglob("*.toml")):
        pytest.skip("no bundled rules yet")
    rulebook = load_rules()
    assert rulebook.concepts
    assert all(file.bundled for file in rulebook.files)


def test_bundled_rule_files_fit_the_json_schema() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(rule_schema()))
    for path in sorted(bundled_folder().rglob("*.toml")):
        assert [error.message for error in validator.iter_errors(tomllib.loads(path.read_text("utf-8")))] == [], path


@pytest.mark.parametrize(("kind", "rule_id"), [("tolerence", "desk/x"), ("tolerance", "desk x"), ("tolerance", "/x")])
def test_a_new_rule_needs_a_known_kind_and_an_id(kind: str, rule_id: str) -> None:
    with pytest.raises(UnknownName):
        new_rule(kind, rule_id)


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_the_docs_show_the_skeleton_of_every_kind(kind: str) -> None:
    docs = Path(__file__).parents[2] / "docs" / "rules.md"
    assert f"### {kind}\n" in docs.read_text("utf-8")
    assert f"```toml\n{new_rule(kind, 'desk/example')}```" in docs.read_text("utf-8")


def test_the_page_of_bundled_rules_names_every_rule() -> None:
    page = (Path(__file__).parents[2] / "docs" / "bundled-rules.md").read_text("utf-8")
    missing = [file.id for file in load_rules().files if f"### {file.id}\n" not in page]
    assert missing == [], "python -m claimcheck.rulebook.catalogue docs/bundled-rules.md"


def test_packed_words_are_the_same_words() -> None:
    words = {"en": ("berth fee*", "berthing charge*"), "es": ("tasa* de atraque",)}
    concept = Concept(id="berth_fee", role="attribute", words=words)
    packed = pack_words(Rulebook(concepts={"berth_fee": concept})).concepts["berth_fee"]
    assert packed == concept
    assert pickle.loads(pickle.dumps(packed)) == concept  # noqa: S301 - our own bytes
    assert packed.words.get("fr", ()) == ()
    assert list(packed.words) == ["en", "es"]
