"""The index of a language tells every length that a term may have at a place, so that no term is missed."""

from __future__ import annotations

import pytest

from claimcheck.lexicon.language import Role, fold
from claimcheck.lexicon.load import load_language
from claimcheck.scan.index import bits, index_of
from claimcheck.scan.scene import Scene

TEXTS = [
    ("en", "More than a quarter of a million people, or 5.2 km/h on average, at least twice; the first half of 2025 was 3 % better."),
    ("es", "Más de un cuarto de millón de personas, a las 11 de la noche del 3 de noviembre, unos 5 km por hora."),
    ("de", "Gut eineinhalb Millionen Euro, zweihundertfünfzig Meter je Stunde, Anfang März um 8 Uhr, mehr als die Hälfte."),
    ("hu", "A 2025 végéig több mint 30 milliárd forintot, 5 kilométeres szakaszon, 12-én."),
    ("tr", "Yüzde 32,87 oldu; 2025'in ilk yarısında 3 milyon liradan fazla."),
    ("ja", "2025年11月3日の午後3時20分に約245万人が5kmを走り、4分の1だった。"),
    ("ko", "지난해 3조 5천억원, 5킬로미터를 12명이 달렸다."),
    ("ar", "أكثر من 5 ملايين دولار في 3 نوفمبر"),
]


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_whole_terms_are_found_from_both_ends(lang: str, text: str) -> None:
    language = load_language(lang)
    folded, index = fold(text), index_of(language)
    for start in range(len(folded)):
        for end in range(start + 1, min(len(folded), start + 40) + 1):
            alone = (start == 0 or not folded[start - 1].isalnum()) and (end == len(folded) or not folded[end].isalnum())
            if folded[start:end] in language.terms and alone:
                assert end - start in index.ahead(folded, start)
                assert end - start in index.glued(folded, start)
                assert end - start in index.behind(folded, 0, end)


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_roles_are_those_of_the_terms(lang: str, text: str) -> None:
    scene = Scene(text, fold(text), load_language(lang))
    for place in range(len(text)):
        for role in (Role.UNIT, Role.LINK, Role.HEDGE, Role.SCALE):
            assert bool(scene.roles_ahead(place) & bits(role)) == (scene.ahead(place, frozenset({role})) is not None)
            assert bool(scene.roles_behind(place) & bits(role)) == (scene.behind(place, frozenset({role})) is not None)
