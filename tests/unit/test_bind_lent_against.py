"""A bare number that is held against an amount is in its unit."""

from __future__ import annotations

import pytest

import claimcheck

HELD = [
    ("en", "The tram did 94 kilometres an hour, allowed were only 50.", "kilometer / hour"),
    ("en", "The tram was travelling at 94 km/h where only 50 was allowed.", "kilometer / hour"),
    ("en", "The tram did 94 km/h in a zone limited to 50.", "kilometer / hour"),
    ("es", "El tranvía iba a 94 km/h, cuando el límite era de 50.", "kilometer / hour"),
    ("fr", "Le tramway roulait à 94 km/h pour une limite de 50.", "kilometer / hour"),
    ("de", "Die Bahn fuhr 94 Stundenkilometer, erlaubt waren nur 50.", "kilometer / hour"),
    ("it", "Il tram andava a 94 km/h, mentre ne erano consentiti 50.", "kilometer / hour"),
    ("pt", "O elétrico seguia a 94 km/h, quando o limite era 50.", "kilometer / hour"),
    ("nl", "De tram reed 94 km/u, toegestaan was 50.", "kilometer / hour"),
    ("pl", "Tramwaj jechał 94 km/h, choć dozwolone było tylko 50.", "kilometer / hour"),
    ("cs", "Tramvaj jela 94 km/h, povoleno bylo jen 50.", "kilometer / hour"),
    ("ru", "Трамвай ехал 94 км/ч, разрешено было только 50.", "kilometer / hour"),
    ("uk", "Трамвай їхав 94 км/год, дозволено було лише 50.", "kilometer / hour"),
    ("sv", "Spårvagnen körde 94 km/h, tillåtet var bara 50.", "kilometer / hour"),
    ("el", "Έπεσαν 94 χιλιοστά βροχής, όταν ο μέσος όρος είναι 250.", "millimeter"),
    ("ja", "路面電車は時速94キロで走行し、制限は50だった。", "kilometer / hour"),
    ("zh", "电车时速94公里，限速只有50。", "kilometer / hour"),
    ("en", "In March 94 mm of rain fell, the mean is 250.", "millimeter"),
    ("en", "Five wells give 94,000 cubic metres; two pumps add 15,000.", "meter ** 3"),
]


@pytest.mark.parametrize(("lang", "text", "unit"), HELD)
def test_what_an_amount_is_held_against_is_in_its_unit(lang: str, text: str, unit: str) -> None:
    assert claimcheck.extract(text, lang=lang)[-1].quantity.unit == unit


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The ferry carried 40 tonnes of sand and only 12 survived."),
        ("en", "The gale blew at 120 km/h, while firefighters saved 60."),
        ("en", "The bus did 90 km/h, killing 60."),
        ("en", "The bus did 90 km/h with only 60 passengers on board."),
        ("en", "The wall is 40 metres long and weighs 90 tonnes, the average is 60."),
        ("de", "Der Bus fuhr 90 km/h, verletzt wurden nur 60."),
        ("en", "It rained 40 mm, while the mayor won 2025."),
    ],
)
def test_other_numbers_take_no_unit(lang: str, text: str) -> None:
    assert not [claim for claim in claimcheck.extract(text, lang=lang) if "held against" in claim.quantity.why]


@pytest.mark.parametrize("text", ["The island of 940,000 gets 160,000 tonnes of grain.", "The valley of 12,400 has 31,000 hectares."])
def test_a_verb_between_two_numbers_shares_no_unit(text: str) -> None:
    assert not claimcheck.extract(text, lang="en")[0].quantity.unit
