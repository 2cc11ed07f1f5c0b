"""The report for people: what is shown, in which order, and how it fits a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from report_values import Story, harbour_story, number, quantity, without_findings

from claimcheck.errors import UnknownName
from claimcheck.model.interval import Interval
from claimcheck.model.verdict import Level, VerdictKind
from claimcheck.report.concise import concise_text
from claimcheck.report.layout import Layout
from claimcheck.report.marks import LETTERS
from claimcheck.report.outline import outline_of, verdict_line
from claimcheck.report.quote import cell_width
from claimcheck.report.remarks import remarks_of
from claimcheck.report.terminal import source_names, terminal_text
from claimcheck.report.why import why_text

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def full(story: Story, layout: Layout) -> str:
    return terminal_text(story.report(), story.places(), layout)


def crowd(facts: int, sources: int) -> Story:
    """Return a story of many sources that agree on many facts, and contradict each other on the last."""
    story = Story()
    for number_ in range(sources):
        text = " ".join(f"{fact + 1000} crates." for fact in range(facts))
        story.source(f"desk/{number_:03}-en-very-long-file-name-of-an-article.txt", text + "\n", "en")
    for fact in range(facts):
        surface = f"{fact + 1000} crates"
        figure = quantity("count", "", Interval(Decimal(fact + 1000), Decimal(fact + 1000)))
        ids = [story.claim(document, surface, figure) for document in story.sources]
        kind = VerdictKind.CONTRADICTION if fact == facts - 1 else VerdictKind.AGREEMENT
        story.fact(f"crates of kind {fact}", *ids, kind=kind)
        for other in ids[1:]:
            story.verdict(kind, ids[0], other, "equal", "equal")
    return story


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("sources", [2, 5, 12])
def test_no_line_is_wider_than_the_terminal(width: int, sources: int) -> None:
    for story in (harbour_story(), crowd(3, sources)):
        text = full(story, Layout(width=width, show=frozenset({"agreement", "single"})))
        paths = [line for line in text.splitlines() if cell_width(line) > width]
        assert not paths


def test_the_verdict_line_comes_first_and_says_what_there_is_not() -> None:
    story = harbour_story()
    assert verdict_line(outline_of(story.report())).startswith("3 sources, 12 figures, 3 facts told by more than one: 1 contradiction, ")
    assert "no contradiction" in verdict_line(outline_of(without_findings()))


def test_the_most_serious_fact_stands_first() -> None:
    assert outline_of(crowd(5, 3).report()).rows[0].label == "crates of kind 4"


def test_the_source_that_stands_alone_is_marked_and_the_others_agree() -> None:
    row = outline_of(harbour_story().report()).rows[0]
    assert [cell.kind for cell in row.cells] == [VerdictKind.AGREEMENT, VerdictKind.CONTRADICTION, VerdictKind.AGREEMENT]


def test_where_two_stand_against_two_nobody_is_taken_for_right() -> None:
    story = Story()
    ids = []
    for name, figure in (("a", "7"), ("b", "7"), ("c", "9"), ("d", "9")):
        story.source(name, f"{figure} barges", "en")
        ids.append(story.claim(name, f"{figure} barges", quantity("count", "", *number(figure))))
    story.fact("barges", *ids, kind=VerdictKind.CONTRADICTION)
    for a, b in ((0, 2), (0, 3), (1, 2), (1, 3)):
        story.verdict(VerdictKind.CONTRADICTION, ids[a], ids[b], "disjoint", "7 is not 9")
    story.verdict(VerdictKind.AGREEMENT, ids[0], ids[1], "equal", "7")
    story.verdict(VerdictKind.AGREEMENT, ids[2], ids[3], "equal", "9")
    row = outline_of(story.report()).rows[0]
    assert {cell.kind for cell in row.cells} == {VerdictKind.CONTRADICTION}


def test_both_sentences_of_a_contradiction_are_shown_with_place_and_underline() -> None:
    text = full(harbour_story(), Layout())
    assert "  harbour/02-de-hafen.txt:1:48  " in text
    assert "  harbour/01-en-tide.txt:1:37  " in text
    german = text.splitlines().index("    Die Reederei Calder bestellt sieben Fähren für 1,29 Milliarden Dollar.")
    assert text.splitlines()[german + 1] == " " * 51 + "^" * 22
    assert "claimcheck why 0000000000000001" in text
    assert "1.285 to 1.295 billion USD" in text


def test_a_computed_figure_is_marked_as_derived_with_what_it_comes_from() -> None:
    text = " ".join(full(harbour_story(), Layout()).split())
    assert "derived: price of one ferry = 177.1 million USD, from $1.24 billion and 7 ferries" in text


def test_agreements_and_single_figures_are_counts_that_an_option_opens() -> None:
    folded = " ".join(full(harbour_story(), Layout()).split())
    assert "--show agreement,single" in folded
    assert "passengers a year" not in folded
    opened = full(harbour_story(), Layout(show=frozenset({"agreement", "single"})))
    assert "passengers a year" in opened
    assert "--show" not in opened


@pytest.mark.parametrize("quiet", [True, False])
def test_what_was_not_read_is_always_said(quiet: bool) -> None:  # noqa: FBT001 - a case of the test
    assert "harbour/photo.txt: is no text" in full(harbour_story(), Layout(quiet=quiet))


def test_no_escape_without_colour_and_the_same_words_with_it() -> None:
    plain = full(harbour_story(), Layout())
    colored = full(harbour_story(), Layout(color=True))
    assert "\x1b" not in plain
    assert "\x1b" in colored
    assert [line.rstrip() for line in ESCAPE.sub("", colored).splitlines()] == plain.splitlines()


def test_letters_stand_for_signs_where_the_terminal_has_none() -> None:
    story = crowd(2, 2)
    full(story, Layout(marks=LETTERS)).encode("ascii")


def test_hundreds_of_facts_are_cut_at_the_limit_and_the_rest_is_counted() -> None:
    story = crowd(120, 2)
    cut = full(story, Layout(limit=10))
    assert "110 more facts; --limit 0 shows all" in cut
    assert cut.count("crates of kind") == 10
    assert full(story, Layout(limit=0)).count("crates of kind") == 120


def test_many_sources_are_listed_by_fact_instead_of_columns() -> None:
    text = full(crowd(2, 12), Layout(width=80))
    assert "S12 ✗ 1001 crates" in text


def test_a_markup_in_an_article_is_printed_as_it_is() -> None:
    story = Story()
    story.source("a", "[bold]7[/bold] :ship: barges", "en")
    story.source("b", "[bold]9[/bold] barges", "en")
    ids = [
        story.claim("a", "7[/bold]", quantity("count", "", *number("7"))),
        story.claim("b", "9[/bold]", quantity("count", "", *number("9"))),
    ]
    story.fact("[red]barges[/red]", *ids, kind=VerdictKind.CONTRADICTION)
    story.finding(Level.ERROR, VerdictKind.CONTRADICTION, "7[/bold] is not 9[/bold]", *ids, rule="core/disjoint")
    text = full(story, Layout())
    assert "[bold]7[/bold] :ship: barges" in text
    assert "[red]barges[/red]" in text


def test_the_concise_report_has_a_line_a_finding() -> None:
    story = harbour_story()
    lines = concise_text(story.report(), story.places()).splitlines()
    assert lines[0].startswith("harbour/02-de-hafen.txt:1:48: error core/disjoint 1,29 Milliarden")
    assert len(lines) == len(story.findings) + len(story.skipped)


def test_why_tells_reading_alignment_rung_and_rule() -> None:
    story = harbour_story()
    text = why_text("0000000000000001", story.report(), story.places())
    for part in (
        "says:  1.29 billion USD",
        "means: 1.285 to 1.295 billion USD",
        "- digits as de writes them",
        "strongly: same concept (+2.0)",
        "disjoint: no value",
    ):
        assert part in text


def test_why_takes_a_place_and_the_beginning_of_a_path() -> None:
    story = harbour_story()
    assert "not comparable between" in why_text("02-de-hafen.txt:2:60", story.report(), story.places())
    whole_line = why_text("./harbour/01-en-tide.txt:1", story.report(), story.places())
    assert whole_line.count("says:") == 2


def test_why_of_nothing_names_what_there_is() -> None:
    story = harbour_story()
    with pytest.raises(UnknownName, match="findings of this run: 0000000000000001"):
        why_text("ffffffff", story.report(), story.places())
    with pytest.raises(UnknownName):
        why_text("harbour/01-en-tide.txt:99", story.report(), story.places())
    with pytest.raises(UnknownName):
        why_text("00", story.report(), story.places())  # the beginning of several


def test_several_updates_of_one_fact_make_one_remark_and_one_alone_keeps_its_message() -> None:
    story = Story()
    for name, figure in (("a", "7"), ("b", "8"), ("c", "9")):
        story.source(name, f"{figure} barges", "en")
    ids = [
        story.claim(name, f"{figure} barges", quantity("count", "", *number(figure)))
        for name, figure in (("a", "7"), ("b", "8"), ("c", "9"))
    ]
    story.fact("barges lost", *ids, kind=VerdictKind.UPDATE)
    for older, newer in ((0, 1), (1, 2)):
        story.verdict(VerdictKind.UPDATE, ids[older], ids[newer], "later", "later")
        story.finding(Level.INFO, VerdictKind.UPDATE, f"message {newer}", ids[newer], ids[older], rule="core/later")
    (remark,) = remarks_of(outline_of(story.report()), story.places(), source_names(story.report()))
    assert remark.text.startswith("barges lost: S1 7 barges; S2 8 barges; S3 9 barges; dates or words show")
    assert remark.place == ""
    del story.findings["0000000000000002"]
    (remark,) = remarks_of(outline_of(story.report()), story.places(), source_names(story.report()))
    assert (remark.text, remark.place) == ("message 1", "b:1:1")


def test_advice_is_given_once() -> None:
    story = harbour_story()
    for id_ in ("0000000000000001", "0000000000000002"):
        story.findings[id_] = replace(story.findings[id_], help="look again")
    assert full(story, Layout()).count("look again") == 1


def test_a_folder_that_all_sources_share_is_named_once() -> None:
    text = full(harbour_story(), Layout())
    assert "Sources in harbour\n  S1  01-en-tide.txt (Tide)" in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_why_fits_the_terminal(width: int) -> None:
    story = harbour_story()
    for target in story.findings:
        text = why_text(target, story.report(), story.places(), width=width)
        assert all(cell_width(line) <= max(width, 80) for line in text.splitlines())


def test_two_facts_that_are_only_set_apart_share_a_row() -> None:
    story = Story()
    story.source("a", "40 megawatts", "en")
    story.source("b", "55 million euros", "en")
    power = story.claim("a", "40 megawatts", quantity("power", "megawatt", *number("40")))
    money = story.claim("b", "55 million euros", quantity("money", "EUR", *number("55000000")))
    story.fact("power of the berth", power, kind=VerdictKind.INCOMMENSURABLE)
    story.fact("price of the berth", money, kind=VerdictKind.INCOMMENSURABLE)
    story.verdict(VerdictKind.INCOMMENSURABLE, power, money, "other-dimension", "power and money")
    (row,) = outline_of(story.report()).rows
    assert row.label == "power of the berth / price of the berth"
    assert [cell.kind for cell in row.cells] == [VerdictKind.INCOMMENSURABLE, VerdictKind.INCOMMENSURABLE]


def test_a_fact_that_agrees_and_is_set_apart_from_another_keeps_both_marks() -> None:
    story = Story()
    for name in ("a", "b"):
        story.source(name, "40 cranes, 7 tugs", "en")
    cranes = [story.claim(name, "40 cranes", quantity("count", "", *number("40"))) for name in ("a", "b")]
    tug = story.claim("b", "7 tugs", quantity("count", "", *number("7")))
    story.fact("cranes", *cranes, kind=VerdictKind.INCOMMENSURABLE)
    story.fact("tugs", tug, kind=VerdictKind.INCOMMENSURABLE)
    story.verdict(VerdictKind.AGREEMENT, cranes[0], cranes[1], "equal", "40")
    story.verdict(VerdictKind.INCOMMENSURABLE, cranes[0], tug, "other-kind", "cranes and tugs")
    rows = {row.label: row for row in outline_of(story.report()).rows}
    assert (rows["cranes"].kind, rows["cranes"].is_apart) == (VerdictKind.AGREEMENT, True)
    assert {cell.kind for cell in rows["cranes"].cells} == {VerdictKind.AGREEMENT}
    assert "✓∥  cranes" in full(story, Layout())
    assert "1 agreement" in verdict_line(outline_of(story.report()))
