"""A part keeps its attribute where the words at it say which part it is, and only there."""

from __future__ import annotations

import pytest

import claimcheck


@pytest.mark.parametrize(
    ("lang", "text", "part"),
    [
        ("en", "The blast in Tarvo injured 46 people, 11 of them seriously.", "11"),
        ("de", "In Tarvo wurden 46 Menschen verletzt, elf davon schwer.", "elf"),
        ("pt", "Em Tarvo há 41 feridos, 12 dos quais em estado grave.", "12"),
        ("it", "A Tarvo i feriti sono 31, sette dei quali in pericolo di vita.", "sette"),
    ],
)
def test_a_part_that_is_named_keeps_its_attribute(lang: str, text: str, part: str) -> None:
    claims = {claim.text: claim.attribute for claim in claimcheck.extract(text, lang=lang)}
    assert claims[part] == "severely_injured"


def test_a_part_that_nothing_names_has_no_attribute() -> None:
    claims = {
        claim.text: claim.attribute for claim in claimcheck.extract("The blast injured 46 people, 11 of them on the roof.", lang="en")
    }
    assert all(attribute is None for text, attribute in claims.items() if text.startswith("11"))
