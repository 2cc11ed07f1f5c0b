"""Hostile rows: twice as long a text takes at most about twice the work, counted in calls and not in time."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from claimcheck.model.source import Source
from claimcheck.normalise import normalise
from claimcheck.read.text import document_of
from claimcheck.scan import scan
from claimcheck.segment import segment

MOST = 2.2
SIZE = 1500  # characters of the shorter text
ROWS = [
    ("en", "1"),
    ("en", "1,"),
    ("fr", "123 "),
    ("en", "-5 +7 "),
    ("en", "([{7"),
    ("en", "5a"),
    ("en", "$"),
    ("en", "$5"),
    ("en", "one "),
    ("en", "twenty and "),
    ("es", "un y "),
    ("de", "zwanzig"),
    ("de", "einundzwanzigtausend "),
    ("hi", "साढ़े "),
    ("en", "5 kg "),
    ("en", "5 feet 2 inches "),
    ("en", "5' "),
    ("en", "3 November 2025 "),
    ("de", "3.11."),
    ("en", "March "),
    ("es", "3 de "),
    ("en", "12:"),
    ("en", "from 5 to "),
    ("fr", "un enfant sur "),
    ("en", "Switch 2 "),
    ("en", "a@"),
    ("en", "250 million, "),
    ("en", "$3 million, 250 million, "),
    ("zh", "3万"),
    ("ja", "11月3日"),
    ("ko", "삼십"),
]


def work(lang: str, text: str) -> int:
    """Return how many calls reading the figures of a text takes, those of built-in functions included."""
    document = document_of(Source(text=text, id="0", lang=lang, published="2025-11-03"))
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        sentences = segment(document)
        normalise(document, sentences, scan(document, sentences))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(("lang", "row"), ROWS)
def test_twice_the_text_is_twice_the_work(lang: str, row: str) -> None:
    times = SIZE // len(row)
    work(lang, row * 3)  # the language is loaded and its tables are made
    one = work(lang, row * times)
    assert work(lang, row * 2 * times) <= MOST * one + 200


def test_halves_before_a_number_do_not_pile_up() -> None:
    document = document_of(Source(text="साढ़े " * 20_000 + "तीन लाख", id="0", lang="hi"))
    scan(document, segment(document))
    document = document_of(Source(text="साढ़े तीन लाख", id="0", lang="hi"))
    sentences = segment(document)
    (quantity,) = normalise(document, sentences, scan(document, sentences))
    assert quantity.stated.low == 350_000


def test_a_number_of_forty_digits_is_what_it_says() -> None:
    document = document_of(Source(text="Il y a " + " ".join(["123"] * 10) + " grains.", id="0", lang="fr"))
    sentences = segment(document)
    (quantity,) = normalise(document, sentences, scan(document, sentences))
    assert quantity.stated.low == quantity.stated.high == int("123" * 10)
