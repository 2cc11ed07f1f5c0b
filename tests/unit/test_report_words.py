"""Figures and sentences as the report words them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from report_values import harbour_story, number, quantity

from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge
from claimcheck.model.verdict import VerdictKind
from claimcheck.report.marks import LETTERS, SIGNS, gravest, marks_for
from claimcheck.report.quote import cell_width, one_line, quote_lines, wrap
from claimcheck.wording.figures import interval_in_words, meant_in_words, number_in_words, reading_in_words, stated_in_words, unit_in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "0"),
        ("7", "7"),
        ("12500", "12,500"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("1400000000000", "1.4 trillion"),
        ("-2500000", "-2.5 million"),
        ("0.333333333333", "0.33333333"),
        ("100", "100"),
    ],
)
def test_numbers(value: str, words: str) -> None:
    assert number_in_words(Decimal(value)) == words


def test_units() -> None:
    assert unit_in_words("USD / gigawatt") == "USD/GW"
    assert unit_in_words("") == ""
    assert unit_in_words("date") == ""


def test_intervals_name_the_scale_and_the_unit_once() -> None:
    assert interval_in_words(Interval(Decimal("1.2e9"), Decimal("1.3e9")), "USD") == "1.2 to 1.3 billion USD"
    assert interval_in_words(Interval(Decimal(900000), Decimal("1.3e6")), "USD") == "900,000 to 1.3 million USD"
    assert interval_in_words(Interval(Decimal(5), Decimal(15)), "") == "5 to 15"


def test_open_ends_in_words() -> None:
    assert interval_in_words(Interval(None, Decimal(150)), "") == "150 or less"
    assert interval_in_words(Interval(None, date(2034, 12, 31)), "date") == "2034-12-31 or earlier"
    assert interval_in_words(Interval(time(18, 8), time(18, 8)), "clock") == "18:08"


def test_midnight_and_zero_are_values_not_open_ends() -> None:
    assert interval_in_words(Interval(time(0, 0), None), "clock") == "00:00 or later"
    assert interval_in_words(Interval(Decimal(0), None), "") == "0 or more"


@pytest.mark.parametrize(
    ("low", "high", "hedge", "words"),
    [
        ("300", "300", Hedge.ABOUT, "about 300"),
        ("500000", None, Hedge.MORE_THAN, "more than 500,000"),
        (None, "150", Hedge.AT_MOST, "at most 150"),
        ("3", "5", Hedge.RANGE, "3 to 5"),
        ("100000", "1000000", Hedge.VAGUE, "vaguely 100,000 to 1 million"),
    ],
)
def test_hedges(low: str | None, high: str | None, hedge: Hedge, words: str) -> None:
    assert stated_in_words(quantity("count", "", *number(low, high, hedge=hedge))) == words


def test_a_meaning_is_given_in_the_unit_of_the_text_where_the_way_back_is_plain() -> None:
    assert meant_in_words(quantity("power", "gigawatt", *number("4.5"), step="0.1", base=("watt", "1E+9"))) == "4.45 to 4.55 GW"


def test_a_meaning_in_base_units_is_still_readable() -> None:
    about = quantity("power", "gigawatt", *number("4.5", hedge=Hedge.ABOUT), step="0.1", base=("watt", "1E+9"))
    assert meant_in_words(about) == "4.45 to 4.55 GW"


def test_wide_characters_take_two_cells() -> None:
    assert cell_width("380億ドル") == 9
    assert cell_width("né") == 2


@pytest.mark.parametrize("width", [10, 20, 33, 80])
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(width: int) -> None:
    text = "Die Reederei Calder bestellt 総額12億4000万ドル sieben Fähren-und-Schlepper-auf-einmal für 1,29 Milliarden"
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert all(cell_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_the_underline_lies_under_the_figure_in_cells() -> None:
    quote = "総額12億ドルで"
    (line,) = quote_lines(quote, [(2, 7)], 40)
    assert line.under == "    ^^^^^^^^"


def test_a_figure_over_two_lines_is_underlined_on_both() -> None:
    lines = quote_lines("the price was 38 billion dollars", [(14, 32)], 20)
    assert [(line.text, line.under) for line in lines] == [("the price was 38", " " * 14 + "^^"), ("billion dollars", "^" * 15)]


def test_two_figures_of_one_sentence_are_underlined_together() -> None:
    (line,) = quote_lines("7 ships for 9 crews", [(12, 13), (0, 7)], 40)
    assert line.under == "^^^^^^^     ^"


def test_a_very_long_sentence_is_cut_around_its_figure() -> None:
    quote = "word " * 400 + "38 billion " + "word " * 400
    lines = quote_lines(quote, [(2000, 2010)], 60)
    assert lines[0].text == lines[-1].text == "[…]"
    assert any(line.under for line in lines)
    assert len(lines) <= 10


def test_a_quote_cannot_steer_the_terminal() -> None:
    assert one_line("a\x1b[2Jb\u202ec\r\nd") == "a [2Jb c  d"


def test_signs_fall_back_to_letters() -> None:
    assert marks_for("utf-8") is SIGNS
    assert marks_for("ascii") is LETTERS
    assert marks_for("no-such-encoding") is LETTERS
    assert len(set(SIGNS.of_kind)) == len(set(LETTERS.of_kind)) == len(VerdictKind)


def test_the_gravest_verdict_wins() -> None:
    assert gravest({VerdictKind.AGREEMENT, VerdictKind.UPDATE}) is VerdictKind.UPDATE
    assert gravest(set()) is None


def test_a_bound_is_not_explained_by_itself() -> None:
    story = harbour_story()
    source = story.source("x.txt", "at least 500 crates", "en")
    id_ = story.claim(source, "at least 500 crates", quantity("count", "", *number("500", None, hedge=Hedge.AT_LEAST)), counted="crate")
    assert reading_in_words(story.claims[id_]) == "at least 500 (crate)"
