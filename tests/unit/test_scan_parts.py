"""What belongs to an amount behind its unit, strokes, expressions of symbols, and rows that never end."""

from __future__ import annotations

import pytest

from claimcheck.model.mention import Mention, NumberReading
from claimcheck.model.source import Block, BlockKind, Document, Sentence, Source, View
from claimcheck.scan import scan


def mentions_of(text: str, lang: str) -> tuple[Mention, ...]:
    document = Document(Source(text=text, id="0", lang=lang), View(text), (Block(BlockKind.BODY, 0, len(text)),))
    return scan(document, (Sentence(0, len(text), BlockKind.BODY, lang, 0),))


def first(text: str, lang: str = "en") -> tuple[str, str]:
    reading = mentions_of(text, lang)[0].readings[0]
    assert isinstance(reading, NumberReading)
    assert reading.low is not None
    return f"{reading.low.value:f}", reading.unit.name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It cost 12 dollars and 30.", ("12.30", "USD")),
        ("It cost 12 dollars and 30 people came.", ("12", "USD")),
        ("It took 2 hours and 30.", ("150", "minute")),
        ("It took 2 hours and 30 people came.", ("2", "hour")),
        ("They ran 5 km and 1,500 m.", ("5", "kilometer")),
        ("They gave 4 hours and half of the money.", ("4", "hour")),
    ],
)
def test_a_bare_rest_belongs_to_the_amount_only_at_the_end_of_its_phrase(text: str, said: tuple[str, str]) -> None:
    assert first(text) == said


@pytest.mark.parametrize("text", ['"It rose to 95" he said.', "It was called 'the 95' then.", 'In 1995" they left.'])
def test_a_closing_quotation_mark_is_no_inch(text: str) -> None:
    for mention in mentions_of(text, "en"):
        reading = mention.readings[0]
        assert not isinstance(reading, NumberReading) or not reading.unit.name


def test_a_letter_is_a_unit_in_an_expression_only_in_its_own_spelling() -> None:
    assert first("It makes 500 t/a.") == ("500", "metric_ton")
    assert first("It makes 500 kg/m³.") == ("500", "kilogram / meter ** 3")


@pytest.mark.parametrize(
    ("unit", "lang"),
    [
        ("五一", "zh"),
        ("三块四毛五一个半", "zh"),
        ("1 year, 2 days, ", "en"),
        ("5' 6\" ", "en"),
        ("5 kg/m/s² ", "en"),
        ("5 more more ", "en"),
    ],
)
def test_rows_without_an_end_are_read(unit: str, lang: str) -> None:
    assert all(mention.end - mention.start < 200 for mention in mentions_of(unit * 300, lang))
