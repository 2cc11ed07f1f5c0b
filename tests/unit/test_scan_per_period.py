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
    assert claim.quantity.dimension == "currency:EUR"


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
    assert claim.quantity.dimension == "currency:EUR / [duration]"
