from __future__ import annotations

import re
from datetime import date

import pytest

from claimcheck.lexicon.language import Role, fold
from claimcheck.lexicon.load import load_language
from claimcheck.model.mention import YEARLESS, DateReading, Hedge
from claimcheck.scan.dates import read_date

PUBLISHED = "2025-11-03"
BEGINNINGS = frozenset({Role.MONTH, Role.QUARTER, Role.HALF_YEAR, Role.SEASON})


def dates_in(lang: str, text: str, published: str = PUBLISHED) -> list[tuple[str, tuple[DateReading, ...]]]:
    """Return every date of `text` as the scanner asks for them: at digits and at words that can begin one."""
    language, folded = load_language(lang), fold(text)
    found: list[tuple[str, tuple[DateReading, ...]]] = []
    done = 0
    for place in range(len(text)):
        if place < done or not _is_anchor(folded, place, lang):
            continue
        dated = read_date(text, folded, place, place + 1, language, published=published)
        if dated is not None:
            readings = tuple(reading for reading in dated.readings if isinstance(reading, DateReading))
            found.append((text[dated.start : dated.end], readings))
            done = dated.end
    return found


def _is_anchor(folded: str, place: int, lang: str) -> bool:
    language = load_language(lang)
    before = folded[place - 1 : place]
    if folded[place].isdecimal():
        return not before.isdecimal()
    if language.spaced and before.isalpha():
        return False
    sizes = [*language.lengths.get(folded[place : place + 2], ()), *language.lengths.get(folded[place], ())]
    words = (folded[place : place + size] for size in sizes)
    return any(term.role in BEGINNINGS for word in words for term in language.terms.get(word, ()))


def only(lang: str, text: str, published: str = PUBLISHED) -> DateReading:
    found = dates_in(lang, text, published)
    assert len(found) == 1, found
    return found[0][1][0]


def days(lang: str, text: str, published: str = PUBLISHED) -> tuple[str, str]:
    reading = only(lang, text, published)
    return str(reading.low), str(reading.high)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It opened on 3 November 2025."),
        ("en", "It opened on November 3, 2025, at last."),
        ("en", "It opened on November 3rd, 2025."),
        ("en", "It opened on the 3rd of November 2025."),
        ("en", "Opened 2025-11-03 in the north."),
        ("de", "Eröffnet wurde am 3. November 2025 in Bonn."),
        ("de", "Eröffnet wurde am 03.11.2025 in Bonn."),
        ("es", "Abrió el 3 de noviembre de 2025."),
        ("es", "Abrió el 3/11/2025 sin público."),
        ("fr", "Ouvert le 3 novembre 2025 au public."),
        ("it", "Ha aperto il 3 novembre 2025."),
        ("pt", "Abriu a 3 de novembro de 2025."),
        ("nl", "Open sinds 3 november 2025."),
        ("pl", "Otwarto go 3 listopada 2025 r."),
        ("ru", "Он открылся 3 ноября 2025 года."),
        ("uk", "Він відкрився 3 листопада 2025 року."),
        ("tr", "3 Kasım 2025'te açıldı."),
        ("ar", "افتتح في 3 نوفمبر 2025."),
        ("ar", "افتتح في ٣ نوفمبر ٢٠٢٥."),
        ("fa", "در ۳ نوامبر ۲۰۲۵ باز شد."),
        ("he", "נפתח ב-3 בנובמבר 2025."),
        ("hi", "यह 3 नवंबर 2025 को खुला।"),
        ("ja", "2025年11月3日に開いた。"),
        ("ja", "令和7年11月3日に開いた。"),
        ("zh", "于2025年11月3日开放。"),
        ("ko", "2025년 11월 3일에 열렸다."),
        ("sv", "Den öppnade den 3 november 2025."),
        ("da", "Den åbnede den 3. november 2025."),
        ("nb", "Den åpnet 3. november 2025."),
        ("fi", "Se avattiin 3. marraskuuta 2025."),
        ("cs", "Otevřeno 3. listopadu 2025."),
        ("hu", "2025. november 3-án nyílt meg."),
        ("ro", "S-a deschis pe 3 noiembrie 2025."),
        ("el", "Άνοιξε στις 3 Νοεμβρίου 2025."),
        ("id", "Dibuka pada 3 November 2025."),
        ("vi", "Mở cửa ngày 3 tháng 11 năm 2025."),
        ("th", "เปิดเมื่อวันที่ 3 พฤศจิกายน 2568"),
    ],
)
def test_a_full_date_is_read_in_every_order_and_language(lang: str, text: str) -> None:
    assert days(lang, text) == ("2025-11-03", "2025-11-03")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The plant must close by the end of 2026."),
        ("es", "La planta cerrará antes de finales de 2026."),
        ("fr", "L'usine fermera d'ici fin 2026."),
        ("de", "Das Werk schließt bis Ende 2026."),
        ("it", "La fabbrica chiude entro la fine del 2026."),
        ("pt", "A fábrica fecha até ao fim de 2026."),
        ("nl", "De fabriek sluit uiterlijk eind 2026."),
        ("pl", "Zakład zamkną do końca 2026 roku."),
        ("ru", "Завод закроют до конца 2026 года."),
        ("uk", "Завод закриють до кінця 2026 року."),
        ("tr", "Fabrika 2026 yılı sonuna kadar kapanacak."),
        ("ar", "يغلق المصنع بحلول نهاية عام 2026."),
        ("he", "המפעל ייסגר עד סוף 2026."),
        ("hi", "कारखाना 2026 के अंत तक बंद होगा।"),
        ("ja", "工場は2026年末までに閉まる。"),
        ("zh", "工厂到2026年底关闭。"),
        ("ko", "공장은 2026년 말까지 문을 닫는다."),
        ("sv", "Fabriken stängs senast i slutet av 2026."),
        ("fi", "Tehdas suljetaan vuoden 2026 loppuun mennessä."),
        ("hu", "A gyár 2026 végéig bezár."),
        ("ro", "Fabrica se închide până la sfârșitul anului 2026."),
        ("el", "Θα κλείσει μέχρι το τέλος του 2026."),
        ("id", "Pabrik ditutup hingga akhir 2026."),
        ("vi", "Nhà máy đóng cửa đến cuối năm 2026."),
    ],
)
def test_a_deadline_at_the_end_of_a_year_has_no_first_day(lang: str, text: str) -> None:
    reading = only(lang, text)
    assert (reading.low, reading.high, reading.hedge) == (None, date(2026, 12, 31), Hedge.AT_MOST)


@pytest.mark.parametrize(
    ("lang", "text", "first", "last"),
    [
        ("en", "They hope to finish by March 2026.", "2026-03-01", "2026-03-31"),
        ("it", "Contano di finire entro marzo 2026.", "2026-03-01", "2026-03-31"),
        ("es", "Esperan seguir hasta el próximo marzo.", "2026-03-01", "2026-03-31"),
        ("ja", "2026年3月末までに終える。", "2026-03-31", "2026-03-31"),
        ("fr", "Ils finiront fin mars 2026.", "2026-03-31", "2026-03-31"),
        ("en", "The bridge has stood since 2017.", "2017-01-01", "2017-12-31"),
        ("en", "Permits run until 30 June 2026.", "2026-06-30", "2026-06-30"),
    ],
)
def test_other_deadlines_and_since_mean_the_period_itself(lang: str, text: str, first: str, last: str) -> None:
    assert days(lang, text) == (first, last)
    assert only(lang, text).hedge is Hedge.EXACT


def test_before_has_no_first_day_and_after_no_last_one() -> None:
    before, after = only("en", "It must open before 2027."), only("en", "It will open after 2030.")
    assert (before.low, before.high, before.hedge) == (None, date(2027, 12, 31), Hedge.AT_MOST)
    assert (after.low, after.high, after.hedge) == (date(2030, 1, 1), None, Hedge.AT_LEAST)


@pytest.mark.parametrize(
    ("lang", "text", "first", "last"),
    [
        ("en", "It was ready in November 2021.", "2021-11-01", "2021-11-30"),
        ("en", "Due in the first quarter of 2026.", "2026-01-01", "2026-03-31"),
        ("en", "Q3 2025 was weak.", "2025-07-01", "2025-09-30"),
        ("es", "Las ventas del 3T25 cayeron.", "2025-07-01", "2025-09-30"),
        ("de", "Im 3. Quartal 2025 fiel der Umsatz.", "2025-07-01", "2025-09-30"),
        ("ru", "В 3-м квартале 2025 года продажи упали.", "2025-07-01", "2025-09-30"),
        ("tr", "2025'in üçüncü çeyreğinde düştü.", "2025-07-01", "2025-09-30"),
        ("ko", "2025년 3분기 매출이 줄었다.", "2025-07-01", "2025-09-30"),
        ("ja", "2026年上半期に始まる。", "2026-01-01", "2026-06-30"),
        ("en", "They met in winter 2026.", "2025-12-01", "2026-02-28"),
        ("en", "Rents doubled in the 1990s.", "1990-01-01", "1999-12-31"),
        ("fr", "Dans les années 1990, tout a changé.", "1990-01-01", "1999-12-31"),
        ("fi", "1990-luvulla se oli toisin.", "1990-01-01", "1999-12-31"),
        ("en", "Rents rose in 2019-2021.", "2019-01-01", "2021-12-31"),
        ("en", "The 2019/20 season, in 2019/20, was long.", "2019-01-01", "2020-12-31"),
        ("en", "Talks begin in mid-March.", "2026-03-11", "2026-03-20"),
        ("ja", "11月上旬に始まる。", "2025-11-01", "2025-11-10"),
        ("en", "It will open in early 2026.", "2026-01-01", "2026-04-30"),
        ("en", "The fair runs 3-5 November.", "2025-11-03", "2025-11-05"),
        ("de", "Die Messe läuft vom 3. bis 5. November.", "2025-11-03", "2025-11-05"),
        ("es", "La feria va del 3 al 5 de noviembre.", "2025-11-03", "2025-11-05"),
    ],
)
def test_periods_and_their_parts(lang: str, text: str, first: str, last: str) -> None:
    found = dates_in(lang, text)
    assert found
    reading = found[-1][1][0]
    assert (str(reading.low), str(reading.high)) == (first, last)


@pytest.mark.parametrize(
    ("published", "text", "year"),
    [
        ("2025-01-10", "The vote on December 20 failed.", 2024),
        ("2025-12-20", "The vote on January 5 is open.", 2026),
        ("2025-06", "The vote on May 2 passed.", 2025),
        ("2025-06-11T08:00:00+02:00", "The vote on May 2 passed.", 2025),
    ],
)
def test_a_missing_year_is_the_one_nearest_to_the_source(published: str, text: str, year: int) -> None:
    reading = only("en", text, published)
    assert reading.low is not None
    assert (reading.low.year, reading.yearless) == (year, False)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The 2015 measles outbreak was long."),
        ("en", "A 2015 survey counted the owls."),
        ("en", "The 2015 bridge collapse was studied."),
        ("en", "2015 brought storms."),
        ("de", "Die Ernte 2015 war gut."),
        ("de", "2015 gab es viele Stürme."),
        ("de", "Die Grippe-Welle 2015 traf viele."),
        ("es", "La cosecha 2015 fue buena."),
        ("fr", "La récolte 2015 a souffert."),
        ("it", "Il raccolto 2015 è andato perso."),
        ("pt", "A colheita 2015 foi boa."),
        ("nl", "2015 was een nat jaar."),
        ("sv", "2015 kom stormen."),
        ("tr", "2015 seçimleri erken yapıldı."),
        ("ko", "2015 총선은 조용했다."),
        ("hi", "2015 चुनाव शांत रहा।"),
        ("ja", "2015選挙は静かだった。"),
        ("ar", "كانت انتخابات 2015."),
    ],
)
def test_a_bare_year_is_a_year_where_nothing_can_be_counted(lang: str, text: str) -> None:
    assert days(lang, text) == ("2015-01-01", "2015-12-31")


def test_without_any_year_the_date_is_yearless() -> None:
    reading = only("en", "The vote on March 20 failed.", "")
    assert (reading.low, reading.yearless) == (date(YEARLESS, 3, 20), True)


def test_a_leap_day_takes_the_nearest_leap_year() -> None:
    assert days("en", "They met on February 29.", "2025-11-03") == ("2024-02-29", "2024-02-29")


def test_both_orders_are_kept_where_both_are_possible() -> None:
    british = dates_in("es", "Firmado el 03/11/2025 aquí.")[0][1]
    american = dates_in("en-US", "Signed 03/11/2025 here.")[0][1]
    assert [str(reading.low) for reading in british] == ["2025-11-03", "2025-03-11"]
    assert [str(reading.low) for reading in american] == ["2025-03-11", "2025-11-03"]
    assert len(dates_in("es", "Firmado el 25/11/2025 aquí.")[0][1]) == 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "More than 2000 people came."),
        ("en", "The line carries 2000 MW."),
        ("en", "It cost $2024 to repair."),
        ("en", "It cost 2024 dollars."),
        ("en", "Expo 2025 drew crowds."),
        ("en", "The 2026 World Cup sold out."),
        ("en", "See No. 2017 for more."),
        ("en", "2017"),
        ("en", "They ordered 30 May-class ships."),
        ("en", "Crowds march on and may stay."),
        ("en", "Version 3.11.20 is out."),
        ("en", "The final ended 3-5."),
        ("en", "In 9/11 and 24/7 there is no date."),
        ("en", "In November 30 million voted."),
        ("en", "Prices rose 2.1 percent."),
        ("de", "Die Agenda 2030 gilt."),
        ("de", "Sie pflanzten 2015 neue Bäume."),
        ("en", "2015 trees were felled."),
        ("en", "Expo 2015 was a success."),
        ("tr", "2015 kişi katıldı."),
        ("ja", "予算は2560億円。"),
        ("ja", "1990億円に増えた。"),
        ("ko", "2015 명이 참가했다."),
        ("zh", "种了2015棵树。"),
        ("de", "Das Haus kostet 2000 Euro."),
        ("de", "Es waren 2017 Menschen da."),
        ("it", "Ha vinto in 3 set."),
        ("es", "En noviembre 15 personas murieron."),
        ("es", "Fueron 2000 personas."),
        ("fr", "La sonde file vers Mars."),
        ("ja", "契約は7年間です。"),
        ("ja", "2025年間売上"),
        ("zh", "已经3个月了。"),
        ("ko", "계약은 7년간이다."),
    ],
)
def test_what_is_no_date(lang: str, text: str) -> None:
    found = dates_in(lang, text)
    assert not [surface for surface, readings in found if any(char.isdecimal() for char in surface)], found


def test_a_month_beside_another_figure_is_its_period_and_alone_a_date() -> None:
    assert not dates_in("en", "Prices rose 2.6 percent in October.")
    assert not dates_in("tr", "Fiyatlar ekimde %3,7 yükseldi.")
    assert [surface for surface, _ in dates_in("en", "The minister will resign in March.")] == ["March"]


def test_what_is_around_softens_a_date() -> None:
    assert only("en", "It opened around 3 March 2025.").hedge is Hedge.ABOUT


def test_a_date_told_from_the_day_of_the_source_needs_that_day() -> None:
    assert days("en", "It opened 3 years ago in Bonn.") == ("2022-01-01", "2022-12-31")
    assert not dates_in("en", "It opened 3 years ago in Bonn.", "")
    assert not dates_in("en", "It grew by half in 3 years.")


def test_the_place_of_a_date_leaves_out_what_only_says_how_it_is_meant() -> None:
    text = "It must close by 30 June 2026, they say."
    assert [surface for surface, _ in dates_in("en", text)] == ["30 June 2026"]
    assert re.search("30 June 2026", text)


@pytest.mark.parametrize(
    ("lang", "text", "first", "last"),
    [
        ("ja", "協会は2日、計画を示した。", "2025-11-02", "2025-11-02"),
        ("ja", "協会は28日に計画を示した。", "2025-10-28", "2025-10-28"),
        ("zh", "协会2日宣布了计划。", "2025-11-02", "2025-11-02"),
        ("ko", "협회는 2일 오전 계획을 내놓았다.", "2025-11-02", "2025-11-02"),
        ("ko", "시는 지난 12일 다리를 닫았다.", "2025-10-12", "2025-10-12"),
        ("ko", "오는 18일 다리가 열린다.", "2025-11-18", "2025-11-18"),
        ("ko", "지난달 28일 공사가 시작됐다.", "2025-10-28", "2025-10-28"),
        ("ko", "시장이 4일 다리를 열었다.", "2025-11-04", "2025-11-04"),
        ("ko", "축제는 5월 12일부터 18일까지 열린다.", "2025-05-18", "2025-05-18"),
        ("ja", "橋は去る30日開通した。", "2025-10-30", "2025-10-30"),
        ("ja", "橋は来月8日開通の予定だ。", "2025-12-08", "2025-12-08"),
        ("ja", "祭りは5月12日から18日まで開かれる。", "2025-05-18", "2025-05-18"),
        ("zh", "大桥将于下月8日通车。", "2025-12-08", "2025-12-08"),
        ("zh", "灯会5月12日至18日举行。", "2025-05-18", "2025-05-18"),
        ("nl", "In de periode april tot en met juni daalde de winst.", "2025-04-01", "2025-06-30"),
        ("en", "From April to June the mill stood still.", "2025-04-01", "2025-06-30"),
        ("en", "Between November 2024 and then nothing; from November to March 2025 it rained.", "2024-11-01", "2025-03-31"),
        ("de", "Von April bis Juni stand die Mühle still.", "2025-04-01", "2025-06-30"),
        ("pl", "Od kwietnia do czerwca młyn stał.", "2025-04-01", "2025-06-30"),
    ],
)
def test_lone_days_and_runs_of_months(lang: str, text: str, first: str, last: str) -> None:
    found = dates_in(lang, text)[-1][1][0]
    assert (str(found.low), str(found.high)) == (first, last)


@pytest.mark.parametrize(("lang", "text"), [("ja", "旅は2日間だった。"), ("ja", "工事は約2日、続いた。"), ("ko", "2일 동안 계속됐다."), ("ko", "지난 2일간 눈이 왔다."), ("ko", "공사는 12일 걸렸다."), ("ko", "다리가 12일 만에 열렸다."),
     ("ja", "橋は18日ぶりに開いた。"), ("zh", "工程在本月内18日内完成。")])  # fmt: skip
def test_so_many_days_are_no_date(lang: str, text: str) -> None:
    assert not dates_in(lang, text)


def test_two_months_are_no_run() -> None:
    assert [text for text, _ in dates_in("en", "In March and April they met.")] == ["March", "April"]
