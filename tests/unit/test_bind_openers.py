"""Names that open a sentence, and names before a particle."""

from __future__ import annotations

import pytest

import claimcheck


def parties(text: str, lang: str) -> list[tuple[str, ...]]:
    return [claim.entities[:1] for claim in claimcheck.extract(text, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Arvik sold 40 cars in May."),
        ("en", "Arvik has 40 cars."),
        ("en", "Arvik expects 40 cars."),
        ("es", "Arvik vendió 40 coches en mayo."),
        ("it", "Arvik ha venduto 40 auto a maggio."),
        ("pt", "Arvik vendeu 40 carros em maio."),
        ("fr", "Arvik a vendu 40 voitures en mai."),
        ("ko", "Arvik은 5월에 자동차 40대를 팔았다."),
        ("ja", "Arvikは5月に自動車40台を売った。"),
    ],
)
def test_an_unknown_word_that_opens_a_sentence_as_names_do_is_one(lang: str, text: str) -> None:
    assert parties(text, lang)[0] == ("arvik",)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("ru", "Норвария продала 40 машин. Раньше в Норварии продавали 60.", "норвария"),
        ("uk", "Норварія продала 40 машин. Раніше в Норварії продавали 60.", "норварія"),
        ("pl", "Belmaria sprzedała 40 samochodów. Wcześniej w Belmarii sprzedawano 60.", "belmaria"),
    ],
)
def test_a_name_that_the_text_has_in_another_case_is_one(lang: str, text: str, name: str) -> None:
    assert parties(text, lang)[0] == (name,)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Taps run for 8 hours a day."),
        ("en", "Digging took 8 hours."),
        ("en", "Unsold stocks grew by 40 tonnes."),
        ("it", "Niente tregua: 40 auto bruciate."),
        ("es", "Hallan 40 coches quemados."),
        ("ru", "Перепись длилась 21 день."),
        ("nl", "Moesten binnenblijven: 45.000."),
    ],
)
def test_other_words_that_open_a_sentence_are_none(lang: str, text: str) -> None:
    assert parties(text, lang)[0] == ()


def test_figures_of_two_parties_at_the_beginning_of_sentences_do_not_contradict() -> None:
    sources = [
        claimcheck.Source(id="a", text="Arvik sold 4,048 cars in May.", lang="en", published="2024-06-03"),
        claimcheck.Source(id="b", text="Borsel sold 4,096 cars in May.", lang="en", published="2024-06-03"),
    ]
    assert not claimcheck.check(sources).verdicts


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("id", "Direktur Utama Nusara Wirada mengatakan 40 pesawat tiba.", "nusara wirada"),
        ("id", "Menteri Perhubungan Budi Santo mengatakan 40 pesawat tiba.", "budi santo"),
        ("pl", "Prezes Jan Malm ogłosił zakup 40 samolotów.", "jan malm"),
        ("tr", "Genel Müdür Ali Malm 40 uçak açıkladı.", "ali malm"),
        ("cs", "Ministr Jan Malm oznámil nákup 40 letadel.", "jan malm"),
        ("en", "Parched Belmaria cuts water to 120 litres.", "belmaria"),
        ("en", "Struggling Arvik cuts 400 jobs.", "arvik"),
        ("en", "United Arvik cuts 400 jobs.", "united arvik"),
        ("en", "Green Left won 40 seats.", "green left"),
    ],
)
def test_titles_and_participles_are_no_part_of_a_name(lang: str, text: str, name: str) -> None:
    assert parties(text, lang)[0][:1] == (name,)
