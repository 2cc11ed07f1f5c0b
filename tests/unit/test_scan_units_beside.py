"""Units in other spellings: letters alone, squared signs, case endings, ages in brackets; "goes up to" is no bound."""

from __future__ import annotations

import pytest

import claimcheck

UNITS = [
    ("en", "It was 43.2C on Monday.", "degree_Celsius"),
    ("en", "Temperatures hit 40C in Norva.", "degree_Celsius"),
    ("fi", "Osuus nousi 71,2:een prosenttiin.", "percent"),
    ("fi", "Osuus laski 68,9:stä prosentista.", "percent"),
    ("ko", "패널 출력은 5.2㎾다.", "kilowatt"),
    ("ja", "出力は5㎿だった。", "megawatt"),
    ("ko", "김 기장(51)은 살아남았다.", "year"),
    ("ja", "田中機長（51）は無事だった。", "year"),
    ("el", "Οι πηγές δίνουν 16.000 κυβικά.", "meter ** 3"),
    ("el", "Η άδεια ισχύει για ένα 24ωρο.", "hour"),
]


@pytest.mark.parametrize(("lang", "text", "unit"), UNITS)
def test_units_in_other_spellings(lang: str, text: str, unit: str) -> None:
    assert [claim.quantity.unit for claim in claimcheck.extract(text, lang=lang)] == [unit]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Route 40C is closed."),
        ("en", "Section 4.2C was read out."),
        ("ja", "死者（51）は増えた。"),
        ("ko", "사망자(51)가 늘었다."),
        ("fi", "Tulos oli 3:2 jaksoa."),
    ],
)
def test_other_letters_and_brackets_give_no_unit(lang: str, text: str) -> None:
    assert not [claim.quantity.unit for claim in claimcheck.extract(text, lang=lang) if claim.quantity.unit]


@pytest.mark.parametrize(
    ("text", "low"),
    [("The pension goes up to 950 euros.", 950), ("The fine went up to 950 euros.", 950), ("A pass can cost up to 950 euros.", None)],
)
def test_what_goes_up_to_a_value_is_that_value(text: str, low: int | None) -> None:
    (claim,) = claimcheck.extract(text, lang="en")
    assert (claim.quantity.stated.low, claim.quantity.stated.high) == (low, 950)
