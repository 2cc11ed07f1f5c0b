"""Datelines, nouns before the names of places, and the times of figures that are held against one another."""

from datetime import date

import pytest
from marked import claims_of, concept, words

from claimcheck.bind.datelines import dateline_end
from claimcheck.bind.words import read_phrase

PRICES = concept("inflation", "attribute", {"en": ("inflation",), "de": ("teuerung",), "fr": ("inflation",)}, kinds=("percent",))
MAGNITUDE = concept("magnitude", "attribute", {"en": ("magnitude",)}, kinds=("number",))
PERSON = concept("person", "counted", {"en": ("people", "rescuers")})
DEPTH = concept("depth", "attribute", {"en": ("depth",)}, kinds=("length",))
EARLIER = concept("earlier_value", "qualifier", {"en": ("previously",)})
VOCABULARY = words(PRICES, MAGNITUDE, PERSON, DEPTH, EARLIER)


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("NORVA - Talks began", "NORVA - "),
        ("NORVA CITY, Feb 3 (Nexpress) - Talks began", "NORVA CITY, Feb 3 (Nexpress) - "),
        ("Norva, 3 feb (NXP).- Empieza", "Norva, 3 feb (NXP).- "),
        ("НОРВА, 3 фев — Переговоры", "НОРВА, 3 фев — "),
        ("【北原】会談が", "【北原】"),
        ("The firm - which grew - sold", ""),
        ("Roe (22) - a player - went", ""),
        ("A five-year plan", ""),
        ("", ""),
    ],
)
def test_a_dateline_ends_where_the_report_begins(text: str, dateline: str) -> None:
    line = read_phrase(text)
    assert text[: dateline_end(line)] == dateline


def test_place_agency_and_day_of_a_dateline_are_no_party_scope_or_time() -> None:
    (_, claim) = claims_of("NORVA, {3 May 2024|date|2024-05-03..2024-05-03} (Nexpress) - In Tarn, Quill sold {12|count}.", "en", VOCABULARY)
    assert (claim.entities, claim.scope, claim.period) == (("quill", "tarn"), "tarn", None)
    assert "norva" in claim.evidence.names


@pytest.mark.parametrize(
    ("marked", "lang", "scope"),
    [
        ("In the province of Norva {14|count} are lost.", "en", "norva"),
        ("They lost {14|count} in the town of Norva.", "en", "norva"),
        ("Dans le gouvernorat de Norva {14|count} sont perdus.", "fr", "norva"),
        ("In der Provinz Norva fehlen {14|count}.", "de", "norva"),
        ("В провинции Норва {14|count} пропали.", "ru", "норва"),
        ("W prowincji Norva jest {14|count}.", "pl", "norva"),
        ("They lost {14|count} in the provinces of Norva and Tarn.", "en", None),
        ("The province of Norva paid for {14|count}.", "en", None),
        ("In the province of Norva {12|count} are lost; {96|count} more were found later that day by Quill.", "en", "norva"),
    ],
)
def test_a_noun_for_places_leads_to_the_scope(marked: str, lang: str, scope: str | None) -> None:
    first, *others = claims_of(marked, lang, VOCABULARY)
    assert first.scope == scope
    assert all(other.scope is None for other in others)


def years(marked: str, lang: str) -> list[tuple[int | None, int | None]]:
    """Return the first and last year of the period of each amount, None for an open end; (0, 0) where there is no period."""
    periods = [claim.period for claim in claims_of(marked, lang, VOCABULARY) if claim.quantity.kind != "date"]
    return [
        (period.low.year if period.low else None, period.high.year if period.high else None) if period else (0, 0) for period in periods
    ]


Y21, Y24 = "{2021|date|2021-01-01..2021-12-31}", "{2024|date|2024-01-01..2024-12-31}"


@pytest.mark.parametrize(
    ("marked", "lang", "periods"),
    [
        (f"Quill has {{32%|percent}} ({Y21}: {{27%|percent}}), Tarn {{30%|percent}} ({Y21}: {{36%|percent}}).", "en", [0, 2021, 0, 2021]),
        (f"In {Y24} inflation was {{5%|percent}}, against {{7%|percent}} before.", "en", [2024, 0]),
        (f"In {Y21} it was {{5%|percent}}; now inflation is {{7%|percent}}.", "en", [2021, 0]),
        (f"After {{5%|percent}} in {Y21}, inflation rose to {{7%|percent}}.", "en", [2021, 0]),
        (f"L'inflation était de {{5%|percent}} en {Y24}, contre {{7%|percent}} en {Y21}.", "fr", [2024, 2021]),
    ],
)
def test_each_figure_has_the_time_of_its_own_clause(marked: str, lang: str, periods: list[int]) -> None:
    assert [low for low, _ in years(marked, lang)] == periods


@pytest.mark.parametrize(
    ("marked", "lang", "period"),
    [
        (f"Quill lost {{14|count}} since {Y21}.", "en", (2021, None)),
        (f"By {Y24} Quill will have {{14|count}}.", "en", (None, 2024)),
        (f"Seit {Y21} fehlen {{14|count}}.", "de", (2021, None)),
        (f"{Y21}から{{14|count}}が減った。", "ja", (2021, None)),
        (f"In {Y21} Quill lost {{14|count}}.", "en", (2021, 2021)),
    ],
)
def test_a_time_that_begins_or_ends_something_is_open(marked: str, lang: str, period: tuple[int | None, int | None]) -> None:
    assert years(marked, lang) == [period]


def test_a_label_before_a_colon_belongs_to_its_figure() -> None:
    claims = claims_of("Magnitude: {6.2|number}, depth: {11 km|length}, felt by {300| people|count}", "en", VOCABULARY)
    assert [claim.attribute for claim in claims] == ["magnitude", "depth", None]
    claims = claims_of("Quill: {12%|percent}, Tarn: {11%|percent}, Roe Lund: {9%|percent}", "en", VOCABULARY)
    assert [claim.entities[:1] for claim in claims[1:]] == [("tarn",), ("roe lund",)]


def test_what_cannot_be_a_count_counts_nothing() -> None:
    (claim,) = claims_of("Rescuers felt a magnitude of {6.2|number}.", "en", VOCABULARY)
    assert (claim.attribute, claim.counted) == ("magnitude", None)


def test_a_topic_says_nothing_of_figures_before_it() -> None:
    text = "Quill has {9%|percent}. A day went by. Inflation was {3%|percent}. Then came June. Inflation was {4%|percent}. So {5%|percent}."
    claims = claims_of(text, "en", VOCABULARY)
    assert [claim.attribute for claim in claims] == [None, "inflation", "inflation", "inflation"]


def test_the_open_end_keeps_the_day() -> None:
    claims = claims_of("Quill lost {14|count} since {6 May 2024|date|2024-05-06..2024-05-06}.", "en", VOCABULARY)
    assert claims[0].period is not None
    assert (claims[0].period.low, claims[0].period.high) == (date(2024, 5, 6), None)
