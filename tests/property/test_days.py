from __future__ import annotations

from datetime import date, time

import pytest
from babel.dates import format_date, format_time
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.lexicon.language import fold
from claimcheck.lexicon.load import load_language
from claimcheck.model.mention import ClockReading, DateReading, NumberReading
from claimcheck.scan.clock import read_clock
from claimcheck.scan.dates import read_date

LANGUAGES = (
    "en",
    "de",
    "es",
    "fr",
    "it",
    "pt",
    "nl",
    "pl",
    "ru",
    "uk",
    "tr",
    "ja",
    "zh",
    "ko",
    "sv",
    "da",
    "fi",
    "cs",
    "hu",
    "ro",
    "el",
    "id",
    "hi",
)
DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))
CLOCKS = st.times().map(lambda moment: time(moment.hour, moment.minute))
PIECES = st.sampled_from(
    (
        "3",
        "11",
        "2025",
        "31",
        ".",
        "/",
        "-",
        ":",
        " ",
        "\n",
        "March",
        "marzo",
        "年",
        "月",
        "日",
        "end of",
        "Ende",
        "by",
        "bis",
        "until",
        "de",
        "h",
        "pm",
        "Uhr",
        "٣",
    )
)


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=15, deadline=None)
@given(day=DAYS)
def test_a_date_written_out_in_a_language_is_read_back(lang: str, day: date) -> None:
    text = format_date(day, "long", locale=lang)
    folded, language = fold(text), load_language(lang)
    place = next(place for place, char in enumerate(text) if char.isalnum())
    dated = read_date(text, folded, place, place + 1, language, published="")
    assert dated is not None, text
    first = dated.readings[0]
    assert isinstance(first, DateReading)
    assert (first.low, first.high) == (day, day)


@pytest.mark.parametrize("lang", ["en", "es", "de", "ko", "el", "fr"])
@settings(max_examples=15, deadline=None)
@given(moment=CLOCKS)
def test_a_clock_time_of_a_language_is_read_back(lang: str, moment: time) -> None:
    words = {"en": "at {}", "es": "a las {} horas", "de": "um {} Uhr", "fr": "à {}"}.get(lang, "{}")
    text = words.format(format_time(moment, "short", locale=lang))
    folded, language = fold(text), load_language(lang)
    place = next(place for place, char in enumerate(text) if char.isdecimal())
    dated = read_clock(text, folded, place, place + 1, language, published="")
    assert dated is not None, text
    first = dated.readings[0]
    assert isinstance(first, ClockReading)
    assert first.low == moment


@settings(max_examples=300, deadline=None)
@given(pieces=st.lists(PIECES | st.text(max_size=3), max_size=12), lang=st.sampled_from(("en", "de", "es", "ja", "tr", "he", "th")))
def test_any_text_gives_dates_within_it_that_are_in_order(pieces: list[str], lang: str) -> None:
    text = "".join(pieces)
    folded, language = fold(text), load_language(lang)
    assert len(folded) == len(text)
    for place in range(len(text)):
        for read in (read_date, read_clock):
            dated = read(text, folded, place, place + 1, language, published="2025-11-03")
            if dated is None:
                continue
            assert 0 <= dated.start < dated.end <= len(text)
            assert dated.start <= place < dated.end
            assert dated.readings
            for reading in dated.readings:
                assert not isinstance(reading, NumberReading)
                assert reading.low is not None or reading.high is not None
                assert _in_order(reading)


def _in_order(reading: DateReading | ClockReading) -> bool:
    if isinstance(reading, DateReading):
        return reading.low is None or reading.high is None or reading.low <= reading.high
    return reading.low is None or reading.high is None or reading.low <= reading.high
