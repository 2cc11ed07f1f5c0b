"""Amounts told for a period keep their own unit, and the period narrows them."""

from __future__ import annotations

from decimal import Decimal

import pytest

import claimcheck
from claimcheck.model.claim import Claim


def only(text: str, lang: str) -> Claim:
    """Return the one claim of a text."""
    (claim,) = claimcheck.extract(text, lang=lang)
    return claim


@pytest.mark.parametrize(
    ("lang", "text", "unit", "qualifier"),
    [
        ("en", "The canal loses 340 litres a day.", "liter", "daily"),
        ("es", "El canal pierde 340 litros al día.", "liter", "daily"),
        ("fr", "Le canal perd 340 litres par jour.", "liter", "daily"),
        ("de", "Der Kanal verliert 340 Liter pro Tag.", "liter", "daily"),
        ("it", "Il canale perde 340 litri al giorno.", "liter", "daily"),
        ("pt", "O canal perde 340 litros por dia.", "liter", "daily"),
        ("nl", "Het kanaal verliest 340 liter per dag.", "liter", "daily"),
        ("pl", "Kanał traci 340 litrów dziennie.", "liter", "daily"),
        ("ru", "Канал теряет 340 литров в день.", "liter", "daily"),
        ("ja", "運河は1日あたり340リットルを失う。", "liter", "daily"),
        ("zh", "运河每天流失340升。", "liter", "daily"),
        ("de", "Das Werk liefert 6.400 Tonnen im Jahr.", "metric_ton", "yearly"),
        ("en", "The line uses 2,750 kWh a year.", "kilowatt_hour", "yearly"),
        ("en", "The probe walks 40 km a day.", "kilometer", "daily"),
        ("en", "Guards earn 14.50 euros an hour.", "EUR", "hourly"),
        ("sv", "Vakterna tjänar 31 500 kronor i månaden.", "SEK", "monthly"),
        ("fr", "Le fonds rapporte 62 millions d'euros par an.", "EUR", "yearly"),
    ],
)
def test_an_amount_told_for_a_period_is_that_amount(lang: str, text: str, unit: str, qualifier: str) -> None:
    claim = only(text, lang)
    assert (claim.quantity.unit, " / " in claim.quantity.dimension) == (unit, False)
    assert qualifier in claim.qualifiers


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("en", "The tram does 54 kilometres an hour.", "kilometer / hour"),
        ("en", "Rain of 30 mm per hour fell.", "millimeter / hour"),
        ("es", "Salen 90 metros cúbicos por segundo.", "meter ** 3 / second"),
        ("de", "Die Pumpe schafft 800 Liter pro Minute.", "liter / minute"),
    ],
)
def test_a_speed_or_a_flow_is_no_amount(lang: str, text: str, unit: str) -> None:
    assert only(text, lang).quantity.unit == unit


def test_a_price_per_unit_is_no_amount() -> None:
    assert only("Diesel costs 1.82 euros a litre.", "en").quantity.dimension == "currency:EUR / [volume]"


def test_what_is_meant_keeps_its_last_digit() -> None:
    interval = only("The canal loses 340 litres a day.", "en").quantity.interval
    assert (interval.low, interval.high) == (Decimal("0.3395"), Decimal("0.3405"))


@pytest.mark.parametrize("text", ["Det kostar 3,6 miljarder kronor i år.", "Kostnaden blir 3,6 miljarder kronor i år."])
def test_this_year_is_no_rate(text: str) -> None:
    assert "yearly" not in only(text, "sv").qualifiers


def test_an_elided_word_is_no_second() -> None:
    assert only("Le groupe a levé 9 milliards d'euros pour s'offrir son rival.", "fr").text == "9 milliards d'euros"


def agreements(*texts: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the texts of the figures said to agree."""
    sources = [claimcheck.Source(id=str(place), text=text, lang=lang) for place, (lang, text) in enumerate(texts)]
    report = claimcheck.check(sources)
    return [
        (report.claims[verdict.a].text, report.claims[verdict.b].text) for verdict in report.verdicts if verdict.kind.value == "agreement"
    ]


def test_a_period_left_unsaid_is_no_other_number() -> None:
    ours = "The town of Orlec cut the water ration to 135 litres a day. Of the 1,870 homes of Orlec, 412 are without water."
    theirs = "La ciudad de Orlec bajó la ración de agua a 135 litros. De las 1.870 viviendas de Orlec, 412 están sin agua."
    assert ("135 litres a day", "135 litros") in agreements(("en", ours), ("es", theirs))


def test_a_length_and_a_speed_never_agree() -> None:
    ours = "The train of Orlec ran at 135 km/h. Of the 1,870 seats, 412 were taken."
    theirs = "El tren de Orlec recorrió 135 km. De los 1.870 asientos, 412 estaban ocupados."
    assert not [pair for pair in agreements(("en", ours), ("es", theirs)) if "135" in pair[0]]
