"""Which figures a word such as "will" or "promised" makes a plan of, and which not."""

from __future__ import annotations

import pytest

import claimcheck

DAY = "2026-03-12"


def modalities(text: str, lang: str) -> list[str]:
    report = claimcheck.check([claimcheck.Source(id="a", text=text, lang=lang, published=DAY)])
    return [claim.modality.value for claim in report.claims.values()]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The ministry promised 30 million euros in relief and later sent off 420 soldiers with pumps to Marl.", "en"),
        ("Das Ministerium will 30 Millionen Euro geben und hat inzwischen mit Pumpen und Zelten 420 Soldaten geschickt.", "de"),
        ("Le ministère veut verser 30 millions d'euros et a déjà envoyé dans la vallée inondée 420 soldats avec des pompes.", "fr"),
        ("El ministerio quiere dar 30 millones de euros y ya envió con bombas al valle inundado 420 soldados.", "es"),
        ("Il ministero vuole dare 30 milioni di euro e ha già inviato con pompe nella valle allagata 420 soldati.", "it"),
    ],
)
def test_a_plan_ends_where_another_clause_tells_what_was_done(text: str, lang: str) -> None:
    assert modalities(text, lang) == ["planned", "actual"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The firm will hire 300 nurses, 40 cooks and 12 drivers.", "en"),
        ("Die Firma will 300 Pfleger, 40 Köche und 12 Fahrer einstellen.", "de"),
        ("La société veut embaucher 300 infirmiers, 40 cuisiniers et 12 chauffeurs.", "fr"),
        ("Het bedrijf wil 300 verplegers, 40 koks en 12 chauffeurs aannemen.", "nl"),
    ],
)
def test_what_a_list_goes_on_with_is_planned_as_well(text: str, lang: str) -> None:
    assert modalities(text, lang) == ["planned", "planned", "planned"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ('"We will rebuild it," said the mayor, Ann Roe, 61.', "en"),
        ("„Wir werden es aufbauen“, sagte Bürgermeisterin Ann Roe (61).", "de"),
        ("La maire Ann Roe, 61 ans, veut reconstruire le pont.", "fr"),
        ("La alcaldesa Ann Roe, de 61 años, quiere reconstruir el puente.", "es"),
    ],
)
def test_nobody_plans_an_age(text: str, lang: str) -> None:
    assert modalities(text, lang) == ["actual"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The plan, the first since 2019, will be put to a vote.", "en", ["actual"]),
        ("Der Plan, der erste seit 2019, soll zur Abstimmung kommen.", "de", ["actual"]),
        ("Le plan, le premier depuis 2019, devrait être soumis au vote.", "fr", ["actual"]),
        ("The plant will open in 2029.", "en", ["planned"]),
        ("Das Werk soll 2029 öffnen.", "de", ["planned"]),
    ],
)
def test_no_plan_is_made_for_what_is_over(text: str, lang: str, expected: list[str]) -> None:
    assert modalities(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 13-metre wall will close the gap.", ["actual"]),
        ("The wall will be 13 metres high.", ["planned"]),
    ],
)
def test_of_what_kind_a_thing_is_is_no_plan(text: str, expected: list[str]) -> None:
    assert modalities(text, "en") == expected
