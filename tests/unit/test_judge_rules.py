"""What tolerances, deadlines, bounds and the ledger say of figures."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from making import claim, quantity

from claimcheck.judge import judge
from claimcheck.judge.limits import is_out_of_bounds
from claimcheck.judge.verdicts import Judgement
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge
from claimcheck.model.pair import Link, Pair
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Applies, Concept, Rule, Rulebook
from claimcheck.model.verdict import Level, VerdictKind

CONCEPTS = {
    "crowd": Concept(id="crowd", role="counted", words={}),
    "toll": Concept(id="toll", role="counted", words={}, changes=True),
    "deal_value": Concept(id="deal_value", role="attribute", words={}),
    "deadline": Concept(id="deadline", role="attribute", words={}),
    "speed_of_wind": Concept(id="speed_of_wind", role="attribute", words={}),
}
CROWD = Rule(
    id="desk/crowds",
    kind="tolerance",
    level=Level.WARNING,
    message="{a} and {b} differ by more than crowds may",
    applies=Applies(counted=("crowd",)),
    relative=Decimal("0.1"),
)
ABOUT = Rule(id="desk/about", kind="tolerance", level=Level.ERROR, message="{a}, {b}", relative=Decimal("0.08"), hedges=("about",))
COMPLETION = Rule(
    id="desk/completion",
    kind="deadline",
    level=Level.ERROR,
    message="{a} and {b} are more than a month apart",
    applies=Applies(attributes=("deadline",)),
    days=31,
)
LEDGER = Rule(
    id="desk/ledger",
    kind="fact",
    level=Level.ERROR,
    message="{a} differs from {low} to {high} {unit}, {source}, {dated}",
    applies=Applies(attributes=("deal_value",), entities=("volta",)),
    low=Decimal("12.4e9"),
    high=Decimal("12.4e9"),
    unit="USD",
    source="the announcement",
    dated="2025-05-06",
)
TOLL = Rule(
    id="desk/toll",
    kind="fact",
    level=Level.ERROR,
    message="{a}",
    applies=Applies(counted=("toll",)),
    low=Decimal(219),
    high=Decimal(219),
    source="x",
    dated="2025-01-02",
)
GUSTS = Rule(
    id="desk/gusts",
    kind="bound",
    level=Level.WARNING,
    message="{a} lies outside {low} to {high} {unit}; see {source}",
    applies=Applies(attributes=("speed_of_wind",)),
    low=Decimal(0),
    high=Decimal(520),
    unit="kilometer / hour",
    source="WMO",
)


def judged(claims: Sequence[Claim], *rules: Rule, days: dict[str, Interval[date] | None] | None = None) -> Judgement:
    pairs = [Pair(a=claims[0].id, b=claims[1].id, link=Link.SAME, score=3.0, weights=())] if len(claims) == 2 else []
    return judge(claims, pairs, [(one.id, (one.id,)) for one in claims], days or {}, Rulebook(concepts=CONCEPTS, rules=rules))


def crowds(one: str, other: str, hedge: Hedge = Hedge.EXACT) -> list[Claim]:
    return [claim("a#1", quantity(one, hedge=hedge), counted="crowd"), claim("b#1", quantity(other), counted="crowd")]


def completion(day: date, name: str, modality: Modality = Modality.PLANNED) -> Claim:
    stated = Interval(None, day)
    figure = Quantity(kind="date", dimension="date", unit="date", stated=stated, interval=stated, base_unit="date")
    return claim(name, figure, attribute="deadline", modality=modality)


def test_figures_within_a_tolerance_agree_and_the_verdict_names_the_rule() -> None:
    (verdict,) = judged(crowds("52300", "51800"), CROWD).verdicts
    assert (verdict.kind, verdict.rung, verdict.rule) == (VerdictKind.AGREEMENT, "tolerance", CROWD.id)


def test_beyond_the_tolerance_the_rule_gives_level_and_message() -> None:
    judgement = judged(crowds("52300", "71400"), CROWD)
    (finding,) = judgement.findings.values()
    assert (finding.rule, finding.level, finding.verdict) == (CROWD.id, Level.WARNING, VerdictKind.CONTRADICTION)
    assert "more than crowds may" in finding.message


def test_figures_that_agree_anyway_do_not_rest_on_a_tolerance() -> None:
    (verdict,) = judged(crowds("52300", "52000"), CROWD).verdicts
    assert (verdict.kind, verdict.rule) == (VerdictKind.AGREEMENT, "core/coarse-rounding")


def test_a_tolerance_for_what_it_does_not_apply_to_changes_nothing() -> None:
    claims = [claim("a#1", quantity("52300")), claim("b#1", quantity("49800"))]
    (verdict,) = judged(claims, CROWD).verdicts
    assert (verdict.kind, verdict.rule) == (VerdictKind.CONTRADICTION, "core/disjoint")


def test_a_tolerance_of_softened_figures_leaves_plain_ones_alone() -> None:
    soft, plain = judged(crowds("344", "367", Hedge.ABOUT), ABOUT).verdicts[0], judged(crowds("344", "367"), ABOUT).verdicts[0]
    assert (soft.kind, soft.a, soft.rung, soft.rule) == (VerdictKind.REFINEMENT, "a#1", "tolerance", ABOUT.id)
    assert (plain.kind, plain.rule) == (VerdictKind.CONTRADICTION, "core/disjoint")


def test_a_refinement_by_a_tolerance_is_told_as_any_refinement() -> None:
    (finding,) = judged(crowds("344", "367", Hedge.ABOUT), ABOUT).findings.values()
    assert finding.level is Level.INFO


def test_the_more_specific_tolerance_decides() -> None:
    (verdict,) = judged(crowds("344", "372", Hedge.ABOUT), ABOUT, CROWD).verdicts
    assert verdict.rule in (ABOUT.id, CROWD.id)
    narrow = Rule(**{**{name: getattr(CROWD, name) for name in CROWD.__slots__}, "id": "desk/narrow", "hedges": ("about",)})
    (verdict,) = judged(crowds("344", "372", Hedge.ABOUT), CROWD, narrow).verdicts
    assert verdict.rule == "desk/narrow"


@pytest.mark.parametrize(("day", "kind"), [(17, VerdictKind.AGREEMENT), (30, VerdictKind.AGREEMENT)])
def test_deadlines_within_their_slack_agree(day: int, kind: VerdictKind) -> None:
    claims = [completion(date(2031, 3, 3), "a#1"), completion(date(2031, 3, day), "b#1")]
    (verdict,) = judged(claims, COMPLETION).verdicts
    assert (verdict.kind, verdict.rung, verdict.rule) == (kind, "deadline", COMPLETION.id)


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.ACTUAL])
def test_deadlines_further_apart_contradict_each_other_however_they_are_put(modality: Modality) -> None:
    claims = [completion(date(2031, 3, 3), "a#1"), completion(date(2031, 9, 9), "b#1", modality)]
    (verdict,) = judged(claims, COMPLETION).verdicts
    assert (verdict.kind, verdict.rule) == (VerdictKind.CONTRADICTION, COMPLETION.id)


def value(amount: str, *, unit: str = "USD", party: str = "volta", hedge: Hedge = Hedge.EXACT) -> Claim:
    return claim("a#1", quantity(amount, unit, "money", hedge=hedge), attribute="deal_value", entities=(party,))


@pytest.mark.parametrize(
    ("one", "breaks"),
    [
        (value("12.9e9"), True),
        (value("12400e6"), False),
        (value("12.38e9"), False),
        (value("12e9"), False),
        (value("12e9", hedge=Hedge.MORE_THAN), False),
        (value("13e9", hedge=Hedge.MORE_THAN), True),
        (value("12.9e9", party="kiru"), False),
        (value("10.9e9", unit="EUR"), False),
        (value("20.9e9", unit="EUR"), True),
    ],
)
def test_the_ledger_speaks_where_a_figure_cannot_be_right(one: Claim, *, breaks: bool) -> None:
    assert [finding.rule for finding in judged([one], LEDGER).findings.values()] == ([LEDGER.id] if breaks else [])


def test_a_finding_of_the_ledger_names_figure_unit_source_and_day() -> None:
    (finding,) = judged([value("12.9e9")], LEDGER).findings.values()
    assert (finding.level, finding.verdict) == (Level.ERROR, None)
    assert finding.message.endswith("differs from 12.4 billion USD, the announcement, 2025-05-06")


def test_a_denied_figure_is_not_held_against_the_ledger() -> None:
    denied = claim("a#1", quantity("12.9e9", "USD", "money"), attribute="deal_value", entities=("volta",), modality=Modality.DENIED)
    assert not judged([denied], LEDGER).findings


@pytest.mark.parametrize(("day", "levels"), [(1, []), (2, [Level.ERROR]), (5, [Level.INFO])])
def test_what_changes_is_held_against_the_ledger_of_its_day_and_newer_than_it_later(day: int, levels: list[Level]) -> None:
    toll = claim("a#1", quantity("223"), counted="toll")
    days: dict[str, Interval[date] | None] = {"a": Interval(date(2025, 1, day), date(2025, 1, day))}
    findings = judged([toll], TOLL, days=days).findings.values()
    assert [finding.level for finding in findings] == levels
    assert all("is newer than the accepted 219" in finding.message for finding in findings if finding.level is Level.INFO)


def gust(speed: str, hedge: Hedge = Hedge.EXACT) -> Quantity:
    number = Decimal(speed)
    low, high = (None, number) if hedge is Hedge.AT_MOST else (number, None) if hedge is Hedge.AT_LEAST else (number, number)
    stated = Interval(low, high)
    return Quantity(
        kind="speed",
        dimension="[speed]",
        unit="meter / second",
        stated=stated,
        interval=stated,
        base_unit="meter / second",
        hedge=hedge,
    )


@pytest.mark.parametrize(
    ("speed", "hedge", "outside"),
    [
        ("80", Hedge.EXACT, False),
        ("295", Hedge.EXACT, True),
        ("-1", Hedge.EXACT, True),
        ("200", Hedge.AT_LEAST, True),
        ("100", Hedge.AT_LEAST, False),
        ("200", Hedge.AT_MOST, True),
        ("100", Hedge.AT_MOST, False),
    ],
)
def test_bounds_convert_units(speed: str, hedge: Hedge, *, outside: bool) -> None:
    assert is_out_of_bounds(gust(speed, hedge), GUSTS) is outside


def test_a_bound_says_nothing_of_another_dimension() -> None:
    assert not is_out_of_bounds(quantity("900", "gigawatt", "power"), GUSTS)


def test_a_figure_out_of_bounds_is_told_once_a_document_with_its_bounds_and_their_source() -> None:
    claims = [claim(name, gust("295"), attribute="speed_of_wind") for name in ("a#1", "a#2", "a#3")]
    (finding,) = judged(claims, GUSTS).findings.values()
    assert (finding.primary, finding.related, finding.level) == ("a#1", ("a#2", "a#3"), Level.WARNING)
    assert finding.message.endswith("lies outside 0 to 520 km/h; see WMO")


def test_one_bound_alone_is_said_as_above_or_below() -> None:
    rule = Rule(**{**{name: getattr(GUSTS, name) for name in GUSTS.__slots__}, "low": None})
    (finding,) = judged([claim("a#1", gust("295"), attribute="speed_of_wind")], rule).findings.values()
    assert "lies above 520 km/h" in finding.message
