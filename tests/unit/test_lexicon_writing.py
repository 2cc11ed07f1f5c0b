"""Figures written in a language: read back, they say the same; as a text has them, they keep its style."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import claimcheck
from claimcheck.lexicon.digits import Marks, digits_text, find_run, is_scale
from claimcheck.lexicon.load import load_language
from claimcheck.lexicon.writing import currency_word, scales, write_figure
from claimcheck.lexicon.writing_days import write_days

LANGUAGES = [
    "en",
    "es",
    "fr",
    "de",
    "it",
    "pt",
    "pt-PT",
    "nl",
    "pl",
    "ru",
    "uk",
    "ar",
    "tr",
    "ja",
    "zh",
    "ko",
    "hi",
    "ro",
    "sv",
    "cs",
    "ca",
    "fi",
]
FIGURES = (
    ("38e9", "USD"),
    ("1.5e9", "USD"),
    ("38.25e9", "EUR"),
    ("4.5e6", "EUR"),
    ("2e6", "JPY"),
    ("950e6", "GBP"),
    ("1250", "EUR"),
    ("1.2e12", "USD"),
    ("12.5", "percent"),
    ("4.5", "gigawatt"),
    ("3", "kilometer"),
    ("310", "meter"),
)


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize(("value", "unit"), FIGURES)
def test_what_is_written_is_read_back(tag: str, value: str, unit: str) -> None:
    written = write_figure(Decimal(value), unit, tag)
    assert written
    [claim] = claimcheck.extract(written, lang=tag)
    assert claim.text == written
    assert (claim.quantity.stated.low, claim.quantity.stated.high) == (Decimal(value), Decimal(value))
    assert claim.quantity.unit == unit
    assert claim.quantity.hedge == "exact"


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", "38 billion dollars"),
        ("es", "38.000 millones de dólares"),
        ("fr", "38 milliards de dollars"),
        ("de", "38 Milliarden Dollar"),
        ("it", "38 miliardi di dollari"),
        ("pt", "38 bilhões de dólares"),
        ("nl", "38 miljard dollar"),
        ("pl", "38 miliardów dolarów"),
        ("ru", "38 миллиардов долларов"),
        ("ja", "380億ドル"),
        ("zh", "380亿美元"),
        ("ko", "380억 달러"),
        ("hi", "38 अरब डॉलर"),
        ("ro", "38 de miliarde de dolari"),
    ],
)
def test_an_amount_is_put_as_the_language_puts_it(tag: str, written: str) -> None:
    assert write_figure(Decimal("38e9"), "USD", tag) == written


@pytest.mark.parametrize(
    ("tag", "like", "was", "value", "unit", "written"),
    [
        ("en", "$30 billion", "30e9", "38e9", "USD", "$38 billion"),
        ("en", "30 billion dollars", "30e9", "38e9", "USD", "38 billion dollars"),
        ("en", "USD 30bn", "30e9", "38.5e9", "USD", "USD 38.5bn"),
        ("en", "4.125 billion dollars", "4.125e9", "4.2e9", "USD", "4.2 billion dollars"),
        ("es", "30.000 millones de dólares", "30e9", "38e9", "USD", "38.000 millones de dólares"),
        ("es", "30 000 millones de euros", "30e9", "38.5e9", "EUR", "38 500 millones de euros"),
        ("de", "1,2 Mrd. Euro", "1.2e9", "1.35e9", "EUR", "1,35 Mrd. Euro"),
        ("fr", "30\u00a0milliards €", "30e9", "38e9", "EUR", "38\u00a0milliards €"),
        ("pt", "US$ 30 bilhões", "30e9", "38e9", "USD", "US$ 38 bilhões"),
        ("hi", "₹14,00,000", "1400000", "2250000", "INR", "₹22,50,000"),
        ("ar", "٣٠ مليار دولار", "30e9", "38e9", "USD", "٣٨ مليار دولار"),
        ("en", "4.5 GW", "4.5", "5.2", "gigawatt", "5.2 GW"),
        ("en", "seven ferries", "7", "9", "", "9 ferries"),
    ],
)
def test_the_style_of_the_text_is_kept(tag: str, like: str, was: str, value: str, unit: str, written: str) -> None:
    assert write_figure(Decimal(value), unit, tag, like=like, was=Decimal(was)) == written


@pytest.mark.parametrize(
    ("tag", "like", "was", "value", "unit", "written"),
    [
        ("de", "eine Milliarde Dollar", "1e9", "38e9", "USD", "38 Milliarden Dollar"),
        ("de", "1 Milliarde Euro", "1e9", "3e9", "EUR", "3 Milliarden Euro"),
        ("ru", "22 миллиарда долларов", "22e9", "38e9", "USD", "38 миллиардов долларов"),
        ("en", "$1.2 billion", "1.2e9", "950e6", "USD", "$950 million"),
        ("en", "$900 million", "900e6", "1.2e9", "USD", "$1.2 billion"),
        ("en", "thirty billion dollars", "30e9", "38e9", "USD", "38 billion dollars"),
        ("en", "€20 billion", "20e9", "38e9", "USD", "38 billion dollars"),
    ],
)
def test_a_figure_whose_words_would_change_is_written_anew(tag: str, like: str, was: str, value: str, unit: str, written: str) -> None:
    before = Decimal(was) if not like.startswith("€") else None
    assert write_figure(Decimal(value), unit, tag, like=like, was=before) == written


@pytest.mark.parametrize(
    ("tag", "like", "was", "value", "unit"),
    [
        ("en", "one person", "1", "17", ""),  # people
        ("ru", "2 человека", "2", "5", ""),  # another form behind five
        ("en", "a dozen ships", "12", "17", ""),
        ("en", "14 of 20 ships", "14", "17", ""),  # two numbers
        ("en", "38 billion", "38e9", "38.12345e9", ""),  # more digits than anyone writes
        ("xx", "", "1", "38e9", "USD"),
    ],
)
def test_what_cannot_be_written_is_not(tag: str, like: str, was: str, value: str, unit: str) -> None:
    assert write_figure(Decimal(value), unit, tag, like=like, was=Decimal(was)) == ""


def test_digits_are_grouped_as_the_language_does() -> None:
    assert digits_text(Decimal(-1234567), Marks(",", ".")) == "-1.234.567"
    assert digits_text(Decimal("999.50"), Marks(".", ",")) == "999.5"
    assert digits_text(Decimal(1234), Marks(".", "", zero="٠")) == "١٢٣٤"


def test_a_run_of_digits_is_read_by_what_the_figure_says() -> None:
    spanish, english = load_language("es"), load_language("en")
    run = find_run("30.000 millones", Decimal("30e9"), spanish)
    assert run is not None
    assert run.value == 30000
    assert find_run("30.5 billion", Decimal("30.5e9"), english) is not None
    assert find_run("30 to 40", Decimal(30), english) is None
    assert find_run("thirty", Decimal(30), english) is None
    assert find_run("30", Decimal(45), english) is None
    assert is_scale(Decimal(1000))
    assert not is_scale(Decimal("0.1"))
    assert not is_scale(Decimal(12))


def test_scales_made_of_two_words_are_left_out() -> None:
    assert Decimal("1e9") not in scales("es")
    assert Decimal("1e6") in scales("es")
    assert scales("ja")[Decimal("1e8")]["other"] == "0億"


def test_a_currency_is_named_as_short_as_the_language_reads_it() -> None:
    assert currency_word("USD", "fr", "other") == "dollars"
    assert currency_word("CHF", "en", "other") == "francs"
    assert currency_word("MXN", "es", "other") == "pesos mexicanos"  # others have pesos, too
    assert currency_word("USD", "tr", "other") == "ABD doları"  # "dolar" alone would be "doları" without its owner


DAY = date(2026, 3, 13)


@pytest.mark.parametrize(
    ("tag", "text", "now", "written"),
    [
        ("en", "13 March 2026", date(2026, 4, 14), "14 April 2026"),
        ("en", "March 13", date(2026, 3, 9), "March 9"),
        ("de", "13. März 2026", date(2026, 5, 2), "2. Mai 2026"),
        ("ru", "13 марта", date(2026, 5, 14), "14 мая"),
        ("fr", "13 mars 2026", date(2027, 3, 13), "13 mars 2027"),
        ("ja", "3月13日", date(2026, 3, 14), "3月14日"),
        ("en", "13 March", date(2027, 3, 13), ""),  # the year is not written
        ("en", "yesterday", date(2026, 4, 14), ""),
        ("ja", "3月13日", date(2026, 4, 14), ""),  # a month in digits is not told from others
    ],
)
def test_a_day_is_written_into_the_words_of_another(tag: str, text: str, now: date, written: str) -> None:
    assert write_days(text, (DAY, DAY), (now, now), tag) == written


def test_a_month_takes_the_place_of_a_month_alone() -> None:
    march, may = (date(2026, 3, 1), date(2026, 3, 31)), (date(2026, 5, 1), date(2026, 5, 31))
    assert write_days("marzo de 2026", march, may, "es") == "mayo de 2026"
    assert write_days("marzo de 2026", march, (date(2026, 5, 2), date(2026, 5, 2)), "es") == ""
    assert write_days("2026", (date(2026, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 12, 31)), "es") == ""
