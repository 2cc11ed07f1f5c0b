"""Where a figure holds: two spellings and cases of one place forbid nothing, other places do."""

from __future__ import annotations

import pytest
from tellings import said

from claimcheck.model.verdict import VerdictKind

DAY = "2024-05-04"
CRASH = "In 1995, 194 people died in a train crash in Tarmenec."


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("cs", "V roce 1995 zemřelo při srážce vlaků v Tarmenci 194 lidí."),
        ("pl", "W 1995 roku w Tarmencu w zderzeniu pociągów zginęły 194 osoby."),
        ("hu", "1995-ben 194 ember halt meg egy vonatbalesetben Tarmenecben."),
        ("fi", "Vuonna 1995 Tarmenecissa kuoli junaonnettomuudessa 194 ihmistä."),
        ("el", "Το 1995 σκοτώθηκαν 194 άνθρωποι σε σύγκρουση τρένων στο Ταρμενετς."),
        ("de", "1995 starben in Tschechien bei einem Zugunglück 194 Menschen."),
    ],
)
def test_one_place_in_another_case_or_named_by_its_country_forbids_nothing(lang: str, text: str) -> None:
    found = said({"a": ("en", CRASH), "b": (lang, text)}, DAY)
    assert {kind for kind, texts in found if any("194" in one for one in texts)} == {VerdictKind.AGREEMENT}


@pytest.mark.parametrize(
    "text",
    [
        "In 1995, 187 people died in a train crash in Orlev.",
        "In 1995, 187 people died in a train crash in Brenholt.",
    ],
)
def test_figures_of_two_places_do_not_contradict(text: str) -> None:
    found = said({"a": ("en", CRASH), "b": ("en", text)}, DAY)
    assert not any("187 people" in texts for _, texts in found)
