"""Times of a stopwatch are durations; hours of a day, scores and ratios are not."""

from decimal import Decimal

import pytest

from claimcheck import extract

RACES = [
    ("en", "She won in 2:04:31, a record.", "2:04:31", "7471"),
    ("de", "Er siegte in 2:21:08 Stunden.", "2:21:08", "8468"),
    ("fr", "Il a gagné en 2 h 21 min 08 s devant la foule.", "2 h 21 min 08 s", "8468"),
    ("en", "He ran the final in 3:29.45 on Sunday.", "3:29.45", "209.45"),
    ("ja", "優勝タイムは2:06:05だった。", "2:06:05", "7565"),
]


@pytest.mark.parametrize(("lang", "text", "surface", "seconds"), RACES, ids=[race[2] + race[0] for race in RACES])
def test_a_stopwatch_shows_how_long_it_took(lang: str, text: str, surface: str, seconds: str) -> None:
    (claim,) = [claim for claim in extract(text, lang) if claim.quantity.kind == "duration"]
    assert claim.text.startswith(surface)
    assert claim.quantity.unit == "second"
    assert claim.quantity.stated.low == claim.quantity.stated.high == Decimal(seconds)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The quake struck at 12:32:57 local time."),
        ("en", "They won 3:1 and lost 2:04."),
        ("en", "Genesis 2:04:31b is not a verse."),
        ("fr", "La réunion commence à 14 h 30."),
        ("en", "Log 1:02:03:04 ended."),
    ],
)
def test_hours_of_a_day_scores_and_other_colons_are_no_durations(lang: str, text: str) -> None:
    assert not [claim for claim in extract(text, lang) if claim.quantity.kind == "duration"]
