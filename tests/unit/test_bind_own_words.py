"""What the words at a figure say of it goes before what its noun may mean, and before what is said of others."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model.claim import Claim


def claims_of(text: str, lang: str) -> list[Claim]:
    return list(claimcheck.extract(text, lang=lang))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Some 11,300 inhabitants were evacuated.", "en"),
        ("Rund 11.300 Einwohner wurden evakuiert.", "de"),
        ("Quelque 11 300 habitants ont été évacués.", "fr"),
        ("Unos 11.300 habitantes fueron evacuados.", "es"),
        ("Circa 11.300 abitanti sono stati evacuati.", "it"),
        ("Cerca de 11.300 habitantes foram retirados e evacuados.", "pt"),
        ("Ongeveer 11.300 inwoners werden geëvacueerd.", "nl"),
    ],
)
def test_of_those_counted_the_clause_tells_what_became_of_them(text: str, lang: str) -> None:
    assert [claim.attribute for claim in claims_of(text, lang)] == ["evacuated"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The town has 11,300 inhabitants.", "en"),
        ("Die Stadt hat 11.300 Einwohner.", "de"),
        ("La ville compte 11 300 habitants; le lycée a été évacué.", "fr"),
        ("La ciudad tiene 11.300 habitantes.", "es"),
    ],
)
def test_where_it_tells_nothing_the_noun_does(text: str, lang: str) -> None:
    assert [claim.attribute for claim in claims_of(text, lang)] == ["population"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nine people died, the last of them on Monday evening.", "en"),
        ("Neun Menschen starben, der letzte von ihnen am Montagabend.", "de"),
        ("Nove persone sono morte, tra cui un pompiere.", "it"),
        ("Загинули дев'ять людей, серед них один пожежник.", "uk"),
    ],
)
def test_a_whole_is_no_part_of_itself(text: str, lang: str) -> None:
    whole = next(claim for claim in claims_of(text, lang) if claim.quantity.stated.low == 9)
    assert "part" not in whole.qualifiers


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("51 people were hurt, nine of them seriously.", "en", 9),
        ("51 Menschen wurden verletzt, neun davon schwer.", "de", 9),
        ("Bylo zraněno 51 lidí, z toho devět těžce.", "cs", 9),
        ("裁员6200人，其中瑞典1980人。", "zh", 1980),
    ],
)
def test_a_part_is_one(text: str, lang: str, value: int) -> None:
    part = next(claim for claim in claims_of(text, lang) if claim.quantity.stated.low == value)
    assert "part" in part.qualifiers


def test_the_place_of_the_whole_tells_not_which_part() -> None:
    claims = claims_of("Při nehodě v Marlu zemřelo pět lidí a 38 bylo zraněno, z toho 9 na mostě.", "cs")
    assert [claim.attribute for claim in claims] == ["death_toll", "injured", None]


@pytest.mark.parametrize(
    ("text", "lang", "is_sought"),
    [
        ("Das Unglück forderte 57 Tote.", "de", False),
        ("57 Tote forderte das Beben.", "de", False),
        ("De brand eiste 12 doden.", "nl", False),
        ("Die Gewerkschaft fordert 12 Prozent mehr Lohn.", "de", True),
        ("De bond eist 12 procent meer loon.", "nl", True),
    ],
)
def test_nobody_asks_for_the_dead(text: str, lang: str, *, is_sought: bool) -> None:
    assert [("sought" in claim.qualifiers) for claim in claims_of(text, lang)] == [is_sought]
