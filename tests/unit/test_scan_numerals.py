"""Digits with separators: which reading comes first, and what is no number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.lexicon.language import fold
from claimcheck.lexicon.load import load_language
from claimcheck.scan.numerals import decimal_marks, read_digits
from claimcheck.scan.scene import Scene


def values(text: str, lang: str, marks: str = "") -> tuple[Decimal, ...]:
    scene = Scene(text, fold(text), load_language(lang))
    digits = read_digits(scene, 0, marks)
    if digits is None:
        return ()
    return tuple(numeral.value for numeral in (digits.numeral, digits.other) if numeral is not None)


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("1,234,567.89", "en", "1234567.89"),
        ("1.234.567,89", "de", "1234567.89"),
        ("1 234 567,89", "fr", "1234567.89"),
        ("12\u202f500", "fr", "12500"),
        ("1'234'567", "de-CH", "1234567"),
        ("1,40,000", "hi", "140000"),
        ("٣٥٠٫٥", "ar", "350.5"),
        ("１，２３４", "ja", "1234"),
        ("2.7", "es", "2.7"),
        ("0.683", "es", "0.683"),
        ("1111.121", "en", "1111.121"),
        ("20 000", "en", "20000"),
        ("100.000", "en", "100000"),
    ],
)
def test_one_reading_comes_first(text: str, lang: str, first: str) -> None:
    assert values(text, lang)[0] == Decimal(first)


def test_an_ambiguous_separator_keeps_both_readings_in_the_order_of_the_locale() -> None:
    assert values("4.800", "de") == (Decimal(4800), Decimal("4.800"))
    assert values("4.800", "en") == (Decimal("4.800"), Decimal(4800))


def test_a_reading_that_its_language_never_writes_is_none() -> None:
    assert values("4,800", "en") == (Decimal(4800),)
    assert values("4,800", "ja") == (Decimal(4800),)
    assert values("4,800", "ar") == (Decimal(4800), Decimal("4.800"))  # half of the Maghreb parts off decimals with a comma
    assert values("4,800", "es-MX") == (Decimal(4800), Decimal("4.800"))
    assert values("4,800", "und") == (Decimal(4800), Decimal("4.800"))


def test_a_reading_that_the_rest_of_the_text_speaks_against_is_none() -> None:
    assert values("4.800", "de", marks=",") == (Decimal(4800),)
    assert values("4,125", "de", marks=",") == (Decimal("4.125"),)
    assert values("4.800", "de", marks=".") == (Decimal("4.800"), Decimal(4800))  # against its locale: both stay
    assert values("4,800", "en", marks=",") == (Decimal("4.800"), Decimal(4800))


def test_habits_of_the_text_outrank_the_locale() -> None:
    assert values("4.800", "es", marks=".")[0] == Decimal("4.8")
    assert values("4,800", "es", marks=".")[0] == 4800


@pytest.mark.parametrize("text", ["192.168.10.2", "3.11.4", "1,23,4", "9" * 60])
def test_addresses_versions_and_ids_are_no_numbers(text: str) -> None:
    assert values(text, "en") == ()


def test_the_number_is_not_torn_out_of_a_row_of_years() -> None:
    assert values("2024 300", "fr") == (Decimal(2024),)


def test_decimal_marks_only_where_there_is_no_doubt() -> None:
    assert [decimal_marks(written) for written in ("2.7", "4.800", "1.234,5", "12", "0.683")] == [".", "", ",", "", "."]


def test_arabic_separators_read_one_way_everywhere() -> None:
    for lang in ("ar", "fa", "ps", "und"):
        assert values("1٬234", lang) == (Decimal(1234),)
        assert values("1٫234", lang) == (Decimal("1.234"),)
        assert values("1٬234٫5", lang) == (Decimal("1234.5"),)
