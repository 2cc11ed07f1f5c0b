"""Counts shortened by a letter, and words for scales and units that stand before their number or around it."""

from __future__ import annotations

from decimal import Decimal

import pytest

import claimcheck


def readings(text: str, lang: str) -> list[list[tuple[Decimal | None, str]]]:
    every = [(claim.quantity, *claim.quantity.others) for claim in claimcheck.extract(text, lang)]
    return [[(quantity.stated.low, quantity.unit) for quantity in row if isinstance(quantity.stated.low, Decimal)] for row in every]


@pytest.mark.parametrize("lang", ["en", "ja", "he", "ms"])
def test_a_capital_glued_to_digits_shortens_a_count_and_may_be_a_unit(lang: str) -> None:
    assert readings("38B", lang) == [[(Decimal(38_000_000_000), ""), (Decimal(38), "byte")]] or lang == "ja"
    assert readings("1.2K", lang) == [[(Decimal(1200), ""), (Decimal("1.2"), "kelvin")]]


def test_what_is_counted_leaves_no_unit() -> None:
    assert readings("The post has 1.2K followers.", "en") == [[(Decimal(1200), "")]]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The alloy is cooled to 4.2K, a temperature near zero.", "4.2", "kelvin"),
        ("Sectors of 512B fill pages of 4 KB.", "512", "byte"),
        ("They heated it to 1.2 K.", "1.2", "kelvin"),
    ],
)
def test_a_unit_of_its_kind_or_a_blank_speaks_for_the_unit(text: str, value: str, unit: str) -> None:
    assert readings(text, "en")[0] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [("elfu 12", "sw", "12000"), ("milioni 3.5", "sw", "3500000"), ("Dubu 1.2", "ha", "1200"), ("biliyan 38", "ha", "38000000000")],
)
def test_a_scale_word_may_stand_before_its_digits(text: str, lang: str, value: str) -> None:
    assert readings(text, lang) == [[(Decimal(value), "")]]


@pytest.mark.parametrize(
    ("text", "lang", "unit"),
    [
        ("kilomita 7 kwa saa", "sw", "kilometer / hour"),
        ("km 7/saa", "sw", "kilometer / hour"),
        ("每小時 7 公里", "yue", "kilometer / hour"),
        ("саатына 7 километр", "ky", "kilometer / hour"),
        ("గంటకు 7 కిలోమీటర్లు", "te", "kilometer / hour"),
        ("kilomita 7", "sw", "kilometer"),
    ],
)
def test_a_unit_may_stand_around_its_number(text: str, lang: str, unit: str) -> None:
    assert readings(text, lang) == [[(Decimal(7), unit)]]


@pytest.mark.parametrize(
    ("text", "lang", "unit"),
    [("7 ч", "ru", "hour"), ("7 س", "ar", "hour"), ("7 ಗಂ.", "kn", "hour"), ("7 м²", "mn", "meter ** 2"), ("7°से", "mr", "degree_Celsius")],
)
def test_a_single_letter_is_a_unit_where_print_uses_it(text: str, lang: str, unit: str) -> None:
    assert readings(text, lang)[0][0] == (Decimal(7), unit)


def test_an_hour_behind_its_preposition_stays_a_time_of_day() -> None:
    claims = claimcheck.extract("Начало в 7 ч утра.", "ru")
    assert [claim.quantity.kind for claim in claims] == ["clock"] or claims[0].quantity.unit != "hour"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("La orden 7 ha sido firmada.", "es"),
        ("El 7 ha vuelto la lluvia.", "es"),
        ("Dei 20 ha parlato una sola.", "it"),
        ("Els 20 ha cremat.", "ca"),
        ("De 20 ha fått svar.", "nb"),
    ],
)
def test_a_verb_that_is_spelled_like_hectares_is_none(text: str, lang: str) -> None:
    assert not [reading for row in readings(text, lang) for reading in row if reading[1]]


def test_a_letter_of_two_units_keeps_both() -> None:
    assert readings("Møtet varte 7 t.", "nb") == [[(Decimal(7), "hour"), (Decimal(7), "metric_ton")]]
    assert readings("Laev vedas 7 t.", "et") == [[(Decimal(7), "metric_ton"), (Decimal(7), "hour")]]
