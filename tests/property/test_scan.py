"""Laws of scanning that hold for any text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Block, BlockKind, Document, Sentence, Source, View
from claimcheck.normalise import normalise
from claimcheck.scan import scan

LANGS = ("en", "de", "fr", "es", "it", "ja", "ar", "ru", "tr", "ko", "und")
PIECES = st.sampled_from(
    [
        "12", "3,5", "1.234", "٣٥", "½", "$", "€", "%", "million", "Millionen", "mil", "億", "about", "between", "and", "to", "-", "–",
        "a", "half", "one", "Switch", "km", "/", "h", ".", ",", "(", ")", " ", " ", " ", "\u00a0", "İ", "e\u0301", "https://a.b/5", "2025",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=24).map("".join))


def read(text: str, lang: str) -> tuple[tuple[Mention, ...], tuple[Quantity, ...]]:
    document = Document(Source(text=text, id="0", lang=lang), View(text), (Block(BlockKind.BODY, 0, len(text)),))
    sentences = (Sentence(0, len(text), BlockKind.BODY, lang, 0),) if text else ()
    mentions = scan(document, sentences)
    return mentions, normalise(document, sentences, mentions)


@given(TEXTS, st.sampled_from(LANGS))
def test_surfaces_are_slices_in_order_and_apart(text: str, lang: str) -> None:
    mentions, quantities = read(text, lang)
    assert len(mentions) == len(quantities)
    end = 0
    for mention in mentions:
        assert text[mention.span.start : mention.span.end] == mention.surface
        assert mention.surface
        assert mention.readings
        assert mention.span.start >= end
        end = mention.span.end


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "tr", "sv", "hi", "en-IN"])
@given(st.integers(10_000, 10**9), st.integers(0, 99))
def test_what_babel_renders_is_read_back(lang: str, whole: int, cents: int) -> None:
    value = Decimal(f"{whole}.{cents:02}")
    written = format_decimal(value, format=None, locale=lang.replace("-", "_"))
    _, quantities = read(f"({written} kg)", lang)
    assert [quantity.stated.low for quantity in quantities] == [value]


@given(st.integers(20, 10**6))
def test_a_word_more_behind_the_sentence_changes_no_reading(number: int) -> None:
    _, alone = read(f"They counted {number} trees.", "en")
    _, longer = read(f"They counted {number} trees. Nobody minded.", "en")
    assert [quantity.stated for quantity in alone] == [quantity.stated for quantity in longer]


def test_hostile_input_takes_time_in_proportion() -> None:
    for text in ("1" * 200_000, "1," * 100_000, "one " * 5_000, "a@" * 20_000, "12 34 " * 10_000, "Switch 2 " * 3_000):
        read(text, "en")
