"""What something rose or fell by is a change; what it rose or fell to is what it is."""

import pytest

import claimcheck


def changes(text: str, lang: str) -> list[bool]:
    return ["change" in claim.qualifiers for claim in claimcheck.extract(text, lang=lang)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Joblessness fell by 300,000 to 2.4 million.", "en"),
        ("Exports rose 3 percent to 11.2 million tonnes.", "en"),
        ("Die Zahl der Arbeitslosen sank um 300.000 auf 2,4 Millionen.", "de"),
        ("Le nombre de chômeurs a baissé de 300 000, à 2,4 millions.", "fr"),
        ("El número de parados bajó en 300.000 personas, hasta 2,4 millones.", "es"),
        ("Liczba bezrobotnych spadła o 300 tys. do 2,4 mln.", "pl"),
        ("Число безработных сократилось на 300 тысяч, до 2,4 млн.", "ru"),
        ("失業者は30万人減って240万人になった。", "ja"),
        ("失业人数减少30万，至240万。", "zh"),
        ("실업자는 30만 명 줄어 240만 명이 됐다.", "ko"),
        ("انخفض عدد العاطلين بمقدار 300 ألف إلى 2.4 مليون.", "ar"),
        ("İşsiz sayısı 300 bin azalarak 2,4 milyona indi.", "tr"),
    ],
)
def test_the_first_is_the_change_and_the_second_the_level(text: str, lang: str) -> None:
    assert changes(text, lang) == [True, False]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Sales rose to 12 million.", "en"),
        ("The toll stands at 31, the company said.", "en"),
        ("Die Inflation stieg auf 3,1 Prozent.", "de"),
        ("Prices rose 3.1 percent, and inflation with them.", "en"),
        ("Le bilan est monté à 31 morts.", "fr"),
        ("死者は31人に増えた。", "ja"),
        ("死亡人数上升至31人。", "zh"),
    ],
)
def test_levels_and_rates_are_no_change(text: str, lang: str) -> None:
    assert not any(changes(text, lang))


def test_a_rise_between_two_near_numbers_is_a_range() -> None:
    assert [claim.text for claim in claimcheck.extract("Rents rose by 3 to 5 percent.", lang="en")] == ["3 to 5 percent"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The show was seen by 300 people."),
        ("nl", "De ploeg komt met 300 spelers."),
        ("sv", "Ett bolag med 300 anställda."),
        ("da", "En virksomhed med 300 ansatte."),
        ("nb", "Et selskap med 300 ansatte."),
        ("de", "Die Zahl der Toten ist auf 300 gestiegen."),
        ("hu", "A létszám 300 főre csökkent."),
        ("tr", "Çalışan sayısı 300 kişiye düştü."),
        ("id", "Bantuan sebesar 300 juta sudah cair."),
    ],
)
def test_who_did_it_what_goes_with_it_and_where_it_led_are_no_change(lang: str, text: str) -> None:
    assert [claim.qualifiers for claim in claimcheck.extract(text, lang=lang) if "change" in claim.qualifiers] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The staff was reduced by 300."),
        ("nl", "Het aantal doden is met 300 gestegen."),
        ("sv", "Antalet har ökat med 300 personer."),
        ("de", "Die Zahl der Toten ist um 300 gestiegen."),
        ("hu", "A létszám 300 fővel csökkent."),
        ("tr", "Çalışan sayısı 300 kişi azaldı."),
    ],
)
def test_what_it_rose_or_fell_by_is_a_change(lang: str, text: str) -> None:
    assert ["change" in claim.qualifiers for claim in claimcheck.extract(text, lang=lang)] == [True]
