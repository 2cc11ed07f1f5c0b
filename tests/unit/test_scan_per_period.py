"""A year that is named is no rate: "last year" tells when, "a year" how often."""

import pytest

import claimcheck


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("La banque a gagné 4,5 milliards d'euros l'an dernier.", "fr"),
        ("La banca ha guadagnato 4,5 miliardi di euro l'anno scorso.", "it"),
        ("El banco ganó 4.500 millones de euros el año pasado.", "es"),
        ("Die Bank verdiente 4,5 Milliarden Euro im Jahr 2024.", "de"),
        ("The bank earned 4.5 billion euros a year ago.", "en"),
    ],
)
def test_an_amount_of_a_named_year_is_no_rate(text: str, lang: str) -> None:
    (claim,) = (one for one in claimcheck.extract(text, lang=lang) if one.quantity.kind == "money")
    assert (claim.quantity.dimension, claim.quantity.per) == ("currency:EUR", "")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le groupe gagne 4,5 milliards d'euros l'an.", "fr"),
        ("Il gruppo guadagna 4,5 miliardi di euro l'anno.", "it"),
        ("El grupo gana 4.500 millones de euros al año.", "es"),
        ("Der Konzern verdient 4,5 Milliarden Euro im Jahr.", "de"),
        ("The group earns 4.5 billion euros a year.", "en"),
    ],
)
def test_an_amount_a_year_is_a_rate(text: str, lang: str) -> None:
    (claim,) = (one for one in claimcheck.extract(text, lang=lang) if one.quantity.kind == "money")
    assert (claim.quantity.dimension, claim.quantity.per) == ("currency:EUR", "year")


@pytest.mark.parametrize(
    "text",
    ["The yard builds 22 jets a month.", "Taps run for eight hours a day.", "The vent gave off 1,600 tonnes of fine grey dust a day."],
)
def test_how_often_is_no_time_of_its_own(text: str) -> None:
    (claim,) = claimcheck.extract(text, lang="en")
    assert {"monthly", "daily"} & set(claim.qualifiers)


@pytest.mark.parametrize(
    "text", ["After 40 hours, a week of rest follows.", "On 3 November a day of mourning began.", "In 2024 a year of rain began."]
)
def test_a_time_that_lasts_is_a_figure(text: str) -> None:
    assert [claim.text for claim in claimcheck.extract(text, lang="en")][-1] in ("a week", "a day", "a year")
