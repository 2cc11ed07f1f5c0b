"""From pairs to verdicts, derived figures and findings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from making import claim, quantity

from claimcheck.judge import judge
from claimcheck.judge.ladder import have_swapped_digits, scale_slip
from claimcheck.judge.verdicts import Judgement
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge
from claimcheck.model.pair import Link, Pair
from claimcheck.model.rule import Applies, Concept, Rule, Rulebook
from claimcheck.model.verdict import Level, VerdictKind

DEAD = Concept(id="dead", role="counted", words={}, changes=True)
CHIP = Concept(id="chip", role="counted", words={})
GPU = Concept(id="gpu", role="counted", words={}, is_a=("chip",))
MONEY_POWER = Rule(
    id="incommensurable/money-and-power",
    kind="incommensurable",
    level=Level.WARNING,
    message="{a} in money, {b} in power",
    a=Applies(kinds=("money",)),
    b=Applies(kinds=("power",)),
)
PER_POWER = Rule(
    id="ratio/money-per-power",
    kind="ratio",
    level=Level.WARNING,
    message="{a} for {b} is {value} {unit}",
    a=Applies(kinds=("money",)),
    b=Applies(kinds=("power",)),
    relative=Decimal("0.2"),
)
PARTS = Rule(id="sum/parts", kind="sum", level=Level.WARNING, message="", a=Applies(kinds=("power",)), b=Applies(attributes=("goal",)))
BOOK = Rulebook(concepts={"dead": DEAD, "chip": CHIP, "gpu": GPU}, rules=(MONEY_POWER, PER_POWER, PARTS))


def judged(claims: Sequence[Claim], pairs: Sequence[Pair] = (), days: dict[str, Interval[date] | None] | None = None) -> Judgement:
    facts = [(one.id, (one.id,)) for one in claims]
    return judge(claims, pairs, facts, days or {}, BOOK)


def same(a: Claim, b: Claim) -> Pair:
    return Pair(a=a.id, b=b.id, link=Link.SAME, score=3.0, weights=())


def day(number: int) -> Interval[date]:
    return Interval(date(2025, 1, number), date(2025, 1, number))


def test_a_ruling_on_appeal_is_an_update_of_the_first_one_and_two_reports_of_one_ruling_contradict() -> None:
    first = Concept(id="first_court", role="qualifier", words={}, stage=1)
    appeal = Concept(id="appeal_court", role="qualifier", words={}, stage=2)
    book = Rulebook(concepts={"first_court": first, "appeal_court": appeal})
    a, b = claim("a#1", quantity("19"), qualifiers=("appeal_court",)), claim("b#1", quantity("24"), qualifiers=("first_court",))
    (verdict,) = judge([a, b], [same(a, b)], [("a", ("a#1",)), ("b", ("b#1",))], {}, book).verdicts
    assert (verdict.kind, verdict.a, verdict.b, verdict.rung) == (VerdictKind.UPDATE, "b#1", "a#1", "later")
    c = claim("c#1", quantity("16"), qualifiers=("appeal_court",))
    (verdict,) = judge([a, c], [same(a, c)], [("a", ("a#1",)), ("c", ("c#1",))], {}, book).verdicts
    assert verdict.kind == VerdictKind.CONTRADICTION


def test_a_toll_that_rises_between_two_days_is_an_update_from_the_older_to_the_newer() -> None:
    a, b = claim("a#1", quantity("219"), counted="dead"), claim("b#1", quantity("95"), counted="dead")
    (verdict,) = judged([a, b], [same(a, b)], {"a": day(5), "b": day(2)}).verdicts
    assert (verdict.kind, verdict.a, verdict.b, verdict.rung) == (VerdictKind.UPDATE, "b#1", "a#1", "later")


def test_a_toll_without_any_date_is_an_update_of_unknown_order_never_a_contradiction() -> None:
    a, b = claim("a#1", quantity("219"), counted="dead"), claim("b#1", quantity("95"), counted="dead")
    (verdict,) = judged([a, b], [same(a, b)]).verdicts
    assert (verdict.kind, verdict.rung) == (VerdictKind.UPDATE, "order-unknown")


def test_what_does_not_change_contradicts_whatever_the_dates() -> None:
    a, b = (claim(id_, quantity(stated, "USD", "money"), attribute="fine") for id_, stated in (("a#1", "12.4E9"), ("b#1", "12.9E9")))
    judgement = judged([a, b], [same(a, b)], {"a": day(5), "b": day(2)})
    assert [verdict.kind for verdict in judgement.verdicts] == [VerdictKind.CONTRADICTION]
    (finding,) = judgement.findings.values()
    assert finding.level is Level.ERROR


def test_what_nothing_names_may_have_moved_between_two_days_but_not_within_one() -> None:
    a, b = claim("a#1", quantity("12.4E9", "USD", "money")), claim("b#1", quantity("12.9E9", "USD", "money"))
    (verdict,) = judged([a, b], [same(a, b)], {"a": day(5), "b": day(2)}).verdicts
    assert (verdict.kind, verdict.a, verdict.rung) == (VerdictKind.UPDATE, "b#1", "later")
    (verdict,) = judged([a, b], [same(a, b)], {"a": day(5), "b": day(5)}).verdicts
    assert verdict.kind is VerdictKind.CONTRADICTION


def test_swapped_digits_are_a_slip_on_any_day_also_of_what_changes() -> None:
    a, b = claim("a#1", quantity("1532"), counted="dead"), claim("b#1", quantity("1352"), counted="dead")
    (verdict,) = judged([a, b], [same(a, b)], {"a": day(5), "b": day(2)}).verdicts
    assert (verdict.kind, verdict.rung) == (VerdictKind.CONTRADICTION, "swapped-digits")


def test_an_article_that_gives_the_figure_of_another_too_is_the_newer_one() -> None:
    a, b = (claim(id_, quantity(stated, "USD", "money"), attribute="fine") for id_, stated in (("a#1", "12.4E9"), ("b#1", "12.9E9")))
    (verdict,) = judged([a, b], [replace(same(a, b), later="a#1")]).verdicts
    assert (verdict.kind, verdict.a, verdict.b) == (VerdictKind.UPDATE, "b#1", "a#1")
    (verdict,) = judged([a, b], [replace(same(a, b), later="a#1")], {"a": day(2), "b": day(5)}).verdicts
    assert verdict.kind is VerdictKind.CONTRADICTION, "dates deny that it is newer"


def forecast_and_outcome(counted: str | None = None) -> tuple[Claim, Claim]:
    return claim("a#1", quantity("12.4E9"), counted=counted), claim("b#1", quantity("12.9E9"), counted=counted, modality=Modality.PLANNED)


def test_a_forecast_and_the_outcome_of_what_changes_are_an_update_with_the_forecast_first() -> None:
    a, b = forecast_and_outcome(counted="dead")
    (verdict,) = judged([a, b], [same(a, b)]).verdicts
    assert (verdict.kind, verdict.a, verdict.rung) == (VerdictKind.UPDATE, "b#1", "later-estimate")


def test_a_plan_and_what_a_later_article_says_are_an_update() -> None:
    a, b = forecast_and_outcome()
    (verdict,) = judged([a, b], [same(a, b)], {"a": day(5), "b": day(2)}).verdicts
    assert (verdict.kind, verdict.a, verdict.rung) == (VerdictKind.UPDATE, "b#1", "later-estimate")


@pytest.mark.parametrize("days", [{}, {"a": day(2), "b": day(2)}, {"a": day(2), "b": day(5)}])
def test_without_anything_that_shows_the_order_a_plan_and_a_plain_figure_get_no_verdict(days: dict[str, Interval[date] | None]) -> None:
    a, b = forecast_and_outcome()
    assert judged([a, b], [same(a, b)], days).verdicts == ()


@pytest.mark.parametrize("counted", [None, "dead"])
def test_two_tellings_of_one_bulletin_contradict_each_other_however_they_are_put(counted: str | None) -> None:
    a, b = forecast_and_outcome(counted)
    pair = Pair(a=a.id, b=b.id, link=Link.SAME, score=3.0, weights=(), alike=True)
    assert [verdict.kind for verdict in judged([a, b], [pair]).verdicts] == [VerdictKind.CONTRADICTION]


def test_the_wider_noun_comes_first_in_a_refinement() -> None:
    a, b = claim("a#1", quantity("5000"), counted="gpu"), claim("b#1", quantity("5000"), counted="chip")
    (verdict,) = judged([a, b], [same(a, b)]).verdicts
    assert (verdict.kind, verdict.a, verdict.rung) == (VerdictKind.REFINEMENT, "b#1", "wider-noun")


def test_agreements_are_verdicts_but_no_findings() -> None:
    a, b = claim("a#1", quantity("7.9E9")), claim("b#1", quantity("8E9", hedge=Hedge.ABOUT))
    judgement = judged([a, b], [same(a, b)])
    assert [verdict.kind for verdict in judgement.verdicts] == [VerdictKind.AGREEMENT]
    assert not judgement.findings


def test_an_incommensurable_pair_carries_the_rule_and_its_words() -> None:
    a, b = claim("a#1", quantity("300E9", "USD", "money")), claim("b#1", quantity("4.5", "gigawatt", "power"))
    pair = Pair(a=a.id, b=b.id, link=Link.OTHER_DIMENSION, score=3.0, weights=(), rule=MONEY_POWER.id)
    judgement = judged([a, b], [pair])
    (verdict,) = judgement.verdicts
    assert (verdict.kind, verdict.rule) == (VerdictKind.INCOMMENSURABLE, MONEY_POWER.id)
    assert "in power" in verdict.reason
    assert [finding.level for finding in judgement.findings.values()] == [Level.WARNING]


def test_ratios_of_two_relations_that_differ_are_an_info_with_the_factor() -> None:
    plan = [
        claim("a#1", quantity("1.4E12", "USD", "money"), entities=("x",)),
        claim("a#2", quantity("30", "gigawatt", "power"), entities=("x",)),
    ]
    other = [
        claim("b#1", quantity("300E9", "USD", "money"), entities=("y",)),
        claim("b#2", quantity("4.5", "gigawatt", "power"), entities=("y",)),
    ]
    judgement = judged([*plan, *other])
    assert {round(one.value / 10**9, 1) for one in judgement.derived.values()} == {Decimal("46.7"), Decimal("66.7")}
    (finding,) = judgement.findings.values()
    assert finding.level is Level.INFO
    assert "1.43" in finding.message
    assert len(finding.derived) == 2


def test_parts_are_summed_beside_their_total() -> None:
    parts = [
        claim(f"a#{n}", quantity(value, "gigawatt", "power"), entities=(f"p{n}", "head")) for n, value in enumerate(("10", "6", "4.5"), 1)
    ]
    goal = claim("a#9", quantity("30", "gigawatt", "power"), attribute="goal", entities=("head",))
    judgement = judged([*parts, goal])
    (total,) = judgement.derived.values()
    assert (total.operation, total.value, total.unit) == ("sum", Decimal("20.5"), "gigawatt")
    assert total.claims == ("a#1", "a#2", "a#3")


def test_figures_of_other_parties_are_no_parts_of_a_rivals_figure() -> None:
    parts = [claim(f"a#{n}", quantity(value, "gigawatt", "power"), entities=(f"p{n}", "head")) for n, value in enumerate(("10", "6"), 1)]
    rival = claim("a#9", quantity("30", "gigawatt", "power"), attribute="goal", entities=("p9", "head"))
    assert not judged([*parts, rival]).derived


def test_an_amount_whose_own_conversion_does_not_fit_is_a_contradiction_inside_the_article() -> None:
    a = claim("a#1", quantity("38E9", "USD", "money"))
    fits, apart = (claim(name, quantity(value, "EUR", "money"), converts="a#1") for name, value in (("a#2", "35E9"), ("a#3", "350E9")))
    verdicts = judged([a, fits, apart]).verdicts
    assert [(verdict.kind, verdict.b, verdict.rule) for verdict in verdicts] == [(VerdictKind.CONTRADICTION, "a#3", "core/conversion")]


@pytest.mark.parametrize(
    ("one", "other", "slip"), [("1.4E12", "1.4E9", "1000"), ("43E8", "43E9", "10"), ("1.4E12", "1.9E9", None), ("7", "70", "10")]
)
def test_scale_slips_keep_the_leading_digits(one: str, other: str, slip: str | None) -> None:
    found = scale_slip(quantity(one, "USD", "money"), quantity(other, "USD", "money"))
    assert found == (None if slip is None else Decimal(slip))


@pytest.mark.parametrize(
    ("one", "other", "swapped"), [("1532", "1352", True), ("1532", "1523", True), ("1532", "1235", False), ("12", "21", False)]
)
def test_swapped_digits_are_two_neighbours_that_changed_places(one: str, other: str, *, swapped: bool) -> None:
    assert have_swapped_digits(quantity(one), quantity(other)) is swapped


def test_a_finding_keeps_its_fingerprint_when_lines_move_and_loses_it_when_the_figure_changes() -> None:
    def mark(value: str, place: int) -> str:
        a, b = claim("a#1", quantity("12.4E9", "USD", "money")), claim(f"b#{place}", quantity(value, "USD", "money"), place=place)
        (finding,) = judged([a, b], [same(a, b)]).findings.values()
        return finding.fingerprint

    assert mark("12.9E9", 1) == mark("12.9E9", 40)
    assert mark("12.9E9", 1) != mark("13.1E9", 1)


def test_the_verdict_of_a_fact_is_that_of_its_own_claims() -> None:
    a, b = claim("a#1", quantity("300E9", "USD", "money")), claim("b#1", quantity("300E9", "USD", "money"))
    c = claim("c#1", quantity("4.5", "gigawatt", "power"))
    apart = Pair(a=a.id, b=c.id, link=Link.OTHER_DIMENSION, score=3.0, weights=(), rule=MONEY_POWER.id)
    judgement = judge([a, b, c], [same(a, b), apart], [("price", (a.id, b.id)), ("power", (c.id,))], {}, BOOK)
    verdicts = {fact.label: fact.verdict for fact in judgement.facts.values()}
    assert verdicts == {"price": VerdictKind.AGREEMENT, "power": VerdictKind.INCOMMENSURABLE}
