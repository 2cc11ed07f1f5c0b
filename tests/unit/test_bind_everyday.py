"""Everyday words with a capital: they open sentences, say of what kind a name is, or name nobody; names made of such words survive."""

import pytest
from marked import claims_of

from claimcheck.bind.everyday import Sort, is_known, sort_of
from claimcheck.bind.unknown import capitalised_words, find_unknown
from claimcheck.bind.words import read_phrase


def named(text: str, lang: str, prose: str = "") -> list[str]:
    line = read_phrase(text, lang)
    return [hit.id for hit in find_unknown(line, [], capitalised_words(prose or text), frozenset()) if hit.rank < 2]


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("Through Quellin they came.", "en", ["quellin"]),
        ("Enligt Quellin kom ingen.", "sv", ["quellin"]),
        ("Ifølge Quellin kom ingen.", "da", ["quellin"]),
        ("Etter Quellin kom ingen.", "nb", ["quellin"]),
        ("Selon Quellin, personne n'est venu.", "fr", ["quellin"]),
        ("Mediante Quellin llegaron todos.", "es", ["quellin"]),
        ("Presso Quellin non c'era nessuno.", "it", ["quellin"]),
        ("Perante Quellin ninguém falou.", "pt", ["quellin"]),
        ("Dankzij Quellin kwam niemand.", "nl", ["quellin"]),
        ("Pomiędzy Quellin a morzem nic nie ma.", "pl", ["quellin"]),
        ("Během Quellinu nikdo nepřišel.", "cs", ["quellinu"]),
        ("Через Квеллин прошли все.", "ru", ["квеллин"]),
        ("Оскільки Квеллін мовчить, ніхто не прийшов.", "uk", ["квеллін"]),
        ("Κατά Κουέλιν ήρθαν όλοι.", "el", ["κουελιν"]),
        ("Kuten Quellin sanoi, kukaan ei tullut.", "fi", ["quellin"]),
        ("Mivel Quellin hallgat, senki sem jött.", "hu", ["quellin"]),
        ("Setelah Quellin diam, tidak ada yang datang.", "id", ["quellin"]),
    ],
)
def test_small_words_that_open_a_sentence_are_no_part_of_the_name_behind_them(text: str, lang: str, names: list[str]) -> None:
    assert named(text, lang) == names


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Всего — 2,61 млн. Через сеть пришло больше.", "uk"),
        ("Всего 6,84 млн. Пик пришёлся на весну.", "ru"),
        ("TALSK - Los clientes esperan.", "es"),
        ("TALSK - Offerta da due miliardi.", "it"),
        ("TALSK, India - Cranes moved again.", "en"),
        ("Race | Athlete | Prize", "en"),
        ("Voce | Valore", "it"),
        ("DIRECT - une nuit agitée", "fr"),
        ("SON DAKİKA | sahil sallandı", "tr"),
    ],
)
def test_words_behind_dashes_lines_and_abbreviations_open_something_too(text: str, lang: str) -> None:
    prose = "Talsk"
    assert [name for name in named(text, lang, prose) if name not in {"talsk", "india"}] == []


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("Der Chemiekonzern Quellin wächst.", "de", "quellin"),
        ("Den Verpackungshersteller Quellin gibt es lange.", "de", "quellin"),
        ("Der Verein Quellwacht kam auf 48.", "de", "quellwacht"),
        ("Gouverneurin Ada Quellin sprach.", "de", "ada quellin"),
        ("Verzekeraar Quellin betaalt.", "nl", "quellin"),
        ("Luchtvaartgroep Quellin groeit.", "nl", "quellin"),
        ("Säkerhetsbolaget Quellin växer.", "sv", "quellin"),
        ("Nätbutiken Quellin växer.", "sv", "quellin"),
        ("Rikollisryhmä Quellin vaatii rahaa.", "fi", "quellin"),
        ("Başkent Quellin'in nüfusu arttı.", "tr", "quellin"),
        ("Avukat Ada Quellin konuştu.", "tr", "ada quellin"),
        ("Адвокат Ада Квеллин говорит.", "ru", "ада квеллин"),
        ("Prawnik Ada Quellin mówi.", "pl", "ada quellin"),
        ("Lawyer Ada Quellin spoke.", "en", "ada quellin"),
        ("Aseguradora Quellin paga.", "es", "quellin"),
        ("Airline Quellin grows.", "en", "quellin"),
        ("in het Duitse Quellin", "nl", "quellin"),
        ("según el Senador Ada Quellin", "es", "ada quellin"),
    ],
)
def test_what_a_name_is_of_is_no_part_of_it(text: str, lang: str, name: str) -> None:
    assert named(text, lang) == [name]


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("The vote went to Green Left and National Path.", "en", ["green left", "national path"]),
        ("National Path: 30.9%", "en", ["national path"]),
        ("Green Left wins.", "en", ["green left"]),
        ("La nave Mare Aperto è partita.", "it", ["mare aperto"]),
        ("Bloque Quellín gana.", "es", ["bloque quellin"]),
        ("reported by Port Haldane and Mount Quellin", "en", ["port haldane", "mount quellin"]),
        ("Port Haldane grows.", "en", ["port haldane"]),
        ("they asked the Turkish Quelling Centre", "en", ["turkish quelling centre"]),
        ("WHO says so.", "en", ["who"]),
        ("Christian Quellin spoke.", "en", ["christian quellin"]),
        ("gekauft von Quellin Nova", "de", ["quellin nova"]),
        ("Der Nationale Weg und die Grüne Linke.", "de", ["nationale weg", "grune linke"]),
        ("contó la empresa Grupo Quellín", "es", ["grupo quellin"]),
        ("Quellin : deux blessés", "fr", ["quellin"]),
    ],
)
def test_names_made_of_everyday_words_survive(text: str, lang: str, names: list[str]) -> None:
    assert named(text, lang) == names


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("En 2012 el Estado pagó, y el Congreso aprobó.", "es"),
        ("Ieri lo Stato ha pagato.", "it"),
        ("selon le ministère de la Santé", "fr"),
        ("said the Senate", "en"),
        ("stellte Schritte in Aussicht und rechnet mit Mehreinnahmen", "de"),
        ("480 sind in Kurzarbeit, je Kubikmeter Luft", "de"),
        ("laut Landesumweltamt", "de"),
        ("チームとセンター", "ja"),
        ("Duits en Frans", "nl"),
    ],
)
def test_what_every_country_or_house_has_names_nobody(text: str, lang: str) -> None:
    assert named(text, lang) == []


def test_a_loan_in_katakana_is_no_name_but_a_foreign_name_is() -> None:
    assert named("クエリンのデータセンターとネットワーク", "ja") == ["クエリン"]


@pytest.mark.parametrize(
    ("word", "lang"),
    [("bergsum", "de"), ("lyon", "de"), ("wirtz", "de"), ("thalbruck", "de"), ("kessbach", "en"), ("greg", "pt"), ("rosa", "pl")],
)
def test_a_name_that_begins_like_a_word_is_not_known(word: str, lang: str) -> None:
    assert not is_known(word, lang)


def test_the_second_half_of_a_compound_tells_its_kind() -> None:
    assert sort_of("chemiekonzern", "de").is_body
    assert sort_of("landesumweltamt", "de").is_body
    assert not sort_of("luftwacht", "de").is_body


def test_a_language_without_words_knows_nothing() -> None:
    assert sort_of("anything", "xx") == Sort()


def test_a_figure_is_bound_to_the_bare_name() -> None:
    (claim,) = claims_of("Der Chemiekonzern Quellin zahlt {12|count}.", "de")
    assert claim.entities == ("quellin",)
