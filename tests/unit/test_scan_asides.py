"""An amount that a sentence tells again in another currency or unit follows that amount."""

from __future__ import annotations

import pytest

import claimcheck

AGAIN = [
    ("en", "The bridge cost 640 million crowns, that is 26 million euros."),
    ("en", "The bridge cost 640 million crowns, or roughly 26 million euros."),
    ("en", "The bridge cost 640 million crowns (26 million euros)."),
    ("es", "El puente costó 640 millones de coronas, unos 26 millones de euros."),
    ("fr", "Le pont a coûté 640 millions de couronnes, soit 26 millions d'euros."),
    ("de", "Die Brücke kostete 640 Millionen Kronen, umgerechnet rund 26 Millionen Euro."),
    ("it", "Il ponte è costato 640 milioni di corone, pari a circa 26 milioni di euro."),
    ("pt", "A ponte custou 640 milhões de coroas, ou seja, 26 milhões de euros."),
    ("nl", "De brug kostte 640 miljoen kroon, omgerekend 26 miljoen euro."),
    ("pl", "Most kosztował 640 mln koron, czyli ok. 110 mln zł."),
    ("cs", "Most stál 26 milionů eur, tedy zhruba 640 milionů korun."),
    ("ru", "Мост обошёлся в 640 млн крон, то есть около 26 млн евро."),
    ("uk", "Міст коштував 640 млн крон, це майже 26 млн євро."),
    ("sv", "Bron kostade 26 miljoner euro, motsvarande cirka 290 miljoner kronor."),
    ("tr", "Köprü 640 milyon dolara, yani yaklaşık 550 milyon euroya mal oldu."),
    ("ja", "橋の費用は6億4000万クローナ、約85億円。"),
    ("zh", "大桥耗资6.4亿克朗，约合4.8亿元。"),
    ("hi", "पुल पर 64 करोड़ रुपये, यानी लगभग 73 लाख डॉलर खर्च हुए।"),
    ("en", "The hull is 3,400 nautical miles, or 6,300 km, from home."),
]


@pytest.mark.parametrize(("lang", "text"), AGAIN)
def test_what_tells_an_amount_again_follows_it(lang: str, text: str) -> None:
    first, second = claimcheck.extract(text, lang=lang)
    assert (first.converts, second.converts) == (None, first.id)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The bridge cost 640 million crowns and 26 million euros."),
        ("en", "The road is 90 km, or 12 miles longer than before."),
        ("fr", "Le pont a coûté 640 millions de couronnes, le tunnel 26 millions d'euros."),
        ("de", "Die Brücke kostete 640 Millionen Kronen, der Tunnel 26 Millionen Euro."),
        ("it", "Il ponte costa 640 milioni, o 26 milioni in meno."),
    ],
)
def test_two_amounts_stand_for_themselves(lang: str, text: str) -> None:
    assert not any(claim.converts for claim in claimcheck.extract(text, lang=lang))


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("fr", "Le pont coûte 15,1 milliards de roupies, soit 144 millions d'euros, contre 14,3 milliards annoncés.", "INR"),
        ("en", "The bridge costs 15.1bn rupees, that is 144m euros, against 14.3bn announced.", "INR"),
        ("es", "El puente cuesta 640 millones de dólares, unos 550 millones de euros, frente a 610 millones.", "USD"),
        ("de", "Die Brücke kostet 640 Millionen Dollar, umgerechnet 550 Millionen Euro, nach zuvor 610 Millionen.", "USD"),
    ],
)
def test_a_bare_amount_is_in_the_currency_of_the_amount_and_not_of_its_conversion(lang: str, text: str, unit: str) -> None:
    assert [claim.quantity.unit for claim in claimcheck.extract(text, lang=lang)][-1] == unit


def test_a_bare_amount_is_never_in_the_currency_of_its_conversion_in_brackets() -> None:
    text = "El puente costó 640 millones (unos 550 millones de euros). El túnel, 90 millones de dólares."
    bare, again, _ = claimcheck.extract(text, lang="es")
    assert (bare.quantity.unit, again.quantity.unit, again.converts) == ("USD", "EUR", bare.id)
