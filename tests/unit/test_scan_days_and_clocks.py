"""Days and times of the day that are not written as most are."""

from __future__ import annotations

from datetime import date, time

import pytest

import claimcheck

FIRSTS = [
    ("en", "The rule holds since the first of July 2025."),
    ("es", "La norma rige desde el primero de julio de 2025."),
    ("pt", "A regra vale desde primeiro de julho de 2025."),
    ("fr", "La règle vaut depuis le premier juillet 2025."),
    ("it", "La regola vale dal primo luglio 2025."),
    ("de", "Die Regel gilt seit dem ersten Juli 2025."),
    ("pl", "Zasada działa od pierwszego lipca 2025 roku."),
    ("ru", "Правило действует с первого июля 2025 года."),
    ("sv", "Regeln gäller från den första juli 2025."),
    ("el", "Ο κανόνας ισχύει από την πρώτη Ιουλίου 2025."),
    ("ar", "القاعدة سارية منذ الأول من يوليو 2025."),
]


@pytest.mark.parametrize(("lang", "text"), FIRSTS)
def test_the_first_of_a_month_in_words_is_that_day(lang: str, text: str) -> None:
    (claim,) = claimcheck.extract(text, lang=lang)
    assert claim.quantity.stated.low == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("lang", "text"), [("de", "Das war in der ersten Juli-Woche 2025."), ("en", "It was the first July without rain since 1990.")]
)
def test_a_first_week_or_july_is_no_first_day(lang: str, text: str) -> None:
    assert date(2025, 7, 1) not in [claim.quantity.stated.high for claim in claimcheck.extract(text, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Cuộc họp bắt đầu ngày 10/8 tại đây."),
        ("vi", "Cuộc họp kéo dài từ 10/8 tại đây."),
        ("id", "Rapat dimulai di Norva, Selasa (10/8)."),
        ("pt", "A reunião começou em Norva na terça (10/8)."),
    ],
)
def test_a_day_and_month_with_a_stroke(lang: str, text: str) -> None:
    (claim,) = claimcheck.extract(text, lang=lang)
    assert (claim.quantity.kind, claim.quantity.stated.low) == ("date", date(4, 8, 10))


@pytest.mark.parametrize(("lang", "text"), [("vi", "Giá tăng đến 3/4 so với trước."), ("pt", "Cerca de 3/4 votaram.")])
def test_a_share_is_no_day(lang: str, text: str) -> None:
    assert "date" not in [claim.quantity.kind for claim in claimcheck.extract(text, lang=lang)]


CLOCKS = [
    ("pl", "Zapora pękła w nocy o 2.37.", time(2, 37)),
    ("tr", "Tören 18.24'te başladı.", time(18, 24)),
    ("cs", "Vlak vyjel v 6.47 z Brna.", time(6, 47)),
    ("uk", "Потяг рушив о 7.47 зі станції.", time(7, 47)),
    ("vi", "Bão vào bờ lúc 4 giờ 30 ngày 5/11.", time(4, 30)),
    ("hi", "रॉकेट ने शाम 4 बजकर 12 मिनट पर उड़ान भरी।", time(16, 12)),
]


@pytest.mark.parametrize(("lang", "text", "shown"), CLOCKS)
def test_times_of_the_day(lang: str, text: str, shown: time) -> None:
    assert shown in [claim.quantity.stated.low for claim in claimcheck.extract(text, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Kurs wzrósł o 2.37."),
        ("pl", "PKB spadł o 1.20 procent."),
        ("tr", "Oran 18.24 oldu."),
        ("tr", "6.7'lik deprem oldu."),
        ("ru", "Полёт длился 14 часов 30 минут."),
        ("hi", "उपग्रह 19 मिनट बाद अलग हुआ।"),
    ],
)
def test_other_numbers_are_no_time_of_the_day(lang: str, text: str) -> None:
    assert "time" not in [claim.quantity.kind for claim in claimcheck.extract(text, lang=lang)]


def kinds(lang: str, text: str) -> list[tuple[str, str]]:
    """Return kinds and days of the figures of an article of 9 August 2025."""
    report = claimcheck.check([claimcheck.Source(id="a", text=text, lang=lang, published="2025-08-09")])
    return [(claim.quantity.kind, str(claim.quantity.stated.low)) for claim in report.claims.values()]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("zh", "画展将于11日至18日举行。"), ("ja", "展覧会は11日から18日まで開かれる。"), ("ko", "전시회는 11일부터 18일까지 열린다.")],
)
def test_from_one_day_to_another_are_two_days(lang: str, text: str) -> None:
    assert kinds(lang, text) == [("date", "2025-08-11"), ("date", "2025-08-18")]


def test_so_many_days_are_no_day() -> None:
    assert kinds("ja", "雨は3日から5日間続く。")[-1] == ("duration", "5")
