"""Parties: names with one capital, what stands for a party named before, and institutes that give figures of their own."""

import pytest
from marked import claims_of, concept, words

from claimcheck.bind.pairs import joined_words
from claimcheck.model.claim import Claim

SAYS = concept("according_to", "measurer", {"en": ("according to", "said"), "fr": ("selon",), "de": ("laut",), "tr": ("açıkladı",)})
CITIZEN = concept("citizen", "counted", {"cs": ("občan*",)})
VOCABULARY = words(SAYS, CITIZEN)


def parties(marked: str, lang: str) -> list[str]:
    """Return the first name bound to each figure, "" for none."""
    return [claim.entities[0] if claim.entities else "" for claim in claims_of(marked, lang, VOCABULARY)]


def measurers(marked: str, lang: str) -> list[str | None]:
    return [claim.attribution for claim in claims_of(marked, lang, VOCABULARY)]


@pytest.mark.parametrize(
    ("marked", "lang", "names"),
    [
        ("Lidový svaz získal {31 procent|ratio}. Slaví i Lidový svaz.", "cs", ["lidovy svaz"]),
        ("Občanská strana má {31 křesel|count}.", "cs", ["obcanska strana"]),
        ("Slobodná strana získala {31 percent|ratio}.", "sk", ["slobodna strana"]),
        ("Seljački savez osvojio je {31 posto|ratio}.", "hr", ["seljacki savez"]),
        ("Народный фронт получил {31 процент|ratio}, а Аграрная партия {9 процентов|ratio}.", "ru", ["народныи фронт", "аграрная партия"]),
        ("Народний рух отримав {31 відсоток|ratio}.", "uk", ["народнии рух"]),
        ("Le Mouvement paysan obtient {31 %|ratio}, l'Union rouge {9 %|ratio}.", "fr", ["mouvement paysan", "union rouge"]),
        ("El Frente popular logra {31 %|ratio}.", "es", ["frente popular"]),
        ("La Lega contadina prende il {31 %|ratio}.", "it", ["lega contadina"]),
        ("La Lega agraria prende il {31 %|ratio}.", "it", ["lega agraria"]),
        ("A Aliança azul tem {31 %|ratio}; a União operária tem {9 %|ratio}.", "pt", ["alianca azul", "uniao operaria"]),
        ("I går fick Röda förbundet {31 procent|ratio}.", "sv", ["roda forbundet"]),
        ("I går fik Røde forbund {31 procent|ratio}.", "da", ["rode forbund"]),
    ],
)
def test_names_of_which_one_word_has_a_capital_are_whole(marked: str, lang: str, names: list[str]) -> None:
    assert parties(marked, lang) == names


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vládní strana mlčí. Druhá banka také.", "cs"),
        ("Veselý řekl ano. Proto Veselý řekl ne.", "cs"),
        ("Марина сказала да. Вчера Марина сказала нет.", "ru"),
        ("Правящая партия молчит.", "ru"),
        ("Anna säger nej. I dag Anna säger ja.", "sv"),
        ("Le Parti a gagné. Paris verte dort.", "fr"),
        ("The Party won. Later the Party lost.", "en"),
    ],
)
def test_a_capital_before_a_small_word_alone_makes_no_name(text: str, lang: str) -> None:
    assert joined_words(text, lang) == frozenset()


def test_what_has_a_capital_amid_sentences_again_and_again_is_a_name() -> None:
    text = "Zlatá stezka vede. Večer vyhrála Zlatá stezka. Pro Zlatou stezku hlasovali mladí."
    assert ("zlatá", "stezka") in joined_words(text, "cs")
    assert ("zlatá", "stezka") not in joined_words("Zlatá stezka vede.", "cs")


@pytest.mark.parametrize(
    ("marked", "lang", "names"),
    [
        ("The Rural Front won. The mood at the Front is good: it has {31 seats|count}.", "en", ["rural front"]),
        ("The airline Skyvent flies on. The company has {40 jets|count}.", "en", ["skyvent"]),
        ("Der Bauernbund jubelt. Nun hat der Bund {31 Sitze|count}.", "de", ["bauernbund"]),
        ("Le Front paysan gagne. Le Front a {31 sièges|count}.", "fr", ["front paysan"]),
        ("El Frente popular gana. En total el Frente suma {31 escaños|count}.", "es", ["frente popular"]),
        ("Het bedrijf Windvaart groeit. Vorig jaar had het bedrijf {40 schepen|count}.", "nl", ["windvaart"]),
        ("Związek Ludowy wygrał. Związek ma {31 mandatów|count}.", "pl", ["zwiazek ludowy"]),
        ("La società Ventomare cresce. Oggi la società ha {40 navi|count}.", "it", ["ventomare"]),
        ("The online retailer Skyvent grows. The company has {40 shops|count}.", "en", ["skyvent"]),
        ("Der Chemiekonzern Windholt wächst. Der Konzern hat {40 Werke|count}.", "de", ["windholt"]),
        ("I år växer nätbutiken Windholt. Bolaget har {40 lager|count}.", "sv", ["windholt"]),
        ("Hay colas en Caja Ventosa. La caja tiene {40 oficinas|count}.", "es", ["caja ventosa"]),
    ],
)
def test_nouns_stand_for_the_party_named_before(marked: str, lang: str, names: list[str]) -> None:
    assert parties(marked, lang) == names


@pytest.mark.parametrize(
    ("marked", "lang"),
    [
        ("The company has {40 jets|count}.", "en"),
        ("The airline Skyvent flies on. A party drew {40 guests|count}.", "en"),
        ("The Rural Front and the Urban Front met. A cold front brought {40 mm|length}.", "en"),
        ("Die Datenbank wächst. Die Bank hat {40 Filialen|count}.", "de"),
        ("Ada Roe spoke. The company has {40 jets|count}.", "en"),
        ("The insurer Skyvent pays. A company has {40 jets|count}.", "en"),
    ],
)
def test_nouns_without_a_party_named_before_stand_for_nobody(marked: str, lang: str) -> None:
    assert parties(marked, lang) == [""]


@pytest.mark.parametrize(
    ("marked", "lang", "names"),
    [
        ("The Corvo Institute measured {6.4|number}, the coastal centre NSC {6.2|number}.", "en", ["corvo institute", "nsc"]),
        ("Il tremore, l'Istituto Corvo registra {6,4|number}.", "it", ["istituto corvo"]),
        ("Le Centre Corvo a mesuré {6,4|number}.", "fr", ["centre corvo"]),
        ("El Instituto Corvo midió {6,4|number}.", "es", ["instituto corvo"]),
        ("Das Institut Corvo maß {6,4|number}.", "de", ["institut corvo"]),
        ("Το Ινστιτούτο Κόρβου μέτρησε {6,4|number}.", "el", ["ινστιτουτο κορβου"]),
        ("Korvo Deprem Merkezi (KDM) büyüklüğü {6,2|number} olarak açıkladı.", "tr", ["kdm"]),
        ("Институт Корво измерил {6,4|number}.", "ru", ["институт корво"]),
        ("The Corvo exit poll saw the Front at {41 percent|ratio}.", "en", ["corvo"]),
    ],
)
def test_an_institute_that_measures_or_asks_is_the_measurer(marked: str, lang: str, names: list[str]) -> None:
    assert measurers(marked, lang) == names


@pytest.mark.parametrize(
    ("marked", "lang"),
    [
        ("The Corvo Institute employs {400 people|count}.", "en"),
        ("The Rural Front lost {6 seats|count}.", "en"),
        ("El Instituto Corvo tiene {400 empleados|count}.", "es"),
    ],
)
def test_who_only_has_or_does_something_measures_nothing(marked: str, lang: str) -> None:
    assert measurers(marked, lang) == [None]


def only(marked: str, lang: str) -> Claim:
    (claim,) = claims_of(marked, lang, VOCABULARY)
    return claim


def test_a_preposition_in_the_name_of_a_group_leads_to_no_place() -> None:
    claim = only("The aid group Nurses in Motion treated {40 cases|count}.", "en")
    assert (claim.entities[0], claim.scope) == ("nurses in motion", None)
    assert only("Lawyers without Borders won {40 cases|count}.", "en").entities[0] == "lawyers without borders"


def test_a_place_behind_a_party_is_a_place() -> None:
    claim = only("The aid group Norva in Talbruck treated {40 cases|count}.", "en")
    assert claim.scope == "talbruck"


def test_what_stands_behind_a_whole_is_of_its_part() -> None:
    assert parties("That is {68|count} of the {180| seats|count} for Ruralia and {58|count} for Urbania.", "en") == [
        "ruralia",
        "",
        "urbania",
    ]
    assert parties("That is {68|count} and {180| seats|count} for Ruralia.", "en")[1] == "ruralia"
