"""Numbers put together from digits and words, in several languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.lexicon.language import fold
from claimcheck.lexicon.load import load_language
from claimcheck.model.mention import Numeral
from claimcheck.scan.amount import Number
from claimcheck.scan.arithmetic import plus, quotient, times
from claimcheck.scan.compose import read_number
from claimcheck.scan.compound import split_compound
from claimcheck.scan.scene import Scene


def number(text: str, lang: str) -> Number:
    found = read_number(Scene(text, fold(text), load_language(lang)), 0)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("two hundred and fifty thousand", "en", "250000"),
        ("half a million", "en", "500000"),
        ("a quarter of a million", "en", "250000"),
        ("two and a half million", "en", "2500000"),
        ("4.5 lakh crore", "en", "4500000000000"),
        ("10 1/2", "en", "10.5"),
        ("1.3e6", "en", "1300000"),
        ("dos millones y medio", "es", "2500000"),
        ("38 mil millones", "es", "38000000000"),
        ("zweihundertfünfzigtausend", "de", "250000"),
        ("zwei Millionen dreihunderttausend", "de", "2300000"),
        ("duecentoquaranta", "it", "240"),
        ("6 bin 322", "tr", "6322"),
        ("7兆3千億", "ja", "7300000000000"),
        ("245万8120", "ja", "2458120"),
        ("二〇二五", "ja", "2025"),
        ("二十三點五", "zh-Hant", "23.5"),
        ("九万四", "zh", "94000"),
        ("一万零十二", "zh", "10012"),
        ("3조 5천억", "ko", "3500000000000"),
        ("2½", "en", "2.5"),
    ],
)
def test_value(text: str, lang: str, value: str) -> None:
    found = number(text, lang)
    assert found.low.value == Decimal(value)
    assert found.end == len(text)


@pytest.mark.parametrize(
    ("text", "lang", "low", "high"),
    [
        ("hundreds of thousands", "en", "1e5", "1e6"),
        ("tens of millions", "en", "1e7", "1e8"),
        ("trillions", "en", "1e12", "1e15"),
        ("cientos de miles", "es", "1e5", "1e6"),
        ("dizaines de millions", "fr", "1e7", "1e8"),
        ("数十万", "ja", "1e5", "1e6"),
    ],
)
def test_vague_counts_are_ranges(text: str, lang: str, low: str, high: str) -> None:
    found = number(text, lang)
    assert found.vague
    assert (found.low.value, found.high.value) == (Decimal(low), Decimal(high))


def test_written_precision_survives_scale_words() -> None:
    assert number("4.10 million", "en").low == Numeral(410, 4)
    assert number("4.1 million", "en").low == Numeral(41, 5)


def test_letters_that_are_units_too_are_no_scales() -> None:
    assert number("9m", "en").low == Numeral(9, 0)
    assert number("6 mm", "en").low == Numeral(6, 0)
    assert number("1.2M", "en").low == Numeral(12, 5)


def test_two_numbers_stay_two() -> None:
    assert number("twenty forty", "en").low == Numeral(20, 0)
    assert number("3 500", "en").low == Numeral(3, 0)


def test_arithmetic_keeps_the_last_digit() -> None:
    assert times(Numeral(25, -1), Numeral(1, 6)) == Numeral(25, 5)
    assert plus(Numeral(6, 3), Numeral(322, 0)) == Numeral(6322, 0)
    assert quotient(Numeral(1, 0), 4) == Numeral(25, -2)


def test_a_word_that_is_not_all_numbers_is_no_compound() -> None:
    assert split_compound("zweihundertmal", ("hundert", "zwei")) is None
