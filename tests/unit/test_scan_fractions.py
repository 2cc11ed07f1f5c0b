"""Fractions in words, mixed numbers, numbers as they are said, and what is no fraction."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.lexicon.denominators import denominator_words
from claimcheck.model.mention import Hedge, NumberReading
from claimcheck.model.source import Block, BlockKind, Document, Sentence, Source, View
from claimcheck.scan import scan


def figures(text: str, lang: str) -> list[tuple[str, Decimal | None, Hedge]]:
    document = Document(Source(text=text, id="0", lang=lang), View(text), (Block(BlockKind.BODY, 0, len(text)),))
    found = []
    for mention in scan(document, (Sentence(0, len(text), BlockKind.BODY, lang, 0),)):
        reading = mention.readings[0]
        assert isinstance(reading, NumberReading)
        found.append((mention.surface, reading.low.value if reading.low else None, reading.hedge))
    return found


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("five eighths", "en", "0.625"),
        ("two hundred and fifty-four hundredths", "en", "200.54"),
        ("one hundred and thirty-two fifths", "en", "26.4"),
        ("twenty twenty-fifths", "en", "0.8"),
        ("zwei Hundertstel", "de", "0.02"),
        ("vinte e dois trinta avos", "pt", "0.733333333333"),
        ("cinquanta duemilacinquesimi", "it", "0.0249376558603"),
        ("en triljondel", "sv", "1E-18"),
        ("two point two five million", "en", "2250000"),
        ("trois virgule zéro quatre", "fr", "3.04"),
        ("siete con cincuenta", "es", "7.50"),
        ("百・八十九", "ja", "100.89"),
        ("三又五分之一", "zh", "3.2"),
        ("2.5^-1", "en", "0.4"),
        ("yüz bir", "tr", "101"),
        ("trecento e due dozzine", "it", "324"),
    ],
)
def test_number_alone(text: str, lang: str, value: str) -> None:
    ((surface, low, _),) = figures(text, lang)
    assert surface == text
    assert low == Decimal(value)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("He came fifth.", "en"),
        ("The fifth man left.", "en"),
        ("Het vijfde huis is leeg.", "nl"),
        ("Fue el quinto hombre.", "es"),
        ("They went from one room to the other point.", "en"),
    ],
)
def test_ordinals_are_no_fractions(text: str, lang: str) -> None:
    assert figures(text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [("三十多万人", "zh", "300000"), ("30余万人", "zh", "300000"), ("三十数万人", "ja", "300000"), ("30여만 명", "ko", "300000")],
)
def test_words_inside_soften_the_whole(text: str, lang: str, value: str) -> None:
    ((_, low, hedge),) = figures(text, lang)
    assert low == Decimal(value)
    assert hedge is Hedge.MORE_THAN


def test_neighbouring_digits_are_five_or_six() -> None:
    ((_, low, hedge),) = figures("五六十人来了", "zh")
    assert low == Decimal(50)
    assert hedge is Hedge.VAGUE


def test_a_year_before_a_fraction_of_something_is_no_mixed_number() -> None:
    found = figures("In all 300 and a third of the boats sank.", "en")
    assert Decimal(300) in {low for _, low, _ in found}


def test_a_row_of_joined_ones_ends() -> None:
    assert figures("un y " * 3000, "es") == []


def test_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no pattern of denominators"):
        list(denominator_words("en", ["ordinals"]))


def test_german_fifths_end_in_tel_and_twentieths_in_stel() -> None:
    made: dict[int, set[str]] = {}
    for word, term in denominator_words("de", ["ordinal-2+tel"]):
        made.setdefault(int(term.value), set()).add(word)
    assert made[3] == {"drittel"}
    assert made[7] == {"siebtel"}
    assert made[19] == {"neunzehntel"}
    assert made[20] == {"zwanzigstel"}
    assert made[21] == {"einundzwanzigstel"}
    assert made[100] == {"hundertstel"}
    assert all(len(words) == 1 for words in made.values())
    assert all(word.endswith("stel") == (number >= 20 or number == 6) for number, words in made.items() for word in words)  # sechs-tel
