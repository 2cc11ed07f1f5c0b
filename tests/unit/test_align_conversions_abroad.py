"""An amount given twice meets, in any language and in either of its units, what it met once."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from tellings import said

from claimcheck.model.verdict import VerdictKind

DAY = "2024-05-04"
TWICE = {
    "en": "A Swedish court fined the bank Norrsund 35 million kronor (about 3.0 million euros) in May.",
    "de": "Ein schwedisches Gericht verurteilte die Bank Norrsund im Mai zu einer Strafe von 35 Millionen Kronen (rund 3,0 Millionen Euro).",
    "es": "Un tribunal sueco multó al banco Norrsund con 35 millones de coronas (unos 3,0 millones de euros) en mayo.",
    "fr": "Un tribunal suédois a condamné en mai la banque Norrsund à une amende de 35 millions de couronnes (environ 3,0 millions d'euros).",
    "it": "Un tribunale svedese ha multato a maggio la banca Norrsund per 35 milioni di corone (circa 3,0 milioni di euro).",
}
LONG = {
    "en": "The new tunnel at Arden is {} kilometres ({} miles) long.",
    "de": "Der neue Tunnel bei Arden ist {} Kilometer ({} Meilen) lang.",
    "es": "El nuevo túnel de Arden tiene una longitud de {} kilómetros ({} millas).",
}


def kinds(found: set[tuple[VerdictKind, frozenset[str]]]) -> set[VerdictKind]:
    return {kind for kind, _ in found}


@pytest.mark.parametrize("lang", list(TWICE))
def test_both_amounts_agree_with_the_one_that_another_article_gives(lang: str) -> None:
    found = said({"a": (lang, TWICE[lang]), "b": ("en", "The fine that the court gave the bank Norrsund is 35 million kronor.")}, DAY)
    assert kinds(found) == {VerdictKind.AGREEMENT}
    assert len(found) == 2


@pytest.mark.parametrize("lang", list(TWICE))
def test_what_differs_from_an_amount_agrees_with_neither(lang: str) -> None:
    found = said({"a": (lang, TWICE[lang]), "b": ("en", "A Swedish court fined the bank Norrsund 38 million kronor.")}, DAY)
    assert kinds(found) == {VerdictKind.CONTRADICTION}


@pytest.mark.parametrize(("one", "other"), list(permutations(LONG, 2)))
def test_lengths_in_two_units_agree_or_contradict_together(one: str, other: str) -> None:
    single = re.sub(r" \(.*\)", "", LONG[other])
    for figure, kind in (("26", VerdictKind.AGREEMENT), ("62", VerdictKind.CONTRADICTION)):
        found = said({"a": (one, LONG[one].format("26", "16")), "b": (other, single.format(figure))})
        assert kinds(found) == {kind}, figure
        assert len(found) == 2


def test_a_conversion_of_another_amount_follows_nothing() -> None:
    other = "The bank Norrsund paid its chief 3.0 million euros (35 million kronor). The court fined it 90 million kronor."
    found = said({"a": ("en", TWICE["en"]), "b": ("en", other)}, DAY)
    assert not any("90 million kronor" in texts and kind is VerdictKind.AGREEMENT for kind, texts in found)
