"""Conflicts inside one article: what is said, at which level, with which derived figure, and how fast."""

import time
from decimal import Decimal

import pytest
from making import claim, quantity

from claimcheck import Source, check
from claimcheck.judge.counting import counts_more
from claimcheck.judge.cues import cues_of
from claimcheck.judge.reach import reach_at
from claimcheck.model.mention import Hedge
from claimcheck.model.report import Report
from claimcheck.model.verdict import Level, VerdictKind
from claimcheck.wording.rungs import core_rule_page


def report_on(text: str, lang: str = "en", name: str = "a.txt") -> Report:
    return check([Source(text=text, lang=lang, id=name, path=name)])


def test_a_sum_that_does_not_come_to_its_total_is_a_warning_with_the_sum_derived() -> None:
    report = report_on("Twelve people were killed in Lowmere on Monday: 7 men and 4 women.")
    (finding,) = report.findings.values()
    assert (finding.rule, finding.level, finding.verdict) == ("core/parts-and-total", Level.WARNING, None)
    assert finding.message == "“7 men” + “4 women” come to 11, not to “Twelve people”"
    (derived,) = report.derived.values()
    assert (derived.operation, derived.value, finding.derived) == ("sum", Decimal(11), (derived.id,))


def test_a_share_is_held_against_its_numbers_and_the_right_one_is_told() -> None:
    (finding,) = report_on("In the survey, 120 of 480 workers (30 %) said yes.").findings.values()
    assert finding.message == "“120” of “480 workers” is 25 %, not “30 %”"


def test_a_change_of_points_told_as_percent_is_named_so() -> None:
    (finding,) = report_on("The rate rose by 2 %, from 10 % to 12 %.").findings.values()
    assert finding.rule == "core/percent-or-points"
    assert "2 percentage points" in finding.message or "2 points" in finding.message


def test_a_change_that_only_rounding_could_explain_is_an_info() -> None:
    text = "Sales went up 25 %, from 10 million euros to 12 million euros."
    assert [finding.level for finding in report_on(text).findings.values()] == [Level.INFO]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from 200 to 230 million euros, while profit rose 10 %.",
        "Sales rose 10 % in real terms from 200 million euros to 230 million euros.",
        "Forty people were hurt, 25 of them badly and 10 lightly.",
        "Of 480 people, 120 (25 %) were for it and 240 (50 %) against.",
        "Twelve people were killed: 7 men, 4 women and a child.",
    ],
)
def test_what_may_be_right_is_left_alone(text: str) -> None:
    assert not report_on(text).findings


def test_two_figures_of_one_fact_in_one_article_are_a_contradiction_of_that_article() -> None:
    report = report_on("Twelve killed in Lowmere mill fire\n\nFourteen people were killed in a mill fire in Lowmere, the sheriff said.\n")
    (verdict,) = report.verdicts
    assert verdict.kind is VerdictKind.CONTRADICTION
    assert {report.claims[verdict.a].document, report.claims[verdict.b].document} == {"a.txt"}
    assert [finding.level for finding in report.findings.values()] == [Level.ERROR]


def test_what_does_not_add_up_is_no_verdict_and_no_claim() -> None:
    report = report_on("Twelve people were killed in Lowmere on Monday: 7 men and 4 women.")
    assert not report.verdicts
    assert len(report.claims) == 3


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The track is 30 miles (60 km) long.", "core/unit-conversion"),
        ("It costs 100 million dollars (20 million euros).", "core/conversion"),
    ],
)
def test_conversions_that_do_not_fit_have_a_rule_for_units_and_one_for_money(text: str, unit: str) -> None:
    assert [finding.rule for finding in report_on(text).findings.values()] == [unit]


def test_the_total_of_a_table_is_held_against_its_rows_only_where_there_is_no_gap() -> None:
    table = "# Jobs\n\n| Plant | Jobs cut |\n|---|---|\n| A | 420 |\n| B | {} |\n| C | 175 |\n| Total | 925 |\n"
    assert [finding.rule for finding in report_on(table.format("310"), name="a.md").findings.values()] == ["core/parts-and-total"]
    assert not report_on(table.format("unknown"), name="a.md").findings
    assert not report_on(table.format("330"), name="a.md").findings


@pytest.mark.parametrize(
    ("value", "reach"),
    [("480", ("480", "480")), ("40000", ("38000", "42000")), ("41200", ("41199.5", "41200.5")), ("2.5", ("2.45", "2.55"))],
)
def test_how_far_a_printed_figure_may_lie_from_what_it_stands_for(value: str, reach: tuple[str, str]) -> None:
    found = reach_at(quantity(value), Decimal(value))
    assert (found.low, found.high) == tuple(Decimal(end) for end in reach)


def test_counts_with_and_without_somebody_need_words_that_say_so() -> None:
    a, b = claim("a#1", quantity("12")), claim("b#1", quantity("11"))
    assert counts_more(a, b) is None


def test_cues_match_whole_words_stems_and_scripts_without_spaces() -> None:
    assert cues_of("en").has("rise", "prices rose")
    assert not cues_of("en").has("rise", "a primrose")
    assert cues_of("pl").has("fall", "liczba spadła")
    assert cues_of("zh").has("rise", "人数增至")
    assert cues_of("tr").ends("of_after", "480 çalışanın")


@pytest.mark.parametrize("rung", ["parts-and-total", "percent-of-number", "percent-of-change", "percent-or-points", "counting-scope"])
def test_every_new_rung_has_a_page(rung: str) -> None:
    assert core_rule_page(f"core/{rung}")


def test_hedged_figures_are_softer() -> None:
    assert reach_at(quantity("480", hedge=Hedge.ABOUT), Decimal(480)).high == 504


def test_a_page_that_repeats_one_sentence_with_a_thousand_figures_costs_little() -> None:
    text = "Tolls\n\n" + " ".join(f"The fire in Lowmere killed {100 + number} people in the mill." for number in range(300))
    began = time.perf_counter()
    report = report_on(text)
    assert not report.findings
    assert time.perf_counter() - began < 20
