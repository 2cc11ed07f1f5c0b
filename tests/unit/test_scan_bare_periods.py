"""Months, quarters and half-years without a year tell the time of another figure and are none themselves."""

import pytest

import claimcheck


@pytest.mark.parametrize(
    ("text", "lang", "figures"),
    [
        ("Unrest fell to 6.2 % in the third quarter.", "en", ["6.2 %"]),
        ("Sales were 4.2 million in Q3 2025.", "en", ["4.2 million", "Q3 2025"]),
        ("Sales were 4.2 million in the first half of 2024.", "en", ["4.2 million", "the first half of 2024"]),
        ("2月の物価上昇率は3.1%だった。", "ja", ["3.1%"]),
        ("第3四半期は4%だった。", "ja", ["4%"]),
        ("2月通胀率为3.1%。", "zh", ["3.1%"]),
        ("2월 물가상승률은 3.1%였다.", "ko", ["3.1%"]),
        ("Es waren 3,2 Prozent im dritten Quartal.", "de", ["3,2 Prozent"]),
    ],
)
def test_a_period_without_a_year_is_no_figure(text: str, lang: str, figures: list[str]) -> None:
    assert [claim.text for claim in claimcheck.extract(text, lang=lang)] == figures


@pytest.mark.parametrize(
    ("text", "lang", "figures"),
    [
        ("A quarter of the cargo was lost.", "en", ["A quarter"]),
        ("3か月で5%増えた。", "ja", ["3か月", "5%"]),
        ("3개월 동안 5% 올랐다.", "ko", ["3개월", "5%"]),
        ("持续3个月，上升5%。", "zh", ["3个月", "5%"]),
        ("They sold 3 quarters of the stock in 2 months.", "en", ["3 quarters", "2 months"]),
    ],
)
def test_shares_and_months_in_number_stay_figures(text: str, lang: str, figures: list[str]) -> None:
    assert [claim.text for claim in claimcheck.extract(text, lang=lang)] == figures


@pytest.mark.parametrize(
    ("text", "lang", "figures"),
    [
        ("They sold 27 million last year.", "en", ["27 million"]),
        ("They won 27 last month.", "en", ["27"]),
        ("Sie verkauften 27 Millionen letztes Jahr.", "de", ["27 Millionen"]),
        ("Ha venduto 27 milioni lo scorso anno.", "it", ["27 milioni"]),
        ("Les 2 dernières années furent rudes.", "fr", ["2 dernières années"]),
    ],
)
def test_a_year_that_a_word_points_at_is_no_unit(text: str, lang: str, figures: list[str]) -> None:
    assert [claim.text for claim in claimcheck.extract(text, lang=lang)] == figures
