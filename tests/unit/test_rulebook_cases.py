"""Cases of rule files against reports made by hand; which rule decides; pages of rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from claimcheck.errors import UnknownName
from claimcheck.model.claim import Claim, Evidence
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity
from claimcheck.model.report import Report
from claimcheck.model.resolution import find_ties, resolve
from claimcheck.model.rule import Applies, Case, Concept, Entity, Rule, Rulebook, RuleFile
from claimcheck.model.source import BlockKind, Source
from claimcheck.model.span import Span
from claimcheck.model.verdict import Finding, Level, Verdict, VerdictKind
from claimcheck.rulebook.cases import Outcome, run_cases
from claimcheck.rulebook.catalogue import catalogue
from claimcheck.rulebook.explain import explain_rule
from claimcheck.rulebook.update import update_expectations

TEXTS = (("en", "The fee is $5, the fine $9."), ("fr", "Le droit est de 6 $."))
FLAG = Case(name="two fees", flags=True, sources=TEXTS, expect="contradiction", a="$5", b="6 $", line=7)
OK = Case(name="one fee", flags=False, sources=TEXTS[:1], line=11)
RULE = RuleFile(id="desk/fees", kind="tolerance", path="rules/fees.toml", why="A reason.", level=Level.ERROR, cases=(FLAG,), bundled=False)


def claim(source: Source, figure: str, number: int) -> Claim:
    start = source.text.index(figure)
    span = Span(start, start + len(figure))
    point = Interval(Decimal(number), Decimal(number))
    quantity = Quantity(kind="money", dimension="currency:USD", unit="USD", stated=point, interval=point, base_unit="USD")
    evidence = Evidence(sentence=Span(0, len(source.text)), quote=source.text, place=0, block=BlockKind.BODY, lang=source.lang)
    return Claim(
        id=f"{source.id}#{number}", document=source.id, span=span, text=figure, quantity=quantity, evidence=evidence, attribute="berth_fee"
    )


def verdict(kind: str, a: str = "1#5", b: str = "2#6", rule: str = "desk/fees") -> Verdict:
    return Verdict(kind=VerdictKind(kind), a=a, b=b, rung="disjoint", reason="…", rule=rule, confidence=0.9)


def finding(level: Level = Level.ERROR, derived: tuple[str, ...] = ()) -> Finding:
    return Finding(id="f", rule="desk/fees", level=level, message="too dear", primary="1#5", related=("2#6",), derived=derived)


def reporting(*verdicts: Verdict, findings: tuple[Finding, ...] = ()) -> Callable[[list[Source]], Report]:
    def check(sources: list[Source]) -> Report:
        claims = [claim(sources[0], "$5", 5), claim(sources[0], "$9", 9)]
        claims += [claim(source, "6 $", 6) for source in sources[1:]]
        return Report(
            sources={source.id: source for source in sources},
            claims={one.id: one for one in claims},
            facts={},
            verdicts=verdicts,
            derived={},
            findings={one.id: one for one in findings},
        )

    return check


def outcome_of(case: Case, *verdicts: Verdict, findings: tuple[Finding, ...] = ()) -> Outcome:
    return run_cases([replace(RULE, cases=(case,))], reporting(*verdicts, findings=findings))[0]


@pytest.mark.parametrize(
    ("verdicts", "holds"),
    [
        ([verdict("contradiction")], True),
        ([verdict("contradiction", "2#6", "1#5")], True),
        ([verdict("refinement")], False),
        ([verdict("contradiction", "1#9", "2#6")], False),
        ([], False),
    ],
)
def test_a_flag_holds_when_its_verdict_is_there_about_its_figures(verdicts: list[Verdict], holds: bool) -> None:  # noqa: FBT001 - a case
    assert outcome_of(FLAG, *verdicts).holds is holds


def test_a_flag_without_figures_holds_for_any() -> None:
    assert outcome_of(replace(FLAG, a="", b=""), verdict("contradiction", "1#9", "2#6")).holds


@pytest.mark.parametrize(
    ("findings", "holds"),
    [
        ((finding(),), True),
        ((finding(Level.INFO),), False),
        ((finding(Level.INFO, ("x", "y")),), True),
        ((replace(finding(), rule="other"),), False),
        ((), False),
    ],
)
def test_a_flag_may_expect_a_finding_of_its_rule(findings: tuple[Finding, ...], holds: bool) -> None:  # noqa: FBT001 - a case
    assert outcome_of(replace(FLAG, expect="finding"), findings=findings).holds is holds


@pytest.mark.parametrize(
    ("expect", "verdicts", "holds"),
    [
        ("", ["agreement", "refinement", "update"], True),
        ("", ["contradiction"], False),
        ("agreement", ["agreement"], True),
        ("agreement", ["refinement"], False),
        ("agreement", ["agreement", "update"], False),
        ("update", ["agreement", "update"], True),
        ("update", ["agreement"], False),
        ("update", [], False),
    ],
)
def test_an_ok_case_allows_nothing_graver(expect: str, verdicts: list[str], holds: bool) -> None:  # noqa: FBT001 - a case
    case = replace(OK, sources=TEXTS, expect=expect)
    assert outcome_of(case, *(verdict(kind) for kind in verdicts)).holds is holds


def test_an_ok_case_allows_no_finding_of_its_rule() -> None:
    assert not outcome_of(OK, findings=(replace(finding(), related=()),)).holds
    assert outcome_of(OK, findings=(replace(finding(Level.INFO), related=()),)).holds
    assert outcome_of(OK, findings=(replace(finding(), related=(), rule="other"),)).holds


def test_a_failure_says_where_what_was_wanted_and_what_came() -> None:
    outcome = outcome_of(FLAG, verdict("refinement", rule="core/bound"))
    assert str(outcome).splitlines() == [
        "rules/fees.toml:7: two fees",
        "    wanted: contradiction about “$5” and “6 $”",
        "    got:    refinement of “$5” and “6 $” (core/bound)",
        "    en: The fee is $5, the fine $9.",
        "    fr: Le droit est de 6 $.",
    ]


def test_a_failure_without_verdict_says_what_was_read() -> None:
    assert "no verdict; read “$5” as money · berth_fee" in str(outcome_of(FLAG))


def test_a_rule_that_never_fires_fails() -> None:
    outcomes = run_cases([RULE], reporting(verdict("contradiction", rule="core/disjoint")))
    assert [(one.part, one.holds) for one in outcomes] == [("flag", True), ("coverage", False)]
    assert [one.part for one in run_cases([RULE], reporting(verdict("contradiction")))] == ["flag"]


def test_a_vocabulary_fires_when_a_word_of_it_is_read() -> None:
    words = replace(RULE, kind="vocabulary", defines=("berth_fee",))
    others = replace(words, defines=("fine",))
    check = reporting(verdict("contradiction", rule="core/disjoint"))
    assert [one.part for one in run_cases([words, others], check)] == ["flag", "flag", "coverage"]


def test_cases_can_be_chosen_by_name() -> None:
    file = replace(RULE, cases=(FLAG, OK))
    assert [one.name for one in run_cases([file], reporting(), matching="ONE fee")] == ["one fee"]
    assert len(run_cases([file], reporting(), matching="desk/fees")) == 2


def test_days_of_sources_reach_the_check() -> None:
    seen: list[str] = []

    def check(sources: list[Source]) -> Report:
        seen.extend(source.published for source in sources)
        return reporting()(sources)

    run_cases([replace(RULE, cases=(replace(FLAG, published=("2031-05-02", "")),))], check)
    assert seen == ["2031-05-02", ""]


def rule(rule_id: str, *, bundled: bool = True, kind: str = "tolerance", **fields: Any) -> Rule:  # noqa: ANN401 - of Applies
    return Rule(id=rule_id, kind=kind, level=Level.ERROR, message="", applies=Applies(**fields), bundled=bundled, path="r.toml", line=1)


def test_the_more_specific_rule_decides() -> None:
    wide, narrow = rule("a", kinds=("money",)), rule("b", kinds=("money",), attributes=("berth_fee",))
    assert resolve([wide, narrow], lambda _: True) is narrow
    assert resolve([wide, narrow], lambda one: one is wide) is wide
    assert resolve([wide, narrow], lambda _: False) is None


def test_a_users_rule_decides_before_a_bundled_one_as_specific() -> None:
    bundled, own = rule("a", kinds=("money",)), rule("b", kinds=("money",), bundled=False)
    assert resolve([bundled, own], lambda _: True) is own
    assert find_ties([bundled, own]) == ()


def test_a_tie_is_named_and_still_decided_the_same_way() -> None:
    one, other = rule("a", kinds=("money",)), rule("b", languages=("en",))
    assert find_ties([one, other]) == ((one, other),)
    assert resolve([other, one], lambda _: True) is one
    (outcome,) = run_cases([], reporting(), rules=[one, other])
    assert (outcome.part, outcome.holds, outcome.name) == ("tie", False, "a and b fit the same figures")


@pytest.mark.parametrize(
    "other",
    [
        rule("b", kinds=("power",)),
        rule("b", counted=("gpu",)),
        rule("b", kinds=("money",), languages=("en",)),
        rule("b", kinds=("money",), kind="deadline"),
        rule("b", kinds=("money",), kind="bound"),
    ],
)
def test_rules_that_cannot_meet_do_not_tie(other: Rule) -> None:
    assert find_ties([rule("a", kinds=("money",)), other]) == ()


def test_sides_of_incommensurable_rules_tie_in_either_order() -> None:
    money, power = Applies(kinds=("money",)), Applies(kinds=("power",))
    one = replace(rule("a", kind="incommensurable"), a=money, b=power)
    assert find_ties([one, replace(one, id="b", a=power, b=money)])
    assert not find_ties([one, replace(one, id="b", a=power, b=Applies(kinds=("energy",)))])


BOOK = Rulebook(
    concepts={
        "berth_fee": Concept(
            id="berth_fee",
            role="attribute",
            label="berth fee",
            words={"en": ("berth fee*",), "ja": ("停泊料",)},
            contrast=("fine",),
            rule="desk/words",
        )
    },
    entities={"lorrin_port": Entity(id="lorrin_port", kind="party", names=("Lorrin Port", "LP"), rule="desk/names")},
    rules=(replace(rule("desk/fees", attributes=("berth_fee",), bundled=False), relative=Decimal("0.1")),),
    files=(replace(RULE, cases=(FLAG, OK), message="{a} is not {b}"),),
)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "desk/fees",
            ["A reason.", "rules/fees.toml", "{a} is not {b}", "attributes berth_fee", "0.1", "two fees: contradiction", "Le droit"],
        ),
        ("berth_fee", ["attribute", "berth fee*", "停泊料", "contrasts   fine", "desk/words", "desk/fees"]),
        ("lorrin_port", ["party", "Lorrin Port, LP", "desk/names"]),
    ],
)
def test_a_page_says_what_the_file_says(name: str, parts: list[str]) -> None:
    page = explain_rule(BOOK, name)
    assert [part for part in parts if part not in page] == []


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(UnknownName, match="did you mean 'berth_fee'"):
        explain_rule(BOOK, "berth_fees")


FILE = """\
id = "desk/fees"
[[flag]]
name = "first"
expect = "contradiction"  # kept
[[flag]]
name = "second"
[[ok]]
name = "third"
"""


def outcome_at(line: int, seen: str, *, part: str = "flag", holds: bool = False) -> Outcome:
    return Outcome(rule="desk/fees", part=part, name="", path="", line=line, holds=holds, seen=seen)


def test_expectations_of_flags_follow_what_was_reported() -> None:
    updated = update_expectations(FILE, [outcome_at(2, "update"), outcome_at(5, "finding"), outcome_at(7, "update", part="ok")])
    assert updated == FILE.replace('"contradiction"', '"update"').replace(
        '[[flag]]\nname = "second"', '[[flag]]\nexpect = "finding"\nname = "second"'
    )


def test_expectations_that_hold_or_came_to_nothing_stay() -> None:
    assert update_expectations(FILE, [outcome_at(2, "update", holds=True), outcome_at(5, "")]) == FILE


def test_an_outcome_knows_the_gravest_that_was_reported() -> None:
    assert outcome_of(FLAG, verdict("agreement"), verdict("update"), verdict("contradiction", "1#9")).seen == "update"
    assert outcome_of(FLAG, findings=(finding(),)).seen == "finding"
    assert outcome_of(FLAG).seen == ""


def test_the_catalogue_shows_every_rule_with_its_cases() -> None:
    page = catalogue(BOOK)
    assert [
        part for part in ("### desk/fees", "A reason.", "- two fees (contradiction)\n  - en: The fee", "- one fee\n") if part not in page
    ] == []
